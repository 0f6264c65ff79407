import { performance } from "node:perf_hooks";
import { join } from "node:path";
import type { RepositoryView, TargetProgress, TargetsResult } from "../../../shared/api/target-views.ts";
import type { Redrawn } from "../../../shared/api/views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { encodeUtf8 } from "../../../shared/base/utf8.ts";
import { isDataTarget } from "../../../shared/project/project.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { runJob } from "../../jobs/run-job.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import type { RunProgress } from "../../jobs/run-progress.ts";
import type { SourceFeed } from "../../jobs/source-feed.ts";
import type { WorkerPool } from "../../jobs/worker-pool.ts";
import { comparison } from "../../sinks/comparison.ts";
import { FileSet } from "../../sinks/files.ts";
import { repositoryState } from "../repository/repository-state.ts";
import type { ExportSession } from "../exports.ts";
import { resolveNow } from "../today.ts";
import { version } from "../version.ts";
import type { Contents } from "./content-keeper.ts";
import { exportsLockName, readExportsLock, withRenames, writeExportsLock } from "./exports-lock.ts";
import { JointOutput, refuseOutside } from "./joint-output.ts";
import { settingsOf } from "./locked-state.ts";
import { meantTargets, targetPlaces, type MeantTarget } from "./meant-targets.ts";
import { nextLock } from "./next-lock.ts";
import { outdatedFiles, refuseEdited, withEdits } from "./standing-files.ts";
import { targetsResult } from "./targets-result.ts";
import { textFiles } from "./text-files.ts";

export interface TargetsRequest {
  /** The folder that targets are relative to: that of the project. */
  readonly base: string;
  /** By name; all where absent. */
  readonly names?: readonly string[];
  /** Instead of the targets' own. */
  readonly scenario?: string;
  /** False: nothing is written, and what would be is told. */
  readonly write: boolean;
  readonly overwriteEdited?: boolean;
  /** False: what only a database would refuse does not stop the run. */
  readonly stopOnErrors?: boolean;
}

export interface TargetsOptions {
  readonly pool: WorkerPool;
  readonly workers: number;
  readonly inline?: boolean;
  readonly signal: AbortSignal;
  progress(now: () => RunProgress): void;
  /** Runs a data target with rows of the source, where tables of it are masked. */
  masked?<T>(spec: JobSpec, execute: (ready: JobSpec, feed?: SourceFeed) => Promise<T>): Promise<T>;
}

export interface TargetsRun {
  readonly result: TargetsResult;
  /** By path, of the files that change, as far as they can be shown. */
  readonly contents: ReadonlyMap<string, Contents>;
}

/** What one target gave. */
export interface RanTarget {
  readonly meant: MeantTarget;
  readonly referenceDate: string;
  /** By path, relative to the root. */
  readonly files: ReadonlyMap<string, Partial<Pick<ToldFile, "table" | "rows">>>;
  readonly rows: number;
  readonly redrawn: Redrawn | undefined;
  /** Errors that did not stop it. */
  readonly refused: readonly string[];
  readonly elapsed: number;
}

/**
 * Runs the exports of a project, one after another, into one set of files: all take their places at the end, or none does. Files
 * that were edited by hand since are left alone and named, and files that no export gives any more go.
 */
export async function runTargets(
  session: ExportSession,
  request: TargetsRequest,
  options: TargetsOptions,
): Promise<TargetsRun> {
  const targets = meantTargets(session, request);
  // Of targets that are left out nothing is told, and nothing goes.
  const all = request.names === undefined && request.scenario === undefined;
  const repository = await repositoryState(request.base, options.signal);
  for (const { name, folder } of targets) await refuseOutside(repository.root, join(folder, "file"), name);
  const lockPath = join(repository.base, exportsLockName);
  const lock = withRenames(await readExportsLock(lockPath), allTargets(session, request));
  const run = new Run(session, repository, targets, request, options);
  const output = run.output;
  try {
    await output.prepare();
    const ran = await run.all();
    refuseOthers(ran);
    const files = await withEdits(output.files, repository, lock);
    const outdated = await outdatedFiles(files, ran, repository, lock, all);
    if (request.write && request.overwriteEdited !== true) refuseEdited([...files, ...outdated]);
    for (const { path } of outdated) output.remove(path);
    const next = nextLock(session, lock, ran, files, repository, all);
    await writeText(output, "the project", lockPath, writeExportsLock(next));
    options.signal.throwIfAborted();
    const result = await targetsResult(session, {
      request,
      repository,
      lock,
      ran,
      files: output.files,
      edits: files,
      outdated,
    });
    if (request.write) await output.commit();
    return {
      result,
      contents: new Map(output.files.flatMap(({ path, contents }) => (contents ? [[path, contents]] : []))),
    };
  } catch (error) {
    await output.discard();
    if (!options.signal.aborted) throw error;
    throw new SeedloomError(
      "cancelled",
      "The export was cancelled.",
      "The files that were there before are unchanged.",
    );
  }
}

/** Every target of the project, as the lock knows it. */
const allTargets = (session: ExportSession, request: TargetsRequest) =>
  targetPlaces(session, request)
    .flat()
    .map(({ name, target, scenario }) => ({
      name,
      settings: settingsOf(target),
      ...(scenario === undefined ? {} : { scenario }),
    }));

/** Rows of a run that are drawn again, so that it shows that a row follows from its number alone. */
const mostRedrawn = 1000;

