import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { leakCheckSchema } from "../../../shared/api/inputs.ts";
import type { LoadResult } from "../../../shared/api/load-views.ts";
import { proofWords } from "../../../shared/api/proof-words.ts";
import type { ExportResult } from "../../../shared/api/views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { formats } from "../../../shared/encoders/index.ts";
import { exportFormatSchema, sqlDialectSchema } from "../../../shared/project/project.ts";
import { jobSpec } from "../../backend/exports.ts";
import { refuseLeaks } from "../../backend/privacy/refuse-leaks.ts";
import { runMasked } from "../../backend/privacy/run-masked.ts";
import { keepFingerprint, projectLock, refuseOtherKey } from "../../backend/mask-lock.ts";
import { sessionOfProject } from "../../backend/sessions/open-session.ts";
import { Connections } from "../../backend/storage/connections.ts";
import { defaultDataFolder } from "../../backend/storage/data-folder.ts";
import { maskRootOf } from "../../backend/storage/mask-key.ts";
import { projectFolder } from "../../backend/storage/project-folder.ts";
import { version } from "../../backend/version.ts";
import { hasPassword } from "../../drivers/address-password.ts";
import type { Source } from "../../drivers/driver.ts";
import { openSource, openTarget } from "../../drivers/open-source.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import type { SourceFeed } from "../../jobs/source-feed.ts";
import { runLoad } from "../../jobs/load-run.ts";
import { outputPlace } from "../../jobs/output-place.ts";
import { refuseOwnSource } from "../../jobs/refuse-own-source.ts";
import { runJob } from "../../jobs/run-job.ts";
import { defaultWorkers, WorkerPool } from "../../jobs/worker-pool.ts";
import { bytesInWords } from "../../sinks/bytes-in-words.ts";
import { FileSet } from "../../sinks/files.ts";
import { oneOf, sizes, withOptions } from "../export-options.ts";
import { toldLeakCheck } from "../leak-check.ts";
import type { AddCommand } from "../main.ts";
import { namedFolder } from "../named-folder.ts";
import { parseWhole } from "../parse-count.ts";
import { progressBar } from "../progress-bar.ts";
import { refuseFindings } from "../refuse-findings.ts";
import { sampleHelp, withSamples } from "../sample-option.ts";
import type { SavedExportsOptions } from "../export-options.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { noteUpgrade } from "../upgrade-words.ts";
import { count, duration } from "../words.ts";
import { fingerprintWords, maskExports } from "./mask-exports.ts";

interface MaskOptions extends SavedExportsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format?: string;
  readonly out?: string;
  readonly dialect?: string;
  readonly option: readonly string[];
  readonly compress?: string;
  readonly split?: string;
  readonly table: readonly string[];
  readonly sample: readonly string[];
  readonly clear?: string | true;
  readonly existing: string;
  readonly triggers: string;
  readonly workers?: string;
  readonly confirm?: string;
  readonly proof?: true;
  readonly newKey?: true;
  readonly leakCheck: string;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addMask: AddCommand = (program, terminal) => {
  program
    .command("mask")
    .description(
      "rows of a database, masked, into files or another database; without options, all exports that the project names; the key is in SEEDLOOM_KEY",
    )
    .argument("[project]", "a project folder", ".")
    .option("--from <address>", "where the rows come from; the project's source by default")
    .option("--to <address>", "the database to load; ${NAME} stands for a variable")
    .option("--format <format>", `instead of --to: ${formats.map(({ id }) => id).join(", ")} files`)
    .option("--out <folder>", "where the files go: a folder, or a template of paths")
    .option("--dialect <dialect>", "of SQL: sqlite, postgresql, mysql or sqlserver; the source's by default")
    .option("--option <name=value>", "an option of the format (repeatable)", collect, [])
    .option("--compress <how>", "gzip or zstd, each file")
    .option("--split <size>", "files of at most rows=COUNT or bytes=COUNT each")
    .option("--scenario <name>", "a scenario of the project")
    .option("--table <name>", "only this table (repeatable)", collect, [])
    .option("--sample <table:what>", sampleHelp, collect, [])
    .option("--clear [how]", "delete (the default) or truncate what stands in the target's tables first")
    .option("--existing <what>", "refuse rows whose key is there already, or update them", "refuse")
    .option("--triggers <on|off>", "whether the target's own triggers run", "on")
    .option("--workers <number>", "worker threads; the rows do not depend on it")
    .option("--confirm <name>", "the name of a protected connection")
    .option("--proof", "let the target check every key, unique, check and next number after it")
    .option("--new-key", "accept another key than the one that masked this project before")
    .option("--leak-check <rows>", "look for originals in a sample of the rows, in all, or off", "sample")
    .option("--target <name>", "one of the project's exports")
    .option("--check", "of the project's exports: write nothing; fail where the files are not what the project gives")
    .option("--dry-run", "of the project's exports: write nothing; tell what would change, and why")
    .option("--overwrite-edited", "also files that were edited since an export wrote them")
    .option("--go-on", "errors that only a database would refuse are warnings")
    .option("--commit <message>", "commit the files of the project's exports that changed, and nothing else")
    .option("--branch <name>", "the commit goes on a new branch")
    .option("--json", "for programs: what was written")
    .action(async (project: string, options: MaskOptions) => {
      if (meansExports(options)) return await runExports(project, options, terminal);
      const result = await mask(project, options, terminal);
      if (options.json === true) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      if ("target" in result) refuseFindings(result, terminal);
    });
};

