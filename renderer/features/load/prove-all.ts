import { sessionStore } from "../../state/session-store.ts";
import { editsSent } from "../../state/sync-session.ts";
import { showExport, uiStore } from "../../state/ui-store.ts";
import { runChoiceOf } from "../export/form-store.ts";
import { startTrial } from "../export/job-store.ts";
import { trialRequest } from "./load-form.ts";

/** Loads the rows that an export would write into a throw-away database, which checks all that they must keep. */
export async function proveAll(): Promise<void> {
  // What is proved is what is on screen: the last edit, too.
  await editsSent();
  const { view } = sessionStore.getState();
  if (!view) return;
  const { exportTo } = uiStore.getState();
  showExport(exportTo);
  await startTrial(view.session, trialRequest(view, runChoiceOf(view.session)), exportTo);
}
