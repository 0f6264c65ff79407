import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import type { ColumnModel, EngineId } from "../../schema/schema-model.ts";
import { hardLine, indent, type Doc } from "../layout.ts";
import { identifiers } from "../names.ts";
import { deferKeys, hasRing, seedTables, type SeedTable } from "../seed-rows.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { heading, object, reservedWords, text, typescript } from "./print.ts";
import { laterRows, rowsConstant, statements, type WriteValue } from "./seed-values.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(1).max(10_000).default(50), {
    label: "Rows",
    help: "At most so many a table: the script holds them.",
  }),
  client: parameter(z.string().min(1).default("@prisma/client"), {
    label: "Client",
    help: "Where your generated client is imported from.",
  }),
});
type Options = z.infer<typeof options>;

/** A seed function for Prisma, with the model names that `prisma db pull` gives. */
export const prisma = defineCodeTarget<Options>({
  id: "prisma",
  label: "Prisma seed",
  help: "A seed function with createMany in load order. Models are called as `prisma db pull` calls them.",
  group: "TypeScript",
  options,
  files: (context, given) => [{ path: "seed.ts", text: script(context, given) }],
});

/** A name as `prisma db pull` makes it: what it cannot hold becomes _, and what does not begin with a letter loses its beginning. */
const prismaName = (name: string): string => name.replace(/^[^a-zA-Z]+/, "").replaceAll(/[^_a-zA-Z0-9]/g, "_") || name;

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function script(context: CodeContext, { rows, client }: Options): string {
  const renamed = seedTables(context, rows).map(withPrismaNames);
  const names = identifiers(
    renamed.map(({ id }) => id),
    "camel",
    reservedWords,
    "table",
  );
  const { engine } = context.plan.design.model;
  const own = write(engine);
  const of = ({ table }: SeedTable): string => `tx.${lowerFirst(prismaName(table.name))}`;
  const filled = renamed.filter((table) => table.rows.length > 0);
  const ring = hasRing(renamed, context.plan);
  const body: Doc[] = [
    ...(ring ? [`await tx.$executeRawUnsafe(${text(deferKeys[engine])});`] : []),
    ...renamed.toReversed().map((table) => `await ${of(table)}.deleteMany();`),
    ...filled.map((table) => `await ${of(table)}.createMany({ data: ${names.get(table.id)} });`),
    ...renamed.flatMap((table) =>
      laterRows(table, own).map(({ key, set }): Doc => [
        `await ${of(table)}.updateMany(`,
        object([
          ["where", object(key)],
          ["data", object(set)],
        ]),
        ");",
      ]),
    ),
    ...(ring && engine === "mysql" ? ['await tx.$executeRawUnsafe("SET FOREIGN_KEY_CHECKS = 1");'] : []),
  ];
  const seed = typescript([
    "/** Replaces the rows of all these tables, in one transaction. */",
    hardLine,
    "export async function seed(prisma: PrismaClient): Promise<void> {",
    indent([
      hardLine,
      "await prisma.$transaction(async (tx) => {",
      indent([hardLine, statements(body)]),
      hardLine,
      "});",
    ]),
    hardLine,
    "}",
  ]);
  const constants = filled.map((table) => {
    const model = prismaName(table.table.name);
    return rowsConstant(names.get(table.id) ?? "", `: Prisma.${model}CreateManyInput[]`, table, own);
  });
  return `${heading}import type { Prisma, PrismaClient } from ${text(client)};\n\n${[...constants, seed].join("\n\n")}\n`;
}

/** The table with its columns called as the client's fields are. */
function withPrismaNames(table: SeedTable): SeedTable {
  const fields = new Map(table.columns.map(({ name }) => [name, prismaName(name)]));
  const fieldOf = (name: string): string => fields.get(name) ?? name;
  return {
    ...table,
    table: { ...table.table, primaryKey: table.table.primaryKey.map(fieldOf) },
    columns: table.columns.map((column) => ({ ...column, name: fieldOf(column.name) })),
    rows: table.rows.map((row) => new Map([...row].map(([name, value]) => [fieldOf(name), value]))),
    later: table.later.map(fieldOf),
  };
}

/** Prisma takes times as dates, decimals as texts that keep their digits, and documents as values. */
const write =
  (engine: EngineId): WriteValue =>
  (value, column: ColumnModel) => {
    const { kind } = column.valueType;
    if (typeof value !== "string") return undefined;
    if (kind === "date") return `new Date(${text(`${value}T00:00:00Z`)})`;
    if (kind === "time") return `new Date(${text(`1970-01-01T${value}Z`)})`;
    if (kind === "timestamp") return `new Date(${text(`${value.replace(" ", "T").replace(/\+00$/, "")}Z`)})`;
    if (kind === "decimal") return text(value);
    return kind === "json" && engine !== "sqlite" ? `JSON.parse(${text(value)})` : undefined;
  };
