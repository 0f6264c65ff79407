import { keyOfStep, referenceName } from "../schema/parent-step.ts";
import {
  findColumn,
  findTable,
  referencedTable,
  type SchemaModel,
  type TableId,
  type TableModel,
} from "../schema/schema-model.ts";
import { columnNow, tableNow, type Rename } from "./schema-change.ts";

/** Where names stand, and which of them are others now. */
export interface Renaming {
  /** The table, as it was, of whose rows it is said. */
  readonly table: TableId;
  readonly renames: readonly Rename[];
  /** As it was, with the keys that the project declares. */
  readonly model: SchemaModel;
}

/**
 * The steps of a path from a row as they are called now: [customer_id, status], or the short name of a key, [customer, status].
 * A step may be a path itself, as in column("customer_id.status"). What leads nowhere stays.
 */
export function newSteps(steps: readonly string[], { table, renames, model }: Renaming): readonly string[] {
  const own = findTable(model, table);
  let at = own;
  return steps.map((step) => {
    const isOwn = own !== undefined && findColumn(own, step) !== undefined;
    const parts = isOwn ? [step] : step.split(".");
    const now = parts.map((part) => {
      const here = at;
      const key = here && keyOfStep(here, part);
      at = key && referencedTable(model, key);
      return here === undefined ? part : stepNow(here, part, renames);
    });
    return now.join(".");
  });
}

function stepNow(table: TableModel, step: string, renames: readonly Rename[]): string {
  if (findColumn(table, step) !== undefined) return columnNow(renames, table.id, step);
  const column = keyOfStep(table, step)?.columns.find((name) => referenceName(table, name) === step);
  if (column === undefined) return step;
  const columns = table.columns.map((one) => ({ ...one, name: columnNow(renames, table.id, one.name) }));
  const now = columnNow(renames, table.id, column);
  return referenceName({ ...table, columns }, now) ?? now;
}

/** A table, or a column behind its table, as it is called now: order_items, order_items.amount. */
export function newTablePath(path: string, { renames, model }: Renaming): string {
  if (findTable(model, path) !== undefined) return tableNow(renames, path);
  const dot = path.lastIndexOf(".");
  const table = path.slice(0, Math.max(0, dot));
  if (findTable(model, table) === undefined) return path;
  return `${tableNow(renames, table)}.${columnNow(renames, table, path.slice(dot + 1))}`;
}
