import { isSeedloomError } from "../../../shared/base/errors.ts";
import type { ServerFacts } from "./server-facts.ts";
import type { Row, Session } from "./session.ts";

// One query of the catalogue a function, for all tables of one database at once. A comparison with one database's name is what
// keeps MariaDB from opening the tables of all others.

/** How long one of these may take, in milliseconds. */
const patience = 60_000;

const text = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
};
const textOrNull = (row: Row, name: string): string | null => (row[name] === null ? null : text(row, name));
const numberOrNull = (row: Row, name: string): number | null => (row[name] === null ? null : Number(row[name]));

export interface TableRow {
  readonly name: string;
  readonly view: boolean;
  readonly comment: string;
  readonly partitioned: boolean;
}

/** Tables and views; sequences are left out. */
export async function fetchTables(session: Session, database: string): Promise<readonly TableRow[]> {
  const rows = await session.rows(
    `SELECT TABLE_NAME AS name, TABLE_TYPE AS type, TABLE_COMMENT AS comment, CREATE_OPTIONS AS options
     FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE <> 'SEQUENCE' ORDER BY TABLE_NAME`,
    [database],
    patience,
  );
  return rows.map((row) => {
    const view = text(row, "type").endsWith("VIEW");
    return {
      name: text(row, "name"),
      view,
      // A view's comment is the word VIEW, or what is wrong with it.
      comment: view ? "" : text(row, "comment"),
      partitioned: text(row, "options").includes("partitioned"),
    };
  });
}

export interface ColumnRow {
  readonly table: string;
  readonly name: string;
  /** "int(10) unsigned", "enum('a','b')" */
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  /** "auto_increment", "STORED GENERATED", "DEFAULT_GENERATED on update CURRENT_TIMESTAMP" */
  readonly extra: string;
  readonly expression: string;
  readonly characterSet: string | null;
  readonly collation: string | null;
  readonly comment: string;
  /** The reference system that a column of shapes is bound to (MySQL). */
  readonly srid: number | null;
}

export async function fetchColumns(
  session: Session,
  server: ServerFacts,
  database: string,
): Promise<readonly ColumnRow[]> {
  const srid = server.product === "MySQL" && server.atLeast(8, 0) ? "SRS_ID" : "NULL";
  const rows = await session.rows(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS fallback,
       EXTRA AS extra, GENERATION_EXPRESSION AS expression, CHARACTER_SET_NAME AS characterSet, COLLATION_NAME AS collation,
       COLUMN_COMMENT AS comment, ${srid} AS srid
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION`,
    [database],
    patience,
  );
  return rows.map((row) => ({
    table: text(row, "table"),
    name: text(row, "name"),
    type: text(row, "type"),
    nullable: text(row, "nullable") === "YES",
    default: textOrNull(row, "fallback"),
    extra: text(row, "extra"),
    expression: text(row, "expression"),
    characterSet: textOrNull(row, "characterSet"),
    collation: textOrNull(row, "collation"),
    comment: text(row, "comment"),
    srid: numberOrNull(row, "srid"),
  }));
}

export interface IndexColumnRow {
  readonly table: string;
  readonly index: string;
  /** NULL for an expression. */
  readonly column: string | null;
  /** How much of the column's beginning is compared, in characters, or in bytes for bytes; NULL for all of it. */
  readonly prefix: number | null;
  readonly expression: string | null;
}

/** The parts of primary keys and unique indexes, in the order of each. */
export async function fetchUniqueColumns(
  session: Session,
  server: ServerFacts,
  database: string,
): Promise<readonly IndexColumnRow[]> {
  const expression = server.product === "MySQL" && server.atLeast(8, 0, 13) ? "EXPRESSION" : "NULL";
  const rows = await session.rows(
    `SELECT TABLE_NAME AS \`table\`, INDEX_NAME AS name, COLUMN_NAME AS \`column\`, SUB_PART AS prefix, ${expression} AS expression
     FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND NON_UNIQUE = 0
     ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`,
    [database],
    patience,
  );
  return rows.map((row) => ({
    table: text(row, "table"),
    index: text(row, "name"),
    column: textOrNull(row, "column"),
    prefix: numberOrNull(row, "prefix"),
    expression: textOrNull(row, "expression"),
  }));
}

