import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { LoadResult } from "../../shared/api/load-views.ts";
import type { RestoredView, SavedView } from "../../shared/api/snapshot-views.ts";
import type { TargetsResult } from "../../shared/api/target-views.ts";
import type { ExportResult, JobProgress } from "../../shared/api/views.ts";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { LeaksFound } from "./leaks-found.ts";
import type { RunProgress } from "./run-progress.ts";

/** What the manager runs: it is told to stop by the signal, and says how far it has come. */
export type Run = (signal: AbortSignal, progress: (now: () => RunProgress) => void) => Promise<RunResult>;

/** What comes of a run: files, of saved exports or of one, rows in a database, or a snapshot of them. */
export type RunResult =
  | { readonly result: Omit<ExportResult, "elapsed"> }
  | { readonly exported: TargetsResult }
  | { readonly load: Omit<LoadResult, "elapsed"> }
  | { readonly saved: SavedView }
  | { readonly restored: RestoredView };

type Ended = Pick<JobProgress, "result" | "exported" | "load" | "saved" | "restored">;

/** Between two events of one job. */
const tickMs = 100;
const keptJobs = 50;

const nothing: RunProgress = { rows: 0, totalRows: 0, bytes: 0, tables: [] };

/** One run with its life: running, then done, failed or cancelled. */
class Job {
  readonly id = randomUUID();
  readonly #controller = new AbortController();
  readonly #begin = performance.now();
  readonly #listeners = new Set<() => void>();
  readonly #kind: JobProgress["kind"];
  #latest: JobProgress;
  #now: () => RunProgress = () => nothing;
  #lastTick = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly ended: Promise<void>;

  constructor(run: Run, kind: JobProgress["kind"]) {
    this.#kind = kind;
    this.#latest = this.#progress("running", nothing);
    this.ended = run(this.#controller.signal, (now) => this.#tick(now)).then(
      (outcome) => this.#end("done", withElapsed(outcome, this.#elapsed())),
      (error: unknown) => {
        const told = toldError(error, kind);
        this.#end(told.code === "cancelled" ? "cancelled" : "failed", {
          error: told,
          ...(error instanceof LeaksFound ? { leaks: error.leaks } : {}),
        });
      },
    );
  }

  get latest(): JobProgress {
    return this.#latest;
  }

  cancel(): void {
    this.#controller.abort();
  }

  /** Resolves with the next event, or with the signal. */
  async changed(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#listeners.add(wake);
    signal.addEventListener("abort", wake);
    await promise;
    this.#listeners.delete(wake);
    signal.removeEventListener("abort", wake);
  }

  #tick(now: () => RunProgress): void {
    this.#now = now;
    const wait = this.#lastTick + tickMs - performance.now();
    if (wait <= 0) this.#publish(this.#progress("running", now()));
    // The last of a burst is not lost: a piece may take long.
    else this.#timer ??= setTimeout(() => this.#publish(this.#progress("running", this.#now())), wait);
  }

  #end(state: JobProgress["state"], outcome: Ended & Pick<JobProgress, "error" | "leaks">): void {
    this.#publish({ ...this.#progress(state, this.#now()), ...outcome });
    this.#now = () => nothing;
  }

  #publish(progress: JobProgress): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastTick = performance.now();
    this.#latest = progress;
    for (const listener of this.#listeners) listener();
  }

  #elapsed(): number {
    return (performance.now() - this.#begin) / 1000;
  }

  #progress(state: JobProgress["state"], run: RunProgress): JobProgress {
    const elapsed = this.#elapsed();
    const rowsPerSecond = elapsed > 0 ? run.rows / elapsed : 0;
    return {
      job: this.id,
      ...(this.#kind === undefined ? {} : { kind: this.#kind }),
      state,
      ...run,
      elapsed,
      rowsPerSecond,
      ...(state === "running" && rowsPerSecond > 0 ? { remaining: (run.totalRows - run.rows) / rowsPerSecond } : {}),
    };
  }
}

function withElapsed(outcome: RunResult, elapsed: number): Ended {
  if ("saved" in outcome || "restored" in outcome) return outcome;
  if ("load" in outcome) return { load: { ...outcome.load, elapsed } };
  if ("exported" in outcome) return { exported: { ...outcome.exported, elapsed } };
  return { result: { ...outcome.result, elapsed } };
}

function toldError(error: unknown, kind: JobProgress["kind"]): NonNullable<JobProgress["error"]> {
  if (isSeedloomError(error)) {
    return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
  if (kind !== undefined) {
    return {
      code: "internal",
      message: "The work on the database stopped for a reason that Seedloom does not know.",
      hint: "Look at the tables before it is tried again: what was written may stand in them.",
    };
  }
  return {
    code: "internal",
    message: "The export stopped for a reason that Seedloom does not know.",
    hint: "The files that were there before are unchanged.",
  };
}

/** The runs of this process. They belong to no window: one that closes leaves them running. */
export class JobManager {
  readonly #jobs = new Map<string, Job>();

  start(run: Run, kind?: JobProgress["kind"]): string {
    const job = new Job(run, kind);
    this.#jobs.set(job.id, job);
    this.#forgetOld();
    return job.id;
  }

  /** The state of now, then each event, up to the end of the job or the signal. */
  async *watch(id: string, signal: AbortSignal): AsyncGenerator<JobProgress, void, undefined> {
    const job = this.#job(id);
    let seen: JobProgress | undefined;
    while (!signal.aborted) {
      const { latest } = job;
      if (latest === seen) {
        await job.changed(signal);
        continue;
      }
      seen = latest;
      yield latest;
      if (latest.state !== "running") return;
    }
  }

  cancel(id: string): void {
    this.#job(id).cancel();
  }

  running(): readonly JobProgress[] {
    return [...this.#jobs.values()].map(({ latest }) => latest).filter(({ state }) => state === "running");
  }

  /** The folders that runs of this process wrote to. */
  folders(): readonly string[] {
    return [...this.#jobs.values()].flatMap(({ latest: { result, exported } }) => [
      ...(result === undefined ? [] : [result.folder]),
      ...(exported === undefined ? [] : [exported.root]),
    ]);
  }

  /** Cancels what runs and waits until it has cleaned up. */
  async end(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    for (const job of jobs) job.cancel();
    await Promise.all(jobs.map(({ ended }) => ended));
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new SeedloomError("usage", "This job is no longer known.", "Start it again.");
    return job;
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(({ latest }) => latest.state !== "running");
    for (const job of ended.slice(0, Math.max(0, ended.length - keptJobs))) this.#jobs.delete(job.id);
  }
}
