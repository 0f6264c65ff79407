import { dialectById } from "../dialects/index.ts";
import type { Dialect } from "../dialects/dialect.ts";

import { loadOrder } from "./graph.ts";
import {
  referencedTable,
  type ColumnModel,
  type EngineId,
  type ForeignKeyModel,
  type SchemaModel,
  type TableModel,
  type UniqueModel,
} from "./schema-model.ts";
import { typeName } from "./type-names.ts";

/** One statement that makes a part of a schema. */
export interface MakingStatement {
  readonly sql: string;
  /** What to run where the engine refuses it, and how to say what is missing then; else the schema cannot be made. */
  readonly otherwise?: { readonly sql?: string; readonly missing: string };
}

export interface TableStatements {
  /** In the order in which they are run. */
  readonly statements: readonly MakingStatement[];
  /** Sentences on what of the schema the statements leave out. */
  readonly missing: readonly string[];
}

/**
 * Statements that make a model's tables in an empty database of `dialect`: columns with their types, defaults and expressions,
 * primary keys, uniques, foreign keys and checks. What is written in another engine's SQL (checks, expressions, partial
 * uniques) is left out, and said.
 */
export function createTables(model: SchemaModel, dialect: EngineId): TableStatements {
  const maker = new TableMaker(model, dialect);
  const tables = loadOrder(model).flat();
  const statements = [
    ...maker.schemas(),
    ...maker.types(),
    ...tables.map((table) => maker.table(table)),
    ...tables.flatMap((table) => maker.after(table)),
  ];
  return { statements, missing: maker.missing };
}

class TableMaker {
  /** What is written in another engine's SQL, by the kind of thing. */
  readonly #foreign = { default: 0, check: 0, unique: 0 };
  readonly #model: SchemaModel;
  readonly #engine: EngineId;
  readonly #dialect: Dialect;
  /** The model's SQL is this dialect's. */
  readonly #own: boolean;

  constructor(model: SchemaModel, engine: EngineId) {
    this.#model = model;
    this.#engine = engine;
    this.#dialect = dialectById(engine);
    this.#own = model.engine === engine;
  }

