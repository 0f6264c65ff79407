import type { CheckModel, ExclusionModel, TableName } from "../../../../shared/schema/schema-model.ts";

// What a script has made so far, as PostgreSQL's own catalogue would hold it. Statements change it in place.

/** A type as a script names it. */
export interface TypeRef {
  /** Undefined: found over the search path, or built in. */
  readonly schema?: string;
  readonly name: string;
  readonly modifiers: readonly string[];
  /** Dimensions of an array; 0 where it is none. */
  readonly dimensions: number;
}

export interface PgColumn {
  name: string;
  type: TypeRef;
  notNull: boolean;
  default?: string;
  generated?: "stored" | "virtual";
  expression?: string;
  identity?: "always" | "by-default";
  collation?: string;
  comment?: string;
}

export interface PgKey {
  readonly name: string;
  columns: readonly string[];
  readonly where?: string;
  readonly expressions?: readonly string[];
  readonly nullsNotDistinct?: boolean;
  readonly deferrable?: boolean;
  /** What its columns and expressions are called, where it was made by CREATE INDEX and is no constraint. */
  readonly terms?: readonly string[];
}

export interface PgForeignKey {
  readonly name: string;
  columns: readonly string[];
  referenced: PgTable | TableName;
  /** Empty until the end where the script leaves them to the parent's primary key. */
  referencedColumns: readonly string[];
  readonly deferrable?: boolean;
  readonly onDelete?: string;
  readonly onUpdate?: string;
}

export interface PgCheck extends CheckModel {
  /** The children of the table do not have it. */
  readonly noInherit: boolean;
  /** Column names in it. */
  readonly columns: readonly string[];
}

export interface PgTable {
  schema: string;
  name: string;
  columns: PgColumn[];
  primaryKey?: PgKey;
  uniques: PgKey[];
  foreignKeys: PgForeignKey[];
  checks: PgCheck[];
  exclusions: ExclusionModel[];
  parents: PgTable[];
  /** How its rows are parted: "RANGE (placed_on)". */
  partitionKey?: PartitionKey;
  /** The part of the parent that it is, and its bound as PostgreSQL prints it: FOR VALUES FROM (1) TO (10). */
  partition?: { readonly of: PgTable; readonly bound: string };
  comment?: string;
}

export interface PartitionKey {
  readonly strategy: "RANGE" | "LIST" | "HASH";
  /** Columns or expressions, as SQL. */
  readonly terms: readonly string[];
}

export type PgType =
  | { readonly kind: "enum"; schema: string; name: string; values: string[] }
  | {
      readonly kind: "domain";
      schema: string;
      name: string;
      readonly base: TypeRef;
      notNull: boolean;
      default?: string;
      checks: CheckModel[];
    }
  | { readonly kind: "composite"; schema: string; name: string; readonly columns: readonly PgColumn[] }
  | { readonly kind: "range"; schema: string; name: string; readonly of: TypeRef };

export class PgCatalogue {
  searchPath: readonly string[] = ["public"];
  readonly tables: PgTable[] = [];
  readonly types: PgType[] = [];
  readonly views: { schema: string; name: string }[] = [];
  /** Tables made by a query, whose columns a script alone does not say. */
  readonly unknown: string[] = [];
  /** Indexes by schema and name, so that DROP INDEX and constraints USING INDEX find them. */
  readonly indexes = new Map<string, { readonly table: PgTable; readonly key: PgKey }>();
  readonly #tables = new Map<string, PgTable>();
  readonly #types = new Map<string, PgType>();
  /** Names of tables, indexes and sequences, and of constraints: PostgreSQL makes up none that is there. */
  readonly #relations = new Set<string>();
  readonly #constraints = new Set<string>();

  /** The schema in which something new goes. */
  target(schema: string | undefined): string {
    return schema ?? this.searchPath.find((name) => name !== "pg_catalog") ?? "public";
  }

  addTable(table: PgTable): void {
    this.tables.push(table);
    this.#tables.set(keyOf(table.schema, table.name), table);
    this.#relations.add(keyOf(table.schema, table.name));
  }

  removeTable(table: PgTable): void {
    this.tables.splice(this.tables.indexOf(table), 1);
    this.#tables.delete(keyOf(table.schema, table.name));
    this.#relations.delete(keyOf(table.schema, table.name));
    for (const other of this.tables) other.foreignKeys = other.foreignKeys.filter((key) => key.referenced !== table);
  }

