import type Database from "better-sqlite3";
import type { CheckModel, ColumnModel, SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import {
  fetchColumns,
  fetchForeignKeys,
  fetchIndexColumns,
  fetchTables,
  fetchUniqueIndexes,
  fetchUnknownVirtualTables,
  fetchViews,
  type ColumnRow,
  type TableRow,
} from "./catalogue.ts";
import { columnType } from "./column-type.ts";
import { constraintNames } from "./constraint-names.ts";
import { foreignKeyModels } from "./foreign-keys.ts";
import { readTableSql, type TableSql } from "./table-sql.ts";
import { ignoresCase, uniqueModels } from "./uniques.ts";

const schema = "main";

/** The schema model of a SQLite database, read in one transaction so that it is of one moment. */
export function introspect(database: Database.Database): SchemaModel {
  return database.transaction((): SchemaModel => {
    const unknown = fetchUnknownVirtualTables(database);
    const tables = fetchTables(database).filter((table) => !unknown.some((name) => table.name.startsWith(`${name}_`)));
    const columns = groupBy(fetchColumns(database), (row) => row.table);
    const indexes = groupBy(fetchUniqueIndexes(database), (row) => row.table);
    const indexColumns = groupBy(fetchIndexColumns(database), (row) => row.index);
    const foreignKeys = groupBy(fetchForeignKeys(database), (row) => row.table);
    const parts = tables.map((table) => ({
      table,
      sql: readTableSql(table.sql),
      columns: columns.get(table.name) ?? [],
    }));
    const parents = new Map(
      parts.map((part) => [part.table.name.toLowerCase(), { name: part.table.name, columns: part.columns }]),
    );
    const tableModel = ({ table, sql, columns: rows }: (typeof parts)[number]): TableModel => {
      const own = (indexes.get(table.name) ?? []).map((row) => ({ row, columns: indexColumns.get(row.name) ?? [] }));
      const name = constraintNames(table.name);
      return {
        id: table.name,
        schema,
        name: table.name,
        ...(sql.comment === undefined ? {} : { comment: sql.comment }),
        columns: rows.map((row) =>
          columnModel(row, table, sql, isRowid(row, rows, table, sql, own), ignoresCase(row.name, own)),
        ),
        primaryKey: rows
          .filter((row) => row.pk > 0)
          .sort((a, b) => a.pk - b.pk)
          .map((row) => row.name),
        uniques: uniqueModels(own, sql, name),
        foreignKeys: foreignKeyModels(foreignKeys.get(table.name) ?? [], rows, sql, parents, name),
        checks: checkModels(sql, rows, name),
      };
    };
    return {
      engine: "sqlite",
      defaultSchema: schema,
      tables: parts.map(tableModel),
      views: fetchViews(database).map((name) => ({ schema, name })),
    };
  })();
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Whether the column is another name of the rowid: the one key column, declared INTEGER, in a table that has rowids. */
function isRowid(
  row: ColumnRow,
  rows: readonly ColumnRow[],
  table: TableRow,
  sql: TableSql,
  indexes: readonly { readonly row: { readonly origin: string } }[],
): boolean {
  const alone = row.pk === 1 && rows.every((other) => other.pk === 0 || other === row);
  return (
    alone &&
    row.type.toUpperCase() === "INTEGER" &&
    table.withoutRowid === 0 &&
    !sql.descendingKey &&
    !indexes.some((index) => index.row.origin === "pk")
  );
}

function columnModel(
  row: ColumnRow,
  table: TableRow,
  sql: TableSql,
  rowid: boolean,
  indexIgnoresCase: boolean,
): ColumnModel {
  const name = row.name.toLowerCase();
  const comment = sql.columnComments.get(name);
  const expression = row.hidden === 2 || row.hidden === 3 ? sql.expressions.get(name) : undefined;
  const caseless = indexIgnoresCase || sql.collations.get(name)?.toUpperCase() === "NOCASE";
  // STRICT tables know ANY, which is no word for a type elsewhere.
  const valueType =
    table.strict === 1 && row.type.toUpperCase() === "INT"
      ? ({ kind: "integer", bits: 64 } as const)
      : columnType(row.type);
  return {
    name: row.name,
    type: row.type,
    valueType,
    // SQLite lets NULL into the key of an ordinary table, by an old bug; nobody means it.
    nullable: row.notnull === 0 && row.pk === 0,
    ...(row.default === null || row.default.toUpperCase() === "NULL" ? {} : { default: row.default }),
    ...(row.hidden === 2
      ? { generated: "virtual" as const }
      : row.hidden === 3
        ? { generated: "stored" as const }
        : {}),
    ...(expression === undefined ? {} : { expression }),
    ...(rowid ? { identity: "rowid" as const } : {}),
    ...(comment === undefined ? {} : { comment }),
    ...(caseless ? { caseInsensitive: true } : {}),
  };
}

function checkModels(
  sql: TableSql,
  rows: readonly ColumnRow[],
  name: (given: string | undefined, columns: readonly string[], kind: string) => string,
): CheckModel[] {
  return sql.checks.map((check) => {
    const column = rows.find((row) => row.name.toLowerCase() === check.column?.toLowerCase())?.name;
    return { name: name(check.name, column === undefined ? [] : [column], "check"), expression: check.expression };
  });
}
