import type { Plan } from "../../plan/plan.ts";
import { firstRows, type CodeColumn, type CodeTable } from "../describe.ts";
import { enclosed } from "../layout.ts";
import { cell, dictionary, python } from "./print.ts";

/** A list of the first rows of a table, with some of its columns. */
export function sampleList(
  name: string,
  plan: Plan,
  { id }: CodeTable,
  columns: readonly CodeColumn[],
  count: number,
): string {
  const rows = firstRows(
    plan,
    id,
    columns.map(({ model }) => model.name),
    count,
  );
  const items = rows.map((row) =>
    dictionary(columns.map(({ model }) => [model.name, cell(row.get(model.name) ?? null, model)])),
  );
  return python([`${name} = `, enclosed("[", items, "]", false, items.length > 0)]);
}
