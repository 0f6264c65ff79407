import type { UpdateResult } from "../../shared/api/views.ts";
import type { Project } from "../../shared/project/project.ts";
import { client } from "../host/api.ts";
import { connectionStore } from "../host/connection-store.ts";
import { errorView } from "../host/error-view.ts";
import { createUpdateQueue } from "./update-queue.ts";
import { acceptUpdate, hasUnsentEdits, reportFailure, sessionStore } from "./session-store.ts";

const mostAttempts = 3;

interface Draft {
  readonly session: string;
  readonly project: Project;
  readonly scenario: string | null;
}

const revisionOf = (session: string): number | undefined => {
  const { view } = sessionStore.getState();
  return view?.session === session ? view.revision : undefined;
};

const queue = createUpdateQueue<Draft, UpdateResult | undefined>({
  async send({ session, project, scenario }) {
    const revision = revisionOf(session);
    // The project was closed meanwhile; closing has waited for what could be sent.
    if (revision === undefined) return undefined;
    return client.projects.update.mutate({ session, revision, project, ...(scenario === null ? {} : { scenario }) });
  },
  accepted({ session, project }, result) {
    if (result && revisionOf(session) !== undefined) acceptUpdate(project, result);
  },
  async failed(error, attempts) {
    const failure = errorView(error);
    reportFailure(failure);
    if (failure.code === "host-unavailable" || failure.code === "project-changed-on-disk") return false;
    // The backend may have taken the change and failed at writing it: go on from the revision that it holds.
    await readRevision();
    return failure.code === "internal" && attempts < mostAttempts;
  },
});

async function readRevision(): Promise<void> {
  const { view } = sessionStore.getState();
  if (!view) return;
  try {
    const { revision } = await client.projects.view.query({ session: view.session });
    const now = sessionStore.getState().view;
    if (now?.session === view.session) sessionStore.setState({ view: { ...now, revision } });
  } catch (error) {
    reportFailure(errorView(error));
  }
}

/** Settles when the backend has every edit, or has refused it. */
export const editsSent = (): Promise<void> => queue.idle();

/** Sends the draft again, after what stopped it was settled. */
export const resendEdits = (): void => queue.retry();

/** From here on every edit goes to the backend. Returns what stops it. */
export function startSync(): () => void {
  const stops = [
    sessionStore.subscribe((now, before) => {
      const session = now.view?.session;
      const { draft: project, scenario } = now;
      if (session === undefined || session !== before.view?.session || !project) return;
      const looksElsewhere = scenario !== before.scenario;
      if (project === before.draft && !looksElsewhere) return;
      // An undo may lead back to what the backend has while something else is on its way there.
      if (looksElsewhere || hasUnsentEdits(now) || hasUnsentEdits(before)) queue.push({ session, project, scenario });
    }),
    connectionStore.subscribe((now, before) => {
      if (now.reconnects > before.reconnects) queue.retry();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
