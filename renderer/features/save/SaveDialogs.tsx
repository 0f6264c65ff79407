import { useState } from "react";
import type { ErrorView } from "../../../shared/api/views.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { folderName } from "../../components/join-path.ts";
import { errorView } from "../../host/error-view.ts";
import { closeProject, reloadProject, saveProject } from "../../state/project-actions.ts";
import { useSession } from "../../state/session-store.ts";
import { closeDialog, openDialog, useUi } from "../../state/ui-store.ts";
import { PathDialog } from "../file-browser/PathDialog.tsx";

/** One thing at a time: whether it is under way, and why it did not work. */
function useAttempt(): [boolean, ErrorView | null, (work: () => Promise<void>) => void] {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);
  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(errorView(thrown));
    }
    setBusy(false);
  }
  return [busy, error, (work) => void attempt(work)];
}

function SaveDialog() {
  const name = useSession((state) => state.view?.name ?? "project");
  const [busy, error, attempt] = useAttempt();
  const [chosen, setChosen] = useState("");
  const save = (folder: string, overwrite: boolean): void => {
    setChosen(folder);
    attempt(async () => {
      await saveProject(folder, overwrite);
      closeDialog();
    });
  };
  const overwritable = error?.code === "project-changed-on-disk";
  return (
    <PathDialog
      title="Save the project"
      kind="folder"
      propose={folderName(name)}
      action="Save here"
      busy={busy}
      error={error}
      errorActions={
        overwritable ? (
          <button type="button" className="btn btn-sm" onClick={() => save(chosen, true)}>
            Overwrite it
          </button>
        ) : undefined
      }
      note="seedloom.yaml and schema.lock.json go into this folder. No secrets in them."
      onChoose={(folder) => save(folder, false)}
      onClose={closeDialog}
    />
  );
}

function CloseDialog() {
  const name = useSession((state) => state.view?.name ?? "");
  const saved = useSession((state) => state.view?.folder !== undefined);
  const [busy, error, attempt] = useAttempt();
  return (
    <Dialog onClose={closeDialog} title={`Close ${name}?`} size={480}>
      <p className="t2">
        {saved
          ? "The last edits are not written yet. Closing now loses them."
          : "This project was never saved. Closing it loses its rules; the database stays as it is."}
      </p>
      {error ? <p className="c-danger">{error.message}</p> : null}
      <div className="dialog-foot">
        <button type="button" className="btn btn-quiet" disabled={busy} onClick={() => attempt(closeProject)}>
          Close without saving
        </button>
        <span className="grow" />
        <button type="button" className="btn" onClick={closeDialog}>
          Keep it open
        </button>
        {saved ? null : (
          <button type="button" className="btn btn-primary" onClick={() => openDialog("save")}>
            Save…
          </button>
        )}
      </div>
    </Dialog>
  );
}

function ConflictDialog({ failure, folder }: { readonly failure: ErrorView; readonly folder: string }) {
  const [busy, error, attempt] = useAttempt();
  const [later, setLater] = useState(false);
  if (later) return null;
  return (
    <Dialog onClose={() => setLater(true)} title="The project changed on disk" size={480}>
      <p className="t2">{failure.message}</p>
      <p className="t2 dialog-p">
        Read it anew to work with what is in the folder; your edits since the last save are then lost. Or overwrite it
        with what is in this window.
      </p>
      {error ? <p className="c-danger">{error.message}</p> : null}
      <div className="dialog-foot">
        <button type="button" className="btn btn-quiet" onClick={() => setLater(true)}>
          Decide later
        </button>
        <span className="grow" />
        <button type="button" className="btn" disabled={busy} onClick={() => attempt(() => saveProject(folder, true))}>
          Overwrite it
        </button>
        <button type="button" className="btn btn-primary" disabled={busy} onClick={() => attempt(reloadProject)}>
          Read it anew
        </button>
      </div>
    </Dialog>
  );
}

/** The dialogs about saving: where to, whether to close, and whose version counts. */
export function SaveDialogs() {
  const dialog = useUi((state) => state.dialog);
  const failure = useSession((state) => state.failure);
  const folder = useSession((state) => state.view?.folder);
  if (dialog === "save") return <SaveDialog />;
  if (dialog === "close") return <CloseDialog />;
  if (failure?.code === "project-changed-on-disk" && folder !== undefined) {
    return <ConflictDialog failure={failure} folder={folder} />;
  }
  return null;
}
