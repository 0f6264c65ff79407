import type { ColumnModel, SchemaModel, TableModel } from "./schema-model.ts";

/**
 * The table of `other` that stands for `table` of `model`: the same schema, or the default one for the default one, and the
 * same name; where no name is the same, the only one that differs in case alone, as engines disagree on the case of names.
 */
export function counterpart(model: SchemaModel, table: TableModel, other: SchemaModel): TableModel | undefined {
  const schema = table.schema === model.defaultSchema ? other.defaultSchema : table.schema;
  return named(
    other.tables.filter((candidate) => candidate.schema === schema),
    table.name,
  );
}

/** The column with this name, or the only one whose name differs in case alone. */
export const counterpartColumn = (table: TableModel, name: string): ColumnModel | undefined =>
  named(table.columns, name);

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T | undefined {
  const exact = list.find((candidate) => candidate.name === name);
  if (exact !== undefined) return exact;
  const alike = list.filter((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}
