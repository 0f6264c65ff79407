import { findColumn, type SchemaModel, type TableModel } from "../../schema/schema-model.ts";
import { fits } from "./fitting-types.ts";
import { keyName } from "./key-name.ts";
import type { ProposedKey } from "./proposed-key.ts";

/**
 * Keys of several columns: a table that has all columns of another's primary key under the same names. `single` are the keys of
 * one column that are proposed: where they and the declared ones make up all of a parent's key, it only joins others, and
 * tables that have the same columns join the same others.
 */
export function compositeKeys(model: SchemaModel, single: readonly ProposedKey[]): readonly ProposedKey[] {
  const parents = model.tables.filter((table) => table.primaryKey.length > 1 && !joinsOnly(table, single));
  return model.tables.flatMap((table) =>
    parents.flatMap((parent): readonly ProposedKey[] => {
      if (parent === table || declares(model, table, parent)) return [];
      const columns = parent.primaryKey.flatMap((name) => {
        const key = findColumn(parent, name);
        const own = table.columns.find((column) => sameWords(column.name, name));
        return key !== undefined && own !== undefined && own.generated === undefined && fits(own, key)
          ? [own.name]
          : [];
      });
      if (columns.length < parent.primaryKey.length || isOwnKey(table, columns)) return [];
      return [
        {
          table: table.id,
          columns,
          referencedTable: parent.id,
          referencedColumns: parent.primaryKey,
          confidence: "medium",
          reason: `It has all columns of the key of ${parent.id} under their names.`,
        },
      ];
    }),
  );
}

const sameWords = (a: string, b: string): boolean => keyName(a).words.join(" ") === keyName(b).words.join(" ");

const declares = (model: SchemaModel, table: TableModel, parent: TableModel): boolean =>
  table.foreignKeys.some(
    (key) => key.referencedTable.name === parent.name && key.referencedTable.schema === parent.schema,
  ) || model.tables.indexOf(parent) < 0;

/** Two tables with the same key are two, not one in the other. */
const isOwnKey = (table: TableModel, columns: readonly string[]): boolean =>
  table.primaryKey.length === columns.length && columns.every((name) => table.primaryKey.includes(name));

function joinsOnly(table: TableModel, single: readonly ProposedKey[]): boolean {
  const refers = new Set([
    ...table.foreignKeys.flatMap(({ columns }) => columns),
    ...single.filter((key) => key.table === table.id).flatMap(({ columns }) => columns),
  ]);
  return table.primaryKey.every((name) => refers.has(name));
}
