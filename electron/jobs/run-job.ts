import type { ExportedFile, ExportResult } from "../../shared/api/views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { encodeUtf8 } from "../../shared/base/utf8.ts";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import type { FinishedFile, OutputFile, OutputSet } from "../sinks/output-set.ts";
import { compileJob, type CompiledJob } from "./compile-job.ts";
import { inOrder } from "./in-order.ts";
import { inlineLease } from "./inline-lease.ts";
import { withPools, type JobSpec } from "./job-spec.ts";
import { manifest, manifestName } from "./manifest.ts";
import { planProblems } from "./plan-problems.ts";
import { fileRows, rowRanges, type RowRange } from "./ranges.ts";
import { refuseFormat, refuseNothing, refuseProblems } from "./refuse-problems.ts";
import { encodeRange, refuseWithoutSource, type SourceFeed } from "./source-feed.ts";
import { RunCounter, type RunProgress } from "./run-progress.ts";
import type { EncodedRange, WorkerLease, WorkerPool } from "./worker-pool.ts";

export interface RunOptions {
  readonly pool: WorkerPool;
  readonly workers: number;
  /** This thread has nothing else to do: it makes the rows of a small export itself. */
  readonly inline?: boolean;
  readonly signal: AbortSignal;
  /** Gives the rows of tables that are masked. */
  readonly feed?: SourceFeed;
  /** Of Seedloom, for the manifest. */
  readonly version: string;
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
  refuseProblems(job, planProblems(job.plan));
  refuseFormat(job);
  refuseWithoutSource(job, options.feed);
  const counter = new RunCounter(job.files, spec.shard);
  const output = options.output(() => counter.bytesNeeded());
  const small = counter.progress().totalRows < smallRows;
  const lease =
    small && options.inline === true ? inlineLease(job) : options.pool.lease(spec, small ? 1 : options.workers);
  try {
    await output.prepare();
    const finished = await writeFiles(spec, job, { output, lease, counter, options });
    options.signal.throwIfAborted();
    const text = manifest(spec, job, finished, options.version);
    finished.push(await writeText(output, manifestName, text));
    options.signal.throwIfAborted();
    await output.commit();
    return result(spec, job, output.folder, finished);
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
  readonly options: RunOptions;
}

/** Writes the pieces as they come, file after file. */
async function writeFiles(spec: JobSpec, job: CompiledJob, writing: Writing): Promise<FinishedFile[]> {
  const { output, lease, counter, options } = writing;
  const finished: FinishedFile[] = [];
  const tableOf = (file: number, part: number): string => job.files[file]?.holds[part]?.id ?? "";
  const ranges = rowRanges(job.files, spec.shard, (file, part) => counter.bytesPerRow(tableOf(file, part)));
  // Two pieces a worker keep it busy while the writer writes; more would only take memory.
  const encode = (range: RowRange) => encodeRange(lease, range, job.files[range.file]?.holds[range.part], options.feed);
  const pieces = inOrder(ranges, lease.size * 2 + 1, encode, options.signal);
  let open: { readonly file: number; readonly output: OutputFile } | undefined;

  /** Finishes the files before `next` and opens that one. */
  async function advance(next: number): Promise<OutputFile | undefined> {
    while (open === undefined || open.file < next) {
      if (open !== undefined) finished.push(await open.output.finish());
      const file: number = open === undefined ? 0 : open.file + 1;
      const planned = job.files[file];
      if (planned === undefined) return undefined;
      open = { file, output: await output.open(planned.path) };
      await writeComment(spec, job, file, open.output);
    }
    return open.output;
  }

  options.progress(() => counter.progress());
  for await (const piece of pieces) {
    const target = await advance(piece.range.file);
    await target?.write(piece.bytes.subarray(0, piece.length));
    count(piece);
  }
  if (job.files.length > 0) await advance(job.files.length);
  options.progress(() => counter.progress());
  return finished;

  function count({ range, bytes, length }: EncodedRange): void {
    counter.written(tableOf(range.file, range.part), range.count, length);
    lease.recycle(bytes);
    options.progress(() => counter.progress());
  }
}

/** A file whose rows stand in another says so. */
async function writeComment(spec: JobSpec, job: CompiledJob, file: number, output: OutputFile): Promise<void> {
  const planned = job.files[file];
  if (planned === undefined || planned.holds.length > 0 || (spec.shard?.index ?? 1) > 1) return;
  const elsewhere = job.files.find(({ holds }) => holds.includes(planned.table));
  const out: ByteBuffer = { bytes: new Uint8Array(1024), length: 0 };
  job.format.comment?.(`These rows are in ${elsewhere?.path ?? "another file"}: the tables reference each other.`, out);
  await output.write(out.bytes.subarray(0, out.length));
}

async function writeText(output: OutputSet, path: string, text: string): Promise<FinishedFile> {
  const file = await output.open(path);
  await file.write(encodeUtf8(text));
  return await file.finish();
}

function result(
  spec: JobSpec,
  job: CompiledJob,
  folder: string,
  finished: readonly FinishedFile[],
): Omit<ExportResult, "elapsed"> {
  const files = job.files.flatMap((planned): readonly ExportedFile[] => {
    const file = finished.find(({ path }) => path === planned.path);
    return file === undefined ? [] : [{ ...file, table: planned.table.id, rows: fileRows(planned, spec.shard) }];
  });
  return {
    folder,
    files,
    manifest: manifestName,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
