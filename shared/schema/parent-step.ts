import type { ForeignKeyModel, TableModel } from "./schema-model.ts";

/**
 * The short name of a reference: customer for customer_id, Customer for CustomerId. Undefined where the column has no such
 * ending, or where a column is called so itself.
 */
export function referenceName(table: TableModel, column: string): string | undefined {
  const short = /^(.+?)(?:_id|_fk|(?<=[a-z\d])I[dD]| id)$/.exec(column)?.[1];
  return short === undefined || table.columns.some(({ name }) => name === short) ? undefined : short;
}

/**
 * The foreign key that a step of a path goes along, by one of its columns or by the short name of one: customer_id.country
 * and customer.country are the same. Of several keys over a column it is the first.
 */
export function keyOfStep(table: TableModel, step: string): ForeignKeyModel | undefined {
  const by = (matches: (column: string) => boolean): ForeignKeyModel | undefined =>
    table.foreignKeys.find(({ columns }) => columns.some(matches));
  return by((column) => column === step) ?? by((column) => referenceName(table, column) === step);
}
