import { flushCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { SeedloomError } from "../../shared/base/errors.ts";
import "./answer-requests.ts";
import { memoryOf, type FedRows } from "./fed-rows.ts";
import type { JobSpec } from "./job-spec.ts";
import type { RowRange } from "./ranges.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

/**
 * A piece of a file. Give its memory back with {@link WorkerLease.recycle} when it is written: the next piece is then made in
 * it, so nobody may still read it.
 */
export interface EncodedRange {
  readonly range: RowRange;
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** The workers of one job. */
export interface WorkerLease {
  readonly size: number;
  /** `rows` are the source's, for a table that is masked. */
  encode(range: RowRange, rows?: FedRows): Promise<EncodedRange>;
  recycle(bytes: Uint8Array): void;
  close(): void;
}

export const defaultWorkers = (): number => Math.min(4, availableParallelism());

const entry = new URL("./job-worker.js", import.meta.url);

/** How long a thread may take to end by itself. */
const endMs = 5000;

/** What a worker has answered to a task. */
type Encoded = Extract<WorkerAnswer, { kind: "encoded" }>;

interface Waiting {
  resolve(encoded: Encoded): void;
  reject(error: Error): void;
}

/** One thread and what it was asked for. */
class PoolWorker {
  readonly #thread = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 6 } });
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

  encode(request: Extract<WorkerRequest, { kind: "encode" }>): Promise<Encoded> {
    return new Promise((resolve, reject) => {
      if (!this.alive) return reject(crash(undefined));
      this.#waiting.set(request.task, { resolve, reject });
      // The process must not end while an answer is awaited.
      this.#thread.ref();
      // Rows go over as they are, without a copy.
      this.#thread.postMessage(request, request.rows === undefined ? [] : memoryOf(request.rows));
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
    if (answer.kind === "encoded") waiting.resolve(answer);
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

/** The memories that one worker writes pieces of one job to, by its numbers for them. */
class SharedMemories {
  readonly #all: Uint8Array[] = [];
  readonly #free: number[] = [];

  /** One that is free; the worker makes a new one where there is none. */
  take(): number | undefined {
    return this.#free.pop();
  }

  filled({ memory, bytes }: Encoded): Uint8Array {
    if (bytes !== undefined) this.#all[memory] = bytes;
    return this.#all[memory] ?? new Uint8Array(0);
  }

  free(bytes: Uint8Array): void {
    this.#free.push(this.#all.indexOf(bytes));
  }
}

/** Threads that stay warm between jobs; one that crashed is replaced when the next job starts. */
export class WorkerPool {
  #workers: PoolWorker[] = [];
  #jobs = 0;
  #tasks = 0;

  lease(spec: JobSpec, size: number): WorkerLease {
    this.#workers = this.#workers.filter((worker) => worker.alive);
    // What the threads run is read by this one too, and kept: a thread should not read TypeScript (see job-worker.js).
    if (this.#workers.length < size) flushCompileCache();
    while (this.#workers.length < size) this.#workers.push(new PoolWorker());
    // Jobs that run at the same time spread over the pool.
    const workers = this.#workers.toSorted((a, b) => a.load - b.load).slice(0, size);
    const job = ++this.#jobs;
    const memories = new Map(workers.map((worker) => [worker, new SharedMemories()]));
    const owners = new Map<Uint8Array, SharedMemories>();
    for (const worker of workers) worker.tell({ kind: "open", job, spec });
    return {
      size,
      encode: async (range, rows) => {
        const idlest = workers.reduce((best, worker) => (worker.load < best.load ? worker : best));
        const own = memories.get(idlest) ?? new SharedMemories();
        const memory = own.take();
        const task = ++this.#tasks;
        const encoded = await idlest.encode({
          kind: "encode",
          job,
          task,
          range,
          ...(memory === undefined ? {} : { memory }),
          ...(rows === undefined ? {} : { rows }),
        });
        const bytes = own.filled(encoded);
        owners.set(bytes, own);
        return { range, bytes, length: encoded.length };
      },
      recycle: (bytes) => {
        owners.get(bytes)?.free(bytes);
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
