import { notify, notifyError } from "../../components/notify.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { closeProject, readAppInfo, saveProject, wouldLoseEdits } from "../../state/project-actions.ts";
import { sessionStore } from "../../state/session-store.ts";
import { editsSent, resendEdits } from "../../state/sync-session.ts";
import { openDialog } from "../../state/ui-store.ts";

/** Saves the project; asks where to, the first time. From then on it is saved with every edit. */
export async function askToSave(): Promise<void> {
  const { view } = sessionStore.getState();
  if (!view) return;
  try {
    if (view.folder !== undefined) {
      resendEdits();
      await editsSent();
      if (sessionStore.getState().failure === null) notify("Saved. Every edit is saved by itself.");
      return;
    }
    if (!(await readAppInfo()).nativeDialogs) return openDialog("save");
    const { path } = await client.files.pickFolder.mutate();
    if (path !== null) await saveProject(path);
  } catch (error) {
    notifyError(errorView(error));
  }
}

/** Closes the project; asks first where edits would be lost. */
export async function askToClose(): Promise<void> {
  await editsSent();
  if (wouldLoseEdits()) return openDialog("close");
  await closeProject().catch((error: unknown) => notifyError(errorView(error)));
}
