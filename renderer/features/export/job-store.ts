import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ErrorView, JobProgress } from "../../../shared/api/views.ts";
import type { LoadRequest } from "../../../shared/api/inputs.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import type { ExportTo } from "../../state/ui-store.ts";

/** The export or load that runs or ran last; it goes on while other screens are open. */
interface Job {
  /** The project that it was started for; null where the window was loaded again since. */
  readonly session: string | null;
  /** Where on the export screen it was started: its result is shown there. */
  readonly from: ExportTo;
  /** It is loaded into a database that is thrown away. */
  readonly trial: boolean;
  /** Of files: the revision of the project that was written. */
  readonly revision: number | null;
  readonly starting: boolean;
  readonly progress: JobProgress | null;
  /** It could not be started or watched. */
  readonly error: ErrorView | null;
  /** Starts it once more without its leak check; null of a run that has none. */
  readonly unchecked: (() => void) | null;
}

const idle: Job = {
  session: null,
  from: "files",
  trial: false,
  revision: null,
  starting: false,
  progress: null,
  error: null,
  unchecked: null,
};
const jobStore = createStore<Job>(() => idle);
const { setState, getState } = jobStore;

let stopWatching: (() => void) | undefined;
/** The job that is watched, from before its first word, and whether it is to stop as soon as it has a name. */
let current: string | undefined;
let stopAsked = false;
/** What follows a run that comes to its end. */
let followed: (() => void) | undefined;

function forgetJob(): void {
  current = undefined;
  stopAsked = false;
}

export const isJobRunning = (): boolean => getState().starting || getState().progress?.state === "running";

/** Which exports are run, and whether they are written. */
type TargetsRequest = Omit<Parameters<typeof client.targets.start.mutate>[0], "session">;

export const startTargets = (
  session: string,
  revision: number,
  request: TargetsRequest,
  then?: () => void,
): Promise<void> =>
  start(
    {
      session,
      from: "files",
      trial: false,
      revision,
      unchecked: () => void startTargets(session, revision, withoutLeakCheck(request), then),
    },
    () => client.targets.start.mutate({ session, ...request }),
    then,
  );

export const startLoad = (session: string, request: LoadRequest): Promise<void> =>
  start(
    { session, from: "database", trial: false, unchecked: () => void startLoad(session, withoutLeakCheck(request)) },
    () => client.loads.start.mutate({ session, request }),
  );

const withoutLeakCheck = <T extends object>(request: T): T & { readonly leakCheck: "off" } => ({
  ...request,
  leakCheck: "off",
});

export const startTrial = (session: string, request: LoadRequest, from: ExportTo): Promise<void> =>
  start({ session, from, trial: true, unchecked: null }, () => client.loads.start.mutate({ session, request }));

async function start(
  how: Pick<Job, "session" | "from" | "trial" | "unchecked"> & Partial<Pick<Job, "revision">>,
  ask: () => Promise<{ readonly job: string }>,
  then?: () => void,
): Promise<void> {
  if (isJobRunning()) return;
  forgetJob();
  followed = then;
  setState({ revision: null, ...how, starting: true, progress: null, error: null });
  try {
    const { job } = await ask();
    watch(job);
    // Stop was pressed while the job was on its way.
    if (stopAsked) await cancelJob();
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
      onData: ({ data }) => {
        setState({ starting: false, progress: data, error: null });
        if (data.state === "running") return;
        const next = followed;
        followed = undefined;
        if (data.state === "done") next?.();
      },
      onError: (error) => setState({ starting: false, error: errorView(error) }),
      onComplete: () => setState({ starting: false }),
    },
  );
  stopWatching = () => watching.unsubscribe();
}

export async function cancelJob(): Promise<void> {
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

/** Picks up a run that went on while the window was loaded again. */
export async function findRunningJob(): Promise<void> {
  const running = await client.jobs.running.query().catch(() => []);
  const job = running.find(({ state }) => state === "running");
  if (!job || isJobRunning()) return;
  setState({ from: job.kind === "load" ? "database" : "files" });
  watch(job.job);
}

export const useJob = <T>(selector: (job: Job) => T): T => useStore(jobStore, selector);
