import { formatIsoDate, parseIsoDate } from "../base/calendar.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { Cell } from "../vectors/vector.ts";

/** Whether a column holds days or moments, alone, in ranges or in lists. */
export function holdsDates({ valueType }: ColumnModel): boolean {
  const inner = (type: ValueType): boolean =>
    type.kind === "date" ||
    type.kind === "timestamp" ||
    ((type.kind === "range" || type.kind === "array") && inner(type.of));
  return inner(valueType);
}

/**
 * A cell of a column with dates, moved by whole days: the time of day, the order of values and the distances between them stay.
 * What is no date of the calendar (infinity, MySQL's 0000-00-00, years before Christ) stays as it is.
 */
export function shiftCell(cell: Cell, days: number): Cell {
  if (days === 0) return cell;
  if (typeof cell === "string") return shiftText(cell, days);
  // SQLite lets programs store moments as seconds, or milliseconds, since 1970: none of either is small.
  if (typeof cell === "number" && Math.abs(cell) >= 1e11) return cell + days * 86_400_000;
  if (typeof cell === "number" && Math.abs(cell) >= 1e8) return cell + days * 86_400;
  return cell;
}

function shiftText(text: string, days: number): string {
  if (text.endsWith(" BC")) return text;
  return text.replaceAll(/(?<!\d)\d{4,6}-\d\d-\d\d(?!\d)/g, (date) => {
    const day = parseIsoDate(date);
    return day === undefined ? date : formatIsoDate(day + days);
  });
}
