import { findColumn, type ColumnModel, type SchemaModel, type TableModel } from "../../schema/schema-model.ts";

/** The column that "table.column" names; table ids and columns may have dots themselves. */
export function readPlace(
  model: SchemaModel,
  place: string,
): { readonly table: TableModel; readonly column: ColumnModel } | undefined {
  for (const table of model.tables) {
    if (!place.startsWith(`${table.id}.`)) continue;
    const column = findColumn(table, place.slice(table.id.length + 1));
    if (column !== undefined) return { table, column };
  }
  return undefined;
}
