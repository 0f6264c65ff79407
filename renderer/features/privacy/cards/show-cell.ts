import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { goToRow, selectColumn, selectTable } from "../../../state/session-store.ts";
import { startAt } from "../privacy-store.ts";

/** Shows a row of a table in the masked preview, with the column selected. */
export function showCell(table: TableId, row: number, column: string): void {
  selectTable(table);
  startAt(table, row);
  goToRow(row);
  selectColumn(column);
}
