import { namedFolder } from "../named-folder.ts";
import { performance } from "node:perf_hooks";
import type { ExportResult } from "../../../shared/api/views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { jobSpec } from "../../backend/exports.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import type { Session } from "../../backend/sessions/session.ts";
import { version } from "../../backend/version.ts";
import { formats } from "../../../shared/encoders/index.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import { runJob } from "../../jobs/run-job.ts";
import { refuseOtherShard } from "../../jobs/standing-manifest.ts";
import { defaultWorkers, WorkerPool } from "../../jobs/worker-pool.ts";
import { bytesInWords } from "../../sinks/bytes-in-words.ts";
import { comparison } from "../../sinks/comparison.ts";
import { FileSet } from "../../sinks/files.ts";
import { checkWarnings } from "../check-warnings.ts";
import {
  askedExports,
  meansSaved,
  parseShare,
  rowCounts,
  withSeed,
  type AskedExport,
  type ExportOptions,
} from "../export-options.ts";
import type { AddCommand } from "../main.ts";
import { parseWhole } from "../parse-count.ts";
import { progressBar } from "../progress-bar.ts";
import { exportTargets } from "./export-targets.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { noteUpgrade } from "../upgrade-words.ts";
import { count, duration, listed } from "../words.ts";

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addExport: AddCommand = (program, terminal) => {
  program
    .command("export")
    .description("seed files of a project; without options, all exports that the project names")
    .argument("[project]", "a project folder", ".")
    .option("--scenario <name>", "a scenario of the project")
    .option("--target <name>", "one of the project's exports")
    .option("--format <format>", formats.map(({ id }) => id).join(", "))
    .option("--out <folder>", "where the files go; or a template of their paths: out/{nnn}_{table}.sql")
    .option("--dialect <dialect>", "of SQL: sqlite, postgresql, mysql or sqlserver; the source's by default")
    .option("--option <name=value>", "an option of the format, e.g. delimiter=; (repeatable)", collect, [])
    .option("--compress <how>", "gzip or zstd, each file")
    .option("--split <size>", "files of at most rows=COUNT or bytes=COUNT each")
    .option("--table <name>", "only this table (repeatable)", collect, [])
    .option("--rows <count>", "rows of every table, or TABLE=COUNT (repeatable)", collect, [])
    .option("--seed <number>", "another seed than the project's")
    .option("--workers <number>", "worker threads; the bytes do not depend on it")
    .option("--shard <i/n>", "one of n parts of every file; the parts in order are the whole")
    .option("--worker <i/n>", "one of n runs that fill one database: keys and unique values never meet those of others")
    .option("--check", "write nothing; fail where the files are not what the project gives")
    .option("--dry-run", "write nothing; tell what would change, and why")
    .option("--overwrite-edited", "also files that were edited since an export wrote them")
    .option("--go-on", "errors that only a database would refuse are warnings")
    .option("--commit <message>", "commit the files that changed, and nothing else")
    .option("--branch <name>", "the commit goes on a new branch")
    .option("--json", "for programs: what was written")
    .action(async (project: string, options: ExportOptions) => {
      if (options.out !== undefined) namedFolder(options.out);
      const workers =
        options.workers === undefined ? defaultWorkers() : parseWhole(options.workers, "--workers", 1, 64);
      const shard = options.shard === undefined ? undefined : parseShare(options.shard, "--shard");
      const worker = options.worker === undefined ? undefined : parseShare(options.worker, "--worker");
      const session = await sessionOfProject(project);
      if (session.source.message !== undefined) terminal.note(session.source.message);
      noteUpgrade(session, terminal);
      if (meansSaved(options)) return exportTargets(session, { ...options, workers }, terminal);
      if (options.seed !== undefined) withSeed(session, options.seed);
      const rows = rowCounts(options.rows, session);
      const asked = askedExports(session, options).map((target) => ({
        folder: target.folder,
        ...(target.manifest === undefined ? {} : { manifest: target.manifest }),
        spec: {
          ...specOf(session, target, rows),
          ...(shard === undefined ? {} : { shard }),
          ...(worker === undefined ? {} : { worker }),
        },
      }));
      if (options.format === undefined && options.check !== true)
        terminal.note("for this run only: exports.lock.json does not record it. Save what is to last as an export.");
      const results = await run(
        asked,
        { workers, check: options.check === true, goOn: options.goOn === true },
        terminal,
      );
      if (options.json === true) await terminal.out(`${JSON.stringify(results, null, 2)}\n`);
      if (options.check === true) refuseChanges(results, terminal);
    });
};

function specOf(session: Session, target: AskedExport, rows: Readonly<Record<string, number>> | undefined): JobSpec {
  const { format, dialect, options, scenario, tables, template, compress, split } = target;
  return jobSpec(session, {
    format,
    ...(template === undefined ? {} : { template }),
    ...(compress === undefined ? {} : { compress }),
    ...(split === undefined ? {} : { split }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(options === undefined ? {} : { options }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(tables === undefined ? {} : { tables: [...tables] }),
    ...(rows === undefined ? {} : { rows: { ...rows } }),
  });
}

interface AskedRun {
  readonly folder: string;
  readonly manifest?: string;
  readonly spec: JobSpec;
}

/** Runs exports one after another. */
async function run(
  asked: readonly AskedRun[],
  { workers, check, goOn }: { readonly workers: number; readonly check: boolean; readonly goOn: boolean },
  terminal: Terminal,
): Promise<readonly ExportResult[]> {
  const pool = new WorkerPool();
  const stop = stopSignal();
  const results: ExportResult[] = [];
  try {
    for (const { folder, manifest, spec } of asked) {
      if (!check) await refuseOtherShard(folder, spec.shard);
      const begin = performance.now();
      const bar = progressBar(terminal);
      const finished = await runJob(spec, {
        pool,
        workers,
        inline: true,
        goOn,
        signal: stop.signal,
        version,
        ...(manifest === undefined ? {} : { manifest }),
        output: (bytesNeeded) => (check ? comparison(folder) : new FileSet(folder, bytesNeeded)),
        progress: (now) => bar.show(now),
      }).finally(() => bar.end());
      const result = { ...finished, elapsed: (performance.now() - begin) / 1000 };
      results.push(result);
      if (check) continue;
      terminal.note(summary(result));
      for (const problem of result.refused ?? []) terminal.note(`warning: ${problem}`);
      for (const line of await checkWarnings(spec)) terminal.note(line);
    }
    return results;
  } finally {
    stop.release();
    await pool.end();
  }
}

const summary = ({ rows, files, bytes, elapsed, folder }: ExportResult): string =>
  `wrote ${count(rows, "row")} in ${count(files.length, "file")} (${bytesInWords(bytes)}) to ${folder} in ${duration(elapsed)}.`;

/** Fails where a file that was compared is not what the project gives. */
function refuseChanges(results: readonly ExportResult[], terminal: Terminal): void {
  const differing = results.flatMap(({ files }) => files).filter(({ change }) => change !== "unchanged");
  if (differing.length === 0) return terminal.note("the files are what the project gives.");
  const names = differing.map(({ path, change }) => (change === "added" ? `${path} (missing)` : path));
  const more = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  throw new SeedloomError(
    "check-failed",
    `The files are not what the project gives: ${listed(more)}.`,
    "Run the same command without --check, and look at the difference.",
  );
}
