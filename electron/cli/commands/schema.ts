import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import { readModel } from "../../backend/open-model.ts";
import type { AddCommand } from "../main.ts";

export const addSchema: AddCommand = (program, terminal) => {
  program
    .command("schema")
    .description("the tables, columns and keys of a source")
    .argument("<source>", "a SQLite file")
    .option("--json", "for programs")
    .action(async (source: string, { json }: { readonly json?: true }) => {
      const { model } = await readModel(source);
      await terminal.out(json === true ? schemaJson(model) : model.tables.map(tableText).join("\n"));
    });
};

function schemaJson({ engine, defaultSchema, tables, views }: SchemaModel): string {
  const plain = tables.map(({ id: _id, ...table }) => table);
  return `${JSON.stringify({ engine, defaultSchema, tables: plain, views }, null, 2)}\n`;
}

function tableText(table: TableModel): string {
  const lines = table.columns.map((column) => {
    const notes = [
      column.type,
      column.nullable ? "" : "not null",
      table.primaryKey.includes(column.name) ? "primary key" : "",
      column.generated === undefined ? "" : `generated ${column.generated}`,
      column.default === undefined ? "" : `default ${column.default}`,
    ];
    return `  ${[column.name, ...notes.filter((note) => note !== "")].join("  ")}`;
  });
  const keys = table.foreignKeys.map(
    ({ columns, referencedTable, referencedColumns }) =>
      `  (${columns.join(", ")}) → ${referencedTable.name} (${referencedColumns.join(", ")})`,
  );
  const uniques = table.uniques
    .filter(({ columns }) => columns.length > 0)
    .map(({ columns }) => `  unique (${columns.join(", ")})`);
  const checks = table.checks.map(({ expression }) => `  check (${expression})`);
  return [table.id, ...lines, ...keys, ...uniques, ...checks, ""].join("\n");
}
