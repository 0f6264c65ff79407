import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import type { RunProgress } from "../run-progress.ts";

export interface RowCount {
  readonly table: string;
  readonly rows: number;
}

/** How many rows there are to read; 0 of a table where that is not known beforehand. */
export async function countRows(source: Source, tables: readonly TableModel[]): Promise<readonly RowCount[]> {
  const counts: RowCount[] = [];
  for (const table of tables) counts.push({ table: table.id, rows: (await source.count?.(table)) ?? 0 });
  return counts;
}

/** How far a save is that has read `rows` of the table at `at`, and all of those before it. */
export const savingProgress =
  (counts: readonly RowCount[], at: number, rows: number): (() => RunProgress) =>
  () => ({
    rows: counts.slice(0, at).reduce((sum, one) => sum + one.rows, rows),
    totalRows: counts.reduce((sum, one) => sum + one.rows, 0),
    bytes: 0,
    tables: counts.map((one, k) => ({
      table: one.table,
      state: k < at ? "done" : k === at ? "running" : "queued",
      rows: k < at ? one.rows : k === at ? rows : 0,
      totalRows: one.rows,
    })),
  });

/** How far an engine is that copies a whole database, of whose rows nothing is known meanwhile. */
export const shareProgress =
  (share: number | undefined): (() => RunProgress) =>
  () => ({ phase: "copying", rows: 0, totalRows: 0, bytes: 0, tables: [], ...(share === undefined ? {} : { share }) });
