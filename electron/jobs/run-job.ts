import type { ExportedFile, ExportResult } from "../../shared/api/views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { encodeUtf8 } from "../../shared/base/utf8.ts";
import type { FinishedFile, OutputSet } from "../sinks/output-set.ts";
import { compileJob, type CompiledJob } from "./compile-job.ts";
import { refuseHopeless, SpaceWatch } from "./disk-space.ts";
import { inOrder } from "./in-order.ts";
import { inlineLease } from "./inline-lease.ts";
import { withPools, type JobSpec } from "./job-spec.ts";
import { manifest, manifestName } from "./manifest.ts";
import { planProblems } from "./plan-problems.ts";
import { pieceRows } from "./part-frame.ts";
import { rowRanges, type RowRange } from "./ranges.ts";
import { refuseShard } from "./refuse-layout.ts";
import {
  brokenChecks,
  formatTexts,
  refuseFormat,
  refuseNothing,
  refuseProblems,
  refuseTexts,
} from "./refuse-problems.ts";
import { encodeRange, refuseWithoutSource, type SourceFeed } from "./source-feed.ts";
import { Redraw } from "./redraw.ts";
import { RunFiles, type WrittenFile } from "./run-files.ts";
import { RunCounter, type RunProgress } from "./run-progress.ts";
import type { WorkerLease, WorkerPool } from "./worker-pool.ts";

export interface RunOptions {
  readonly pool: WorkerPool;
  readonly workers: number;
  /** This thread has nothing else to do: it makes the rows of a small export itself. */
  readonly inline?: boolean;
  readonly signal: AbortSignal;
  /** Gives the rows of tables that are masked. */
  readonly feed?: SourceFeed;
  /** What the manifest is called: other exports may have theirs in the same folder. */
  readonly manifest?: string;
  /** Of Seedloom, for the manifest. */
  readonly version: string;
  /** What only a database would refuse does not stop the run. */
  readonly goOn?: boolean;
  /** So many rows, at the most, are drawn again and compared with what is written; none where absent. */
  readonly redraw?: number;
  /** Where the bytes go; gets the means to say how many are still to come. */
  output(bytesNeeded: () => number | undefined): OutputSet;
  /** Called for each piece; counting is left to the listener, who may look seldom. */
  progress(now: () => RunProgress): void;
}

/** Below this, one thread is done before a second is awake. */
const smallRows = 20_000;

/**
 * One run of a plan into files:
 *
 *   spec ──compile──▶ plan ──ranges──▶ workers (generate, encode) ──in order──▶ files ──▶ manifest ──▶ all take their places
 *
 * The bytes are a function of the spec alone; workers and the size of ranges only say who makes them when.
 */
export async function runJob(asked: JobSpec, options: RunOptions): Promise<Omit<ExportResult, "elapsed">> {
  const job = await compileJob(asked);
  const spec = withPools(asked, job.plan);
  refuseNothing(job, spec.tables);
  const refused = [
    ...refuseProblems(job, planProblems(job.plan), options.goOn),
    ...refuseProblems(job, brokenChecks(job), options.goOn),
  ];
  refuseFormat(job);
  refuseTexts(formatTexts(job));
  refuseShard(job.format, spec, spec.shard);
  refuseWithoutSource(job, options.feed);
  const counter = new RunCounter(job.files, spec.shard);
  const output = options.output(() => counter.bytesNeeded());
  const small = counter.progress().totalRows < smallRows;
  const lease =
    small && options.inline === true ? inlineLease(job) : options.pool.lease(spec, small ? 1 : options.workers);
  try {
    await output.prepare();
    await refuseHopeless(spec, job, output);
    const redraw = options.redraw === undefined ? undefined : new Redraw(job, options.redraw);
    const written = await writeFiles(spec, job, { output, lease, counter, redraw, options });
    options.signal.throwIfAborted();
    const text = manifest(spec, job, written, options.version);
    const manifestFile = await writeText(output, options.manifest ?? manifestName, text);
    options.signal.throwIfAborted();
    await output.commit();
    return {
      ...result(output.folder, written, manifestFile),
      ...(refused.length === 0 ? {} : { refused }),
      ...(redraw && { redrawn: redraw.result }),
    };
  } catch (error) {
    await output.discard();
    if (options.signal.aborted) {
      throw new SeedloomError(
        "cancelled",
        "The export was cancelled.",
        "The files that were there before are unchanged.",
      );
    }
    throw error;
  } finally {
    lease.close();
  }
}

interface Writing {
  readonly output: OutputSet;
  readonly lease: WorkerLease;
  readonly counter: RunCounter;
  readonly redraw: Redraw | undefined;
  readonly options: RunOptions;
}

/** Writes the pieces as they come, file after file. */
async function writeFiles(
  spec: JobSpec,
  job: CompiledJob,
  { output, lease, counter, redraw, options }: Writing,
): Promise<readonly WrittenFile[]> {
  const { signal } = options;
  const tableOf = (file: number, part: number): string => job.files[file]?.holds[part]?.id ?? "";
  const bytesPerRow = (file: number, part: number) => counter.bytesPerRow(tableOf(file, part));
  const ranges = rowRanges(job.files, spec.shard, bytesPerRow, (file) => pieceRows(job, file));
  // Two pieces a worker keep it busy while the writer writes; more would only take memory.
  const encode = (range: RowRange) => encodeRange(lease, range, job.files[range.file]?.holds[range.part], options.feed);
  const files = new RunFiles({ spec, job, output, counter, signal });
  const space = new SpaceWatch(output, counter);
  options.progress(() => counter.progress());
  try {
    for await (const piece of inOrder(ranges, lease.size * 2 + 1, encode, signal)) {
      const { range, bytes, length } = piece;
      redraw?.look(piece);
      await files.write(piece, () => lease.recycle(bytes));
      counter.written(tableOf(range.file, range.part), range.count, length);
      options.progress(() => counter.progress());
      await space.look();
    }
    await files.finish();
  } finally {
    await files.close();
  }
  options.progress(() => counter.progress());
  return files.finished;
}

async function writeText(output: OutputSet, path: string, text: string): Promise<FinishedFile> {
  const file = await output.open(path);
  await file.write(encodeUtf8(text));
  return await file.finish();
}

function result(
  folder: string,
  written: readonly WrittenFile[],
  manifestFile: FinishedFile,
): Omit<ExportResult, "elapsed"> {
  const files = written.map(({ planned, ...file }): ExportedFile => ({ ...file, table: planned.table.id }));
  return {
    folder,
    files,
    manifest: manifestFile.path,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
