import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { LoadResult } from "../../../shared/api/load-views.ts";
import { proofWords } from "../../../shared/api/proof-words.ts";
import { compareSchemas } from "../../../shared/drift/compare-schemas.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { Connections } from "../../backend/storage/connections.ts";
import { defaultDataFolder } from "../../backend/storage/data-folder.ts";
import { loadSpec } from "../../backend/loads.ts";
import { lockedModel, sessionOfProject } from "../../backend/sessions/open-session.ts";
import { hasPassword } from "../../drivers/address-password.ts";
import type { Target } from "../../drivers/driver.ts";
import { openTarget } from "../../drivers/open-source.ts";
import { runLoad, type LoadOutcome } from "../../jobs/load-run.ts";
import type { LoadSpec } from "../../jobs/prepare-load.ts";
import { openTrial } from "../../jobs/trial.ts";
import { defaultWorkers, WorkerPool } from "../../jobs/worker-pool.ts";
import { rowCounts, oneOf, parseShare } from "../export-options.ts";
import type { AddCommand } from "../main.ts";
import { parseWhole } from "../parse-count.ts";
import { progressBar } from "../progress-bar.ts";
import { refuseFindings } from "../refuse-findings.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { noteUpgrade } from "../upgrade-words.ts";
import { count, duration } from "../words.ts";

