import type Database from "better-sqlite3";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Proof, ProofFinding } from "../driver.ts";
import { countsRows, rowidName } from "./clear-rows.ts";
import { brokenKeys } from "./foreign-key-check.ts";

const lastRowid = 2n ** 63n - 1n;

/** What SQLite itself says of these tables: integrity_check, foreign_key_check, and the next number of each table that counts. */
export async function prove(
  database: Database.Database,
  tables: readonly TableModel[],
  signal: AbortSignal,
): Promise<Proof> {
  const findings: ProofFinding[] = [];
  let rows = 0;
  let sequences = 0;
  for (const table of tables) {
    // Each check is one call of SQLite, so a cancel is heard between two of them.
    await nextTurn();
    signal.throwIfAborted();
    rows += Number(
      database
        .prepare(`SELECT count(*) FROM main.${sqlite.identifier(table.name)}`)
        .pluck()
        .get(),
    );
    findings.push(...brokenKeys(database, table).map(keyFinding));
    await nextTurn();
    signal.throwIfAborted();
    findings.push(...integrityFindings(database, table));
    const sequence = nextNumber(database, table);
    if (sequence === undefined) continue;
    sequences++;
    if (!sequence.free) findings.push(sequenceFinding(table));
  }
  const sum = (count: (table: TableModel) => number): number => tables.reduce((all, table) => all + count(table), 0);
  return {
    foreignKeys: sum(({ foreignKeys }) => foreignKeys.length),
    uniques: sum(({ primaryKey, uniques }) => uniques.length + (primaryKey.length > 0 ? 1 : 0)),
    checks: sum(({ checks }) => checks.length),
    sequences,
    rows,
    findings,
  };
}

const keyFinding = ({ table, key, rows }: ReturnType<typeof brokenKeys>[number]): ProofFinding => ({
  table: table.id,
  kind: "foreign-key",
  name: key.name,
  rows,
  message: `${rows} ${rows === 1 ? "row" : "rows"} of ${table.name} reference rows of ${key.referencedTable.name} that are not there.`,
});

/** The lines of integrity_check, by what they begin with; each stands for one row, and SQLite stops after a hundred. */
const kinds: readonly (readonly [pattern: RegExp, kind: ProofFinding["kind"]])[] = [
  [/^non-unique entry in index (.+)$/, "unique"],
  [/^NULL value in (.+)$/, "not-null"],
  [/^CHECK constraint failed in (.+)$/, "check"],
];

function integrityFindings(database: Database.Database, table: TableModel): readonly ProofFinding[] {
  const lines = database
    .prepare<[], string>(`PRAGMA main.integrity_check(${sqlite.identifier(table.name)})`)
    .pluck()
    .all()
    .filter((line) => line !== "ok");
  const found = new Map<string, ProofFinding>();
  for (const line of lines) {
    const [kind, name] = kindOf(line);
    const before = found.get(`${kind} ${name}`);
    const rows = (before?.rows ?? 0) + 1;
    found.set(`${kind} ${name}`, { table: table.id, kind, name, rows, message: `${table.name}: ${line}.` });
  }
  return [...found.values()];
}

function kindOf(line: string): readonly [kind: ProofFinding["kind"], name: string] {
  for (const [pattern, kind] of kinds) {
    const match = pattern.exec(line);
    if (match !== null) return [kind, match[1] ?? ""];
  }
  // What is left are values of another type than a STRICT table's column takes, and damage.
  return ["check", line];
}

/** Whether the number that a row without a key would get is free; undefined where the table numbers no rows. */
function nextNumber(database: Database.Database, table: TableModel): { readonly free: boolean } | undefined {
  const column = table.columns.find(({ identity }) => identity !== undefined);
  const rowid = rowidName(database, table);
  if (column === undefined || rowid === undefined) return undefined;
  const highest = database
    .prepare<[], bigint | null>(`SELECT max(${rowid}) FROM main.${sqlite.identifier(table.name)}`)
    .pluck()
    .safeIntegers()
    .get();
  const counted = countsRows(database)
    ? database
        .prepare<[string], bigint>("SELECT seq FROM main.sqlite_sequence WHERE name = ?")
        .pluck()
        .safeIntegers()
        .get(table.name)
    : undefined;
  const top = highest ?? 0n;
  return { free: top < lastRowid && (counted === undefined || (counted >= top && counted < lastRowid)) };
}

const sequenceFinding = (table: TableModel): ProofFinding => ({
  table: table.id,
  kind: "sequence",
  name: table.name,
  rows: 1,
  message: `The number that ${table.name} would give its next row is taken.`,
});
