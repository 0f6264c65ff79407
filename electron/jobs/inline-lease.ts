import { setImmediate as nextTurn } from "node:timers/promises";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import { pieceBytes } from "./ranges.ts";
import type { WorkerLease } from "./worker-pool.ts";

/**
 * Generates and encodes in this thread: for a process that has nothing else to do, and rows so few that a worker would take
 * longer to start than to make them.
 */
export function inlineLease(job: CompiledJob): WorkerLease {
  const encoder = new RangeEncoder(job);
  const memories: Uint8Array[] = [];
  return {
    size: 1,
    async encode(range, rows) {
      // Signals are heard between two pieces.
      await nextTurn();
      const out: ByteBuffer = { bytes: memories.pop() ?? new Uint8Array(pieceBytes), length: 0 };
      encoder.encode(range, out, rows);
      return { range, bytes: out.bytes, length: out.length };
    },
    recycle: (bytes) => {
      memories.push(bytes);
    },
    close: () => undefined,
  };
}
