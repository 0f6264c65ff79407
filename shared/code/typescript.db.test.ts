import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngineId } from "../schema/schema-model.ts";
import { codeTargets, codeTargetById } from "./index.ts";
import { codeFolder, nastyContext, nastyDdl, shopContext, shopDdl, writeFiles } from "./test-code.ts";
import type { CodeContext } from "./target.ts";

const folder = codeFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const projects = { shop: shopContext, nasty: nastyContext } as const;

/** Prisma's client is not installed: what the script uses of it, as its documentation has it. */
const prismaClient = `type Where = Record<string, unknown>;
interface Model<T> {
  createMany(args: { data: T | T[] }): Promise<{ count: number }>;
  deleteMany(args?: { where?: Where }): Promise<{ count: number }>;
  updateMany(args: { where?: Where; data: Partial<T> }): Promise<{ count: number }>;
}
type Value = string | number | bigint | boolean | Date | Uint8Array | null;
type Row = Record<string, Value>;
type Names = "customers" | "addresses" | "categories" | "products" | "orders" | "order_items" | "payments" | "reviews"
  | "tenants" | "users" | "projects" | "members" | "posts" | "staff" | "stores" | "teams" | "players" | "select" | "order_by" | "user";
type Client = Record<Names, Model<Row>> & { $executeRawUnsafe(sql: string): Promise<number> };
export type PrismaClient = Client & { $transaction<T>(run: (tx: Client) => Promise<T>): Promise<T> };
export namespace Prisma {
${["customers", "addresses", "categories", "products", "orders", "order_items", "payments", "reviews", "tenants", "users", "projects", "members", "posts", "staff", "stores", "teams", "players", "select", "order_by", "User"].map((name) => `  export type ${name}CreateManyInput = Row;`).join("\n")}
}
`;

const tsconfig = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    module: "nodenext",
    target: "es2023",
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
  },
  include: ["shop", "nasty", "postgresql", "mysql", "prisma-client.ts"],
};

function written(context: CodeContext, name: string): void {
  for (const target of codeTargets) {
    const { id, options } = target;
    if (target.group !== "TypeScript") continue;
    const given = id === "prisma" ? { client: "../../prisma-client.ts" } : {};
    writeFiles(join(folder, name, id), target.files(context, options.parse({ ...options.parse({}), ...given })));
  }
}

const run = (script: string, ...words: readonly string[]): string =>
  execFileSync(process.execPath, [script, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });

/** Runs a program beside the code and returns what it prints as JSON. */
function program(name: string, text: string): unknown {
  writeFileSync(join(folder, name), text);
  return JSON.parse(run(name));
}

/** The same project, as if its source were of another engine. */
function of(engine: EngineId, { plan, scenarios }: CodeContext): CodeContext {
  const { design } = plan;
  return { scenarios, plan: { ...plan, design: { ...design, model: { ...design.model, engine } } } };
}

beforeAll(async () => {
  for (const [name, context] of Object.entries(projects)) written(await context(), name);
  const drizzle = codeTargetById("drizzle");
  for (const engine of ["postgresql", "mysql"] as const) {
    const context = of(engine, await nastyContext());
    if (drizzle) writeFiles(join(folder, engine), drizzle.files(context, drizzle.options.parse({ rows: 3 })));
  }
  writeFileSync(join(folder, "prisma-client.ts"), prismaClient);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
});

test("the code is formatted, and type-checks against the real libraries", () => {
  execFileSync(resolve("node_modules/.bin/oxfmt"), ["--check", "shop", "nasty", "postgresql", "mysql"], {
    cwd: folder,
    stdio: "pipe",
  });
  const { stdout, stderr, status } = spawnSync(resolve("node_modules/.bin/tsc"), ["-p", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, said: status === 0 ? "" : stdout || stderr }).toEqual({ status: 0, said: "" });
});

test("the same project gives the same code", async () => {
  const target = codeTargetById("fishery");
  const files = target?.files(await shopContext(), target.options.parse({}));
  expect(target?.files(await shopContext(), target.options.parse({}))).toEqual(files);
});

/** Opens a database with every constraint on. */
const open = (ddl: string): string => `import Database from "better-sqlite3";
const database = new Database(":memory:");
database.exec(${JSON.stringify(ddl)});
database.pragma("foreign_keys = ON");
const quoted = (name) => '"' + name.replaceAll('"', '""') + '"';
const stored = (value) => (typeof value === "boolean" ? Number(value) : value instanceof Date ? value.toISOString() : value);
const insert = (table, row) => {
  const names = Object.keys(row);
  const sql = "INSERT INTO " + quoted(table) + " (" + names.map(quoted).join() + ") VALUES (" + names.map(() => "?").join() + ")";
  database.prepare(sql).run(...Object.values(row).map(stored));
};
const count = (table) => database.prepare("SELECT count(*) FROM " + quoted(table)).pluck().get();
`;

