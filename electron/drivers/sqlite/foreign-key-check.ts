import type Database from "better-sqlite3";
import type { ForeignKeyModel, TableModel } from "../../../shared/schema/schema-model.ts";

export interface BrokenKey {
  readonly table: TableModel;
  readonly key: ForeignKeyModel;
  /** Rows that reference nothing. */
  readonly rows: number;
}

/** The foreign keys of a table that do not hold, by SQLite's own check. */
export function brokenKeys(database: Database.Database, table: TableModel): readonly BrokenKey[] {
  if (table.foreignKeys.length === 0) return [];
  const counts = database
    .prepare<[string], { readonly id: number; readonly rows: number }>(
      "SELECT fkid AS id, count(*) AS rows FROM pragma_foreign_key_check(?, 'main') GROUP BY fkid ORDER BY fkid DESC",
    )
    .all(table.name);
  return counts.flatMap(({ id, rows }) => {
    // SQLite numbers the keys from the last one declared.
    const key = table.foreignKeys[table.foreignKeys.length - 1 - id];
    return key === undefined ? [] : [{ table, key, rows }];
  });
}
