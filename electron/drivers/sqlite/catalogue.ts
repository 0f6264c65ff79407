import type Database from "better-sqlite3";

// One query of SQLite's catalogue a function. All tables at once: a call for each of 500 tables is what makes this slow.

/** The tables that hold a user's rows: neither SQLite's own, nor virtual, nor the shadow tables of a virtual one. */
const userTables = `pragma_table_list AS t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

export interface TableRow {
  readonly name: string;
  readonly withoutRowid: 0 | 1;
  readonly strict: 0 | 1;
  readonly sql: string;
}

/** Tables in the order in which they were created. */
export const fetchTables = (database: Database.Database): TableRow[] =>
  database
    .prepare<[], TableRow>(
      `SELECT t.name, t.wr AS withoutRowid, t.strict, s.sql FROM (SELECT * FROM ${userTables}) AS t
       JOIN sqlite_schema AS s ON s.type = 'table' AND s.name = t.name ORDER BY s.rowid`,
    )
    .all();

export const fetchViews = (database: Database.Database): string[] =>
  database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid").pluck().all();

/** Virtual tables whose module is not part of this SQLite, so that their shadow tables are not known as such. */
export const fetchUnknownVirtualTables = (database: Database.Database): string[] =>
  database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%' AND NOT EXISTS (
         SELECT 1 FROM pragma_module_list AS m WHERE lower(sqlite_schema.sql) LIKE '% using ' || lower(m.name) || '%')`,
    )
    .pluck()
    .all();

export interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly default: string | null;
  /** Place in the primary key from 1; 0 where it is not part of it. */
  readonly pk: number;
  /** 2: generated when read; 3: generated and stored. */
  readonly hidden: number;
}

export const fetchColumns = (database: Database.Database): ColumnRow[] =>
  database
    .prepare<[], ColumnRow>(
      `SELECT t.name AS "table", c.name, c.type, c."notnull", c.dflt_value AS "default", c.pk, c.hidden
       FROM (SELECT * FROM ${userTables}) AS t JOIN pragma_table_xinfo(t.name, 'main') AS c ORDER BY t.name, c.cid`,
    )
    .all();

export interface IndexRow {
  readonly table: string;
  readonly name: string;
  readonly unique: 0 | 1;
  /** c: CREATE INDEX, u: UNIQUE, pk: PRIMARY KEY. */
  readonly origin: "c" | "u" | "pk";
  readonly sql: string | null;
}

/** Unique indexes, in the order in which they were created. */
export const fetchUniqueIndexes = (database: Database.Database): IndexRow[] =>
  database
    .prepare<[], IndexRow>(
      `SELECT t.name AS "table", i.name, i."unique", i.origin, s.sql
       FROM (SELECT * FROM ${userTables}) AS t JOIN pragma_index_list(t.name, 'main') AS i
       LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name
       WHERE i."unique" ORDER BY t.name, i.seq DESC`,
    )
    .all();

export interface IndexColumnRow {
  readonly index: string;
  readonly seqno: number;
  /** -2: an expression. */
  readonly cid: number;
  readonly name: string | null;
  readonly collation: string;
}

export const fetchIndexColumns = (database: Database.Database): IndexColumnRow[] =>
  database
    .prepare<[], IndexColumnRow>(
      `SELECT i.name AS "index", x.seqno, x.cid, x.name, x.coll AS collation
       FROM (SELECT * FROM ${userTables}) AS t JOIN pragma_index_list(t.name, 'main') AS i
       JOIN pragma_index_xinfo(i.name, 'main') AS x WHERE i."unique" AND x.key ORDER BY i.name, x.seqno`,
    )
    .all();

export interface ForeignKeyRow {
  readonly table: string;
  /** Counts from 0 for the key declared last. */
  readonly id: number;
  readonly seq: number;
  readonly parent: string;
  readonly from: string;
  /** NULL: the parent's primary key. */
  readonly to: string | null;
  readonly onUpdate: string;
  readonly onDelete: string;
}

export const fetchForeignKeys = (database: Database.Database): ForeignKeyRow[] =>
  database
    .prepare<[], ForeignKeyRow>(
      `SELECT t.name AS "table", f.id, f.seq, f."table" AS parent, f."from", f."to", f.on_update AS onUpdate, f.on_delete AS onDelete
       FROM (SELECT * FROM ${userTables}) AS t JOIN pragma_foreign_key_list(t.name, 'main') AS f
       ORDER BY t.name, f.id DESC, f.seq`,
    )
    .all();
