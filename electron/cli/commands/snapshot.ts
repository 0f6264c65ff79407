import type { Command } from "commander";
import { join, resolve } from "node:path";
import type { LoadResult } from "../../../shared/api/load-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { snapshotMeansSchema, type SnapshotMeans, type SnapshotView } from "../../../shared/snapshots/snapshot.ts";
import { parseShift } from "../../../shared/snapshots/parse-shift.ts";
import { Connections } from "../../backend/storage/connections.ts";
import { defaultDataFolder } from "../../backend/storage/data-folder.ts";
import { todayIso } from "../../backend/today.ts";
import { hasPassword } from "../../drivers/address-password.ts";
import type { Source } from "../../drivers/driver.ts";
import { openSource } from "../../drivers/open-source.ts";
import { diffSources } from "../../jobs/snapshots/diff-snapshots.ts";
import { addressOnServer, deleteSnapshot } from "../../jobs/snapshots/engine-copies.ts";
import { putBack } from "../../jobs/snapshots/put-back.ts";
import { openSnapshot, verifySnapshot } from "../../jobs/snapshots/snapshot-source.ts";
import { bytesOf, SnapshotStore, type StoredSnapshot } from "../../jobs/snapshots/snapshot-store.ts";
import { takeSnapshot } from "../../jobs/snapshots/take-snapshot.ts";
import { defaultWorkers, WorkerPool } from "../../jobs/worker-pool.ts";
import { bytesInWords } from "../../sinks/bytes-in-words.ts";
import { oneOf } from "../export-options.ts";
import type { AddCommand } from "../main.ts";
import { progressBar } from "../progress-bar.ts";
import { refuseFindings } from "../refuse-findings.ts";
import { diffLines } from "../snapshot-words.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Terminal } from "../terminal.ts";
import { textTable, type TextColumn } from "../text-table.ts";
import { count, duration, grouped } from "../words.ts";

interface Shared {
  readonly folder?: string;
  readonly table: readonly string[];
  readonly json?: true;
  /** An address on the server that keeps the snapshot. */
  readonly at?: string;
}
interface SaveOptions extends Shared {
  readonly name?: string;
  readonly by?: string;
}
interface RestoreOptions extends Shared {
  readonly by?: string;
  readonly to?: string;
  readonly shiftDates?: string;
  readonly keepDates: readonly string[];
  readonly confirm?: string;
  readonly proof?: true;
}

const collect = (word: string, words: readonly string[]): readonly string[] => [...words, word];

export const addSnapshot: AddCommand = (program, terminal) => {
  const snapshot = program
    .command("snapshot")
    .description("known-good states of databases: save, list, restore, diff, delete");
  const add = (name: string, description: string): Command =>
    snapshot
      .command(name)
      .description(description)
      .option("--folder <folder>", "where snapshots are kept; the user's own data folder by default")
      .option("--json", "for programs");
  const withTables = (command: Command): Command =>
    command.option("--table <name>", "only this table (repeatable)", collect, []);

  withTables(add("save", "keep a database as it is at one moment, personal values too"))
    .argument("<address>", "the database; ${NAME} stands for a variable")
    .option("--name <name>", "what to call it; the database and the time by default")
    .option(
      "--by <means>",
      "engine: whole, by the engine's own means; rows: portable, and of tables too (engine where it can)",
    )
    .action((address: string, options: SaveOptions) => save(address, options, terminal));
  add("list", "the snapshots that are kept").action((options: Shared) => list(options, terminal));
  withTables(add("restore", "put a snapshot in the place of what stands in a database"))
    .argument("<name>", "the snapshot")
    .option("--to <address>", "the database; ${NAME} stands for a variable")
    .option(
      "--by <means>",
      "engine: the whole database, its tables too; rows: what stands in its tables (engine where it can)",
    )
    .option("--at <address>", "where a server keeps the snapshot, and --to is elsewhere: a database on that server")
    .option("--shift-dates <days>", "move all dates by whole days: +30d, or today, so that ages are as they were then")
    .option("--keep-dates <table.column>", "dates that do not move: birthdays (repeatable)", collect, [])
    .option("--confirm <name>", "the name of a protected connection")
    .option("--proof", "let the database check every key, unique, check and next number after it")
    .action((name: string, options: RestoreOptions) => restore(name, options, terminal));
  withTables(add("diff", "the rows that differ, by key and column: of two snapshots, or of one and a database"))
    .argument("<name>", "the snapshot")
    .argument("[other]", "a later snapshot")
    .option("--with <address>", "instead of another snapshot: a database as it is now")
    .option("--at <address>", "where a server keeps the snapshot: a database on that server")
    .action((name: string, other: string | undefined, options: Shared & { readonly with?: string }) =>
      diff(name, other, options, terminal),
    );
  add("delete", "remove a snapshot")
    .argument("<name>", "the snapshot")
    .option("--at <address>", "where a server keeps the snapshot: a database on that server")
    .action(async (name: string, options: Shared) => {
      await deleteSnapshot(storeOf(options), name, async (snapshot) => (await onServer(snapshot, options)).on);
      terminal.note(`deleted the snapshot ${name}.`);
    });
};

