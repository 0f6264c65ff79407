import type { LeakView, PrivacyChecks } from "../../../../shared/api/privacy-check-views.ts";
import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { counted } from "../../../components/format.ts";

const mostSquares = 1000;

/** A square of the grid in which something leaks: its place, and the first row and column of it. */
export interface LeakedSquare {
  readonly square: number;
  readonly row: number;
  readonly column: string;
}

/** A table's rows as at most 1,000 squares, and those among them that leak. */
export interface LeakSquares {
  readonly count: number;
  /** Rows of one square. */
  readonly rows: number;
  readonly leaked: readonly LeakedSquare[];
}

export function leakSquares({ tables, leaks }: Pick<PrivacyChecks, "tables" | "leaks">, table: TableId): LeakSquares {
  const looked = tables.find((one) => one.table === table)?.looked ?? 0;
  const rows = Math.max(1, Math.ceil(looked / mostSquares));
  const leaked = new Map<number, LeakedSquare>();
  for (const { at, first } of leaks.leaks) {
    if (at.table !== table) continue;
    for (const row of first) {
      const square = Math.floor(row / rows);
      if (!leaked.has(square)) leaked.set(square, { square, row, column: at.column });
    }
  }
  return { count: Math.ceil(looked / rows), rows, leaked: [...leaked.values()] };
}

/** How many originals survive in all tables together: one for each row that has any. */
export const survivors = (leaks: readonly LeakView[]): number => leaks.reduce((sum, { rows }) => sum + rows, 0);

/** What no check speaks of: personal columns that nobody has decided on. */
export const openWords = (open: number): string =>
  open === 0
    ? ""
    : `${counted(open, "personal column")} ${open === 1 ? "is" : "are"} open, and not checked: ${open === 1 ? "its" : "their"} values stay as they are.`;

/** Seconds that a check of all rows takes, as the sample's pace has it. */
export function secondsForAll({ tables, elapsed, scope }: PrivacyChecks): number | undefined {
  const looked = tables.reduce((sum, one) => sum + one.looked, 0);
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  return scope === "all" || looked === 0 || rows === looked ? undefined : (elapsed / looked) * rows;
}
