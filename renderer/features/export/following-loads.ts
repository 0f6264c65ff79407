import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { LoadRequest } from "../../../shared/api/inputs.ts";
import type { ErrorView, JobProgress } from "../../../shared/api/views.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

/** A load that a run does after its files. */
export interface FollowingLoad {
  readonly connection: string;
  readonly label: string;
  readonly request: LoadRequest;
  readonly progress: JobProgress | null;
  /** It could not be started or watched. */
  readonly error: ErrorView | null;
}

interface Chain {
  readonly session: string | null;
  readonly loads: readonly FollowingLoad[];
  readonly running: boolean;
}

const none: Chain = { session: null, loads: [], running: false };
const chainStore = createStore<Chain>(() => none);
const { setState, getState } = chainStore;
let stopped = false;

export const areLoadsRunning = (): boolean => getState().running;

export const useFollowingLoads = (): Chain => useStore(chainStore);

/** Shows the loads that a run will do, none of them begun. */
export function announceLoads(
  session: string,
  asked: readonly Pick<FollowingLoad, "connection" | "label" | "request">[],
): void {
  if (areLoadsRunning()) return;
  setState({ session, loads: asked.map((one) => ({ ...one, progress: null, error: null })), running: false });
}

/** Loads one database after another. The first that fails is the last: those behind it were meant to follow it. */
export async function runAnnouncedLoads(): Promise<void> {
  const { session, loads, running } = getState();
  if (session === null || loads.length === 0 || running) return;
  stopped = false;
  setState({ running: true });
  for (const [at, { request }] of loads.entries()) {
    if (stopped) break;
    const ended = await runOne(session, request, (change) => changeLoad(at, change));
    if (!ended) break;
  }
  setState({ running: false });
}

export async function cancelLoads(): Promise<void> {
  stopped = true;
  const job = getState().loads.find(({ progress }) => progress?.state === "running")?.progress?.job;
  if (job !== undefined) await client.jobs.cancel.mutate({ job }).catch(() => undefined);
}

function changeLoad(at: number, change: Partial<FollowingLoad>): void {
  setState(({ loads }) => ({ loads: loads.map((load, k) => (k === at ? { ...load, ...change } : load)) }));
}

/** Whether it came to its end. */
async function runOne(
  session: string,
  request: LoadRequest,
  tell: (change: Partial<FollowingLoad>) => void,
): Promise<boolean> {
  try {
    const { job } = await client.loads.start.mutate({ session, request });
    const state = await new Promise<JobProgress["state"]>((resolve, reject) => {
      const watching = client.jobs.watch.subscribe(
        { job },
        {
          onData: ({ data }) => {
            tell({ progress: data });
            if (data.state === "running") return;
            resolve(data.state);
            watching.unsubscribe();
          },
          onError: reject,
        },
      );
    });
    return state === "done";
  } catch (error) {
    tell({ error: errorView(error) });
    return false;
  }
}
