import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { JobSpec } from "./job-spec.ts";
import type { RowRange } from "./ranges.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

/** A piece of a file. Give its memory back with {@link WorkerLease.recycle} when it is written. */
export interface EncodedRange {
  readonly range: RowRange;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly length: number;
}

/** The workers of one job. */
export interface WorkerLease {
  readonly size: number;
  encode(range: RowRange): Promise<EncodedRange>;
  recycle(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export const defaultWorkers = (): number => Math.min(4, availableParallelism());

/** Beside this file, as source in the checkout and as JavaScript in the built application. */
const entry = new URL(`./job-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** How long a thread may take to end by itself. */
const endMs = 5000;

interface Waiting {
  readonly range: RowRange;
  resolve(encoded: EncodedRange): void;
  reject(error: Error): void;
}

/** One thread and what it was asked for. */
class PoolWorker {
  readonly #thread = new Worker(entry);
  readonly #waiting = new Map<number, Waiting>();
  alive = true;

  constructor() {
    this.#thread.unref();
    this.#thread.on("message", (answer: WorkerAnswer) => this.#take(answer));
    this.#thread.on("error", (error) => this.#fail(error));
    this.#thread.on("exit", () => this.#fail(undefined));
  }

  get load(): number {
    return this.#waiting.size;
  }

  tell(request: WorkerRequest): void {
    if (this.alive) this.#thread.postMessage(request);
  }

  encode(
    job: number,
    task: number,
    range: RowRange,
    memory: Uint8Array<ArrayBuffer> | undefined,
  ): Promise<EncodedRange> {
    return new Promise((resolve, reject) => {
      if (!this.alive) return reject(crash(undefined));
      this.#waiting.set(task, { range, resolve, reject });
      // The process must not end while an answer is awaited.
      this.#thread.ref();
      const request: WorkerRequest = { kind: "encode", job, task, range, ...(memory === undefined ? {} : { memory }) };
      this.#thread.postMessage(request, memory === undefined ? [] : [memory.buffer]);
    });
  }

  /**
   * Lets the thread end by itself: one that is stopped while it compiles what it loads can take the process with it. A thread
   * that does not come to its end is stopped all the same.
   */
  async end(): Promise<void> {
    if (!this.alive) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#thread.once("exit", () => resolve());
    this.#thread.ref();
    this.tell({ kind: "end" });
    const patience = setTimeout(() => void this.#thread.terminate(), endMs);
    await promise;
    clearTimeout(patience);
  }

  #take(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.task);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.task);
    if (this.#waiting.size === 0) this.#thread.unref();
    if (answer.kind === "encoded")
      waiting.resolve({ range: waiting.range, bytes: answer.bytes, length: answer.length });
    else waiting.reject(told(answer.error));
  }

  #fail(cause: Error | undefined): void {
    this.alive = false;
    for (const waiting of this.#waiting.values()) waiting.reject(crash(cause));
    this.#waiting.clear();
  }
}

function told(error: Extract<WorkerAnswer, { kind: "failed" }>["error"]): SeedloomError {
  const cause = error.stack === undefined ? undefined : Object.assign(new Error(error.message), { stack: error.stack });
  return new SeedloomError(error.code, error.message, error.hint, cause === undefined ? undefined : { cause });
}

const crash = (cause: Error | undefined): SeedloomError =>
  new SeedloomError(
    "internal",
    "The export stopped because one of its workers ended unexpectedly.",
    "Nothing was overwritten. Try again with fewer workers; wide rows may need more memory than there is.",
    cause === undefined ? undefined : { cause },
  );

/** Threads that stay warm between jobs; one that crashed is replaced when the next job starts. */
export class WorkerPool {
  #workers: PoolWorker[] = [];
  #jobs = 0;
  #tasks = 0;

  lease(spec: JobSpec, size: number): WorkerLease {
    this.#workers = this.#workers.filter((worker) => worker.alive);
    while (this.#workers.length < size) this.#workers.push(new PoolWorker());
    // Jobs that run at the same time spread over the pool.
    const workers = this.#workers.toSorted((a, b) => a.load - b.load).slice(0, size);
    const job = ++this.#jobs;
    const memories: Uint8Array<ArrayBuffer>[] = [];
    for (const worker of workers) worker.tell({ kind: "open", job, spec });
    return {
      size,
      encode: (range) => {
        const idlest = workers.reduce((best, worker) => (worker.load < best.load ? worker : best));
        return idlest.encode(job, ++this.#tasks, range, memories.pop());
      },
      recycle: (bytes) => {
        memories.push(bytes);
      },
      close: () => {
        for (const worker of workers) worker.tell({ kind: "close", job });
      },
    };
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
    this.#workers = [];
  }
}
