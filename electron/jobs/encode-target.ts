import type { EncodeTarget } from "../../shared/encoders/encoder.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import { counterpart, counterpartColumn } from "../../shared/schema/counterpart.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { PlannedFile } from "./file-plan.ts";

/** What an encoder is told of a table that a file holds. */
export function encodeTarget(job: CompiledJob, { holds }: PlannedFile, table: TablePlan): EncodeTarget {
  const ring = holds.filter(({ cycle, rowCount }) => cycle !== null && cycle === table.cycle && rowCount > 0);
  return {
    ...writtenFor(table, job),
    rowCount: table.rowCount,
    dialect: job.dialect,
    options: job.options,
    ...(holds.length > 1 ? { place: placeIn(holds, table) } : {}),
    ...(ring.length > 1 && ring.includes(table) ? { ring: placeIn(ring, table) } : {}),
  };
}

const placeIn = (tables: readonly TablePlan[], table: TablePlan): NonNullable<EncodeTarget["place"]> => ({
  first: tables[0] === table,
  last: tables.at(-1) === table,
});

/** A file is written for the tables as the project has them, a load for those of the database that is loaded. */
function writtenFor(
  { table, written }: TablePlan,
  { plan, into }: CompiledJob,
): Pick<EncodeTarget, "table" | "columns" | "defaultSchema"> {
  const { model } = plan.design;
  const loaded = into === undefined ? undefined : counterpart(model, table, into);
  if (into === undefined || loaded === undefined) {
    return { table, columns: written, defaultSchema: model.defaultSchema };
  }
  const columns = written.map((column) => counterpartColumn(loaded, column.name) ?? column);
  return { table: loaded, columns, defaultSchema: into.defaultSchema };
}
