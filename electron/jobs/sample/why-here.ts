import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SampleStep } from "../../../shared/api/sample-views.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { DrawnSample } from "./sampled-source.ts";
import type { SelectedRows } from "./selected-rows.ts";

/**
 * Why a row is in the sample: the rows from one that was chosen to this one, each with the reference that leads to it. `row`
 * is its 0-based number in the sample. Throws a SeedloomError where there is no such row.
 */
export async function whyHere(
  sample: DrawnSample,
  plan: Pick<Plan, "tables">,
  at: { readonly table: TableId; readonly row: number },
  signal: AbortSignal,
): Promise<readonly SampleStep[]> {
  const rows = sample.rows.get(at.table);
  if (rows === undefined)
    throw new SeedloomError("usage", `${at.table} is not sampled.`, "All its rows are taken, or none.");
  const number = (await sample.source.order(rows, signal))[at.row];
  if (number === undefined) {
    throw new SeedloomError(
      "usage",
      `The sample has ${rows.size} ${rows.size === 1 ? "row" : "rows"} of ${at.table}, and no row ${at.row + 1}.`,
    );
  }
  const chain: SampleStep[] = [];
  let here: { readonly rows: SelectedRows; readonly number: number } | undefined = { rows, number };
  while (here !== undefined) {
    const reason = here.rows.reasonOf(here.number);
    const step = await stepOf(sample, plan, here, signal);
    if (!("relation" in reason)) {
      chain.unshift({ ...step, reason: reason.kind });
      break;
    }
    const relation = sample.plan.relations[reason.relation];
    chain.unshift({ ...step, reason: reason.kind, columns: relation?.columns ?? [] });
    const before = sample.rows.get((reason.kind === "child" ? relation?.parent : relation?.child)?.id ?? "");
    here = before && { rows: before, number: reason.from };
  }
  return chain;
}

async function stepOf(
  { source }: DrawnSample,
  { tables }: Pick<Plan, "tables">,
  { rows, number }: { readonly rows: SelectedRows; readonly number: number },
  signal: AbortSignal,
): Promise<Pick<SampleStep, "table" | "row" | "key">> {
  const { identity, table } = rows;
  const masked = tables.get(table.id)?.masked;
  const cells = rows.cellsAt(number);
  const isShown = identity.length > 0 && identity.every(({ name }) => masked?.has(name) !== true);
  return {
    table: table.id,
    row: (await source.order(rows, signal)).indexOf(number),
    ...(isShown ? { key: identity.map(({ name }, k) => `${name} = ${String(cells[k])}`).join(", ") } : {}),
  };
}
