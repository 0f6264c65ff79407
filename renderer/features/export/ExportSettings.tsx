import { IconFolderOpen } from "@tabler/icons-react";
import type { SessionView } from "../../../shared/api/views.ts";
import { dialects } from "../../../shared/dialects/index.ts";
import { notifyError } from "../../components/notify.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { readAppInfo } from "../../state/project-actions.ts";
import { openDialog } from "../../state/ui-store.ts";
import { commandLine, type ExportForm } from "./export-form.ts";
import { Pipeline } from "./Pipeline.tsx";

interface ExportSettingsProps {
  readonly view: SessionView;
  readonly form: ExportForm;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<ExportForm>) => void;
}

async function askForFolder(onChange: (change: Partial<ExportForm>) => void): Promise<void> {
  try {
    if (!(await readAppInfo()).nativeDialogs) return openDialog("export-folder");
    const { path } = await client.files.pickFolder.mutate();
    if (path !== null) onChange({ folder: path });
  } catch (error) {
    notifyError(errorView(error));
  }
}

export function ExportSettings({ view, form, disabled, onChange }: ExportSettingsProps) {
  return (
    <div className="inspector exp-settings">
      <fieldset disabled={disabled}>
        <legend className="vh">Settings</legend>
        {form.format === "sql" ? (
          <label>
            <span className="lbl">Dialect</span>
            <select
              className="field select"
              value={form.dialect}
              onChange={(event) => {
                const chosen = dialects.find(({ id }) => id === event.currentTarget.value);
                if (chosen) onChange({ dialect: chosen.id });
              }}
            >
              {dialects.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          <span className="lbl">Folder</span>
          <span className="row exp-folder">
            <span className="field grow">
              <input
                className="mono grow"
                value={form.folder}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => onChange({ folder: event.currentTarget.value })}
              />
            </span>
            <button
              type="button"
              className="ibtn"
              title="Choose a folder"
              aria-label="Choose a folder"
              onClick={() => void askForFolder(onChange)}
            >
              <IconFolderOpen className="i" stroke={1.5} aria-hidden="true" />
            </button>
          </span>
        </label>
        <p className="xs t3">Existing files are replaced only when the new ones are complete.</p>
      </fieldset>
      <Pipeline
        lines={["seedloom export", ...commandLine(view, form)]}
        note={
          view.folder === undefined
            ? "Needs the project's folder: save the project first."
            : "Run it in the project's folder. It writes the same bytes."
        }
      />
    </div>
  );
}
