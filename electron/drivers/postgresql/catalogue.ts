import type { ClientBase } from "pg";

// One query of PostgreSQL's catalogue a function, for all tables at once. Objects are known by their number (oid): names are
// unique per table or schema only, and may hold anything. A role without rights on a table may read all of this, too.

/** Schemas that are a user's own. PostgreSQL keeps the prefix pg_ for itself. */
const userSchema = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** Not brought along by an extension. */
const ownObject = `NOT EXISTS (SELECT FROM pg_depend AS x WHERE x.classid = 'pg_class'::regclass AND x.objid = t.oid AND x.deptype = 'e')`;

/** The tables that hold a user's rows. Parts of a partitioned table belong to it and are not listed. */
const userTables = `(SELECT t.oid FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace
  WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND ${userSchema} AND ${ownObject})`;

async function rows<T extends object>(client: ClientBase, sql: string): Promise<readonly T[]> {
  return (await client.query<T>(sql)).rows;
}

export interface TableRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  /** RANGE (placed_on), where the table is partitioned. */
  readonly partitionKey: string | null;
  /** The tables that it inherits from. */
  readonly parents: readonly number[];
}

export const fetchTables = (client: ClientBase): Promise<readonly TableRow[]> =>
  rows(
    client,
    `SELECT t.oid, n.nspname AS schema, t.relname AS name, obj_description(t.oid, 'pg_class') AS comment,
       pg_get_partkeydef(t.oid) AS "partitionKey",
       ARRAY(SELECT i.inhparent FROM pg_inherits AS i WHERE i.inhrelid = t.oid ORDER BY i.inhseqno) AS parents
     FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace WHERE t.oid IN ${userTables}
     ORDER BY n.nspname <> 'public', n.nspname COLLATE "C", t.relname COLLATE "C"`,
  );

/** Views, materialised ones and foreign tables: they are listed, and never read. */
export const fetchViews = (
  client: ClientBase,
): Promise<readonly { readonly schema: string; readonly name: string }[]> =>
  rows(
    client,
    `SELECT n.nspname AS schema, t.relname AS name FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace
     WHERE t.relkind IN ('v', 'm', 'f') AND ${userSchema} AND ${ownObject}
     ORDER BY n.nspname <> 'public', n.nspname COLLATE "C", t.relname COLLATE "C"`,
  );

export interface ColumnRow {
  readonly table: number;
  readonly number: number;
  readonly name: string;
  /** The declared type in words. */
  readonly declared: string;
  readonly type: number;
  /** What the declaration says in brackets, in the type's own code; -1 where nothing. */
  readonly modifier: number;
  readonly required: boolean;
  /** a: always, d: by default. */
  readonly identity: "" | "a" | "d";
  /** s: stored, v: virtual. */
  readonly generated: "" | "s" | "v";
  /** The default, or the expression of a generated column. */
  readonly expression: string | null;
  readonly comment: string | null;
  /** Texts that differ may be equal to the column's collation. */
  readonly loose: boolean | null;
}

export const fetchColumns = (client: ClientBase): Promise<readonly ColumnRow[]> =>
  rows(
    client,
    `SELECT a.attrelid AS "table", a.attnum AS number, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS declared,
       a.atttypid AS type, a.atttypmod AS modifier, a.attnotnull AS required, a.attidentity AS identity,
       a.attgenerated AS generated, pg_get_expr(d.adbin, d.adrelid) AS expression,
       col_description(a.attrelid, a.attnum) AS comment, NOT c.collisdeterministic AS loose
     FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     LEFT JOIN pg_collation AS c ON c.oid = a.attcollation
     WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid IN ${userTables} ORDER BY a.attrelid, a.attnum`,
  );

export interface TypeRow {
  readonly oid: number;
  readonly name: string;
  /** Comes with PostgreSQL itself. */
  readonly builtIn: boolean;
  /** b: base, d: domain, e: enum, r: range, m: several ranges, c: composite, p: pseudo. */
  readonly kind: string;
  readonly isArray: boolean;
  /** Of an array, a domain or a range: what it is made of; else 0. */
  readonly of: number;
  /** A domain's modifier, NOT NULL, default, and the base type in words. */
  readonly modifier: number;
  readonly required: boolean;
  readonly default: string | null;
  readonly base: string | null;
}

