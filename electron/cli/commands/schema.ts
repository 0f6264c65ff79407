import type { ProposedKey } from "../../../shared/rules/keys/proposed-key.ts";
import { proposeKeys } from "../../../shared/rules/propose-keys.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import { checkProposals } from "../../backend/check-proposals.ts";
import { readModel } from "../../backend/open-model.ts";
import { openSource } from "../../drivers/open-source.ts";
import { dialectOption, sourceHelp, withDialect } from "../script-dialect.ts";
import type { AddCommand } from "../main.ts";

interface SchemaOptions {
  readonly json?: true;
  readonly dialect?: string;
  readonly proposeKeys?: true;
  readonly values?: true;
}

export const addSchema: AddCommand = (program, terminal) => {
  program
    .command("schema")
    .description("the tables, columns and keys of a source")
    .argument("<source>", sourceHelp)
    .addOption(dialectOption())
    .option("--propose-keys", "list the foreign keys that names and types suggest and nobody declared")
    .option("--values", "with --propose-keys: look for their values in the tables that they refer to")
    .option("--json", "for programs")
    .action(async (given: string, { json, dialect, proposeKeys: proposing, values }: SchemaOptions) => {
      const { model, source } = await readModel(withDialect(given, dialect));
      const proposed = proposing === true ? await proposals(model, source.path, values === true) : undefined;
      if (json === true) await terminal.out(schemaJson(model, proposed));
      else
        await terminal.out(proposed === undefined ? model.tables.map(tableText).join("\n") : proposalsText(proposed));
    });
};

async function proposals(model: SchemaModel, path: string, values: boolean): Promise<readonly ProposedKey[]> {
  const named = proposeKeys(model);
  if (!values) return named;
  const source = await openSource(path);
  try {
    return await checkProposals(source, model, named);
  } finally {
    await source.close();
  }
}

function proposalsText(proposed: readonly ProposedKey[]): string {
  if (proposed.length === 0) return "no keys are proposed.\n";
  const lines = proposed.map(({ table, columns, referencedTable, referencedColumns, confidence, reason, share }) => {
    const found = share === undefined ? "" : ` ${(100 * share).toFixed(1)} % of its values are there.`;
    return `${table} (${columns.join(", ")}) → ${referencedTable} (${referencedColumns.join(", ")})  ${confidence}  ${reason}${found}\n`;
  });
  return lines.join("");
}

function schemaJson(
  { engine, defaultSchema, tables, views }: SchemaModel,
  proposedKeys?: readonly ProposedKey[],
): string {
  const plain = tables.map(({ id: _id, ...table }) => table);
  return `${JSON.stringify({ engine, defaultSchema, tables: plain, views, ...(proposedKeys === undefined ? {} : { proposedKeys }) }, null, 2)}\n`;
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