const storeOf = ({ folder }: Pick<Shared, "folder">): SnapshotStore =>
  new SnapshotStore(folder === undefined ? join(defaultDataFolder(), "snapshots") : resolve(folder));

const tablesOf = ({ table }: Shared): { readonly tables?: readonly string[] } =>
  table.length === 0 ? {} : { tables: table };

function notePassword(address: string, terminal: Terminal): void {
  if (!hasPassword(address)) return;
  terminal.note("the password stands in the command, which other programs can read and shells keep.");
  terminal.note("write ${NAME} in its place, and set the variable NAME.");
}

const meansOf = ({ by }: { readonly by?: string }): { readonly by?: SnapshotMeans } =>
  by === undefined ? {} : { by: oneOf(by, snapshotMeansSchema.options, "--by") };

/** An address on the server that keeps a snapshot: as it was said, the database at hand, or a kept connection. */
async function onServer(
  snapshot: StoredSnapshot,
  { at }: Pick<Shared, "at">,
  near?: string,
): Promise<{ readonly on?: string }> {
  const kept = new Connections(defaultDataFolder());
  const { connections } = await kept.list();
  const on =
    at ??
    (await addressOnServer(
      snapshot,
      near,
      connections.map(
        ({ id }) =>
          () =>
            kept.address(id),
      ),
    ));
  return on === undefined ? {} : { on };
}

async function save(address: string, options: SaveOptions, terminal: Terminal): Promise<void> {
  notePassword(address, terminal);
  const by = meansOf(options);
  const stop = stopSignal();
  const bar = progressBar(terminal);
  try {
    const takenAt = new Date().toISOString();
    const { facts, why } = await takeSnapshot(address, storeOf(options), {
      nameFor: (label) => options.name ?? nameFor(label, takenAt),
      takenAt,
      signal: stop.signal,
      ...tablesOf(options),
      ...by,
      progress: (now) => bar.show(now),
    }).finally(() => bar.end());
    const { name, tables } = facts;
    const rows = tables.reduce((sum, one) => sum + one.rows, 0);
    const bytes = bytesOf(facts);
    if (options.json === true)
      await terminal.out(`${JSON.stringify({ name, takenAt, by: facts.by, why, rows, bytes, tables }, null, 2)}\n`);
    const kept = facts.by === "engine" && facts.copy.kind === "server" ? facts.copy : undefined;
    const where =
      kept === undefined ? "only you can read the files" : `the database ${kept.database} on ${kept.server}`;
    terminal.note(why);
    terminal.note(
      `kept ${count(rows, "row")} of ${count(tables.length, "table")} as ${name} (${bytesInWords(bytes)}); ${where}.`,
    );
  } finally {
    stop.release();
  }
}

/** The database's name and the time, as a folder may be called. */
function nameFor(label: string, takenAt: string): string {
  const words = label
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, 40);
  return `${words || "database"}-${takenAt.slice(0, 19).replaceAll(":", "").replace("T", "-")}`;
}

async function list(options: Shared, terminal: Terminal): Promise<void> {
  const snapshots = await storeOf(options).list();
  if (options.json === true) return terminal.out(`${JSON.stringify(snapshots, null, 2)}\n`);
  if (snapshots.length === 0) return terminal.note("no snapshots. `seedloom snapshot save ADDRESS` takes one.");
  const now = Date.now();
  const column = (
    title: string,
    cell: (one: SnapshotView) => string,
    align: TextColumn["align"] = "start",
  ): TextColumn => ({
    name: title,
    align,
    cells: snapshots.map((one) => (one.damaged === undefined ? cell(one) : "")),
  });
  await terminal.out(
    textTable([
      { name: "snapshot", align: "start", cells: snapshots.map(({ name }) => name) },
      {
        name: "of",
        align: "start",
        cells: snapshots.map(({ of, damaged }) => (damaged === undefined ? of : "damaged")),
      },
      column("age", ({ takenAt }) => age(takenAt, now), "end"),
      column("tables", ({ tables }) => grouped(tables.length), "end"),
      column("rows", ({ rows }) => grouped(rows), "end"),
      column("kept", ({ by, server }) =>
        by === "rows" ? "rows" : server === undefined ? "copy" : `copy on ${server}`,
      ),
      column("size", ({ bytes }) => bytesInWords(bytes), "end"),
    ]),
  );
}

