import { performance } from "node:perf_hooks";
import type { PrivacyChecks } from "../../../shared/api/privacy-check-views.ts";
import { TableJoins } from "./joins.ts";
import { TableLeaks } from "./leaks.ts";
import { sampleRows, type MaskedSource } from "./masked-source.ts";
import { TableUse } from "./usable.ts";

type Checks = Omit<PrivacyChecks, "revision">;

/**
 * Leaks, joins and what must be as it was, over a sample of each table or over all rows. The rows are read twice: an original
 * is not known to be one before all are. `progress` is told the rows of both.
 */
export async function privacyChecks(
  source: MaskedSource,
  scope: PrivacyChecks["scope"],
  progress: (rows: number, totalRows: number) => void = () => undefined,
): Promise<Checks> {
  const begin = performance.now();
  const limit = scope === "sample" ? sampleRows : Infinity;
  const tables = source.tables.map((table) => ({ table, looked: Math.min(limit, table.rowCount) }));
  const total = tables.reduce((sum, { looked }) => sum + 2 * looked, 0);
  const [leaks, joins, use] = [new TableLeaks(source), new TableJoins(source), new TableUse(source)];
  let rows = 0;
  for (const pass of ["collect", "look"] as const) {
    for (const { table } of tables) {
      const names = table.written.map(({ name }) => name);
      for await (const pairs of source.pairs(table, names, limit)) {
        leaks[pass](table.id, pairs);
        if (pass === "look") for (const check of [joins, use]) check.look(table.id, pairs);
        rows += pairs.count;
        progress(rows, total);
      }
    }
  }
  return {
    scope,
    tables: tables.map(({ table: { id, rowCount }, looked }) => ({ table: id, looked, rows: rowCount })),
    leaks: leaks.view(),
    joins: joins.view(),
    usable: use.view(),
    elapsed: (performance.now() - begin) / 1000,
  };
}
