import type { SampleCounts } from "../../../shared/api/sample-views.ts";
import type { Source } from "../../drivers/driver.ts";
import type { DrawnSample } from "./sampled-source.ts";

/** How many rows a sample takes of each table, and of how many. */
export async function sampleCounts(
  source: Source,
  sample: DrawnSample | undefined,
  signal: AbortSignal,
): Promise<SampleCounts> {
  const tables: SampleCounts["tables"][number][] = [];
  for (const [table, rows] of sample?.rows ?? []) {
    tables.push({ table, rows: rows.size, of: await countRows(source, rows.table, signal) });
  }
  return { tables };
}

async function countRows(source: Source, table: Parameters<Source["read"]>[0]["table"], signal: AbortSignal) {
  if (source.count !== undefined) return await source.count(table);
  let rows = 0;
  for await (const chunk of source.read({ table, columns: [], signal })) rows += chunk.length;
  return rows;
}
