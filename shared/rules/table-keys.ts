import type { ColumnFacts } from "./column-facts.ts";
import { findColumn, type ColumnModel, type ForeignKeyModel, type TableModel } from "../schema/schema-model.ts";

/** lower(email), "email" COLLATE NOCASE: an index on an expression that is one column, give or take case. */
const oneColumn =
  /^(?:lower|upper|trim|ltrim|rtrim)\s*\(\s*["'`[]?([^"'`\][()]+?)["'`\]]?\s*(?:::\w+)?\s*\)$|^["'`[]?([^"'`\][()]+?)["'`\]]?(?:\s+collate\s+\w+)?$/i;

/** The columns that must be distinct each for itself: a key or unique constraint of one column. */
export function uniqueColumns(table: TableModel): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of [
    table.primaryKey,
    ...table.uniques.map((unique) => (unique.expressions === undefined ? unique.columns : [])),
  ]) {
    if (key.length === 1) for (const name of key) names.add(name);
  }
  for (const name of caselessColumns(table)) names.add(name);
  return names;
}

/** The columns of indexes on lower(column) and the like: distinct without regard to case. */
function caselessColumns(table: TableModel): readonly string[] {
  return table.uniques.flatMap(({ columns, expressions }) => {
    // A unique column that the database computes is such an index by another name.
    const computed = columns.flatMap((name) => findColumn(table, name)?.expression ?? []);
    const [only, ...more] = expressions ?? (columns.length === 1 ? computed : []);
    if (only === undefined || more.length > 0 || columns.length > 1) return [];
    return columnIn(table, only) ?? [];
  });
}

/** The column that an expression is, give or take case. */
function columnIn(table: TableModel, expression: string): string | undefined {
  const match = oneColumn.exec(expression.trim().replace(/^\((.*)\)$/s, "$1"));
  const named = (match?.[1] ?? match?.[2])?.toLowerCase();
  return table.columns.find((column) => column.name.toLowerCase() === named)?.name;
}

/** Every column that is part of the primary key or of a unique constraint. */
export function keyColumns(table: TableModel): ReadonlySet<string> {
  return new Set([
    ...table.primaryKey,
    ...table.uniques.flatMap((unique) => unique.columns),
    ...caselessColumns(table),
  ]);
}

/** The foreign keys that a column is part of; those of one column first. */
export function foreignKeysOf(table: TableModel, column: string): readonly ForeignKeyModel[] {
  return table.foreignKeys
    .filter((key) => key.columns.includes(column))
    .toSorted((a, b) => a.columns.length - b.columns.length);
}

/** Whether all columns of a foreign key refuse NULL. */
export const isRequired = (table: TableModel, key: ForeignKeyModel): boolean =>
  key.columns.every((name) => findColumn(table, name)?.nullable === false || table.primaryKey.includes(name));

/**
 * The column as generators are to see it: its text no longer than the checks allow, its keys without case where an index is.
 * The declared type stays as it is.
 */
export function narrowedColumn(table: TableModel, column: ColumnModel, facts: ColumnFacts): ColumnModel {
  const { valueType } = column;
  const caseInsensitive = column.caseInsensitive === true || caselessColumns(table).includes(column.name);
  const longest = shortest(facts.maxLength, ...prefixesOf(table, column.name));
  const shorter = valueType.kind === "text" && longest !== undefined && longest < (valueType.maxLength ?? Infinity);
  if (!shorter && caseInsensitive === (column.caseInsensitive === true)) return column;
  return {
    ...column,
    ...(caseInsensitive ? { caseInsensitive } : {}),
    ...(shorter ? { valueType: { ...valueType, maxLength: Math.max(1, longest) } } : {}),
  };
}

/** How much of the column's values an index on their beginnings compares: values no longer than that differ where they must. */
const prefixesOf = (table: TableModel, column: string): readonly (number | undefined)[] =>
  table.uniques.map(({ columns, prefixes }) => prefixes?.[columns.indexOf(column)] ?? undefined);

function shortest(...lengths: readonly (number | undefined)[]): number | undefined {
  const known = lengths.filter((length) => length !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
