import type { ConnectionView } from "../../../shared/api/load-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import { Callout } from "../../components/Callout.tsx";
import { Segments } from "../designer/components/Segments.tsx";
import { Switch } from "../designer/components/Switch.tsx";
import type { RunChoice } from "../export/export-form.ts";
import { Pipeline } from "../export/Pipeline.tsx";
import { isMasked, loadCommand, type LoadForm } from "./load-form.ts";

interface LoadSettingsProps {
  readonly view: SessionView;
  readonly choice: RunChoice;
  readonly form: LoadForm;
  readonly connection: ConnectionView | undefined;
  readonly disabled: boolean;
  readonly onAdd: () => void;
  readonly onChange: (change: Partial<LoadForm>) => void;
}

const clearWords: Readonly<Record<LoadForm["clear"], string>> = {
  keep: "Rows that stand in the tables stay.",
  delete:
    "All rows of these tables are deleted first, children before parents, in the same transaction where the engine can.",
  truncate: "These tables are truncated first: quicker, and not every engine can take it back.",
};

const withVariables = (names: readonly string[]): string =>
  names.length === 0 ? "" : `, with ${names.join(" and ")} set`;

/** How the rows go into the database. */
export function LoadSettings({ view, choice, form, connection, disabled, onAdd, onChange }: LoadSettingsProps) {
  return (
    <div className="inspector exp-settings">
      {connection === undefined ? (
        <div className="ld-which">
          <Callout
            title="Which database?"
            actions={
              <button type="button" className="btn btn-sm" disabled={disabled} onClick={onAdd}>
                Add a database
              </button>
            }
          >
            Choose one at the left, or add the first. Its tables must be there already. Or prove the rows without one.
          </Callout>
        </div>
      ) : null}
      <fieldset disabled={disabled}>
        <legend className="vh">Settings</legend>
        <div>
          <span className="lbl">Rows already there</span>
          <Segments
            label="Rows already there"
            value={form.clear}
            options={[
              { value: "keep", label: "Keep" },
              { value: "delete", label: "Delete" },
              { value: "truncate", label: "Truncate" },
            ]}
            onChange={(clear) => onChange({ clear })}
          />
          <p className="xs t3 exp-note">{clearWords[form.clear]}</p>
        </div>
        <div>
          <span className="lbl">A key that is there already</span>
          <Segments
            label="A key that is there already"
            value={form.existing}
            options={[
              { value: "refuse", label: "Refuse" },
              { value: "update", label: "Update its row" },
            ]}
            onChange={(existing) => onChange({ existing })}
          />
          <p className="xs t3 exp-note">
            {form.existing === "refuse"
              ? "The load stops, and takes back what it wrote where the engine can."
              : "The row that has the key gets the new values."}
          </p>
        </div>
        <div className="ld-switches">
          <Switch
            label="Run triggers"
            checked={form.triggers === "on"}
            onChange={(on) => onChange({ triggers: on ? "on" : "off" })}
          />
          <Switch label="Prove it after loading" checked={form.proof} onChange={(proof) => onChange({ proof })} />
        </div>
      </fieldset>
      {connection === undefined ? null : (
        <Pipeline
          lines={loadCommand(view, choice, form, connection)}
          note={
            view.folder === undefined
              ? "Needs the project's folder: save the project first."
              : `Run it in the project's folder${withVariables([
                  ...(connection.password === "none" ? [] : ["SEEDLOOM_PASSWORD"]),
                  ...(isMasked(view, choice) ? ["SEEDLOOM_KEY"] : []),
                ])}.`
          }
        />
      )}
    </div>
  );
}
