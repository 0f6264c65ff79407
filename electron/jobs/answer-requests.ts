import type { MessagePort } from "node:worker_threads";
import { isSeedloomError } from "../../shared/base/errors.ts";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import { compileJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import { pieceBytes } from "./ranges.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

interface OpenJob {
  readonly encoder: Promise<RangeEncoder>;
  /** What pieces are written to, shared with the main side. */
  readonly memories: Uint8Array[];
}

/** What a worker thread does: it generates and encodes row ranges of the jobs that it is told of. */
export function answerRequests(port: MessagePort): void {
  const jobs = new Map<number, OpenJob>();

  /** Memory of jobs that are over, for those to come: what both sides share is given back late, if ever. */
  const spare: Uint8Array[] = [];

  port.on("message", (request: WorkerRequest) => {
    switch (request.kind) {
      case "open": {
        const encoder = compileJob(request.spec).then((job) => new RangeEncoder(job));
        // The failure is told with the first range.
        encoder.catch(() => undefined);
        jobs.set(request.job, { encoder, memories: [] });
        return;
      }
      case "close":
        spare.push(...(jobs.get(request.job)?.memories ?? []).filter((bytes) => bytes.length === usualBytes));
        jobs.delete(request.job);
        return;
      case "end":
        port.close();
        return;
      case "encode":
        void encode(request);
    }
  });

  async function encode({ job, task, range, memory, rows }: Extract<WorkerRequest, { kind: "encode" }>): Promise<void> {
    try {
      const open = jobs.get(job);
      const encoder = await open?.encoder;
      if (open === undefined || encoder === undefined) return;
      const { memories } = open;
      const number = memory ?? memories.length;
      const bytes = memories[number] ?? spare.pop() ?? shared(usualBytes);
      const out: ByteBuffer = { bytes, length: 0 };
      encoder.encode(range, out, rows);
      let told = bytes;
      if (out.bytes !== bytes) {
        told = shared(out.bytes.length);
        told.set(out.bytes.subarray(0, out.length));
      }
      const known = memories[number] === told;
      memories[number] = told;
      const answer = { kind: "encoded", task, memory: number, length: out.length } as const;
      port.postMessage((known ? answer : { ...answer, bytes: told }) satisfies WorkerAnswer);
    } catch (error) {
      port.postMessage({ kind: "failed", task, error: toldError(error) } satisfies WorkerAnswer);
    }
  }
}

/** With room for rows that are longer than those before. */
const usualBytes = pieceBytes + pieceBytes / 4;

const shared = (size: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(size));

function toldError(error: unknown): Extract<WorkerAnswer, { kind: "failed" }>["error"] {
  if (isSeedloomError(error)) {
    return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
  const stack = error instanceof Error ? error.stack : undefined;
  return { code: "internal", message: "The rows could not be generated.", ...(stack === undefined ? {} : { stack }) };
}
