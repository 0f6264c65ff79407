import { z } from "zod";
import { SeedloomError } from "../../base/errors.ts";
import { parameter } from "../../generators/parameter.ts";
import { hardLine, indent, type Doc } from "../layout.ts";
import { identifiers } from "../names.ts";
import { deferKeys, hasRing, seedTables, type SeedTable } from "../seed-rows.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { heading, object, reservedWords, text, typescript } from "./print.ts";
import { laterRows, rowsConstant, statements } from "./seed-values.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(1).max(10_000).default(50), {
    label: "Rows",
    help: "At most so many a table: the script holds them.",
  }),
});
type Options = z.infer<typeof options>;

/** A seed file for `knex seed:run`. */
export const knex = defineCodeTarget<Options>({
  id: "knex",
  label: "Knex seed",
  help: "A TypeScript seed file with the rows in load order, which replaces what the tables hold.",
  group: "TypeScript",
  options,
  files: (context, { rows }) => [{ path: "seedloom.ts", text: script(context, rows) }],
});

function script(context: CodeContext, most: number): string {
  const tables = seedTables(context, most);
  for (const { id, table, columns } of tables)
    refuseDots(
      id,
      table.name,
      columns.map(({ name }) => name),
    );
  const names = identifiers(
    tables.map(({ id }) => id),
    "camel",
    reservedWords,
    "table",
  );
  const { engine, defaultSchema } = context.plan.design.model;
  const nameOf = ({ table }: SeedTable): string =>
    text(table.schema === defaultSchema ? table.name : `${table.schema}.${table.name}`);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const ring = hasRing(tables, context.plan);
  const body: Doc[] = [
    ...(ring ? [`await trx.raw(${text(deferKeys[engine])});`] : []),
    ...tables.toReversed().map((table) => `await trx(${nameOf(table)}).del();`),
    ...filled.map((table) => `await trx.batchInsert(${nameOf(table)}, ${names.get(table.id)}, 100);`),
    ...tables.flatMap((table) =>
      laterRows(table).map(({ key, set }): Doc => [
        `await trx(${nameOf(table)}).where(`,
        object(key),
        ").update(",
        object(set),
        ");",
      ]),
    ),
    ...(ring && engine === "mysql" ? [`await trx.raw("SET FOREIGN_KEY_CHECKS = 1");`] : []),
  ];
  const seed = typescript([
    "/** Replaces the rows of all these tables, in one transaction. */",
    hardLine,
    "export async function seed(knex: Knex): Promise<void> {",
    indent([
      hardLine,
      "await knex.transaction(async (trx) => {",
      indent([hardLine, statements(body)]),
      hardLine,
      "});",
    ]),
    hardLine,
    "}",
  ]);
  const constants = filled.map((table) => rowsConstant(names.get(table.id) ?? "", ": Row[]", table));
  return `${heading}import type { Knex } from "knex";\n\n${[rowType, ...constants, seed].join("\n\n")}\n`;
}

const rowType = "type Row = Record<string, string | number | bigint | boolean | Buffer | null>;";

/** Knex takes a dot in a name for the border between a table and its column. */
function refuseDots(table: string, tableName: string, columns: readonly string[]): void {
  const column = columns.find((name) => name.includes("."));
  if (!tableName.includes(".") && column === undefined) return;
  const what = tableName.includes(".") ? `the table ${table}` : `the column ${column ?? ""} of ${table}`;
  throw new SeedloomError(
    "export-blocked",
    `Knex cannot write ${what}: it reads the dot as a border between names.`,
    "Leave the table out with `tables`, or export SQL.",
  );
}
