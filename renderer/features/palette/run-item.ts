import { edit, goToRow, selectColumn, selectTable } from "../../state/session-store.ts";
import { closePalette, showScreen } from "../../state/ui-store.ts";
import type { PaletteItem } from "./palette-items.ts";

/** Does what an item says, and closes the palette first, so that the focus is where it was. */
export function runItem(item: PaletteItem): void {
  closePalette();
  if (item.kind === "command") {
    // After the focus is back.
    setTimeout(item.command.run);
    return;
  }
  showScreen("designer");
  selectTable(item.table.id);
  if (item.kind === "row") goToRow(item.row);
  if (item.kind === "column") selectColumn(item.column);
  if (item.kind === "set-rows") edit({ kind: "set-rows", table: item.table.id, rows: item.rows });
}