/** Stops a run whose rows are others when they are drawn again: nobody could review or repeat it. */
function refuseOthers(ran: readonly RanTarget[]): void {
  for (const { meant, redrawn } of ran) {
    if (redrawn === undefined || redrawn.same === redrawn.rows) continue;
    throw new SeedloomError(
      "check-failed",
      `${redrawn.rows - redrawn.same} of ${redrawn.rows} rows of ${meant.name} were others when they were drawn again.`,
      "Nothing was written. A rule gives a row other values on its own than among others: please report it with the project.",
    );
  }
}

/** The targets of one run, and how far they are. */
class Run {
  readonly output: JointOutput;
  readonly #session: ExportSession;
  readonly #base: string;
  readonly #targets: readonly MeantTarget[];
  readonly #options: TargetsOptions;
  readonly #stopOnErrors: boolean;
  readonly #done: TargetProgress[] = [];
  #begin = performance.now();
  #now: () => RunProgress = () => ({ rows: 0, totalRows: 0, bytes: 0, tables: [] });
  #bytesNeeded: () => number | undefined = () => undefined;

  constructor(
    session: ExportSession,
    { base, root }: RepositoryView,
    targets: readonly MeantTarget[],
    { write, stopOnErrors = true }: TargetsRequest,
    options: TargetsOptions,
  ) {
    this.#stopOnErrors = stopOnErrors;
    this.#session = session;
    this.#base = base;
    this.#targets = targets;
    this.#options = options;
    this.output = new JointOutput(write ? new FileSet(root, () => this.#bytesNeeded()) : comparison(root));
  }

  async all(): Promise<readonly RanTarget[]> {
    const ran: RanTarget[] = [];
    for (const meant of this.#targets) {
      this.#begin = performance.now();
      this.#now = () => ({ rows: 0, totalRows: 0, bytes: 0, tables: [] });
      this.#tell();
      const before = new Set(this.output.files.map(({ path }) => path));
      const one = await this.#one(meant);
      const files = this.output.files.filter(({ path }) => !before.has(path));
      const tables = new Map(one.files.map((file) => [this.output.pathOf(join(meant.folder, file.path)), file]));
      const { rows, totalRows } = this.#now();
      const elapsed = (performance.now() - this.#begin) / 1000;
      ran.push({
        meant,
        referenceDate: resolveNow(this.#session.project.now),
        files: new Map(files.map(({ path }) => [path, told(tables.get(path))])),
        rows: one.rows,
        redrawn: one.redrawn,
        refused: one.refused ?? [],
        elapsed,
      });
      const changed = files.filter(({ change }) => change !== "unchanged").length;
      this.#done.push({ name: meant.name, state: "done", rows, totalRows, files: files.length, changed, elapsed });
    }
    this.#now = () => ({ rows: 0, totalRows: 0, bytes: 0, tables: [] });
    this.#tell();
    return ran;
  }

  async #one({ name, target, spec, folder, manifest }: MeantTarget): Promise<{
    readonly rows: number;
    readonly files: readonly ToldFile[];
    readonly redrawn?: Redrawn;
    readonly refused?: readonly string[];
  }> {
    const output = this.output.folder(name, folder);
    if (isDataTarget(target) && spec !== undefined) {
      const { pool, workers, inline, signal } = this.#options;
      const execute = (ready: JobSpec, feed?: SourceFeed) =>
        runJob(ready, {
          pool,
          workers,
          ...(inline === undefined ? {} : { inline }),
          ...(feed === undefined ? {} : { feed }),
          signal,
          version,
          redraw: Math.ceil(mostRedrawn / this.#targets.filter((target) => target.spec !== undefined).length),
          ...(this.#stopOnErrors ? {} : { goOn: true }),
          ...(manifest === undefined ? {} : { manifest }),
          output: (bytesNeeded) => {
            this.#bytesNeeded = bytesNeeded;
            return output;
          },
          progress: (now) => {
            this.#now = now;
            this.#tell();
          },
        });
      return await (this.#options.masked?.(spec, execute) ?? execute(spec));
    }
    if (isDataTarget(target)) return { rows: 0, files: [] };
    for (const { path, text } of await textFiles(this.#session, target, this.#base)) {
      await writeText(this.output, name, join(folder, path), text);
    }
    return { rows: 0, files: [] };
  }

  #tell(): void {
    this.#options.progress(() => this.#progress());
  }

  #progress(): RunProgress {
    const now = this.#now();
    const at = this.#done.length;
    const sum = (of: (target: TargetProgress) => number): number => this.#done.reduce((all, one) => all + of(one), 0);
    return {
      ...now,
      rows: sum(({ rows }) => rows) + now.rows,
      totalRows: sum(({ totalRows }) => totalRows) + now.totalRows,
      targets: this.#targets.map(
        ({ name }, k): TargetProgress =>
          this.#done[k] ?? {
            name,
            state: k === at ? "running" : "queued",
            rows: k === at ? now.rows : 0,
            totalRows: k === at ? now.totalRows : 0,
            files: 0,
            changed: 0,
            elapsed: k === at ? (performance.now() - this.#begin) / 1000 : 0,
          },
      ),
    };
  }
}

interface ToldFile {
  readonly path: string;
  readonly table: TableId;
  readonly rows: number;
}

const told = (file: ToldFile | undefined): Partial<Pick<ToldFile, "table" | "rows">> =>
  file === undefined ? {} : { table: file.table, rows: file.rows };

async function writeText(output: JointOutput, target: string, full: string, text: string): Promise<void> {
  const file = await output.open(target, full);
  await file.write(encodeUtf8(text));
  await file.finish();
}
