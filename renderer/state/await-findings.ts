import type { SessionView, UpdateResult } from "../../shared/api/views.ts";
import { client } from "../host/api.ts";
import { sessionStore } from "./session-store.ts";

type Ask = (session: string) => Promise<Pick<UpdateResult, "revision" | "tables" | "problems" | "checking">>;

const askBackend: Ask = (session) => client.projects.findings.query({ session });

/**
 * The backend answers edits before every table's checks were tried on rows. This takes up the rest when it is there, unless
 * the project has changed again meanwhile. Returns what stops it.
 */
export function startFindings(ask: Ask = askBackend): () => void {
  // One question at a time: its answer is about the newest revision that the backend knew.
  let asking = false;

  async function follow(view: SessionView): Promise<void> {
    asking = true;
    try {
      take(view.session, await ask(view.session));
    } catch {
      // The project was closed, or the connection lost: the next answer says again what is pending.
    }
    asking = false;
    const now = sessionStore.getState().view;
    if (now && now.checking === true && (now.session !== view.session || now.revision !== view.revision))
      void follow(now);
  }

  return sessionStore.subscribe(({ view }, before) => {
    if (view && view !== before.view && view.checking === true && !asking) void follow(view);
  });
}

function take(session: string, { revision, tables, problems, checking = false }: Awaited<ReturnType<Ask>>): void {
  const { view } = sessionStore.getState();
  if (view?.session !== session || view.revision !== revision) return;
  sessionStore.setState({ view: { ...view, tables, problems, checking } });
}
