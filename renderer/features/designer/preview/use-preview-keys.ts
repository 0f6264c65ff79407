import { useRef, type KeyboardEvent } from "react";
import { goToRow, selectColumn } from "../../../state/session-store.ts";
import { focusRowBox } from "../designer-store.ts";
import type { CellPlace } from "../logic/cell-range.ts";

interface PreviewKeys {
  readonly columns: readonly string[];
  readonly row: number;
  readonly column: string | null;
  readonly rowCount: number;
  readonly page: number;
  /** The other corner of the picked cells; null where one cell is picked. */
  readonly anchor: CellPlace | null;
  readonly setAnchor: (anchor: CellPlace | null) => void;
}

/** Moves the focus cell by keys. Shift extends the picked cells, as in a spreadsheet. */
export function usePreviewKeys(keys: PreviewKeys): (event: KeyboardEvent) => void {
  const latest = useRef(keys);
  latest.current = keys;
  return (event) => {
    const { columns, row, column, rowCount, page, anchor, setAnchor } = latest.current;
    if (event.altKey || columns.length === 0) return;
    const at = Math.max(0, column === null ? 0 : columns.indexOf(column));
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "g") {
      event.preventDefault();
      focusRowBox();
      return;
    }
    const next = move(event.key, control, { row, column: at }, { rows: rowCount, columns: columns.length, page });
    if (!next) {
      if (event.key === "Escape" && anchor) setAnchor(null);
      return;
    }
    event.preventDefault();
    setAnchor(event.shiftKey ? (anchor ?? { row, column: at }) : null);
    if (next.row !== row) goToRow(next.row);
    const name = columns[next.column];
    if (name !== undefined && name !== column) selectColumn(name);
  };
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Where a key takes the focus cell, or undefined for keys that do not move it. */
export function move(key: string, control: boolean, from: CellPlace, extent: Extent): CellPlace | undefined {
  const row = (value: number): number => Math.max(0, Math.min(extent.rows - 1, value));
  const column = (value: number): number => Math.max(0, Math.min(extent.columns - 1, value));
  switch (key) {
    case "ArrowUp":
      return { ...from, row: control ? 0 : row(from.row - 1) };
    case "ArrowDown":
      return { ...from, row: control ? row(extent.rows - 1) : row(from.row + 1) };
    case "ArrowLeft":
      return { ...from, column: control ? 0 : column(from.column - 1) };
    case "ArrowRight":
      return { ...from, column: control ? column(extent.columns - 1) : column(from.column + 1) };
    case "PageUp":
      return { ...from, row: row(from.row - extent.page) };
    case "PageDown":
      return { ...from, row: row(from.row + extent.page) };
    case "Home":
      return control ? { row: 0, column: 0 } : { ...from, column: 0 };
    case "End":
      return control
        ? { row: row(extent.rows - 1), column: column(extent.columns - 1) }
        : { ...from, column: column(extent.columns - 1) };
    default:
      return undefined;
  }
}