interface LoadOptions {
  readonly to?: string;
  readonly trial?: true;
  readonly clear?: string | true;
  readonly existing: string;
  readonly triggers: string;
  readonly scenario?: string;
  readonly table: readonly string[];
  readonly rows: readonly string[];
  readonly workers?: string;
  readonly worker?: string;
  readonly confirm?: string;
  readonly proof?: true;
  readonly json?: true;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addLoad: AddCommand = (program, terminal) => {
  program
    .command("load")
    .description("generate a project's rows into a database, in one transaction where the engine can")
    .argument("[project]", "a project folder", ".")
    .option("--to <address>", "the database: postgresql://, mysql://, or a SQLite file; ${NAME} stands for a variable")
    .option("--trial", "instead of --to: try it in an engine of its own, which is thrown away")
    .option("--clear [how]", "delete (the default) or truncate what stands in the tables first")
    .option("--existing <what>", "refuse rows whose key is there already, or update them", "refuse")
    .option("--triggers <on|off>", "whether the tables' own triggers run", "on")
    .option("--scenario <name>", "a scenario of the project")
    .option("--rows <count>", "rows of every table, or TABLE=COUNT (repeatable)", collect, [])
    .option("--table <name>", "only this table (repeatable)", collect, [])
    .option("--workers <number>", "worker threads; the rows do not depend on it")
    .option("--worker <i/n>", "one of n loads side by side: keys and unique values never meet those of others")
    .option("--confirm <name>", "the name of a protected connection")
    .option(
      "--proof",
      "let the engine check every key, unique, check and next number after it; fail where one does not hold",
    )
    .option("--json", "for programs: what was loaded")
    .action(async (named: string, given: LoadOptions) => {
      const { project, options } = withoutSwallowed(named, given);
      const workers =
        options.workers === undefined ? defaultWorkers() : parseWhole(options.workers, "--workers", 1, 64);
      const how = {
        clear: options.clear === undefined ? "keep" : clearing(options.clear),
        existing: oneOf(options.existing, ["refuse", "update"] as const, "--existing"),
        triggers: oneOf(options.triggers, ["on", "off"] as const, "--triggers"),
      } as const;
      const worker = options.worker === undefined ? undefined : parseShare(options.worker, "--worker");
      if (worker !== undefined && worker.count > 1 && how.clear !== "keep") throw clearsOthers();
      await refuseUnconfirmed(options, terminal);
      const session = await sessionOfProject(project);
      if (session.source.message !== undefined) terminal.note(session.source.message);
      noteUpgrade(session, terminal);
      await refuseLosses(project, session.model);
      const rows = rowCounts(options.rows, session);
      const spec = loadSpec(session, {
        ...how,
        ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
        ...(options.table.length === 0 ? {} : { tables: [...options.table] }),
        ...(rows === undefined ? {} : { rows: { ...rows } }),
        ...(worker === undefined ? {} : { worker }),
      });
      // What rules take from the source is read before the target is opened, which may be the same file.
      await session.compiled();
      const result = await run(spec, options, workers, terminal);
      if (options.json === true) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      refuseFindings(result, terminal);
    });
};

/** Whoever comes later would delete what the others loaded. */
const clearsOthers = (): SeedloomError =>
  new SeedloomError(
    "usage",
    "--clear would delete the rows of the other workers.",
    "Empty the tables once, before the first worker: seedloom load --clear --rows 0.",
  );

/** `--clear PROJECT`: an option whose word may be left out takes the next one that comes. */
function withoutSwallowed(project: string, options: LoadOptions): { project: string; options: LoadOptions } {
  const { clear } = options;
  const swallowed = typeof clear === "string" && project === "." && existsSync(clear);
  return swallowed ? { project: clear, options: { ...options, clear: true } } : { project, options };
}

const clearing = (how: string | true): "delete" | "truncate" =>
  how === true ? "delete" : oneOf(how, ["delete", "truncate"] as const, "--clear");

/** Looks at what can be said before the project is read: where to, and whether it may be. */
async function refuseUnconfirmed({ to, trial, confirm }: LoadOptions, terminal: Terminal): Promise<void> {
  if (trial === true && to !== undefined) throw new SeedloomError("usage", "--to and --trial exclude each other.");
  if (trial === true) return;
  if (to === undefined || to.trim() === "") {
    throw new SeedloomError("usage", "No database was named.", "Say --to ADDRESS, or --trial to try it without one.");
  }
  if (hasPassword(to)) {
    terminal.note("the password stands in the command, which other programs can read and shells keep.");
    terminal.note("write ${NAME} in its place, and set the variable NAME.");
  }
  await new Connections(defaultDataFolder()).confirm(to, confirm);
}

/** What was designed and is no longer there would be left out in silence. */
async function refuseLosses(project: string, now: SchemaModel): Promise<void> {
  const designed = await lockedModel(project).catch(() => undefined);
  const lost =
    designed === undefined
      ? undefined
      : compareSchemas(designed, now).changes.find(
          ({ kind, what }) => (kind === "removed" || kind === "renamed") && (what === "table" || what === "column"),
        );
  if (lost === undefined) return;
  throw new SeedloomError(
    "target-changed",
    lost.kind === "removed"
      ? `${lost.message.replace(/\.$/, "")} from the source since the project was saved.`
      : `${lost.message} The project has the old name.`,
    "Nothing was written. `seedloom check` lists all changes; `seedloom migrate` takes them over.",
  );
}

async function run(spec: LoadSpec, options: LoadOptions, workers: number, terminal: Terminal): Promise<LoadResult> {
  const stop = stopSignal();
  const pool = new WorkerPool();
  const bar = progressBar(terminal);
  const begin = performance.now();
  let target: Target | undefined;
  try {
    target = await (options.to === undefined ? openTrial(spec.model, stop.signal) : openTarget(options.to));
    for (const limit of (await target.server()).limits) terminal.note(limit);
    const outcome = await runLoad(spec, {
      target,
      pool,
      workers,
      inline: true,
      prove: options.proof === true || options.trial === true,
      signal: stop.signal,
      promised: ({ atomic, notes }) => {
        for (const note of notes) terminal.note(note);
        if (!atomic) terminal.note("a load that fails leaves what it has written by then.");
      },
      progress: (now) => bar.show(now),
    }).finally(() => bar.end());
    const result = resultOf(target.label, outcome, (performance.now() - begin) / 1000);
    terminal.note(
      `${options.trial === true ? "tried" : "loaded"} ${count(result.rows, "row")} in ${count(result.tables.length, "table")} ${options.trial === true ? "in" : "into"} ${result.target} in ${duration(result.elapsed)}.`,
    );
    if (result.proof !== undefined) terminal.note(proofWords(result.proof));
    return result;
  } finally {
    stop.release();
    await target?.close();
    await pool.end();
  }
}

const resultOf = (target: string, { tables, rows, promise, proof }: LoadOutcome, elapsed: number): LoadResult => ({
  target,
  tables,
  rows,
  notes: promise.notes,
  ...(proof === undefined ? {} : { proof }),
  elapsed,
});