export const fetchTypes = (client: ClientBase): Promise<readonly TypeRow[]> =>
  rows(
    client,
    `SELECT t.oid, t.typname AS name, n.nspname = 'pg_catalog' AS "builtIn", t.typtype AS kind,
       t.typcategory = 'A' AS "isArray",
       CASE WHEN t.typtype = 'd' THEN t.typbasetype WHEN t.typcategory = 'A' THEN t.typelem
         ELSE COALESCE(r.rngsubtype, m.rngsubtype, 0::oid) END AS of,
       t.typtypmod AS modifier, t.typnotnull AS required, t.typdefault AS default,
       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base
     FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
     LEFT JOIN pg_range AS r ON r.rngtypid = t.oid AND t.typtype = 'r'
     LEFT JOIN pg_range AS m ON t.typtype = 'm' AND to_jsonb(m) ->> 'rngmultitypid' = t.oid::text`,
  );

export const fetchEnumValues = (
  client: ClientBase,
): Promise<readonly { readonly type: number; readonly values: readonly string[] }[]> =>
  rows(
    client,
    `SELECT enumtypid AS type, array_agg(enumlabel::text ORDER BY enumsortorder) AS values FROM pg_enum GROUP BY enumtypid`,
  );

/** The CHECKs of domains, in which VALUE stands for the column. */
export const fetchDomainChecks = (
  client: ClientBase,
): Promise<readonly { readonly type: number; readonly name: string; readonly expression: string }[]> =>
  rows(
    client,
    `SELECT contypid AS type, conname AS name, pg_get_expr(conbin, 0) AS expression FROM pg_constraint
     WHERE contypid <> 0 AND contype = 'c' ORDER BY contypid, conname COLLATE "C"`,
  );

export const fetchPrimaryKeys = (
  client: ClientBase,
): Promise<readonly { readonly table: number; readonly columns: readonly string[] }[]> =>
  rows(
    client,
    `SELECT c.conrelid AS "table", ${namesOf("c.conkey", "c.conrelid")} AS columns FROM pg_constraint AS c
     WHERE c.contype = 'p' AND c.conrelid IN ${userTables}`,
  );

/** The names of columns, in the order in which their numbers are listed. */
function namesOf(numbers: string, table: string): string {
  return `ARRAY(SELECT a.attname::text FROM unnest(${numbers}) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute AS a ON a.attrelid = ${table} AND a.attnum = k.number ORDER BY k.place)`;
}

export interface UniqueRow {
  readonly table: number;
  readonly name: string;
  /** Names of columns, and expressions as SQL, in the index's order. */
  readonly terms: readonly { readonly column: string | null; readonly expression: string | null }[];
  readonly where: string | null;
  readonly nullsNotDistinct: boolean;
  readonly deferrable: boolean;
}

/** Unique constraints and unique indexes besides the primary keys, without the columns that are only kept along (INCLUDE). */
export const fetchUniques = (client: ClientBase): Promise<readonly UniqueRow[]> =>
  rows(
    client,
    `SELECT i.indrelid AS "table", x.relname AS name, ${indexTerms("i")} AS terms, pg_get_expr(i.indpred, i.indrelid) AS where,
       COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS "nullsNotDistinct", NOT i.indimmediate AS deferrable
     FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid
     WHERE i.indisunique AND NOT i.indisprimary AND NOT i.indisexclusion AND i.indrelid IN ${userTables}
     ORDER BY i.indrelid, x.relname COLLATE "C"`,
  );

const indexTerms = (index: string): string =>
  `(SELECT COALESCE(json_agg(json_build_object('column', a.attname, 'expression',
      CASE WHEN k.number = 0 THEN pg_get_indexdef(${index}.indexrelid, k.place::int, false) END) ORDER BY k.place), '[]')
    FROM unnest(${index}.indkey::int2[]) WITH ORDINALITY AS k (number, place)
    LEFT JOIN pg_attribute AS a ON a.attrelid = ${index}.indrelid AND a.attnum = k.number AND k.number <> 0
    WHERE k.place <= ${index}.indnkeyatts)`;

export interface ExclusionRow {
  readonly table: number;
  readonly name: string;
  readonly elements: UniqueRow["terms"];
  /** As many as `elements`. */
  readonly operators: readonly string[];
  readonly where: string | null;
  readonly deferrable: boolean;
}

