import type { Project, VirtualKey } from "../project/project.ts";
import {
  findColumn,
  findTable,
  type ForeignKeyModel,
  type SchemaModel,
  type TableModel,
} from "../schema/schema-model.ts";

const made = new WeakMap<SchemaModel, Map<string, SchemaModel>>();
/** Models with keys that are kept for one schema: the project as it is, and as undo would have it. */
const mostKept = 8;

/**
 * The schema with the foreign keys that a project adds to it. The same model for the same keys, so that what is cached by it
 * lasts; the model itself where there are none. Keys that name what is not there are left out (key-problems.ts tells them).
 */
export function withVirtualKeys(model: SchemaModel, project: Project): SchemaModel {
  const keys = Object.entries(project.tables).flatMap(([table, { references }]) =>
    (references ?? []).filter((key) => brokenKey(model, table, key) === undefined).map((key) => ({ table, key })),
  );
  if (keys.length === 0) return model;
  const ofModel = made.get(model) ?? new Map<string, SchemaModel>();
  made.set(model, ofModel);
  const text = JSON.stringify(keys);
  const known = ofModel.get(text);
  if (known !== undefined) return known;
  const oldest = ofModel.keys().next().value;
  if (ofModel.size >= mostKept && oldest !== undefined) ofModel.delete(oldest);
  const changed = { ...model, tables: model.tables.map((table) => withKeys(model, table, keys)) };
  ofModel.set(text, changed);
  return changed;
}

interface PlacedKey {
  readonly table: string;
  readonly key: VirtualKey;
}

function withKeys(model: SchemaModel, table: TableModel, keys: readonly PlacedKey[]): TableModel {
  const own = keys.filter((one) => one.table === table.id).map(({ key }) => foreignKey(model, table, key));
  const asked = keys.filter(({ key }) => key.to === table.id).map(({ key }) => key.key);
  // What is referred to has each value once, whether the database says so or not.
  const unsaid = asked.filter(
    (columns, at) => !isKey(table, columns) && asked.findIndex((other) => isSame(other, columns)) === at,
  );
  if (own.length === 0 && unsaid.length === 0) return table;
  return {
    ...table,
    foreignKeys: [...table.foreignKeys, ...own],
    uniques: [
      ...table.uniques,
      ...unsaid.map((columns) => ({ name: `${table.name}_${columns.join("_")}_key`, columns })),
    ],
  };
}

function foreignKey(model: SchemaModel, table: TableModel, { columns, to, key }: VirtualKey): ForeignKeyModel {
  const { schema = "", name = to } = findTable(model, to) ?? {};
  return {
    name: `${table.name}_${columns.join("_")}_fkey`,
    columns,
    referencedTable: { schema, name },
    referencedColumns: key,
    virtual: true,
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

const isKey = (table: TableModel, columns: readonly string[]): boolean =>
  isSame(table.primaryKey, columns) ||
  table.uniques.some((unique) => unique.where === undefined && isSame(unique.columns, columns));

/** Why a project's key cannot be kept, in one sentence; undefined where it can. */
export function brokenKey(model: SchemaModel, tableId: string, { columns, to, key }: VirtualKey): string | undefined {
  const table = findTable(model, tableId);
  const parent = findTable(model, to);
  const what = `The key ${tableId}.${columns.join(", ")}`;
  if (table === undefined) return `${what} is of a table that the source does not have.`;
  if (parent === undefined) return `${what} refers to the table ${to}, which the source does not have.`;
  if (columns.length !== key.length) return `${what} refers to ${key.length} columns of ${to}.`;
  const missing = columns.find((name) => findColumn(table, name) === undefined);
  if (missing !== undefined) return `${what} names the column ${missing}, which ${tableId} does not have.`;
  const absent = key.find((name) => findColumn(parent, name) === undefined);
  if (absent !== undefined) return `${what} refers to ${to}.${absent}, which the source does not have.`;
  if (table.foreignKeys.some((declared) => declared.columns.join("\0") === columns.join("\0")))
    return `${what} is declared by the database itself.`;
  return undefined;
}