test("factories build rows that the database takes, with their parents, 30 of each table", () => {
  for (const [name, ddl] of [
    ["shop", shopDdl],
    ["nasty", nastyDdl],
  ] as const) {
    const made = program(
      `${name}-factories.ts`,
      `${open(ddl)}
import * as factories from "./${name}/fishery/factories.ts";
factories.saveWith(async (table, row) => insert(table, row));
database.exec("BEGIN");
for (const [name, factory] of Object.entries(factories)) {
  // Staff and stores need each other: the ring is entered at the staff, whose factory builds the store.
  if (name.endsWith("Factory") && name !== "storeFactory") await factory.createList(30);
}
database.exec("COMMIT");
console.log(JSON.stringify(database.pragma("foreign_key_check")));`,
    );
    expect(made, name).toEqual([]);
  }
});

test("a factory takes a parent, a key or a trait, and makes the rest", () => {
  const made = program(
    "asked.ts",
    `import { customerFactory, orderFactory } from "./shop/fishery/factories.ts";
import { memberFactory } from "./nasty/fishery/factories.ts";
const customer = customerFactory.vip().build({ first_name: "Ada" });
const order = orderFactory.build({ status: "paid" }, { transient: { customer } });
const member = memberFactory.build({ tenant_id: 77 });
console.log(JSON.stringify([customer.first_name, customer.loyalty_tier, order.customer_id === customer.id, order.status, member.tenant_id]));`,
  );
  expect(made).toEqual(["Ada", "gold", true, "paid", 77]);
});

test("Knex, Drizzle and Prisma seeds fill a database, twice, with the rows of the project", async () => {
  const { plan } = await shopContext();
  const rows = Object.fromEntries([...plan.tables].map(([id, { rowCount }]) => [id, Math.min(rowCount, 50)]));
  const counted = `console.log(JSON.stringify(Object.fromEntries(${JSON.stringify(Object.keys(rows))}.map((table) => [table, count(table)]))));`;
  const knex = program(
    "knex.ts",
    `${open(shopDdl)}
import knexOf from "knex";
import { seed } from "./shop/knex/seedloom.ts";
const knex = knexOf({ client: "better-sqlite3", connection: { filename: ":memory:" }, useNullAsDefault: true, pool: { min: 1, max: 1 } });
for (const statement of ${JSON.stringify(
      shopDdl
        .replaceAll(/--.*$/gm, "")
        .split(/;\s*\n/)
        .filter((part) => part.trim() !== ""),
    )}) await knex.raw(statement);
await seed(knex);
await seed(knex);
const counts = {};
for (const table of ${JSON.stringify(Object.keys(rows))}) counts[table] = Number((await knex(table).count({ n: "*" }))[0].n);
await knex.destroy();
console.log(JSON.stringify(counts));`,
  );
  expect(knex).toEqual(rows);
  for (const [name, ddl] of [
    ["shop", shopDdl],
    ["nasty", nastyDdl],
  ] as const) {
    const drizzle = program(
      `${name}-drizzle.ts`,
      `${open(ddl)}
import { drizzle } from "drizzle-orm/better-sqlite3";
import { seed } from "./${name}/drizzle/seed.ts";
await seed(drizzle(database));
await seed(drizzle(database));
${name === "shop" ? counted : 'console.log(JSON.stringify([count("players"), database.prepare("SELECT count(*) FROM teams WHERE lead_id IS NULL").pluck().get()]));'}`,
    );
    expect(drizzle, name).toEqual(name === "shop" ? rows : [8, expect.any(Number)]);
  }
  const prisma = program(
    "prisma.ts",
    `${open(shopDdl)}
import { seed } from "./shop/prisma/seed.ts";
const model = (table) => ({
  createMany: async ({ data }) => data.forEach((row) => insert(table, row)),
  deleteMany: async () => database.prepare("DELETE FROM " + table).run(),
});
const client = new Proxy({}, { get: (_, name) => (name === "$transaction" ? async (run) => run(client) : model(name)) });
await seed(client);
await seed(client);
${counted}`,
  );
  expect(prisma).toEqual(rows);
});

test("constants have the rows' own values under names", () => {
  const made = program(
    "constants.ts",
    `import { customers } from "./shop/constants-typescript/seed-rows.ts";
console.log(JSON.stringify([Object.keys(customers), customers.row2.id]));`,
  );
  expect(made).toEqual([["row1", "row2", "row3"], 2]);
});

test("a name that Knex would misread is refused", async () => {
  const target = codeTargetById("knex");
  const context = await nastyContext();
  const [table] = context.plan.order;
  const dotted = table && { ...table, written: table.written.map((column) => ({ ...column, name: "a.b" })) };
  if (target === undefined || table === undefined || dotted === undefined) throw new Error("There is no table.");
  const plan = { ...context.plan, order: [dotted], tables: new Map([...context.plan.tables, [dotted.id, dotted]]) };
  expect(() => target.files({ ...context, plan }, target.options.parse({}))).toThrow(
    "Knex cannot write the column a.b of ",
  );
  const named = { ...table, table: { ...table.table, name: "a.b" } };
  const other = { ...context.plan, order: [named], tables: new Map([...context.plan.tables, [named.id, named]]) };
  expect(() => target.files({ ...context, plan: other }, target.options.parse({}))).toThrow(
    `Knex cannot write the table ${table.id}: it reads`,
  );
});