/** EXCLUDE constraints, and keys WITHOUT OVERLAPS, which are some. */
export const fetchExclusions = (client: ClientBase): Promise<readonly ExclusionRow[]> =>
  rows(
    client,
    `SELECT c.conrelid AS "table", c.conname AS name, ${indexTerms("i")} AS elements,
       ARRAY(SELECT o.oprname::text FROM unnest(c.conexclop) WITH ORDINALITY AS k (oid, place)
         JOIN pg_operator AS o ON o.oid = k.oid ORDER BY k.place) AS operators,
       pg_get_expr(i.indpred, i.indrelid) AS where, c.condeferrable AS deferrable
     FROM pg_constraint AS c JOIN pg_index AS i ON i.indexrelid = c.conindid
     WHERE c.conexclop IS NOT NULL AND c.conrelid IN ${userTables} ORDER BY c.conrelid, c.conname COLLATE "C"`,
  );

export interface ForeignKeyRow {
  readonly table: number;
  readonly name: string;
  readonly columns: readonly string[];
  readonly parentSchema: string;
  readonly parent: string;
  readonly parentColumns: readonly string[];
  readonly deferrable: boolean;
  /** a: NO ACTION, r: RESTRICT, c: CASCADE, n: SET NULL, d: SET DEFAULT. */
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** Foreign keys as they were declared: not the copies that a partitioned table's key has in its parts. */
export const fetchForeignKeys = (client: ClientBase): Promise<readonly ForeignKeyRow[]> =>
  rows(
    client,
    `SELECT c.conrelid AS "table", c.conname AS name, ${namesOf("c.conkey", "c.conrelid")} AS columns, n.nspname AS "parentSchema",
       p.relname AS parent, ${namesOf("c.confkey", "c.confrelid")} AS "parentColumns", c.condeferrable AS deferrable,
       c.confdeltype AS "onDelete", c.confupdtype AS "onUpdate"
     FROM pg_constraint AS c JOIN pg_class AS p ON p.oid = c.confrelid JOIN pg_namespace AS n ON n.oid = p.relnamespace
     WHERE c.contype = 'f' AND c.conparentid = 0 AND c.conrelid IN ${userTables} ORDER BY c.conrelid, c.conname COLLATE "C"`,
  );

export const fetchChecks = (
  client: ClientBase,
): Promise<readonly { readonly table: number; readonly name: string; readonly expression: string }[]> =>
  rows(
    client,
    `SELECT c.conrelid AS "table", c.conname AS name, pg_get_expr(c.conbin, c.conrelid) AS expression FROM pg_constraint AS c
     WHERE c.contype = 'c' AND c.conrelid IN ${userTables} ORDER BY c.conrelid, c.conname COLLATE "C"`,
  );

export interface PartitionRow {
  readonly oid: number;
  readonly parent: number;
  /** FOR VALUES FROM (…) TO (…), FOR VALUES IN (…), FOR VALUES WITH (modulus …), DEFAULT. */
  readonly bound: string;
  /** What a row of this part keeps, as SQL; of a part of a part also what the part above asks. */
  readonly condition: string | null;
  /** r: rows lie here; p: it is partitioned itself; f: a foreign table. */
  readonly kind: string;
  /** The one column by which the table above is divided; null where there are several, or an expression. */
  readonly column: string | null;
  /** r: by range, l: by list, h: by hash. */
  readonly strategy: string;
}

export const fetchPartitions = (client: ClientBase): Promise<readonly PartitionRow[]> =>
  rows(
    client,
    `SELECT t.oid, i.inhparent AS parent, pg_get_expr(t.relpartbound, t.oid) AS bound,
       pg_get_partition_constraintdef(t.oid) AS condition, t.relkind AS kind, a.attname AS column, k.partstrat AS strategy
     FROM pg_class AS t JOIN pg_inherits AS i ON i.inhrelid = t.oid JOIN pg_partitioned_table AS k ON k.partrelid = i.inhparent
     LEFT JOIN pg_attribute AS a ON a.attrelid = i.inhparent AND k.partnatts = 1 AND a.attnum = k.partattrs[0] AND a.attnum > 0
     WHERE t.relispartition ORDER BY i.inhparent, t.oid`,
  );
