import { gzipSync, zstdCompressSync } from "node:zlib";
import type { EncodeTarget } from "../../shared/encoders/encoder.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { TableModel } from "../../shared/schema/schema-model.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { PlannedFile } from "./file-plan.ts";
import { nestingOf, ownedRows } from "./owned-rows.ts";
import { writtenFor } from "./written-for.ts";

/** What an encoder is told of a table that a file holds. */
export function encodeTarget(job: CompiledJob, file: PlannedFile, table: TablePlan): EncodeTarget {
  const { rows } = file;
  const nesting = nestingOf(job, file);
  const holds = nesting === undefined ? file.holds : file.holds.filter(({ id }) => !nesting.has(id));
  const [first] = job.files;
  const ring = holds.filter(({ cycle, rowCount }) => cycle !== null && cycle === table.cycle && rowCount > 0);
  return {
    ...writtenFor(table, job),
    rowCount: rows === undefined ? table.rowCount : rows.to - rows.from,
    ...(rows === undefined ? {} : { firstRow: rows.from }),
    compressors,
    dialect: job.dialect,
    options: job.options,
    ...(holds.length > 1 && holds.includes(table) ? { place: placeIn(holds, table) } : {}),
    ...(nesting === undefined
      ? {}
      : nesting.has(table.id)
        ? { within: true }
        : { owned: ownedRows(job, table, nesting) }),
    ...(ring.length > 1 && ring.includes(table) ? { ring: placeIn(ring, table) } : {}),
    ...(file === first && holds[0] === table ? { exported: exportedTables(job) } : {}),
  };
}

/** The tables of all files in the order in which they are loaded, those of a cycle together. */
function exportedTables({ files }: CompiledJob): readonly (readonly TableModel[])[] {
  const groups: TablePlan[][] = [];
  for (const table of new Set(files.flatMap(({ holds }) => holds))) {
    const last = groups.at(-1);
    if (last !== undefined && table.cycle !== null && last[0]?.cycle === table.cycle) last.push(table);
    else groups.push([table]);
  }
  return groups.map((tables) => tables.map((one) => one.table));
}

const compressors = {
  gzip: (bytes: Uint8Array): Uint8Array => gzipSync(bytes),
  zstd: (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes),
};

const placeIn = (tables: readonly TablePlan[], table: TablePlan): NonNullable<EncodeTarget["place"]> => ({
  first: tables[0] === table,
  last: tables.at(-1) === table,
  tables: tables.map((one) => one.table),
});
