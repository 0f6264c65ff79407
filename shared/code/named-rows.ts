import type { ColumnModel } from "../schema/schema-model.ts";
import type { Plain } from "./column-source.ts";
import { firstRows } from "./describe.ts";
import type { CodeContext } from "./target.ts";

/** Rows of a table that tests can name. */
export interface NamedRows {
  readonly id: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly { readonly name: string; readonly values: ReadonlyMap<string, Plain> }[];
}

/** The pinned rows of each table by their names, or its first `count` rows as row 1, row 2, … */
export function namedRows({ plan, tables }: CodeContext, count: number): readonly NamedRows[] {
  const wanted = plan.order.filter(
    ({ id, designed }) => designed.mode === "generate" && (tables?.includes(id) ?? true),
  );
  return wanted.flatMap(({ id, written, designed }): readonly NamedRows[] => {
    const pinned = designed.pinned ?? [];
    const rows = firstRows(
      plan,
      id,
      written.map(({ name }) => name),
      pinned.length === 0 ? count : pinned.length,
    );
    if (rows.length === 0) return [];
    return [
      { id, columns: written, rows: rows.map((values, at) => ({ name: pinned[at]?.name ?? `row ${at + 1}`, values })) },
    ];
  });
}