/** What a run of masking starts from: the project with its source, and the key that is held against its lock. */
async function openMasked(project: string, options: MaskOptions, terminal: Terminal) {
  const folder = projectFolder(project);
  const workers = options.workers === undefined ? defaultWorkers() : parseWhole(options.workers, "--workers", 1, 64);
  const leakCheck = oneOf(options.leakCheck, leakCheckSchema.options, "--leak-check");
  const key = await maskRootOf(process.env);
  const lock = await projectLock(folder);
  refuseOtherKey(lock, key, options.newKey === true);
  const session = await sessionOfProject(folder, async (address) => options.from ?? address);
  if (!session.source.connected) {
    throw new SeedloomError(
      "source-unreadable",
      session.source.message ?? "The source cannot be read.",
      "Say --from ADDRESS.",
    );
  }
  noteUpgrade(session, terminal);
  return { folder, workers, leakCheck, key, lock, session };
}

async function runExports(project: string, options: MaskOptions, terminal: Terminal): Promise<void> {
  if (options.branch !== undefined && options.commit === undefined)
    throw new SeedloomError("usage", "--branch needs --commit with a message.");
  notePassword(options, terminal);
  const { session, workers, ...masking } = await openMasked(project, options, terminal);
  await maskExports(session, { ...options, workers }, masking, terminal);
}

async function mask(project: string, options: MaskOptions, terminal: Terminal): Promise<ExportResult | LoadResult> {
  await refuseUnclear(options, terminal);
  const { folder, workers, leakCheck: scope, key, lock, session } = await openMasked(project, options, terminal);
  session.project = withSamples(session.project, session.model, options.sample);
  const stop = stopSignal();
  const pool = new WorkerPool();
  let source: Source | undefined;
  try {
    source = await openSource(session.source.path);
    if (options.to !== undefined) await refuseSourceAt(options.to, source);
    const format = options.format === undefined ? "sql" : oneOf(options.format, exportFormatSchema.options, "--format");
    const { dialect, scenario } = options;
    const size = sizes(options);
    const { folder: out, template } = outputPlace(options.out ?? ".", { format, scenario, ...size });
    const spec = jobSpec(session, {
      format,
      ...(dialect === undefined ? {} : { dialect: oneOf(dialect, sqlDialectSchema.options, "--dialect") }),
      ...withOptions(format, {}, options.option),
      ...size,
      ...(template === undefined ? {} : { template }),
      ...(scenario === undefined ? {} : { scenario }),
      ...(options.table.length === 0 ? {} : { tables: [...options.table] }),
    });
    const asked = { scope, signal: stop.signal, ...(key === undefined ? {} : { key }) };
    const leaks = (taken: Source) => toldLeakCheck(refuseLeaks(taken, spec, asked), terminal);
    const { to } = options;
    const result = await runMasked<JobSpec, ExportResult | LoadResult>(
      source,
      spec,
      { key, lock, signal: stop.signal, leaks },
      async (ready, feed) => {
        const run = { pool, workers, feed, signal: stop.signal, terminal };
        return to === undefined ? await toFiles(ready, out, run) : await toDatabase(ready, to, options, run);
      },
    );
    if (key !== undefined && (await keepFingerprint(folder, lock, key))) terminal.note(fingerprintWords(key));
    return result;
  } finally {
    stop.release();
    await source?.close();
    await pool.end();
  }
}

/** Whether the project's own exports are meant: nothing says where rows go, or changes what is written. */
function meansExports(options: MaskOptions): boolean {
  const { to, format, out, dialect, compress, split, clear, confirm, proof } = options;
  const changed = [to, format, out, dialect, compress, split, clear, confirm, proof].some((one) => one !== undefined);
  return !changed && options.option.length + options.table.length + options.sample.length === 0;
}

