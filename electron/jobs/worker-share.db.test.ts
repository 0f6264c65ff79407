import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { tableReader } from "../../shared/batches/table-reader.ts";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { WorkerShare } from "../../shared/plan/worker-share.ts";
import { readProjectFile } from "../../shared/project/read-project-file.ts";
import { cellAt } from "../../shared/vectors/cells.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import { introspect } from "../drivers/sqlite/introspect.ts";
import { openSource } from "../drivers/open-source.ts";
import { hasRealData } from "./load-engines.ts";
import { loadPlan, type PlanRequest } from "./load-plan.ts";
import { planProblems } from "./plan-problems.ts";

const schemas: Readonly<Record<string, { readonly ddl: string; readonly rules?: string }>> = {
  "tenants in composite keys": {
    ddl: `CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE users (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, email TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
      CREATE TABLE projects (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, slug));
      CREATE TABLE members (tenant_id INTEGER NOT NULL REFERENCES tenants, user_id INTEGER NOT NULL, project_id INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, user_id, project_id), FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id), FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id));`,
  },
  "keys of plain columns, junctions and rows that inherit a key": {
    ddl: `CREATE TABLE places (id INTEGER PRIMARY KEY, country CHAR(2) NOT NULL, code INTEGER NOT NULL, UNIQUE (country, code));
      CREATE TABLE slots (day DATE NOT NULL, hour SMALLINT NOT NULL CHECK (hour BETWEEN 0 AND 23), room TEXT NOT NULL, PRIMARY KEY (day, hour, room));
      CREATE TABLE visits (id INTEGER PRIMARY KEY, code INTEGER NOT NULL, country CHAR(2) NOT NULL, FOREIGN KEY (code, country) REFERENCES places (code, country));
      CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE visit_tags (visit_id INTEGER NOT NULL REFERENCES visits, tag_id INTEGER NOT NULL REFERENCES tags, PRIMARY KEY (visit_id, tag_id));
      CREATE TABLE guides (id INTEGER PRIMARY KEY REFERENCES visits, badge VARCHAR(8) NOT NULL UNIQUE);`,
  },
  "rings and trees": {
    ddl: `CREATE TABLE staff (id INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES stores, boss_id INTEGER REFERENCES staff);
      CREATE TABLE stores (id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff, name TEXT NOT NULL UNIQUE);
      CREATE TABLE posts (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES posts, root_id INTEGER NOT NULL REFERENCES posts);`,
  },
  "rows that are there before all workers": {
    ddl: `CREATE TABLE currencies (code CHAR(3) PRIMARY KEY); CREATE TABLE rates (day DATE NOT NULL, currency CHAR(3) NOT NULL REFERENCES currencies, rate DECIMAL(10,4), PRIMARY KEY (day, currency));`,
    rules: "  currencies: { rows: 6, mode: existing }",
  },
};

function request(ddl: string, rules = ""): PlanRequest {
  const database = new Database(":memory:");
  database.exec(ddl);
  const model = introspect(database);
  database.close();
  const text = `seedloom: 1\nsource: x.sqlite\nseed: 7\nnow: 2026-11-22\nlocales: { en: 1 }\nrows: 50\n${rules && `tables:\n${rules}\n`}`;
  return { model, project: readProjectFile(text, generatorCatalogue).project, referenceDate: "2026-11-22" };
}

const asStored = (cell: Cell): Exclude<Cell, boolean> => (typeof cell === "boolean" ? Number(cell) : cell);