export interface KeyColumnRow {
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly parentSchema: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** The columns of foreign keys, in the order of each. */
export async function fetchForeignKeyColumns(session: Session, database: string): Promise<readonly KeyColumnRow[]> {
  const rows = await session.rows(
    `SELECT TABLE_NAME AS \`table\`, CONSTRAINT_NAME AS name, COLUMN_NAME AS \`column\`, REFERENCED_TABLE_SCHEMA AS parentSchema,
       REFERENCED_TABLE_NAME AS parent, REFERENCED_COLUMN_NAME AS parentColumn
     FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = ? AND REFERENCED_TABLE_NAME IS NOT NULL
     ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION`,
    [database],
    patience,
  );
  return rows.map((row) => ({
    table: text(row, "table"),
    name: text(row, "name"),
    column: text(row, "column"),
    parentSchema: text(row, "parentSchema"),
    parent: text(row, "parent"),
    parentColumn: text(row, "parentColumn"),
  }));
}

export interface KeyRuleRow {
  readonly table: string;
  readonly name: string;
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** What happens to children. MariaDB shows it only to those who may do more than read. */
export async function fetchForeignKeyRules(session: Session, database: string): Promise<readonly KeyRuleRow[]> {
  const rows = await session.rows(
    `SELECT TABLE_NAME AS \`table\`, CONSTRAINT_NAME AS name, DELETE_RULE AS onDelete, UPDATE_RULE AS onUpdate
     FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?`,
    [database],
    patience,
  );
  return rows.map((row) => ({
    table: text(row, "table"),
    name: text(row, "name"),
    onDelete: text(row, "onDelete"),
    onUpdate: text(row, "onUpdate"),
  }));
}

/** A table as the server would make it: whoever may read the table may read this. Empty for those who may not. */
export async function fetchCreateTable(session: Session, quotedName: string): Promise<string> {
  try {
    const [row] = await session.rows(`SHOW CREATE TABLE ${quotedName}`, [], patience);
    return row === undefined ? "" : text(row, "Create Table");
  } catch (error) {
    if (isSeedloomError(error) && error.code === "permission-denied") return "";
    throw error;
  }
}

export interface CheckRow {
  readonly table: string;
  readonly name: string;
  readonly clause: string;
}

/** Checks that are enforced. */
export async function fetchChecks(
  session: Session,
  server: ServerFacts,
  database: string,
): Promise<readonly CheckRow[]> {
  const mariadb = server.product === "MariaDB";
  if (!(mariadb ? server.atLeast(10, 3, 10) : server.atLeast(8, 0, 16))) return [];
  const rows = await session.rows(
    mariadb
      ? `SELECT TABLE_NAME AS \`table\`, CONSTRAINT_NAME AS name, CHECK_CLAUSE AS clause
         FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?`
      : `SELECT t.TABLE_NAME AS \`table\`, c.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS clause
         FROM information_schema.TABLE_CONSTRAINTS AS t JOIN information_schema.CHECK_CONSTRAINTS AS c
           ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME
         WHERE t.TABLE_SCHEMA = ? AND t.CONSTRAINT_TYPE = 'CHECK' AND t.ENFORCED = 'YES'
         ORDER BY t.TABLE_NAME, c.CONSTRAINT_NAME`,
    [database],
    patience,
  );
  return rows.map((row) => ({ table: text(row, "table"), name: text(row, "name"), clause: text(row, "clause") }));
}

export interface PartitionRow {
  readonly table: string;
  /** RANGE, RANGE COLUMNS, LIST, LIST COLUMNS, HASH, KEY, … */
  readonly method: string;
  readonly expression: string;
  /** The bound, or the list of values. */
  readonly description: string;
}

export async function fetchPartitions(session: Session, database: string): Promise<readonly PartitionRow[]> {
  const rows = await session.rows(
    `SELECT TABLE_NAME AS \`table\`, PARTITION_METHOD AS method, PARTITION_EXPRESSION AS expression,
       PARTITION_DESCRIPTION AS description
     FROM information_schema.PARTITIONS WHERE TABLE_SCHEMA = ? AND PARTITION_NAME IS NOT NULL
     ORDER BY TABLE_NAME, PARTITION_ORDINAL_POSITION`,
    [database],
    patience,
  );
  return rows.map((row) => ({
    table: text(row, "table"),
    method: text(row, "method"),
    expression: text(row, "expression"),
    description: text(row, "description"),
  }));
}
