import type { ValueType } from "./value-type.ts";

export type EngineId = "sqlite" | "postgresql" | "mysql";

/** A table's identity within a project: its bare name in the default schema, `schema.name` outside it. */
export type TableId = string;

/** The engine-neutral description of a source. Plain data: it is written to schema.lock.json as it is. */
export interface SchemaModel {
  readonly engine: EngineId;
  readonly defaultSchema: string;
  readonly tables: readonly TableModel[];
  /** Listed so that the user sees them; never read and never filled. */
  readonly views: readonly ViewModel[];
}

export interface ViewModel {
  readonly schema: string;
  readonly name: string;
}

export interface TableModel {
  readonly id: TableId;
  readonly schema: string;
  readonly name: string;
  readonly comment?: string;
  readonly columns: readonly ColumnModel[];
  /** Column names in the key's order; empty where the table has no primary key. */
  readonly primaryKey: readonly string[];
  readonly uniques: readonly UniqueModel[];
  readonly foreignKeys: readonly ForeignKeyModel[];
  readonly checks: readonly CheckModel[];
  /** Conditions on pairs of rows; absent where there are none. */
  readonly exclusions?: readonly ExclusionModel[];
  /** The table's rows lie in parts, which are not listed. */
  readonly partitions?: PartitionsModel;
  /** Rows of this table are rows of these, too: they count there, and are not made a second time. */
  readonly inherits?: readonly TableName[];
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export interface PartitionsModel {
  /** How the parts are told apart, as SQL: RANGE (placed_on). */
  readonly key: string;
  /** What a row must keep to find its part, as SQL; absent where every row does. */
  readonly bounds?: string;
}

export interface ColumnModel {
  readonly name: string;
  /** The declared type, as the engine has it; "" where SQLite has none. */
  readonly type: string;
  /** The type behind the declared one, where that is a domain. */
  readonly baseType?: string;
  readonly valueType: ValueType;
  readonly nullable: boolean;
  /** The default as an SQL expression of the engine. */
  readonly default?: string;
  /** The database computes it: it is shown, and never written. */
  readonly generated?: "stored" | "virtual";
  /** The expression of a generated column, as SQL. */
  readonly expression?: string;
  /** The database numbers it when no value is given ("rowid": SQLite's INTEGER PRIMARY KEY). */
  readonly identity?: "rowid" | "auto" | "always" | "by-default";
  readonly comment?: string;
  /** Compares text without case (NOCASE, a _ci collation): values that differ in case only are equal to a key. */
  readonly caseInsensitive?: boolean;
  /** Compares letters without their marks (most _ci collations of MySQL): é and e are equal to a key. */
  readonly accentInsensitive?: boolean;
}

/** A unique constraint or unique index besides the primary key. */
export interface UniqueModel {
  readonly name: string;
  /** Empty for an index on expressions only. */
  readonly columns: readonly string[];
  /** The predicate of a partial index, as SQL. */
  readonly where?: string;
  /** The indexed expressions, as SQL, where the index is on expressions. */
  readonly expressions?: readonly string[];
  /**
   * Where only the beginnings of values must differ: for each of `columns`, how many characters (of bytes: bytes) are
   * compared, or null for all.
   */
  readonly prefixes?: readonly (number | null)[];
  /** NULL equals NULL: at most one row has it. */
  readonly nullsNotDistinct?: boolean;
  readonly deferrable?: boolean;
}

/** No two rows may compare true in all elements: the same room at overlapping times. */
export interface ExclusionModel {
  readonly name: string;
  /** A column, or an expression as SQL, and the operator that compares two rows: =, &&. */
  readonly elements: readonly { readonly column?: string; readonly expression?: string; readonly operator: string }[];
  /** The rows it speaks of, as SQL. */
  readonly where?: string;
  readonly deferrable?: boolean;
}

export interface ForeignKeyModel {
  readonly name: string;
  readonly columns: readonly string[];
  readonly referencedTable: TableName;
  /** Same length and order as `columns`. */
  readonly referencedColumns: readonly string[];
  /** The project says it, not the database: rows keep it, and nothing holds them to it. Never in a schema as it is read. */
  readonly virtual?: true;
  readonly deferrable?: boolean;
  readonly onDelete?: string;
  readonly onUpdate?: string;
}

export interface CheckModel {
  readonly name: string;
  /** The condition as SQL, without the enclosing parentheses. */
  readonly expression: string;
}

/** The identity of a table in `model`: its bare name in the default schema, else `schema.name`. */
function tableId(defaultSchema: string, schema: string, name: string): TableId {
  return schema === defaultSchema ? name : `${schema}.${name}`;
}

/** The table with this identity, or undefined. */
export function findTable(model: SchemaModel, id: TableId): TableModel | undefined {
  return model.tables.find((table) => table.id === id);
}

/** The table that a foreign key points to, or undefined where the engine let it dangle. */
export function referencedTable(model: SchemaModel, key: ForeignKeyModel): TableModel | undefined {
  return findTable(model, tableId(model.defaultSchema, key.referencedTable.schema, key.referencedTable.name));
}

/** The column with this name, or undefined. */
export function findColumn(table: TableModel, name: string): ColumnModel | undefined {
  return table.columns.find((column) => column.name === name);
}
