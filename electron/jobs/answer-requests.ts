import { parentPort } from "node:worker_threads";
import { isSeedloomError } from "../../shared/base/errors.ts";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import { compileJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import { pieceBytes } from "./ranges.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

// What a worker thread does: it generates and encodes row ranges of the jobs that it is told of.

const port = parentPort;
if (port === null) throw new Error("answer-requests.ts runs in a worker thread.");

const jobs = new Map<number, Promise<RangeEncoder>>();

port.on("message", (request: WorkerRequest) => {
  switch (request.kind) {
    case "open": {
      const opened = compileJob(request.spec).then((job) => new RangeEncoder(job, request.spec.dialect));
      // The failure is told with the first range.
      opened.catch(() => undefined);
      jobs.set(request.job, opened);
      return;
    }
    case "close":
      jobs.delete(request.job);
      return;
    case "end":
      port.close();
      return;
    case "encode":
      void encode(request);
  }
});

async function encode(request: Extract<WorkerRequest, { kind: "encode" }>): Promise<void> {
  try {
    const encoder = await jobs.get(request.job);
    if (encoder === undefined) return;
    const out: ByteBuffer = { bytes: request.memory ?? new Uint8Array(pieceBytes + pieceBytes / 4), length: 0 };
    encoder.encode(request.range, out);
    const bytes = ownMemory(out.bytes);
    const answer: WorkerAnswer = { kind: "encoded", task: request.task, bytes, length: out.length };
    port?.postMessage(answer, [bytes.buffer]);
  } catch (error) {
    port?.postMessage({ kind: "failed", task: request.task, error: toldError(error) } satisfies WorkerAnswer);
  }
}

/** Only plain memory can change hands. */
const ownMemory = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

function toldError(error: unknown): Extract<WorkerAnswer, { kind: "failed" }>["error"] {
  if (isSeedloomError(error)) {
    return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
  }
  const stack = error instanceof Error ? error.stack : undefined;
  return { code: "internal", message: "The rows could not be generated.", ...(stack === undefined ? {} : { stack }) };
}
