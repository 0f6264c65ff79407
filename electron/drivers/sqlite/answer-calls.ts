import type { MessagePort } from "node:worker_threads";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import type { Load, Target, TableIntake } from "../driver.ts";
import { connectTarget } from "./connect-target.ts";
import { StopFlag } from "./stop-flag.ts";
import type {
  PlainRequest,
  TargetAnswer,
  TargetRequest,
  TargetService,
  TargetThreadData,
  ToldError,
} from "./target-messages.ts";

function opened<T>(thing: T | undefined): T {
  if (thing === undefined) throw new SeedloomError("internal", "The database is not open.");
  return thing;
}

/** What the thread of a target does: it holds the connection, and answers what the main side asks of it. */
export function answerCalls(port: MessagePort, { opening, flag: memory }: TargetThreadData): void {
  const flag = new StopFlag(memory);

  let target: Target | undefined;
  let load: Load | undefined;
  let intake: Extract<TableIntake, { kind: "bytes" }> | undefined;
  /** Of the load or the proof under way. */
  let stop = new AbortController();

  const withSignal = (request: PlainRequest): Parameters<Target["begin"]>[0] => ({ ...request, signal: stop.signal });

  const service: TargetService = {
    open: async () => {
      target = connectTarget(opening, () => {
        if (flag.seal()) return true;
        stop.abort();
        return false;
      });
    },
    server: () => opened(target).server(),
    model: () => opened(target).model(),
    promise: (request) => opened(target).promise(withSignal(request)),
    begin: async (request) => {
      stop = new AbortController();
      load = await opened(target).begin(withSignal(request));
    },
    into: async (table) => {
      const next = await opened(load).into(table);
      if (next.kind !== "bytes") throw new SeedloomError("internal", "SQLite takes rows as bytes.");
      intake = next;
      return next.format.id;
    },
    write: (bytes) => opened(intake).write(bytes),
    finish: () => opened(intake).finish(),
    commit: () => opened(load).commit(),
    rollback: () => opened(load).rollback(),
    prove: (tables) => {
      stop = new AbortController();
      return opened(target).prove(tables, stop.signal);
    },
    close: async () => {
      await target?.close();
      // The thread has nothing left to wait for.
      port.close();
    },
  };

  port.on("message", (request: TargetRequest) => {
    if (request.kind === "abort") stop.abort();
    else void answer(request);
  });

  async function answer({ id, name, args }: Extract<TargetRequest, { kind: "call" }>): Promise<void> {
    const method = service[name] as (...args: readonly unknown[]) => Promise<unknown>;
    port.postMessage(
      await method(...args).then(
        (value): TargetAnswer => ({ kind: "done", id, value }),
        (error: unknown): TargetAnswer =>
          error === stop.signal.reason ? { kind: "aborted", id } : { kind: "failed", id, error: told(error) },
      ),
    );
  }
}

function told(error: unknown): ToldError {
  if (!isSeedloomError(error))
    return { code: "internal", message: "SQLite stopped for a reason that Seedloom does not know." };
  const { code, message, hint } = error;
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}
