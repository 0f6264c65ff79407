import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { SeedloomError } from "../../../shared/base/errors.ts";
import "./answer-calls.ts";
import { StopFlag } from "./stop-flag.ts";
import type {
  Opening,
  TargetAnswer,
  TargetCall,
  TargetRequest,
  TargetService,
  TargetThreadData,
} from "./target-messages.ts";

const entry = new URL("./target-worker.js", import.meta.url);

/** In how many milliseconds a cancel is answered, and what share of them SQLite has to end the statement that it is at. */
const cancelMs = 1800;
const statementShare = 0.5;

/** How long a thread may take to end by itself. */
const endMs = 5000;

type Arguments<K extends TargetCall> = Parameters<TargetService[K]>;
type Answer<K extends TargetCall> = Awaited<ReturnType<TargetService[K]>>;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** What a call is rejected with that its thread stopped for an abort. */
class Aborted extends Error {}

/**
 * The thread that a target's connection lives in, seen from the main side. SQLite works at a statement as long as it takes and
 * nothing ends that from outside, so in a thread of its own it keeps nobody waiting: who cancels is answered all the same,
 * and what is asked meanwhile is done when SQLite is there again.
 */
export class TargetThread {
  readonly #thread: Worker;
  readonly #flag = new StopFlag();
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #alive = true;
  #answerBy = Number.POSITIVE_INFINITY;

  /** `ended` is called when the thread has let go of what it opened, however it came to its end. */
  constructor(opening: Opening, ended: () => void) {
    // What a thread runs is read by this side too, and kept: a thread should not read TypeScript (see job-worker.js).
    flushCompileCache();
    const workerData: TargetThreadData = { opening, flag: this.#flag.memory };
    // The texts of statements are soon forgotten: little room for them keeps a long load as small as a short one.
    this.#thread = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#thread.unref();
    this.#thread.on("message", (answer: TargetAnswer) => this.#take(answer));
    this.#thread.on("error", (error) => this.#fail(error));
    this.#thread.on("exit", () => {
      this.#fail(undefined);
      ended();
    });
  }

  /** Whether it is still at what was asked of it. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  get alive(): boolean {
    return this.#alive;
  }

  async call<K extends TargetCall>(name: K, ...args: Arguments<K>): Promise<Answer<K>> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    if (!this.#alive) throw crash(undefined);
    const id = ++this.#calls;
    this.#waiting.set(id, { resolve, reject });
    // The process must not end while an answer is awaited.
    this.#thread.ref();
    this.#tell({ kind: "call", id, name, args });
    return (await promise) as Answer<K>;
  }

  /**
   * As {@link call}, until the signal is aborted: then SQLite is given a moment to come to the end of its statement, and the
   * signal's reason is thrown. Where a commit is under way already, its outcome is awaited.
   */
  async until<K extends TargetCall>(signal: AbortSignal, name: K, ...args: Arguments<K>): Promise<Answer<K>> {
    signal.throwIfAborted();
    const given = Promise.withResolvers<never>();
    const timer = new AbortController();
    const abort = (): void => {
      if (!this.#flag.stop()) return;
      this.#answerBy = performance.now() + cancelMs;
      this.#tell({ kind: "abort" });
      wait(cancelMs * statementShare, undefined, { signal: timer.signal }).then(
        () => given.reject(signal.reason),
        () => undefined,
      );
    };
    signal.addEventListener("abort", abort, { once: true });
    try {
      return await Promise.race([this.call(name, ...args), given.promise]);
    } catch (error) {
      throw error instanceof Aborted ? signal.reason : error;
    } finally {
      signal.removeEventListener("abort", abort);
      timer.abort();
    }
  }

  /** As {@link call}; undefined where a cancel has to be answered before SQLite is there. */
  async inTime<K extends TargetCall>(name: K, ...args: Arguments<K>): Promise<Answer<K> | undefined> {
    const left = this.#answerBy - performance.now();
    const answer = this.call(name, ...args);
    if (left === Number.POSITIVE_INFINITY) return await answer;
    return await Promise.race([answer, wait(Math.max(0, left), undefined, { ref: false })]);
  }

  /** To be called before what can be stopped: a load, or a proof. */
  restart(): void {
    this.#flag.reset();
    this.#answerBy = Number.POSITIVE_INFINITY;
  }

  /** Closes what is open and ends the thread; where SQLite is busy, as soon as it no longer is, without being waited for. */
  async end(): Promise<void> {
    if (!this.#alive) return;
    const busy = this.busy;
    const exit = once(this.#thread, "exit");
    const closed = this.call("close").catch(() => undefined);
    if (busy) {
      this.#thread.unref();
      return;
    }
    await closed;
    const late = setTimeout(() => void this.kill(), endMs);
    await exit;
    clearTimeout(late);
  }

  /** Ends the thread whatever it does, once SQLite is at the end of its statement. */
  async kill(): Promise<void> {
    await this.#thread.terminate();
  }

  #tell(request: TargetRequest): void {
    this.#thread.postMessage(request);
  }

  #take(answer: TargetAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#thread.unref();
    if (answer.kind === "done") waiting.resolve(answer.value);
    else if (answer.kind === "aborted") waiting.reject(new Aborted());
    else waiting.reject(new SeedloomError(answer.error.code, answer.error.message, answer.error.hint));
  }

  #fail(cause: Error | undefined): void {
    this.#alive = false;
    for (const waiting of this.#waiting.values()) waiting.reject(crash(cause));
    this.#waiting.clear();
  }
}

const crash = (cause: Error | undefined): SeedloomError =>
  new SeedloomError(
    "load-failed",
    "SQLite stopped unexpectedly, perhaps for want of memory.",
    "Try again with fewer workers.",
    cause === undefined ? undefined : { cause },
  );
