import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import { compressedFile } from "../sinks/compressed-file.ts";
import type { FinishedFile, OutputFile, OutputSet } from "../sinks/output-set.ts";
import type { Assembled } from "./assembly/assembly.ts";
import { assemble } from "./assembly/index.ts";
import type { CompiledJob } from "./compile-job.ts";
import { partNumber, type PlannedFile } from "./file-plan.ts";
import { pathOf } from "./file-paths.ts";
import type { JobSpec } from "./job-spec.ts";
import { partFrame, type PartFrame } from "./part-frame.ts";
import type { RunCounter } from "./run-progress.ts";
import type { EncodedRange } from "./worker-pool.ts";

/** A file of a run, with what is in it. */
export interface WrittenFile extends FinishedFile {
  readonly planned: PlannedFile;
  readonly rows: number;
}

interface Writing {
  readonly spec: JobSpec;
  readonly job: CompiledJob;
  readonly output: OutputSet;
  readonly counter: RunCounter;
  readonly signal: AbortSignal;
}

interface OpenFile {
  /** Its place in the file plan. */
  readonly file: number;
  readonly planned: PlannedFile;
  readonly output: OutputFile;
  readonly assembled?: Assembled;
  /** Of one of the parts of a file that is cut. */
  readonly frame?: PartFrame;
  /** 0-based, of a file that is cut. */
  readonly part: number;
  bytes: number;
  rows: number;
  pieces: number;
}

/** Writes the pieces of a run into the files of its plan, as they come in order. */
export class RunFiles {
  readonly finished: WrittenFile[] = [];
  readonly #writing: Writing;
  #open: OpenFile | undefined;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** Calls `done` once the piece's memory is free; waits until the next piece may come. */
  async write(piece: EncodedRange, done: () => void): Promise<void> {
    await this.#advance(piece.range.file);
    const cut = this.#open?.planned.cutBytes;
    if (cut !== undefined) await this.#makeRoom(piece, cut);
    const open = this.#opened();
    const bytes = piece.bytes.subarray(open.pieces === 0 ? (open.frame?.joint ?? 0) : 0, piece.length);
    open.bytes += bytes.length;
    open.rows += piece.range.count;
    open.pieces++;
    if (open.assembled === undefined) return await open.output.write(bytes, done);
    await open.assembled.write(piece);
    done();
  }

  /** No more pieces come. */
  async finish(): Promise<void> {
    await this.#advance(this.#writing.job.files.length);
  }

  /** Lets go of what is open, whether the run came to its end or not. */
  async close(): Promise<void> {
    await this.#open?.assembled?.close();
    this.#open = undefined;
  }

  /** Finishes the files before `next` and opens that one. */
  async #advance(next: number): Promise<void> {
    while (this.#open === undefined || this.#open.file < next) {
      const file: number = this.#open === undefined ? 0 : this.#open.file + 1;
      if (this.#open !== undefined) await this.#finish(this.#open);
      const planned = this.#writing.job.files[file];
      if (planned === undefined) return;
      await this.#begin(file, planned, 0, 0);
      if (planned.holds.length === 0) await this.#comment(planned);
    }
  }

  /** A file that is cut ends before it would be too large, unless it has nothing yet. */
  async #makeRoom({ length, range }: EncodedRange, cut: number): Promise<void> {
    const open = this.#opened();
    if (open.pieces === 0 || open.bytes + length + (open.frame?.footer.length ?? 0) <= cut) return;
    await this.#finish(open);
    await this.#begin(open.file, open.planned, open.part + 1, range.start);
  }

  async #begin(file: number, planned: PlannedFile, part: number, firstRow: number): Promise<void> {
    const { spec, job, output, counter, signal } = this.#writing;
    const cut = planned.cutBytes !== undefined;
    const path = cut ? pathOf(planned.path, { part: partNumber(part) }) : planned.path;
    const stored = counted(await output.open(path), counter);
    const { assembly } = job.format;
    const open: OpenFile = {
      file,
      planned,
      part,
      output: spec.compress === undefined ? stored : compressedFile(stored, spec.compress),
      ...(assembly === undefined
        ? {}
        : { assembled: await assemble(assembly, { job, file: planned, output: stored, signal }) }),
      ...(cut ? { frame: partFrame(job, planned, firstRow) } : {}),
      bytes: 0,
      rows: 0,
      pieces: 0,
    };
    this.#open = open;
    if (open.frame === undefined) return;
    open.bytes += open.frame.header.length;
    await open.output.write(open.frame.header);
  }

  async #finish({ output, assembled, frame, planned, rows }: OpenFile): Promise<void> {
    if (frame !== undefined) await output.write(frame.footer);
    await assembled?.finish();
    await assembled?.close();
    this.finished.push({ ...(await output.finish()), planned, rows });
  }

  /** A file whose rows stand in another says so. */
  async #comment(planned: PlannedFile): Promise<void> {
    const { spec, job } = this.#writing;
    if ((spec.shard?.index ?? 1) > 1) return;
    const elsewhere = job.files.find(({ holds }) => holds.includes(planned.table));
    const out: ByteBuffer = { bytes: new Uint8Array(1024), length: 0 };
    job.format.comment?.(
      `These rows are in ${elsewhere?.path ?? "another file"}: the tables reference each other.`,
      out,
    );
    await this.#opened().output.write(out.bytes.subarray(0, out.length));
  }

  #opened(): OpenFile {
    if (this.#open === undefined) throw new RangeError("No file of the run is open.");
    return this.#open;
  }
}

/** Tells the counter what reaches a file. */
const counted = (file: OutputFile, counter: RunCounter): OutputFile => ({
  async write(bytes, done) {
    await file.write(bytes, done);
    counter.stored(bytes.length);
  },
  finish: () => file.finish(),
});
