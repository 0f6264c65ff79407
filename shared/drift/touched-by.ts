import type { TableId } from "../schema/schema-model.ts";
import type { SchemaChange } from "./schema-change.ts";

/**
 * Whether one of the changes is about a column, or without one about how many rows a table has: the table itself, its keys and
 * checks are about all of it, another column is not.
 */
export const touchedBy =
  (changes: readonly SchemaChange[]) =>
  (table: TableId, column?: string): boolean =>
    changes.some((change) => change.table === table && (change.what !== "column" || change.column === column));
