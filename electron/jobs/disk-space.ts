import { SeedloomError } from "../../shared/base/errors.ts";
import { bytesInWords } from "../sinks/bytes-in-words.ts";
import type { OutputSet } from "../sinks/output-set.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { JobSpec } from "./job-spec.ts";
import { fileRows } from "./ranges.ts";
import type { RunCounter } from "./run-progress.ts";

/** What compression, or a format that packs, makes of a byte at best. */
const mostPacked = 1000;

/** No file has fewer bytes than this, whatever is in its rows: a mark behind each cell, or two around the row. */
function leastBytes(spec: JobSpec, { files, format }: CompiledJob): number {
  const packed = spec.compress !== undefined || format.assembly !== undefined;
  const least = files.reduce((sum, file) => {
    const cells = Math.max(2, Math.min(...file.holds.map(({ written }) => written.length)));
    return sum + (file.holds.length === 0 ? 0 : fileRows(file, spec.shard) * cells);
  }, 0);
  return packed ? least / mostPacked : least;
}

/** Stops a run before its first row where not even rows of nothing would fit. */
export async function refuseHopeless(spec: JobSpec, job: CompiledJob, output: OutputSet): Promise<void> {
  await refuseBeyond(leastBytes(spec, job), "at least", output);
}

/** Looks at the disk while a run goes on: soon after its begin, then ever less often. */
export class SpaceWatch {
  readonly #output: OutputSet;
  readonly #counter: RunCounter;
  #pieces = 0;
  #next = 4;

  constructor(output: OutputSet, counter: RunCounter) {
    this.#output = output;
    this.#counter = counter;
  }

  /** A piece was written. Throws where what is to come of its table, and of those begun before, will not fit. */
  async look(): Promise<void> {
    if (++this.#pieces < this.#next) return;
    this.#next = Math.min(this.#next * 2, this.#next + mostBetween);
    await refuseBeyond(this.#counter.bytesToCome(), "about", this.#output);
  }
}

/** Pieces between two looks. */
const mostBetween = 128;

async function refuseBeyond(needed: number, word: string, output: OutputSet): Promise<void> {
  const free = await output.freeBytes?.();
  if (free === undefined || needed <= free) return;
  throw new SeedloomError(
    "disk-full",
    `The export needs ${word} ${bytesInWords(needed)} more, and ${bytesInWords(free)} are free on the disk of ${output.folder}.`,
    "Export fewer rows, compress them, or choose a folder on another disk; the files that were there before are unchanged.",
  );
}
