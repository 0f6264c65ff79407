import { IconLoader2 } from "@tabler/icons-react";
import { useState } from "react";
import type { DriftView } from "../../../shared/api/drift-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import type { SaidRename } from "../../../shared/drift/schema-change.ts";
import { defaultNewColumns, newColumnsSchema, type NewColumns } from "../../../shared/project/new-columns.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { counted } from "../../components/format.ts";
import { notify } from "../../components/notify.ts";
import { edit, useDraft } from "../../state/session-store.ts";
import { useConnections } from "../connections/use-connections.ts";
import { ChangeList } from "./ChangeList.tsx";
import { refused, saidName, without } from "./drift-groups.ts";
import { hideDrift, useDriftState } from "./drift-store.ts";
import { Outcome } from "./Outcome.tsx";
import { useDrift } from "./use-drift.ts";
import "./drift.css";

const policies: Readonly<Record<NewColumns, string>> = {
  fail: "Fail the check until they are looked at",
  null: "Fill them with NULL, where they may be",
  default: "Leave them to the database, where it has a value",
  synthesise: "Give them the suggested rule",
};

/** The changes of the schema since the project was made for it, and the way to take them over. */
export function DriftDialog({ view }: { readonly view: SessionView }) {
  return useDriftState().open ? <Open session={view} /> : null;
}

function Open({ session }: { readonly session: SessionView }) {
  const [said, setSaid] = useState<readonly SaidRename[]>([]);
  const [connection, setConnection] = useState<string | null>(null);
  const policy = useDraft()?.newColumns;
  const { view, error } = useDrift(session.session, said, connection, policy);
  const { list } = useConnections();
  const others = (list?.connections ?? []).filter(({ engine }) => engine === session.source.engine);
  return (
    <Dialog title="What has changed in the schema" size={720} onClose={hideDrift} className="dr-dialog">
      <div className="dr-settings">
        <label>
          <span className="lbl">Compared with</span>
          <select
            className="field select"
            value={connection ?? ""}
            onChange={(event) => setConnection(event.currentTarget.value || null)}
          >
            <option value="">The source, {session.source.label}</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="lbl">New columns</span>
          <select
            className="field select"
            value={policy ?? defaultNewColumns}
            onChange={(event) =>
              edit({ kind: "set-new-columns", policy: newColumnsSchema.parse(event.currentTarget.value) })
            }
          >
            {newColumnsSchema.options.map((option) => (
              <option key={option} value={option}>
                {policies[option]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error ? <ErrorCallout error={error} /> : null}
      {view === null && error === null ? (
        <p className="row t2" role="status">
          <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />
          Comparing the schemas
        </p>
      ) : null}
      {view === null ? null : <Compared view={view} said={said} onSaid={setSaid} />}
      <Foot view={view} other={connection !== null} />
    </Dialog>
  );
}

interface ComparedProps {
  readonly view: DriftView;
  readonly said: readonly SaidRename[];
  readonly onSaid: (said: readonly SaidRename[]) => void;
}

function Compared({ view, said, onSaid }: ComparedProps) {
  if (view.report.changes.length === 0) return <p className="t2">Nothing has changed.</p>;
  return (
    <div className="dr-body">
      <ChangeList report={view.report} onRefuse={(rename) => onSaid(refused(said, rename))} />
      {said.map((one) => (
        <p key={saidName(one)} className="row sm t2">
          {saidName(one)} was not renamed.
          <button type="button" className="btn-link" onClick={() => onSaid(without(said, one.table, one.column))}>
            Guess again
          </button>
        </p>
      ))}
      {view.edit === undefined ? null : <Outcome view={view} />}
    </div>
  );
}

function Foot({ view, other }: { readonly view: DriftView | null; readonly other: boolean }) {
  const migrate = view?.edit;
  return (
    <div className="dialog-foot">
      <span className="grow t2 sm" role="status">
        {view === null ? "" : verdict(view, other)}
      </span>
      <button type="button" className="btn" onClick={hideDrift}>
        Close
      </button>
      {other ? null : (
        <button
          type="button"
          className="btn btn-primary"
          disabled={migrate === undefined || view?.report.changes.length === 0}
          onClick={() => {
            if (migrate === undefined) return;
            edit(migrate);
            hideDrift();
            notify("The project is made for the schema as it is now. Undo takes it back.");
          }}
        >
          Migrate
        </button>
      )}
    </div>
  );
}

function verdict({ report: { changes, fails } }: DriftView, other: boolean): string {
  if (changes.length === 0) return "A check passes.";
  const words = counted(changes.length, "change");
  if (!fails) return `${words}, settled by the policy: a check passes.`;
  return `${words}: a check ${other ? "against this database " : ""}fails.`;
}