/** Every row of a table as the plan's worker makes it. */
function rowsOf(plan: Plan, id: string): Exclude<Cell, boolean>[][] {
  const reader = tableReader(plan, id, { batchRows: 16 });
  const total = plan.tables.get(id)?.rowCount ?? 0;
  const rows: Exclude<Cell, boolean>[][] = [];
  for (let start = 0; start < total; start += 16) {
    const { vectors, count } = reader.readRange(start, Math.min(16, total - start));
    for (let i = 0; i < count; i++) rows.push(vectors.map((vector) => asStored(cellAt(vector, i))));
  }
  return rows;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function insert(database: Database.Database, plan: Plan): number {
  let rows = 0;
  database.transaction(() => {
    database.pragma("defer_foreign_keys = ON");
    const shared = [...plan.tables.values()].filter(({ designed }) => designed.mode === "existing");
    for (const [how, tables] of [["INSERT OR IGNORE", shared] as const, ["INSERT", plan.order] as const]) {
      for (const { id, table, written } of tables) {
        const columns = written.map(({ name }) => quoted(name)).join();
        const sql = `${how} INTO ${quoted(table.name)} (${columns}) VALUES (${written.map(() => "?").join()})`;
        const statement = database.prepare(sql);
        for (const row of rowsOf(plan, id)) rows += statement.run(...row).changes;
      }
    }
  })();
  return rows;
}

/** Loads the rows of all workers into one database with every constraint on. */
async function loadAll(ddl: string, asked: PlanRequest, count: number): Promise<unknown> {
  const database = new Database(":memory:");
  database.exec(ddl);
  database.pragma("foreign_keys = ON");
  for (let index = 1; index <= count; index++) {
    const plan = await loadPlan({ ...asked, worker: { index, count } });
    expect(planProblems(plan).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(insert(database, plan)).toBeGreaterThan(0);
  }
  const orphans = database.pragma("foreign_key_check");
  database.close();
  return orphans;
}

const workers = [2, 3, 4, 5] as const;

describe.each(Object.entries(schemas))("%s", (_name, { ddl, rules }) => {
  test.each(workers)("keys and unique values of %i workers never meet", async (count) => {
    expect(await loadAll(ddl, request(ddl, rules), count)).toEqual([]);
  });
});

test.each(workers)(
  "the sample shop takes %i workers, and a customer's e-mail still is made of the name",
  async (count) => {
    const ddl = readFileSync("examples/shop/schema.sql", "utf8");
    const { project } = readProjectFile(readFileSync("examples/shop/seedloom.yaml", "utf8"), generatorCatalogue);
    const asked = {
      ...request(ddl),
      project,
      rowOverrides: { customers: 40, categories: 12, products: 30, reviews: 40 },
    };
    expect(await loadAll(ddl, asked, count)).toEqual([]);
    const plan = await loadPlan({ ...asked, worker: { index: count, count } });
    const [first] = rowsOf(plan, "customers");
    const [, given, family, email] = first ?? [];
    const letters = String(email).toLowerCase();
    expect([given, family].some((name) => letters.includes(String(name).toLowerCase().slice(0, 3)))).toBe(true);
  },
);

describe.skipIf(!hasRealData)("Chinook (skipped where ../shared/data is absent)", () => {
  test.each(workers)("takes %i workers", async (count) => {
    const path = "../shared/data/chinook/chinook.sqlite";
    const source = await openSource(path);
    const model = await source.model();
    await source.close();
    const real = new Database(path, { readonly: true });
    const ddl = real
      .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    real.close();
    const rowOverrides = Object.fromEntries(model.tables.map(({ id }) => [id, 30]));
    const asked = { ...request("CREATE TABLE t (a)"), model, rowOverrides };
    expect(await loadAll(ddl.join(";\n"), asked, count)).toEqual([]);
  });
});

const worker = (index: number, count: number): { readonly worker: WorkerShare } => ({ worker: { index, count } });

test("one of one is the plain run", async () => {
  const asked = request(schemas["rings and trees"]?.ddl ?? "");
  const [plain, alone] = [await loadPlan(asked), await loadPlan({ ...asked, ...worker(1, 1) })];
  for (const id of plain.tables.keys()) expect(rowsOf(alone, id)).toEqual(rowsOf(plain, id));
});

test("pinned rows are the first worker's, and no other has their values", async () => {
  const ddl = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)";
  const { project, ...rest } = request(ddl, "  people: { rows: 10 }");
  const pinned = [{ name: "ada", values: { id: 27, name: "Ada" } }];
  const people = { ...project.tables["people"], columns: {}, pinned };
  const asked = { ...rest, project: { ...project, tables: { people } } };
  const rows: unknown[][] = [];
  for (const index of [1, 2, 3]) rows.push(...rowsOf(await loadPlan({ ...asked, ...worker(index, 3) }), "people"));
  expect(rows.map(([id]) => Number(id)).toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1));
  expect(rows.filter(([, name]) => name === "Ada")).toEqual([[27, "Ada"]]);
});

test("too few values for all workers are refused before the first row, with the way out", async () => {
  const ddl = `CREATE TABLE codes (code TEXT PRIMARY KEY); CREATE TABLE currencies (code CHAR(3) PRIMARY KEY);
    CREATE TABLE banks (currency CHAR(3) PRIMARY KEY REFERENCES currencies);`;
  const rules = `  codes: { rows: 8, columns: { code: { pattern: "[A-Z]" } } }
  currencies: { rows: 20, mode: existing }
  banks: { rows: 10 }`;
  const said = async (count: number): Promise<readonly string[]> =>
    planProblems(await loadPlan({ ...request(ddl, rules), ...worker(1, count) }))
      .filter(({ severity }) => severity === "error")
      .map(({ message, fixes }) => [message, ...fixes.map(({ label }) => label)].join(" | "));
  expect(await said(2)).toEqual([]);
  expect(await said(4)).toEqual([
    "codes.code is unique and has 26 values; 4 workers with 8 rows each need 32. | Lower codes to 6 rows",
    "banks (currency) is unique and refers to rows of currencies that all 4 workers share. | Lower banks to 5 rows",
  ]);
});
