/** A rectangle of cells; both corners belong to it. */
export interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export function rangeOf(one: CellPlace, other: CellPlace): CellRange {
  return {
    fromRow: Math.min(one.row, other.row),
    toRow: Math.max(one.row, other.row),
    fromColumn: Math.min(one.column, other.column),
    toColumn: Math.max(one.column, other.column),
  };
}

export function inRange(range: CellRange | null, row: number, column: number): boolean {
  return (
    range !== null &&
    row >= range.fromRow &&
    row <= range.toRow &&
    column >= range.fromColumn &&
    column <= range.toColumn
  );
}

/**
 * Cells as a spreadsheet takes them from the clipboard: tabs between columns, line ends between rows, and quotes around
 * text that holds either. NULL is an empty cell.
 */
export function cellsAsText(rows: readonly (readonly (string | null)[])[]): string {
  const alone = rows.length === 1 && rows[0]?.length === 1;
  if (alone) return rows[0]?.[0] ?? "";
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

const quoted = (cell: string | null): string =>
  cell === null ? "" : /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
