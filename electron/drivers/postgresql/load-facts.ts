import type { ClientBase } from "pg";
import type { LoadTable } from "../driver.ts";

// What a load must know of its tables besides their model: rights, owners, triggers, sequences, and who refers to them.

export interface TargetTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly owned: boolean;
  readonly inserts: boolean;
  readonly updates: boolean;
  readonly deletes: boolean;
  readonly truncates: boolean;
  /** COPY passes by the rules that rewrite an INSERT. */
  readonly rules: boolean;
  /** The names of its columns as it is now. */
  readonly columns: readonly string[];
}

/** The tables of the request as the database has them now; one that is gone is missing. */
export async function fetchTargetTables(
  client: ClientBase,
  tables: readonly LoadTable[],
): Promise<readonly TargetTable[]> {
  const { rows } = await client.query<TargetTable>(
    `SELECT t.oid, n.nspname AS schema, t.relname AS name, pg_has_role(t.relowner, 'USAGE') AS owned,
       u.usage AND has_table_privilege(t.oid, 'INSERT') AS inserts, u.usage AND has_table_privilege(t.oid, 'UPDATE') AS updates,
       u.usage AND has_table_privilege(t.oid, 'DELETE') AS deletes, u.usage AND has_table_privilege(t.oid, 'TRUNCATE') AS truncates,
       EXISTS (SELECT FROM pg_rewrite AS w WHERE w.ev_class = t.oid AND w.ev_type = '3') AS rules,
       ARRAY(SELECT a.attname::text FROM pg_attribute AS a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
     JOIN pg_namespace AS n ON n.nspname = wanted.schema JOIN pg_class AS t ON t.relnamespace = n.oid AND t.relname = wanted.name,
       LATERAL (SELECT has_schema_privilege(n.oid, 'USAGE') AS usage) AS u
     WHERE t.relkind IN ('r', 'p')`,
    [tables.map(({ table }) => table.schema), tables.map(({ table }) => table.name)],
  );
  return rows;
}

/** The tables and all their parts. */
const trees = `WITH RECURSIVE tree AS (
  SELECT t AS root, t AS oid FROM unnest($1::oid[]) AS t
  UNION SELECT tree.root, i.inhrelid FROM tree JOIN pg_inherits AS i ON i.inhparent = tree.oid)`;

export interface TriggerRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** O: on, R: on a replica only, A: always. */
  readonly state: "O" | "R" | "A";
}

/** The triggers of users that are on, of the tables and of their partitions. */
export async function fetchTriggers(client: ClientBase, oids: readonly number[]): Promise<readonly TriggerRow[]> {
  const { rows } = await client.query<TriggerRow>(
    `${trees} SELECT n.nspname AS schema, t.relname AS table, g.tgname AS name, g.tgenabled AS state
     FROM pg_trigger AS g JOIN pg_class AS t ON t.oid = g.tgrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace
     WHERE NOT g.tgisinternal AND g.tgenabled <> 'D'
       AND g.tgrelid IN (SELECT tree.oid FROM tree JOIN pg_class AS p ON p.oid = tree.oid WHERE tree.oid = tree.root OR p.relispartition)
     ORDER BY n.nspname, t.relname, g.tgname`,
    [oids],
  );
  return rows;
}

export interface SequenceRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly table: number;
  readonly column: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly owned: boolean;
  readonly reads: boolean;
  readonly sets: boolean;
}

/** The sequences that number columns of the tables: of identity columns, and those that a default names. */
export async function fetchSequences(client: ClientBase, oids: readonly number[]): Promise<readonly SequenceRow[]> {
  const { rows } = await client.query<SequenceRow>(
    `WITH used AS (
       SELECT d.objid AS sequence, d.refobjid AS "table", d.refobjsubid::int AS number FROM pg_depend AS d
       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i' AND d.refobjsubid > 0
       UNION SELECT d.refobjid, f.adrelid, f.adnum::int FROM pg_depend AS d JOIN pg_attrdef AS f ON f.oid = d.objid
       WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass)
     SELECT s.oid, n.nspname AS schema, s.relname AS name, used."table", a.attname AS column, q.seqincrement::text AS increment,
       q.seqmin::text AS minimum, q.seqmax::text AS maximum, pg_has_role(s.relowner, 'USAGE') AS owned,
       u.usage AND has_sequence_privilege(s.oid, 'SELECT') AS reads, u.usage AND has_sequence_privilege(s.oid, 'UPDATE') AS sets
     FROM used JOIN pg_class AS s ON s.oid = used.sequence AND s.relkind = 'S' JOIN pg_namespace AS n ON n.oid = s.relnamespace
     JOIN pg_sequence AS q ON q.seqrelid = s.oid
     JOIN pg_attribute AS a ON a.attrelid = used."table" AND a.attnum = used.number
     JOIN pg_type AS y ON y.oid = a.atttypid AND y.typcategory = 'N',
       LATERAL (SELECT has_schema_privilege(n.oid, 'USAGE') AS usage) AS u
     WHERE used."table" = ANY ($1::oid[]) ORDER BY n.nspname, s.relname, a.attnum`,
    [oids],
  );
  return rows;
}

export interface OutsideKey {
  /** The table that refers, which is not among those given. */
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** The table that it refers to. */
  readonly parent: number;
  readonly onDelete: string;
}

/** Foreign keys of other tables that refer to rows of these. */
export async function fetchOutsideKeys(client: ClientBase, oids: readonly number[]): Promise<readonly OutsideKey[]> {
  const { rows } = await client.query<OutsideKey>(
    `${trees} SELECT n.nspname AS schema, t.relname AS name, c.confdeltype AS "onDelete", tree.root AS parent,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) AS k JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
     FROM pg_constraint AS c JOIN tree ON tree.oid = c.confrelid
     JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace
     WHERE c.contype = 'f' AND c.conparentid = 0 AND c.conrelid NOT IN (SELECT oid FROM tree) ORDER BY n.nspname, t.relname`,
    [oids],
  );
  return rows;
}
