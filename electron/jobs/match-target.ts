import { SeedloomError } from "../../shared/base/errors.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import { counterpart, counterpartColumn } from "../../shared/schema/counterpart.ts";
import {
  findColumn,
  findTable,
  referencedTable,
  type ColumnModel,
  type SchemaModel,
  type TableModel,
} from "../../shared/schema/schema-model.ts";
import type { LoadTable } from "../drivers/driver.ts";

/**
 * The tables of a load as the target has them, in load order. Throws "target-changed", naming the place, where the target
 * is not what the project was designed on: rows would be refused half-way, or would mean something else.
 */
export function matchTarget(
  model: SchemaModel,
  tables: readonly TablePlan[],
  target: SchemaModel,
  label: string,
  compareTypes = true,
): readonly LoadTable[] {
  if (target.tables.length === 0) throw noTables(label);
  const sameTypes = compareTypes && model.engine === target.engine;
  const matched = tables.map((plan) => {
    const table = counterpart(model, plan.table, target);
    if (table === undefined) throw changed(`${label} has no table ${plan.id}.`);
    return { plan, table, columns: matchColumns(plan, findTable(model, plan.id), table, sameTypes, label) };
  });
  const cycleOf = new Map(matched.map(({ plan, table }) => [table.id, plan.cycle]));
  return matched.map(({ plan, table, columns }) => ({
    table,
    columns,
    rowCount: plan.rowCount,
    ring: table.foreignKeys.filter((key) => {
      const parent = referencedTable(target, key);
      return (
        parent?.id === table.id ||
        (parent !== undefined && plan.cycle !== null && cycleOf.get(parent.id) === plan.cycle)
      );
    }),
  }));
}

function matchColumns(
  { id, written }: TablePlan,
  designed: TableModel | undefined,
  table: TableModel,
  sameTypes: boolean,
  label: string,
): readonly ColumnModel[] {
  const columns = written.map((column) => {
    const found = counterpartColumn(table, column.name);
    if (found === undefined) throw changed(`${label} has no column ${column.name} in ${id}.`);
    if (found.generated !== undefined) throw changed(`${label} computes ${id}.${column.name} itself.`);
    // A plan's columns are narrowed by checks and keys; the model's are as the database has them.
    const { valueType } = (designed && findColumn(designed, column.name)) ?? column;
    // Another engine has other words for its types; there the database itself says what does not fit.
    if (sameTypes && JSON.stringify(found.valueType) !== JSON.stringify(valueType)) {
      throw changed(
        `${id}.${column.name} is ${found.type || "without a type"} in ${label}, and ${column.type || "without a type"} in the project.`,
      );
    }
    return found;
  });
  const unwritten = table.columns.find(
    (column) =>
      !columns.includes(column) &&
      !column.nullable &&
      column.default === undefined &&
      column.generated === undefined &&
      column.identity === undefined &&
      !written.some(({ name }) => name.toLowerCase() === column.name.toLowerCase()),
  );
  if (unwritten !== undefined) {
    throw changed(`${label} needs a value for ${id}.${unwritten.name}, and the project gives it none.`);
  }
  return columns;
}

const noTables = (label: string): SeedloomError =>
  new SeedloomError(
    "target-changed",
    `${label} has no tables yet.`,
    "Nothing was written. Make its tables first: run the script of the schema in it, or your migrations.",
  );

const changed = (message: string): SeedloomError =>
  new SeedloomError(
    "target-changed",
    message,
    "Nothing was written. Bring the target or the project up to date: `seedloom check --against` lists all differences.",
  );
