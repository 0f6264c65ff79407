import type { Format } from "../../shared/encoders/encoder.ts";
import type { Plan, TablePlan } from "../../shared/plan/plan.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import { tableFileNames } from "./file-names.ts";

/** One file of an export. */
export interface PlannedFile {
  /** Relative to the folder. */
  readonly path: string;
  /** The table that it is named after. */
  readonly table: TablePlan;
  /**
   * The tables whose rows it holds, in order: its own, or, in a format that is loaded file by file, all of a cycle in the
   * cycle's first file and none in the others.
   */
  readonly holds: readonly TablePlan[];
}

/** The files of an export in the order in which they are written, and loaded. `tables`: only these. */
export function filePlan(
  plan: Plan,
  format: Pick<Format, "extension" | "ordered">,
  tables?: readonly TableId[],
): readonly PlannedFile[] {
  const names = tableFileNames(plan.design.model);
  const digits = Math.max(3, String(plan.order.length * 10).length);
  const wanted = plan.order.filter((table) => tables === undefined || tables.includes(table.id));
  return wanted.map((table) => {
    const name = `${names.get(table.id) ?? table.id}.${format.extension}`;
    // The number is the table's place in the whole project, so that it is the same when a part of it is exported.
    const number = String((plan.order.indexOf(table) + 1) * 10).padStart(digits, "0");
    return {
      path: format.ordered ? `${number}_${name}` : name,
      table,
      holds: format.ordered ? sharing(table, wanted) : [table],
    };
  });
}

/** The tables of a cycle stand in the file of the first that has rows. */
function sharing(table: TablePlan, tables: readonly TablePlan[]): readonly TablePlan[] {
  if (table.cycle === null || table.rowCount === 0) return [table];
  const cycle = tables.filter((other) => other.cycle === table.cycle && other.rowCount > 0);
  return cycle[0] === table ? cycle : [];
}
