import type { ColumnModel, TableModel } from "../schema/schema-model.ts";

/**
 * The columns by which a row is known to be there already: the primary key, else a unique that holds for every row and has no
 * NULLs; undefined where there is none, or not all of its columns are written.
 */
export function upsertKey(table: TableModel, columns: readonly ColumnModel[]): readonly string[] | undefined {
  const written = new Map(columns.map((column) => [column.name, column]));
  const whole = table.uniques.filter(
    ({ where, expressions, prefixes, deferrable }) =>
      where === undefined &&
      expressions === undefined &&
      prefixes?.some((length) => length !== null) !== true &&
      deferrable !== true,
  );
  const keys = [
    ...(table.primaryKey.every((name) => written.has(name)) ? [table.primaryKey] : []),
    ...whole
      .map((unique) => unique.columns)
      .filter((names) => names.every((name) => written.get(name)?.nullable === false)),
  ];
  return keys.find((names) => names.length > 0);
}
