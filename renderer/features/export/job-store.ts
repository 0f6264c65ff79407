import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ErrorView, JobProgress } from "../../../shared/api/views.ts";
import type { ExportRequest } from "../../../shared/api/inputs.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

/** The export that runs or ran last; it goes on while other screens are open. */
interface Job {
  readonly starting: boolean;
  readonly progress: JobProgress | null;
  /** It could not be started or watched. */
  readonly error: ErrorView | null;
}

const idle: Job = { starting: false, progress: null, error: null };
const jobStore = createStore<Job>(() => idle);
const { setState, getState } = jobStore;

let stopWatching: (() => void) | undefined;
/** The job that is watched, from before its first word, and whether it is to stop as soon as it has a name. */
let current: string | undefined;
let stopAsked = false;

function forgetJob(): void {
  current = undefined;
  stopAsked = false;
}

export const isJobRunning = (): boolean => getState().starting || getState().progress?.state === "running";

export async function startExport(session: string, request: ExportRequest): Promise<void> {
  if (isJobRunning()) return;
  forgetJob();
  setState({ starting: true, progress: null, error: null });
  try {
    const { job } = await client.jobs.start.mutate({ session, request });
    watch(job);
    // Stop was pressed while the job was on its way.
    if (stopAsked) await cancelExport();
  } catch (error) {
    setState({ starting: false, error: errorView(error) });
  }
}

function watch(job: string): void {
  stopWatching?.();
  current = job;
  const watching = client.jobs.watch.subscribe(
    { job },
    {
      onData: ({ data }) => setState({ starting: false, progress: data, error: null }),
      onError: (error) => setState({ starting: false, error: errorView(error) }),
      onComplete: () => setState({ starting: false }),
    },
  );
  stopWatching = () => watching.unsubscribe();
}

export async function cancelExport(): Promise<void> {
  if (!isJobRunning()) return;
  if (current === undefined) {
    stopAsked = true;
    return;
  }
  try {
    await client.jobs.cancel.mutate({ job: current });
  } catch (error) {
    setState({ error: errorView(error) });
  }
}

/** Puts the result away and shows the form again. */
export function clearJob(): void {
  if (isJobRunning()) return;
  stopWatching?.();
  setState(idle);
}

/** Picks up an export that went on while the window was loaded again. */
export async function findRunningJob(): Promise<void> {
  const running = await client.jobs.running.query().catch(() => []);
  const job = running.find(({ state }) => state === "running");
  if (job && !isJobRunning()) watch(job.job);
}

export const useJob = <T>(selector: (job: Job) => T): T => useStore(jobStore, selector);
