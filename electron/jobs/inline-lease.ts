import { setImmediate as nextTurn } from "node:timers/promises";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import type { JobSpec } from "./job-spec.ts";
import { pieceBytes } from "./ranges.ts";
import type { WorkerLease } from "./worker-pool.ts";

/**
 * Generates and encodes in this thread: for a process that has nothing else to do, and rows so few that a worker would take
 * longer to start than to make them.
 */
export function inlineLease(spec: JobSpec, job: CompiledJob): WorkerLease {
  const encoder = new RangeEncoder(job, spec.dialect);
  return {
    size: 1,
    async encode(range) {
      // Signals are heard between two pieces.
      await nextTurn();
      const out: ByteBuffer = { bytes: new Uint8Array(pieceBytes), length: 0 };
      encoder.encode(range, out);
      const bytes =
        out.bytes.buffer instanceof ArrayBuffer ? new Uint8Array(out.bytes.buffer) : new Uint8Array(out.bytes);
      return { range, bytes, length: out.length };
    },
    recycle: () => undefined,
    close: () => undefined,
  };
}
