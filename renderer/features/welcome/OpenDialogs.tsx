import { PathDialog } from "../file-browser/PathDialog.tsx";
import { dismissOpeningError, useOpening } from "../../state/opening-store.ts";
import { openDatabase, openProjectFolder } from "../../state/project-actions.ts";
import { closeDialog, useUi } from "../../state/ui-store.ts";

/** The window's own dialogs for opening a database or a project, where the host has none. */
export function OpenDialogs() {
  const dialog = useUi((state) => state.dialog);
  const { name, error } = useOpening();
  if (dialog !== "open-file" && dialog !== "open-project") return null;

  const file = dialog === "open-file";
  return (
    <PathDialog
      key={dialog}
      title={file ? "Open a file" : "Open a project folder"}
      kind={file ? "database" : "folder"}
      action="Open"
      busy={name !== null}
      error={error}
      note={
        file
          ? "A SQLite file, a .sql script, or data: CSV, JSON, NDJSON, Parquet. Nothing in or beside it changes."
          : "A folder with a seedloom.yaml."
      }
      onChoose={(path) => void (file ? openDatabase(path) : openProjectFolder(path))}
      onClose={() => {
        dismissOpeningError();
        closeDialog();
      }}
    />
  );
}