  get missing(): readonly string[] {
    const left = Object.entries(this.#foreign).filter(([, count]) => count > 0);
    if (left.length === 0) return [];
    const words = left.map(([kind, count]) => `${count} ${kind}${count === 1 ? "" : "s"}`).join(", ");
    return [`What is written in the SQL of another engine is left out: ${words}.`];
  }

  schemas(): readonly MakingStatement[] {
    if (this.#dialect.id === "sqlite") return [];
    const others = new Set(this.#model.tables.map(({ schema }) => schema));
    others.delete(this.#model.defaultSchema);
    return [...others].map((schema) => ({ sql: `CREATE SCHEMA ${this.#name(schema)}` }));
  }

  /** PostgreSQL's enums are types of their own, one for all columns that name it. */
  types(): readonly MakingStatement[] {
    if (!this.#own || this.#dialect.id !== "postgresql") return [];
    const made = new Map<string, string>();
    for (const { columns } of this.#model.tables) {
      for (const { type, baseType, valueType } of columns) {
        const inner = valueType.kind === "array" ? valueType.of : valueType;
        const name = (baseType ?? type).replace(/(\[\])+$/, "");
        if (inner.kind !== "enum" || !isTypeName(name)) continue;
        const values = inner.values.map((value) => this.#dialect.textLiteral(value)).join(", ");
        made.set(name, `CREATE TYPE ${name} AS ENUM (${values})`);
      }
    }
    return [...made.values()].map((sql) => ({ sql }));
  }

  table(table: TableModel): MakingStatement {
    const lines = table.columns.map((column) => this.#column(table, column));
    if (table.primaryKey.length > 0 && this.#rowid(table) === undefined) {
      lines.push(`PRIMARY KEY (${this.#names(table.primaryKey)})`);
    }
    for (const unique of table.uniques) {
      if (isPlain(unique))
        lines.push(
          `UNIQUE${unique.nullsNotDistinct === true ? " NULLS NOT DISTINCT" : ""} (${this.#names(unique.columns)})`,
        );
    }
    const inline = this.#dialect.id === "sqlite" ? table.foreignKeys.flatMap((key) => this.#foreignKey(key)) : [];
    const checks =
      this.#own && this.#dialect.id === "sqlite" ? table.checks.map(({ expression }) => `CHECK (${expression})`) : [];
    if (!this.#own) this.#foreign.check += table.checks.length;
    const create = (parts: readonly string[]): string =>
      `CREATE TABLE ${this.#table(table)} (\n  ${parts.join(",\n  ")}\n)`;
    const sql = create([...lines, ...inline, ...checks]);
    if (checks.length === 0) return { sql };
    const missing = `The checks of ${table.id}: they call what the engine does not know.`;
    return { sql, otherwise: { sql: create([...lines, ...inline]), missing } };
  }

  /** What can only be made once all tables are there, or may be refused by itself. */
  after(table: TableModel): readonly MakingStatement[] {
    const alter = `ALTER TABLE ${this.#table(table)} ADD `;
    const indexes = table.uniques.filter((unique) => !isPlain(unique)).flatMap((unique) => this.#index(table, unique));
    if (this.#dialect.id === "sqlite") return indexes;
    const checks = this.#own
      ? table.checks.map(({ name, expression }) => ({
          sql: `${alter}CONSTRAINT ${this.#name(name)} CHECK (${expression})`,
          otherwise: { missing: `The check ${name} of ${table.id}: it calls what the engine does not know.` },
        }))
      : [];
    const keys = table.foreignKeys.flatMap((key) => this.#foreignKey(key)).map((sql) => ({ sql: alter + sql }));
    return [...indexes, ...checks, ...keys];
  }

  #column(table: TableModel, column: ColumnModel): string {
    const name = this.#name(column.name);
    if (this.#rowid(table) === column) return `${name} INTEGER PRIMARY KEY`;
    const parts = [name, this.#type(column)];
    if (column.caseInsensitive === true && this.#dialect.id === "sqlite") parts.push("COLLATE NOCASE");
    if (column.generated !== undefined && column.expression !== undefined && this.#own) {
      parts.push(`GENERATED ALWAYS AS (${column.expression}) ${column.generated === "stored" ? "STORED" : "VIRTUAL"}`);
    } else {
      const fallback = this.#default(column);
      if (fallback !== undefined) parts.push(fallback);
    }
    if (!column.nullable) parts.push("NOT NULL");
    return parts.filter((part) => part !== "").join(" ");
  }

  #type(column: ColumnModel): string {
    const { type, baseType, valueType } = column;
    const declared = baseType ?? type;
    const enumerated = valueType.kind === "enum" || (valueType.kind === "array" && valueType.of.kind === "enum");
    if (this.#own && this.#dialect.id === "postgresql" && enumerated && isTypeName(declared.replace(/(\[\])+$/, "")))
      return declared;
    return typeName(column, this.#model.engine, this.#engine);
  }

  #default(column: ColumnModel): string | undefined {
    if (column.identity !== undefined) {
      if (this.#dialect.id === "postgresql") {
        return `GENERATED ${column.identity === "always" ? "ALWAYS" : "BY DEFAULT"} AS IDENTITY`;
      }
      return this.#dialect.id === "mysql" ? "AUTO_INCREMENT" : undefined;
    }
    if (column.default === undefined) return undefined;
    const plain = /^(-?\d+(\.\d+)?|'[^'\\]*'|true|false|null|current_timestamp|current_date)$/i.test(column.default);
    if (!this.#own && !plain) {
      this.#foreign.default++;
      return undefined;
    }
    return `DEFAULT ${plain || this.#dialect.id === "postgresql" ? column.default : `(${column.default})`}`;
  }

  #foreignKey(key: ForeignKeyModel): readonly string[] {
    const parent = referencedTable(this.#model, key);
    // SQLite lets a key reference a table that is not there.
    if (parent === undefined) return [];
    const name = this.#dialect.id === "sqlite" ? "" : `CONSTRAINT ${this.#name(key.name)} `;
    const actions = [
      key.onDelete === undefined ? "" : ` ON DELETE ${key.onDelete}`,
      key.onUpdate === undefined ? "" : ` ON UPDATE ${key.onUpdate}`,
    ].filter((action) => /^( ON (DELETE|UPDATE) (CASCADE|SET NULL|SET DEFAULT|RESTRICT|NO ACTION))?$/.test(action));
    const deferred = key.deferrable === true && this.#dialect.id !== "mysql" ? " DEFERRABLE" : "";
    return [
      `${name}FOREIGN KEY (${this.#names(key.columns)}) REFERENCES ${this.#table(parent)} (${this.#names(key.referencedColumns)})${actions.join("")}${deferred}`,
    ];
  }

  #index(table: TableModel, unique: UniqueModel): readonly MakingStatement[] {
    const missing = `The unique ${unique.name} of ${table.id}`;
    if (!this.#own) {
      this.#foreign.unique++;
      return [];
    }
    const terms = [
      ...unique.columns.map((column, k) => {
        const prefix = unique.prefixes?.[k];
        return `${this.#name(column)}${prefix === undefined || prefix === null ? "" : `(${prefix})`}`;
      }),
      ...(unique.expressions ?? []).map((expression) => `(${expression})`),
    ];
    const distinct = unique.nullsNotDistinct === true ? " NULLS NOT DISTINCT" : "";
    const where = unique.where === undefined ? "" : ` WHERE ${unique.where}`;
    return [
      {
        sql: `CREATE UNIQUE INDEX ${this.#name(unique.name)} ON ${this.#table(table)} (${terms.join(", ")})${distinct}${where}`,
        otherwise: { missing: `${missing}: it calls what the engine does not know.` },
      },
    ];
  }

  /** The column that becomes SQLite's own row number. */
  #rowid(table: TableModel): ColumnModel | undefined {
    const [only, ...more] = table.primaryKey;
    if (this.#dialect.id !== "sqlite" || only === undefined || more.length > 0) return undefined;
    return table.columns.find(({ name, identity }) => name === only && identity !== undefined);
  }

  #table({ schema, name }: TableModel): string {
    const plain = schema === this.#model.defaultSchema || this.#dialect.id === "sqlite";
    return plain ? this.#name(name) : `${this.#name(schema)}.${this.#name(name)}`;
  }

  #name(name: string): string {
    return this.#dialect.identifier(name);
  }

  #names(names: readonly string[]): string {
    return names.map((name) => this.#name(name)).join(", ");
  }
}

/** A constraint of whole columns, and no index with a condition or on expressions. */
const isPlain = ({ columns, where, expressions, prefixes }: UniqueModel): boolean =>
  columns.length > 0 &&
  where === undefined &&
  (expressions ?? []).length === 0 &&
  (prefixes ?? []).every((prefix) => prefix === null);

/** A type's name as PostgreSQL prints it: bare words, or quoted ones, with a schema before them. */
const isTypeName = (name: string): boolean =>
  /^(("[^"\0]+"|[a-z_][a-z0-9_]*)\.)?("[^"\0]+"|[a-z_][a-z0-9_]*)$/.test(name);