function age(takenAt: string, now: number): string {
  const days = Math.floor((now - Date.parse(takenAt)) / 86_400_000);
  return days < 1 ? "today" : count(days, "day");
}

async function restore(name: string, options: RestoreOptions, terminal: Terminal): Promise<void> {
  const { to, shiftDates, keepDates, confirm } = options;
  if (to === undefined || to.trim() === "")
    throw new SeedloomError("usage", "No database was named.", "Say --to ADDRESS.");
  notePassword(to, terminal);
  await new Connections(defaultDataFolder()).confirm(to, confirm);
  const snapshot = await storeOf(options).open(name);
  const days = shiftDates === undefined ? undefined : parseShift(shiftDates, snapshot.facts.takenAt, todayIso());
  const stop = stopSignal();
  const pool = new WorkerPool();
  const bar = progressBar(terminal);
  const begin = performance.now();
  try {
    const shift = days === undefined ? {} : { shift: { days, except: new Set(keepDates) } };
    const { target, tables, rows, promise, proof, by, why } = await putBack(
      snapshot,
      to,
      { ...tablesOf(options), ...meansOf(options), ...(await onServer(snapshot, options, to)), ...shift },
      {
        pool,
        workers: defaultWorkers(),
        inline: true,
        prove: options.proof === true,
        signal: stop.signal,
        promised: ({ atomic, notes }) => {
          for (const note of notes) terminal.note(note);
          if (!atomic) terminal.note("a restore that fails leaves what it has written by then.");
        },
        progress: (now) => bar.show(now),
      },
    ).finally(() => bar.end());
    const elapsed = (performance.now() - begin) / 1000;
    const moved = days === undefined || days === 0 ? "" : `, dates moved by ${count(days, "day")}`;
    terminal.note(why);
    terminal.note(
      `restored ${count(rows, "row")} in ${count(tables.length, "table")} of ${target}${moved}, in ${duration(elapsed)}.`,
    );
    const notes = promise.notes;
    const result: LoadResult = { target, tables, rows, notes, ...(proof === undefined ? {} : { proof }), elapsed };
    if (options.json === true) await terminal.out(`${JSON.stringify({ ...result, by, why }, null, 2)}\n`);
    refuseFindings(result, terminal);
  } finally {
    stop.release();
    await pool.end();
  }
}

async function diff(
  name: string,
  other: string | undefined,
  options: Shared & { readonly with?: string },
  terminal: Terminal,
): Promise<void> {
  if ((other === undefined) === (options.with === undefined)) {
    throw new SeedloomError("usage", "Say what to compare it with: another snapshot, or --with ADDRESS.");
  }
  const store = storeOf(options);
  const before = await store.open(name);
  const later = other === undefined ? undefined : await store.open(other);
  const stop = stopSignal();
  const opened: Source[] = [];
  try {
    const { signal } = stop;
    const open = async (snapshot: StoredSnapshot): Promise<Source> => {
      const tables = snapshot.facts.tables.map(({ table }) => table);
      await verifySnapshot(snapshot, tables, signal);
      const source = await openSnapshot(snapshot, (await onServer(snapshot, options, options.with)).on);
      opened.push(source);
      return source;
    };
    const first = await open(before);
    const second = later === undefined ? await openSource(options.with ?? "") : await open(later);
    if (later === undefined) opened.push(second);
    const found = await diffSources(first, second, { ...tablesOf(options), signal, progress: () => undefined });
    if (options.json === true) return await terminal.out(`${JSON.stringify(found, null, 2)}\n`);
    await terminal.out(
      diffLines(found)
        .map((line) => `${line}\n`)
        .join(""),
    );
    const differing = found.tables.filter(({ added, removed, changed }) => added + removed + changed > 0).length;
    terminal.note(differing === 0 ? "no row differs." : `rows differ in ${count(differing, "table")}.`);
  } finally {
    stop.release();
    for (const source of opened) await source.close();
  }
}
