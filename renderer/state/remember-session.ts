import { client } from "../host/api.ts";
import { rememberHistory, restoreHistory } from "./remember-history.ts";
import { openSession, sessionStore } from "./session-store.ts";

// Loading the window again must not close the project: the backend still has it.
const key = "seedloom.session";

/** Keeps the open session's id, and its steps of undo, for as long as the browser's tab lives. */
export function rememberSession(): () => void {
  const stopHistory = rememberHistory();
  const stopSession = sessionStore.subscribe(({ view }, before) => {
    if (view?.session === before.view?.session) return;
    try {
      if (view) sessionStorage.setItem(key, view.session);
      else sessionStorage.removeItem(key);
    } catch {
      // Without storage a reload starts at the welcome screen.
    }
  });
  return () => {
    stopHistory();
    stopSession();
  };
}

/** Shows the project that was open before the window was loaded again, if the backend still has it. */
export async function restoreSession(): Promise<void> {
  try {
    const session = sessionStorage.getItem(key);
    if (session === null || sessionStore.getState().view) return;
    const view = await client.projects.view.query({ session });
    if (sessionStore.getState().view) return;
    openSession(view);
    restoreHistory();
  } catch {
    // It is gone: the welcome screen offers what can be opened.
  }
}