/** Looks at what can be said before anything is read: where to, and whether it may be. */
async function refuseUnclear(options: MaskOptions, terminal: Terminal): Promise<void> {
  const { to, format, out, option, compress, split, confirm } = options;
  if ((to === undefined) === (format === undefined)) {
    throw new SeedloomError(
      "usage",
      "Say where masked rows go: --to ADDRESS, or --format and --out.",
      "Without any of the options that are for these, the exports run that the project names.",
    );
  }
  const { target, check, dryRun, overwriteEdited, goOn, commit, branch } = options;
  if ([target, check, dryRun, overwriteEdited, goOn, commit, branch].some((one) => one !== undefined)) {
    throw new SeedloomError(
      "usage",
      "--target, --check, --dry-run, --overwrite-edited, --go-on, --commit and --branch are for exports as the project saves them.",
      "Leave out what changes them for this run, or save it as an export.",
    );
  }
  if (format !== undefined && out === undefined)
    throw new SeedloomError("usage", "--format needs --out, the folder to write to.");
  if (to !== undefined && (option.length > 0 || compress !== undefined || split !== undefined))
    throw new SeedloomError("usage", "--option, --compress and --split are for files: they need --format and --out.");
  if (out !== undefined) namedFolder(out);
  notePassword(options, terminal);
  if (to !== undefined) await new Connections(defaultDataFolder()).confirm(to, confirm);
}

function notePassword({ from, to }: MaskOptions, terminal: Terminal): void {
  if ([from, to].some((address) => address !== undefined && hasPassword(address))) {
    terminal.note("the password stands in the command, which other programs can read and shells keep.");
    terminal.note("write ${NAME} in its place, and set the variable NAME.");
  }
}

/** Before anything is read: a look for leaks takes its time. */
async function refuseSourceAt(address: string, source: Source): Promise<void> {
  const target = await openTarget(address);
  try {
    await refuseOwnSource(source, target);
  } finally {
    await target.close();
  }
}

interface Run {
  readonly pool: WorkerPool;
  readonly workers: number;
  readonly feed: SourceFeed;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

async function toFiles(spec: JobSpec, out: string, { terminal, ...run }: Run): Promise<ExportResult> {
  const bar = progressBar(terminal);
  const begin = performance.now();
  const finished = await runJob(spec, {
    ...run,
    inline: true,
    version,
    output: (bytesNeeded) => new FileSet(resolve(out), bytesNeeded),
    progress: (now) => bar.show(now),
  }).finally(() => bar.end());
  const result = { ...finished, elapsed: (performance.now() - begin) / 1000 };
  terminal.note(
    `masked ${count(result.rows, "row")} into ${count(result.files.length, "file")} (${bytesInWords(result.bytes)}) in ${result.folder} in ${duration(result.elapsed)}.`,
  );
  return result;
}

async function toDatabase(
  { format: _format, dialect: _dialect, ...spec }: JobSpec,
  address: string,
  options: MaskOptions,
  { terminal, ...run }: Run,
): Promise<LoadResult> {
  const bar = progressBar(terminal);
  const begin = performance.now();
  const how = {
    clear:
      options.clear === undefined
        ? "keep"
        : options.clear === true
          ? "delete"
          : oneOf(options.clear, ["delete", "truncate"] as const, "--clear"),
    existing: oneOf(options.existing, ["refuse", "update"] as const, "--existing"),
    triggers: oneOf(options.triggers, ["on", "off"] as const, "--triggers"),
  } as const;
  const target = await openTarget(address);
  try {
    for (const limit of (await target.server()).limits) terminal.note(limit);
    const { tables, rows, promise, proof } = await runLoad(
      { ...spec, ...how },
      {
        ...run,
        target,
        inline: true,
        prove: options.proof === true,
        promised: ({ atomic, notes }) => {
          for (const note of notes) terminal.note(note);
          if (!atomic) terminal.note("a load that fails leaves what it has written by then.");
        },
        progress: (now) => bar.show(now),
      },
    ).finally(() => bar.end());
    const elapsed = (performance.now() - begin) / 1000;
    terminal.note(
      `masked ${count(rows, "row")} of ${count(tables.length, "table")} into ${target.label} in ${duration(elapsed)}.`,
    );
    if (proof !== undefined) terminal.note(proofWords(proof));
    return {
      target: target.label,
      tables,
      rows,
      notes: promise.notes,
      ...(proof === undefined ? {} : { proof }),
      elapsed,
    };
  } finally {
    await target.close();
  }
}
