import type { AppInfo, SessionView } from "../../shared/api/views.ts";
import { notifyError } from "../components/notify.ts";
import { client, queryClient, trpc } from "../host/api.ts";
import { errorView } from "../host/error-view.ts";
import { beginOpening, endOpening } from "./opening-store.ts";
import { closeSession, openSession, refreshSession, sessionStore } from "./session-store.ts";
import { editsSent, resendEdits } from "./sync-session.ts";
import { closeDialog, openDialog, showScreen, uiStore } from "./ui-store.ts";

export const readAppInfo = (): Promise<AppInfo> => queryClient.fetchQuery(trpc.app.info.queryOptions());

async function open(name: string, ask: () => Promise<SessionView>): Promise<void> {
  const { isWanted } = beginOpening(name);
  try {
    await editsSent();
    const before = sessionStore.getState().view;
    const view = await ask();
    if (!isWanted()) return await client.projects.close.mutate({ session: view.session });
    closeDialog();
    showScreen("designer");
    openSession(view);
    endOpening();
    if (before && before.session !== view.session) await client.projects.close.mutate({ session: before.session });
  } catch (error) {
    if (!isWanted()) return;
    endOpening(errorView(error));
    // The welcome screen and dialogs tell it themselves; over an open project nothing else would.
    if (sessionStore.getState().view && uiStore.getState().dialog === null) notifyError(errorView(error));
  }
  await queryClient.invalidateQueries(trpc.app.recent.queryFilter());
}

const lastPart = (path: string): string => path.split(/[\\/]/u).findLast((part) => part !== "") ?? path;

export const openDatabase = (path: string): Promise<void> =>
  open(lastPart(path), () => client.sources.open.mutate({ path }));

export const openProjectFolder = (folder: string): Promise<void> =>
  open(lastPart(folder), () => client.projects.open.mutate({ folder }));

export const openSample = (): Promise<void> => open("the sample shop", () => client.projects.openSample.mutate());

/** A database that a kept connection leads to. */
export const openConnection = (connection: string, label: string): Promise<void> =>
  open(label, () => client.sources.openConnection.mutate({ connection }));

/** Asks for a file with the system's dialog where there is one, else with the window's own. */
export async function askForFile(): Promise<void> {
  if (!(await hasNativeDialogs())) return openDialog("open-file");
  const { path } = await client.files.pickDatabase.mutate();
  if (path !== null) await openDatabase(path);
}

export async function askForProject(): Promise<void> {
  if (!(await hasNativeDialogs())) return openDialog("open-project");
  const { path } = await client.files.pickFolder.mutate();
  if (path !== null) await openProjectFolder(path);
}

const hasNativeDialogs = async (): Promise<boolean> => {
  try {
    return (await readAppInfo()).nativeDialogs;
  } catch {
    return false;
  }
};

/** Writes the open project into `folder`; throws what the backend refuses. */
export async function saveProject(folder: string, overwrite = false): Promise<void> {
  await editsSent();
  const { view } = sessionStore.getState();
  if (!view) return;
  refreshSession(await client.projects.save.mutate({ session: view.session, folder, overwrite }));
  resendEdits();
  await queryClient.invalidateQueries(trpc.app.recent.queryFilter());
}

/** Reads the open project anew from its folder; what was not written is lost. */
export async function reloadProject(): Promise<void> {
  const { view } = sessionStore.getState();
  if (view?.folder !== undefined) await openProjectFolder(view.folder);
}

/** Whether closing now would lose edits: a project that was never saved, or a change that did not get through. */
export function wouldLoseEdits(): boolean {
  const { view, draft, history, failure } = sessionStore.getState();
  if (!view) return false;
  if (view.folder === undefined) return history.past.length > 0;
  return draft !== view.project || failure !== null;
}

/** Leaves the project and shows the welcome screen. */
export async function closeProject(): Promise<void> {
  await editsSent();
  const { view } = sessionStore.getState();
  closeSession();
  closeDialog();
  showScreen("designer");
  queryClient.removeQueries(trpc.preview.pathFilter());
  queryClient.removeQueries(trpc.design.table.pathFilter());
  if (view) await client.projects.close.mutate({ session: view.session });
}
