import type { ForeignKeyModel, TableModel, UniqueModel } from "../../../shared/schema/schema-model.ts";
import type { ProofFinding } from "../driver.ts";
import { quoteName, tableName } from "./names.ts";

/** One thing that must hold of a table, and the query that counts the rows of which it does not. */
export interface Question {
  readonly kind: Exclude<ProofFinding["kind"], "sequence">;
  readonly name: string;
  /** Answers with one number, n; or NULL for none. */
  readonly sql: string;
  /** The finding, given "3 rows". */
  readonly says: (rows: string) => string;
}

/** All that must hold of a table's rows. Keys and checks of a table that others inherit from speak of its own rows alone. */
export function proofQuestions(table: TableModel): readonly Question[] {
  const own = `${table.partitions === undefined ? "ONLY " : ""}${tableName(table)}`;
  return [
    ...table.columns
      .filter((column) => !column.nullable)
      .map(({ name }): Question => ({
        kind: "not-null",
        name,
        sql: `SELECT count(*) AS n FROM ${own} WHERE ${quoteName(name)} IS NULL`,
        says: (rows) => `${table.id}.${name} must have a value, and is NULL in ${rows}.`,
      })),
    ...keysOf(table).map((unique): Question => uniqueQuestion(table, own, unique)),
    ...table.foreignKeys.map((key): Question => foreignKeyQuestion(table, own, key)),
    ...table.checks.map(({ name, expression }): Question => ({
      kind: "check",
      name,
      sql: `SELECT count(*) AS n FROM ${own} WHERE NOT (${expression})`,
      says: (rows) => `The check ${name} of ${table.id} does not hold for ${rows}.`,
    })),
    ...exclusionQuestions(table, own),
  ];
}

const keysOf = (table: TableModel): readonly UniqueModel[] => [
  ...(table.primaryKey.length === 0 ? [] : [{ name: "primary key", columns: table.primaryKey }]),
  ...table.uniques,
];

function uniqueQuestion(table: TableModel, own: string, unique: UniqueModel): Question {
  const terms = [...unique.columns.map(quoteName), ...(unique.expressions ?? []).map((sql) => `(${sql})`)];
  const conditions = [
    ...(unique.where === undefined ? [] : [`(${unique.where})`]),
    ...(unique.nullsNotDistinct === true ? [] : terms.map((term) => `${term} IS NOT NULL`)),
  ];
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  return {
    kind: "unique",
    name: unique.name,
    sql: `SELECT sum(n - 1) AS n FROM (SELECT count(*) AS n FROM ${own}${where} GROUP BY ${terms.join(", ")} HAVING count(*) > 1) AS d`,
    says: (rows) => `${unique.name} of ${table.id} must be unique, and is a repetition in ${rows}.`,
  };
}

function foreignKeyQuestion(table: TableModel, own: string, key: ForeignKeyModel): Question {
  const set = key.columns.map((name) => `c.${quoteName(name)} IS NOT NULL`);
  const same = key.columns.map((name, k) => `p.${quoteName(key.referencedColumns[k] ?? "")} = c.${quoteName(name)}`);
  return {
    kind: "foreign-key",
    name: key.name,
    sql: `SELECT count(*) AS n FROM ${own} AS c WHERE ${set.join(" AND ")}
      AND NOT EXISTS (SELECT FROM ${tableName(key.referencedTable)} AS p WHERE ${same.join(" AND ")})`,
    says: (rows) => `${key.name} of ${table.id} refers to no row of ${key.referencedTable.name} in ${rows}.`,
  };
}

/** Rows that another row is in conflict with. */
function exclusionQuestions(table: TableModel, own: string): readonly Question[] {
  return (table.exclusions ?? []).map((exclusion): Question => {
    const terms = exclusion.elements.map(
      ({ column, expression }, k) => `${column === undefined ? `(${expression ?? ""})` : quoteName(column)} AS e${k}`,
    );
    const rows = `SELECT tableoid, ctid, ${terms.join(", ")} FROM ${own}${exclusion.where === undefined ? "" : ` WHERE ${exclusion.where}`}`;
    const conflict = exclusion.elements.map(({ operator }, k) => `a.e${k} OPERATOR(${operator}) b.e${k}`);
    return {
      kind: "exclusion",
      name: exclusion.name,
      sql: `SELECT count(*) AS n FROM (${rows}) AS a WHERE EXISTS (SELECT FROM (${rows}) AS b
        WHERE (a.tableoid, a.ctid) <> (b.tableoid, b.ctid) AND ${conflict.join(" AND ")})`,
      says: (found) => `${exclusion.name} of ${table.id} is broken by ${found} that meet another.`,
    };
  });
}
