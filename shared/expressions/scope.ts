import { keyOfStep, referenceName } from "../schema/parent-step.ts";
import { referencedTable, type SchemaModel, type TableId, type TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";

/** What an expression may name, as plain data: it crosses to the window, where expressions are checked while they are typed. */
export interface ExpressionScope {
  /** The table whose rows the expression is for. */
  readonly table: TableId;
  /** That table, the tables it refers to, on and on, and those that refer to it. */
  readonly tables: Readonly<Record<TableId, ScopeTable>>;
  /** The tables that refer to it: figures over their rows can be taken where they lie by this table's. */
  readonly children: readonly TableId[];
}

export interface ScopeTable {
  readonly columns: Readonly<Record<string, ValueType>>;
  /** The table that each step of a path leads to: customer_id and customer → customers. */
  readonly parents: Readonly<Record<string, TableId>>;
}

const known = new WeakMap<SchemaModel, Map<TableId, ExpressionScope>>();

/** The scope of a table's columns. */
export function scopeOf(model: SchemaModel, table: TableModel): ExpressionScope {
  const ofModel = known.get(model) ?? new Map<TableId, ExpressionScope>();
  known.set(model, ofModel);
  const found = ofModel.get(table.id) ?? newScope(model, table);
  ofModel.set(table.id, found);
  return found;
}

function newScope(model: SchemaModel, table: TableModel): ExpressionScope {
  const tables = new Map<TableId, ScopeTable>();
  const queue = [table];
  for (const next of queue) {
    if (tables.has(next.id)) continue;
    const parents = parentSteps(model, next);
    tables.set(next.id, scopeTable(next, parents));
    queue.push(...parents.values());
  }
  const children = model.tables.filter(({ foreignKeys }) =>
    foreignKeys.some((key) => referencedTable(model, key)?.id === table.id),
  );
  for (const child of children) if (!tables.has(child.id)) tables.set(child.id, scopeTable(child, new Map()));
  return { table: table.id, tables: Object.fromEntries(tables), children: children.map(({ id }) => id) };
}

const scopeTable = ({ columns }: TableModel, parents: ReadonlyMap<string, TableModel>): ScopeTable => ({
  columns: Object.fromEntries(columns.map(({ name, valueType }) => [name, valueType])),
  parents: Object.fromEntries([...parents].map(([step, { id }]) => [step, id])),
});

function parentSteps(model: SchemaModel, table: TableModel): ReadonlyMap<string, TableModel> {
  const steps = table.foreignKeys.flatMap(({ columns }) =>
    columns.flatMap((column) => [column, referenceName(table, column) ?? column]),
  );
  return new Map(
    steps.flatMap((step) => {
      const key = keyOfStep(table, step);
      const parent = key && referencedTable(model, key);
      return parent ? [[step, parent] as const] : [];
    }),
  );
}

/** The record's own entry: a column may be called "constructor". */
export const ownEntry = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
