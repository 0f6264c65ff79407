import type { SessionView, TableView } from "../../../../shared/api/views.ts";

type ColumnNames = NonNullable<SessionView["columnNames"]>;

/** Columns of the rows that a table's foreign keys point to, as paths: customer_id.country. */
export function parentPaths(table: TableView, names: ColumnNames, own: ReadonlySet<string>): readonly string[] {
  const paths = (table.relations ?? []).flatMap(({ columns, parent }) => {
    const [via] = columns;
    // What is found by the column itself cannot be what the column is found by.
    if (via === undefined || columns.some((name) => own.has(name))) return [];
    return (names[parent] ?? []).map((name) => `${via}.${name}`);
  });
  return [...new Set(paths)];
}

/** A path to a table's column as its two parts; a table may have a dot in its name, a column has none. */
export function splitPath(
  path: string,
  tables: readonly string[],
): { readonly table: string; readonly column: string } {
  if (tables.includes(path)) return { table: path, column: "" };
  const dot = path.lastIndexOf(".");
  return dot < 0 ? { table: path, column: "" } : { table: path.slice(0, dot), column: path.slice(dot + 1) };
}

export const joinPath = (table: string, column: string): string => (column === "" ? table : `${table}.${column}`);
