import type { TableModel, UniqueModel } from "../../../shared/schema/schema-model.ts";
import type { Proof, ProofFinding } from "../driver.ts";
import { fetchCounter } from "./counters.ts";
import { countOrphans, orphanSentence } from "./orphans.ts";
import { fetchServerFacts } from "./server-facts.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

/** What the server itself says of these tables: every key, unique, check and NOT NULL, and the number that comes next. */
export async function prove(session: Session, tables: readonly TableModel[], signal: AbortSignal): Promise<Proof> {
  const server = await fetchServerFacts(session);
  const findings: ProofFinding[] = [];
  const found = { foreignKeys: 0, uniques: 0, checks: 0, sequences: 0, rows: 0 };
  for (const table of tables) {
    const report = (kind: ProofFinding["kind"], name: string, rows: number, message: string): void => {
      if (rows > 0) findings.push({ table: table.id, kind, name, rows, message });
    };
    const those = (rows: number, one: string, several: string): string =>
      rows === 1 ? `1 row of ${table.name} ${one}` : `${rows} rows of ${table.name} ${several}`;
    signal.throwIfAborted();
    const { rows, nulls } = await countNulls(session, table);
    found.rows += rows;
    for (const [column, count] of nulls)
      report("not-null", column, count, `${those(count, "has", "have")} no ${column}.`);
    for (const key of table.foreignKeys) {
      signal.throwIfAborted();
      const orphans = await countOrphans(session, table, key);
      found.foreignKeys++;
      report("foreign-key", key.name, orphans.rows, orphanSentence(orphans));
    }
    for (const unique of uniquesOf(table)) {
      signal.throwIfAborted();
      const twice = await countDuplicates(session, table, unique);
      found.uniques++;
      report(
        "unique",
        unique.name,
        twice,
        `${those(twice, "has", "have")} the values of another row in ${unique.name}.`,
      );
    }
    for (const check of table.checks) {
      signal.throwIfAborted();
      const broken = await countWhere(session, table, `NOT (${check.expression})`);
      found.checks++;
      report(
        "check",
        check.name,
        broken,
        `${those(broken, "breaks", "break")} the check ${check.name}: ${check.expression}.`,
      );
    }
    const counter = await fetchCounter(session, server, table);
    if (counter === undefined) continue;
    found.sequences++;
    const { column, next, highest, last } = counter;
    if (next > last)
      report("sequence", column, 1, `${table.name} has no next ${column}: ${last} is the last it holds.`);
    else if (next <= highest)
      report("sequence", column, 1, `The next ${column} of ${table.name} would be ${next}, and ${highest} is there.`);
  }
  return { ...found, findings };
}

/** The primary key counts as a unique; a unique that stands for it is the same once more. */
const uniquesOf = (table: TableModel): readonly UniqueModel[] => [
  ...(table.primaryKey.length > 0 && !table.uniques.some(({ name }) => name === "PRIMARY")
    ? [{ name: "PRIMARY", columns: table.primaryKey }]
    : []),
  ...table.uniques,
];

async function countNulls(
  session: Session,
  table: TableModel,
): Promise<{ readonly rows: number; readonly nulls: readonly (readonly [column: string, rows: number])[] }> {
  const required = table.columns.filter((column) => !column.nullable);
  // In a WHERE, IS NULL would be true of a date of zeros, too.
  const sums = required.map((column, k) => `, SUM(${quoted(column.name)} IS NULL) AS c${k}`).join("");
  const [row] = await session.rows(`SELECT COUNT(*) AS found${sums} FROM ${qualified(table)}`);
  return {
    rows: Number(row?.["found"]),
    nulls: required.map((column, k) => [column.name, Number(row?.[`c${k}`] ?? 0)] as const),
  };
}

/** Rows beyond the first of each value, as the columns' collations compare. */
async function countDuplicates(session: Session, table: TableModel, unique: UniqueModel): Promise<number> {
  const parts = [
    ...unique.columns.map((column, k) => {
      const length = unique.prefixes?.[k];
      return length == null ? quoted(column) : `LEFT(${quoted(column)}, ${length})`;
    }),
    ...(unique.expressions ?? []).map((expression) => `(${expression})`),
  ];
  if (parts.length === 0) return 0;
  const [row] = await session.rows(
    `SELECT COALESCE(SUM(found - 1), 0) AS twice FROM (SELECT COUNT(*) AS found FROM ${qualified(table)}
     WHERE ${parts.map((part) => `${part} IS NOT NULL`).join(" AND ")} GROUP BY ${parts.join(", ")} HAVING COUNT(*) > 1) AS seen`,
  );
  return Number(row?.["twice"]);
}

async function countWhere(session: Session, table: TableModel, condition: string): Promise<number> {
  const [row] = await session.rows(`SELECT COUNT(*) AS found FROM ${qualified(table)} WHERE ${condition}`);
  return Number(row?.["found"]);
}
