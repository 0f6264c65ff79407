import type { OutputFile } from "../../sinks/output-set.ts";
import type { CompiledJob } from "../compile-job.ts";
import type { PlannedFile } from "../file-plan.ts";
import type { EncodedRange } from "../worker-pool.ts";

/** Puts the pieces of one file together, as they come in order. A piece's memory is its worker's again after the write. */
export interface Assembled {
  write(piece: EncodedRange): Promise<void>;
  /** Writes what is left to write; the file itself is finished by whoever opened it. */
  finish(): Promise<void>;
  /** Lets go of what it has open, whether it came to its end or not. */
  close(): Promise<void>;
}

/** What a file is put together from. */
export interface AssemblyRequest {
  readonly job: CompiledJob;
  readonly file: PlannedFile;
  readonly output: OutputFile;
  readonly signal: AbortSignal;
}

export const nothing = async (): Promise<void> => undefined;
