import type { Project } from "../project/project.ts";
import { findTable, type ColumnModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { holds } from "./keys/fitting-types.ts";
import { proposedKeys } from "./undeclared-parent.ts";
import { isAudit } from "./table-kind.ts";

/**
 * The columns of a table that holds nothing but what another one says as well, each with the column that it repeats: film_text
 * with the title and the description of films. Undefined where it has columns of its own, but its key and those of its history.
 */
export function repeatedColumns(
  table: TableModel,
  parent: TableModel,
  key: string,
): ReadonlyMap<ColumnModel, ColumnModel> | undefined {
  if (table.primaryKey.length !== 1 || table.primaryKey[0] !== key || table.foreignKeys.length > 1) return undefined;
  const own = table.columns.filter(({ name }) => name !== key && !isAudit(name));
  const pairs = own.map((column) => [column, parent.columns.find(({ name }) => name === column.name)] as const);
  const found = new Map<ColumnModel, ColumnModel>();
  for (const [column, from] of pairs) {
    if (from === undefined || !holds(column, from) || column.generated !== undefined || from.generated !== undefined)
      return undefined;
    found.set(column, from);
  }
  return found.size === 0 ? undefined : found;
}

/** Keys that a new project is given, for tables that repeat another one without a key that says so. */
export function keysOfCopies(model: SchemaModel): Project["tables"] {
  const keys = proposedKeys(model).flatMap(({ table, columns, referencedTable, referencedColumns, confidence }) => {
    const [copy, parent] = [findTable(model, table), findTable(model, referencedTable)];
    const [key, ...more] = columns;
    if (copy === undefined || parent === undefined || key === undefined || more.length > 0) return [];
    if (
      confidence !== "high" ||
      copy.foreignKeys.length > 0 ||
      parent.primaryKey.join("\n") !== referencedColumns.join("\n")
    )
      return [];
    return repeatedColumns(copy, parent, key) === undefined
      ? []
      : [[table, { columns: {}, references: [{ columns, to: referencedTable, key: referencedColumns }] }] as const];
  });
  return Object.fromEntries(keys);
}
