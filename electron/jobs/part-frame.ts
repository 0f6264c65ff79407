import type { ByteBuffer, TableEncoder } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { encodeTarget } from "./encode-target.ts";
import type { PlannedFile } from "./file-plan.ts";

/** Rows of a piece between which a file may be cut by its bytes, where the format does not say more. */
const cutRows = 100;

/** What stands around the rows of each part of a file that is cut by its bytes. */
export interface PartFrame {
  readonly header: Uint8Array;
  readonly footer: Uint8Array;
  /** Bytes of the first piece that go, where a part begins with it. */
  readonly joint: number;
}

/** The frame of the part that begins with `firstRow`; nothing where pieces are put together in another way. */
export function partFrame(job: CompiledJob, file: PlannedFile, firstRow: number): PartFrame {
  const encoder = encoderOf(job, file, firstRow);
  if (encoder === undefined || job.format.assembly !== undefined) return { header: none, footer: none, joint: 0 };
  return {
    header: bytesOf((out) => encoder.header(out)),
    footer: bytesOf((out) => encoder.footer(out)),
    joint: firstRow === 0 ? 0 : (encoder.joint ?? 0),
  };
}

/** The rows of every piece of a file, where its bytes depend on them. */
export function pieceRows(job: CompiledJob, file: PlannedFile): number | undefined {
  if (job.format.pieceRows !== undefined) return job.format.pieceRows(job.options);
  if (file.cutBytes === undefined) return undefined;
  const unit = encoderOf(job, file, 0)?.unit ?? 1;
  return unit * Math.ceil(cutRows / unit);
}

const none = new Uint8Array(0);

function encoderOf(job: CompiledJob, file: PlannedFile, firstRow: number): TableEncoder | undefined {
  const [table] = file.holds;
  if (table === undefined) return undefined;
  return job.format.encoder({ ...encodeTarget(job, file, table), ...(firstRow === 0 ? {} : { firstRow }) });
}

function bytesOf(write: (out: ByteBuffer) => void): Uint8Array {
  const out: ByteBuffer = { bytes: new Uint8Array(1024), length: 0 };
  write(out);
  return out.bytes.subarray(0, out.length);
}
