import { PathDialog } from "../file-browser/PathDialog.tsx";
import { dismissOpeningError, useOpening } from "../../state/opening-store.ts";
import { openDatabase, openProjectFolder } from "../../state/project-actions.ts";
import { closeDialog, useUi } from "../../state/ui-store.ts";

/** The window's own dialogs for opening a database or a project, where the host has none. */
export function OpenDialogs() {
  const dialog = useUi((state) => state.dialog);
  const { name, error } = useOpening();
  if (dialog !== "open-database" && dialog !== "open-project") return null;

  const database = dialog === "open-database";
  return (
    <PathDialog
      key={dialog}
      title={database ? "Open a database" : "Open a project folder"}
      kind={database ? "database" : "folder"}
      action="Open"
      busy={name !== null}
      error={error}
      note={
        database
          ? "SQLite files. Opened read-only: nothing in or beside the file changes."
          : "A folder with a seedloom.yaml."
      }
      onChoose={(path) => void (database ? openDatabase(path) : openProjectFolder(path))}
      onClose={() => {
        dismissOpeningError();
        closeDialog();
      }}
    />
  );
}
