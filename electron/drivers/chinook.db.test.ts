import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { openSource } from "./open-source.ts";

const folder = "../shared/data/chinook";
const files = ["chinook.sqlite", "Chinook_PostgreSql.sql", "Chinook_MySql.sql"];

async function modelOf(file: string): Promise<SchemaModel> {
  const source = await openSource(`${folder}/${file}`);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

/** CustomerId and customer_id are one name. */
const name = (text: string): string => text.toLowerCase().replaceAll("_", "");
const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** What a model says but for the case of its names: keys, columns, what they hold and whether they may be NULL. */
const said = (model: SchemaModel): readonly string[] =>
  model.tables
    .map(
      (table) =>
        `${name(table.name)} (${table.columns
          .map((column) => `${name(column.name)} ${column.valueType.kind}${column.nullable ? "" : " not null"}`)
          .join(", ")}) key ${table.primaryKey.map(name).join(", ")} references ${table.foreignKeys
          .map(
            (key) =>
              `${key.columns.map(name).join(", ")}: ${name(key.referencedTable.name)} ${key.referencedColumns.map(name).join(", ")}`,
          )
          .toSorted(byText)
          .join("; ")}`,
    )
    .toSorted(byText);

test.skipIf(!existsSync(folder))("Chinook is one model on three engines (needs ../shared/data)", async () => {
  const [sqlite, postgresql, mysql] = await Promise.all(files.map(modelOf));
  if (!sqlite || !postgresql || !mysql) throw new Error("a model is missing");
  expect(sqlite.tables).toHaveLength(11);
  expect(said(postgresql)).toEqual(said(sqlite));
  expect(said(mysql)).toEqual(said(sqlite));
});