  /** The tables that inherit from a table, and its parts. */
  children(table: PgTable): readonly PgTable[] {
    return this.tables.filter((other) => other.parents.includes(table) || other.partition?.of === table);
  }

  moveTable(table: PgTable, schema: string, name: string): void {
    this.#tables.delete(keyOf(table.schema, table.name));
    table.schema = schema;
    table.name = name;
    this.#tables.set(keyOf(schema, name), table);
  }

  table(schema: string | undefined, name: string): PgTable | undefined {
    return this.#found(this.#tables, schema, name);
  }

  addType(type: PgType): void {
    this.types.push(type);
    this.#types.set(keyOf(type.schema, type.name), type);
  }

  removeType(type: PgType): void {
    this.types.splice(this.types.indexOf(type), 1);
    this.#types.delete(keyOf(type.schema, type.name));
  }

  moveType(type: PgType, schema: string, name: string): void {
    this.#types.delete(keyOf(type.schema, type.name));
    type.schema = schema;
    type.name = name;
    this.#types.set(keyOf(schema, name), type);
  }

  type(schema: string | undefined, name: string): PgType | undefined {
    return this.#found(this.#types, schema, name);
  }

  #found<T>(named: ReadonlyMap<string, T>, schema: string | undefined, name: string): T | undefined {
    if (schema !== undefined) return named.get(keyOf(schema, name));
    // A dump empties the path and names every schema; a script that does not goes by the default.
    const path = this.searchPath.length === 0 ? ["public"] : this.searchPath;
    for (const one of path) {
      const found = named.get(keyOf(one, name));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Notes the name of an index or a sequence, so that none is made up like it. */
  takeRelation(schema: string, name: string): void {
    this.#relations.add(keyOf(schema, name));
  }

  takeConstraint(schema: string, name: string): void {
    this.#constraints.add(keyOf(schema, name));
  }

  /** The name that PostgreSQL gives to an index: table_columns_key, cut to 63 bytes, numbered where it is taken. */
  indexName(table: PgTable, columns: string, label: string): string {
    return this.#madeUp(table, columns, label, (key) => this.#relations.has(key) || this.#constraints.has(key));
  }

  /** The name of a copy of a key in a table that is made like another. */
  nameLike(table: PgTable, key: PgKey): string {
    return this.indexName(
      table,
      termNames(key.terms ?? key.columns).join("_"),
      key.terms === undefined ? "key" : "idx",
    );
  }

  constraintName(table: PgTable, columns: string, label: string): string {
    return this.#madeUp(table, columns, label, (key) => this.#constraints.has(key));
  }

  #madeUp(table: PgTable, columns: string, label: string, taken: (key: string) => boolean): string {
    for (let pass = 0; ; pass++) {
      const name = objectName(table.name, columns, `${label}${pass === 0 ? "" : pass}`);
      if (!taken(keyOf(table.schema, name))) return name;
    }
  }
}

/** ChooseIndexColumnNames of PostgreSQL: a name that comes again is numbered. */
export function termNames(terms: readonly string[]): readonly string[] {
  const taken: string[] = [];
  for (const base of terms) {
    let name = base;
    for (let k = 1; taken.includes(name); k++) name = `${base}${k}`;
    taken.push(name);
  }
  return taken;
}

const keyOf = (schema: string, name: string): string => `${schema}\0${name}`;

/** The longest name, in bytes: NAMEDATALEN - 1. */
const longestName = 63;

/** makeObjectName of PostgreSQL: the longer of the two names gives way until all of it fits. */
function objectName(table: string, columns: string, label: string): string {
  const room = longestName - Buffer.byteLength(label) - 1 - (columns === "" ? 0 : 1);
  let first = Buffer.byteLength(table);
  let second = Buffer.byteLength(columns);
  while (first + second > room) {
    if (first > second) first--;
    else second--;
  }
  return [clip(table, first), ...(columns === "" ? [] : [clip(columns, second)]), label].join("_");
}

/** The most of a text that fits into so many bytes without cutting a character. */
function clip(text: string, bytes: number): string {
  let clipped = text;
  while (Buffer.byteLength(clipped) > bytes) clipped = clipped.slice(0, -1);
  return clipped;
}
