import { z } from "zod";
import { parameter } from "../../generators/parameter.ts";
import type { EngineId } from "../../schema/schema-model.ts";
import { enclosed, hardLine, indent, join, type Doc } from "../layout.ts";
import { identifiers } from "../names.ts";
import { deferKeys, hasRing, seedTables, type SeedTable } from "../seed-rows.ts";
import { defineCodeTarget, type CodeContext } from "../target.ts";
import { drizzleColumn, tableFunction } from "./drizzle-columns.ts";
import { heading, member, object, property, reservedWords, text, typescript } from "./print.ts";
import { laterRows, rowsConstant, statements, type Entries, type WriteValue } from "./seed-values.ts";

const options = z.strictObject({
  rows: parameter(z.int().min(1).max(10_000).default(50), {
    label: "Rows",
    help: "At most so many a table: the script holds them.",
  }),
});
type Options = z.infer<typeof options>;

/** Tables and a seed function for Drizzle. */
export const drizzle = defineCodeTarget<Options>({
  id: "drizzle",
  label: "Drizzle seed",
  help: "schema.ts with the tables' columns, and seed.ts, which writes the rows in load order.",
  group: "TypeScript",
  options,
  files: (context, { rows }) => {
    const tables = seedTables(context, rows);
    const names = identifiers(
      tables.map(({ id }) => id),
      "camel",
      reservedWords,
      "table",
    );
    return [
      { path: "schema.ts", text: schemaFile(context, tables, names) },
      { path: "seed.ts", text: seedFile(context, tables, names) },
    ];
  },
});

type Names = ReadonlyMap<string, string>;

const rooms: Readonly<Record<EngineId, string>> = { sqlite: "sqlite-core", postgresql: "pg-core", mysql: "mysql-core" };

function schemaFile({ plan }: CodeContext, tables: readonly SeedTable[], names: Names): string {
  const { engine, defaultSchema } = plan.design.model;
  const used = new Set<string>();
  const schemas = [...new Set(tables.map(({ table }) => table.schema).filter((name) => name !== defaultSchema))];
  const schemaNames = identifiers(schemas, "camel", new Set([...reservedWords, ...names.values()]), "schema");
  const schemaFunction = engine === "mysql" ? "mysqlSchema" : "pgSchema";
  const parts = tables.map(({ id, table, columns }) => {
    const lines = columns.map((column): Doc => {
      const { call, from } = drizzleColumn(column, engine);
      for (const name of from) used.add(name);
      const key = table.primaryKey.length === 1 && table.primaryKey[0] === column.name ? ".primaryKey()" : "";
      return [property(column.name), ": ", call, key, column.nullable || key !== "" ? "" : ".notNull()", ","];
    });
    const own = schemaNames.get(table.schema);
    if (own === undefined) used.add(tableFunction[engine]);
    const open = `export const ${names.get(id)} = ${own === undefined ? tableFunction[engine] : `${own}.table`}(${text(table.name)}, {`;
    return typescript([open, indent([hardLine, join(lines, hardLine)]), hardLine, "});"]);
  });
  if (schemas.length > 0) used.add(schemaFunction);
  const imports = typescript(["import ", importList([...used].toSorted()), ` from "drizzle-orm/${rooms[engine]}";`]);
  const made = schemas.map((name) => `export const ${schemaNames.get(name)} = ${schemaFunction}(${text(name)});`);
  return `${heading}${imports}\n\n// The columns that the seed writes. Keys and constraints are in your migrations.\n\n${[...made, ...parts].join("\n\n")}\n`;
}

const importList = (names: readonly string[]): Doc => enclosed("{", names, "}", true);

/** Times are texts, and a document is a value. */
const write: (engine: EngineId) => WriteValue =
  (engine) =>
  (value, { valueType }) =>
    valueType.kind === "json" && engine !== "sqlite" && typeof value === "string"
      ? `JSON.parse(${text(value)})`
      : undefined;

