import type { EncodeTarget } from "../../shared/encoders/encoder.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import { counterpart, counterpartColumn } from "../../shared/schema/counterpart.ts";
import type { CompiledJob } from "./compile-job.ts";

/** A file is written for the tables as the project has them, a load for those of the database that is loaded. */
export function writtenFor(
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