function seedFile({ plan }: CodeContext, tables: readonly SeedTable[], names: Names): string {
  const { engine } = plan.design.model;
  const own = write(engine);
  const of = ({ id }: SeedTable): string => `schema.${names.get(id)}`;
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const later = tables.flatMap((table) => laterRows(table, own).map((row) => ({ table, ...row })));
  const ring = hasRing(tables, plan);
  const target = engine === "sqlite" ? "db" : "tx";
  const run = engine === "sqlite" ? "db.run" : "tx.execute";
  const where = (table: SeedTable, key: Entries): Doc => {
    const parts = key.map(([name, value]): Doc => [`eq(${member(of(table), name)}, `, value, ")"]);
    return parts.length === 1 ? (parts[0] ?? "") : ["and(", join(parts, ", "), ")"];
  };
  const body: Doc[] = [
    ...(ring ? [`await ${run}(sql\`${deferKeys[engine]}\`);`] : []),
    ...tables.toReversed().map((table) => `await ${target}.delete(${of(table)});`),
    ...filled.map(
      (table) =>
        `for (const rows of chunks(${names.get(table.id)})) await ${target}.insert(${of(table)}).values(rows);`,
    ),
    ...later.map(({ table, key, set }): Doc => [
      `await ${target}.update(${of(table)}).set(`,
      object(set),
      ").where(",
      where(table, key),
      ");",
    ]),
    ...(ring && engine === "mysql" ? ["await tx.execute(sql`SET FOREIGN_KEY_CHECKS = 1`);"] : []),
  ];
  const inside: Doc =
    engine === "sqlite"
      ? [
          "await db.run(sql`BEGIN`);",
          hardLine,
          "try {",
          indent([hardLine, statements([...body, "await db.run(sql`COMMIT`);"])]),
          hardLine,
          "} catch (error) {",
          indent([hardLine, "await db.run(sql`ROLLBACK`);", hardLine, "throw error;"]),
          hardLine,
          "}",
        ]
      : ["await db.transaction(async (tx) => {", indent([hardLine, statements(body)]), hardLine, "});"];
  const type = {
    sqlite: 'BaseSQLiteDatabase<"sync" | "async", unknown>',
    postgresql: "PgDatabase<PgQueryResultHKT>",
    mysql: "MySqlDatabase<MySqlQueryResultHKT, PreparedQueryHKTBase>",
  }[engine];
  const types = {
    sqlite: ["BaseSQLiteDatabase"],
    postgresql: ["PgDatabase", "PgQueryResultHKT"],
    mysql: ["MySqlDatabase", "MySqlQueryResultHKT", "PreparedQueryHKTBase"],
  }[engine];
  const words = [
    ...(later.length > 0 ? ["eq"] : []),
    ...(later.some(({ table }) => table.table.primaryKey.length > 1) ? ["and"] : []),
    ...(engine === "sqlite" || ring ? ["sql"] : []),
  ].toSorted();
  const seed = typescript([
    "/** Replaces the rows of all these tables, in one transaction. */",
    hardLine,
    enclosed("export async function seed(", [`db: ${type}`], "): Promise<void> {"),
    indent([hardLine, inside]),
    hardLine,
    "}",
  ]);
  const constants = filled.map((table) => {
    const name = names.get(table.id) ?? "";
    return rowsConstant(name, `: (typeof schema.${name}.$inferInsert)[]`, table, own);
  });
  const imports = [
    ...(words.length > 0 ? [`import { ${words.join(", ")} } from "drizzle-orm";`] : []),
    typescript(["import type ", importList(types), ` from "drizzle-orm/${rooms[engine]}";`]),
    'import * as schema from "./schema.ts";',
  ];
  return `${heading}${imports.join("\n")}\n\n${[...constants, chunks, seed].join("\n\n")}\n`;
}

const chunks = `function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100);
}`;
