import Database from "better-sqlite3";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testFolder } from "../../jobs/mask-bench.ts";
import { createBackend, type Backend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";

const folder = testFolder();
let backend: Backend;
let session: string;
const caller = () => createCaller(backend.context);

beforeAll(async () => {
  const database = new Database(join(folder.path, "shop.sqlite"));
  database.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, country TEXT NOT NULL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INT NOT NULL REFERENCES customers (id), paid_by INT REFERENCES customers (id));
    INSERT INTO customers VALUES (1, 'SE'), (2, 'NO'), (3, 'SE'), (4, 'DK');
    INSERT INTO orders VALUES (10, 1, NULL), (11, 2, 1), (12, 3, 4), (13, 4, NULL), (14, 3, NULL);`);
  database.close();
  const project = join(folder.path, "project");
  mkdirSync(project);
  const kept = "{ keep: a test looks at it }";
  writeFileSync(
    join(project, "seedloom.yaml"),
    `seedloom: 1
source: ../shop.sqlite
seed: 1
now: 2026-01-01
locales: { en: 1 }
tables:
  customers:
    mode: mask
    sample: { where: "country = 'SE'", children: { "orders (paid_by)": none } }
    columns: { country: ${kept} }
  orders: { mode: mask }
`,
  );
  backend = createBackend({ host: bareHost, dataFolder: join(folder.path, "data") });
  session = (await caller().projects.open({ folder: project })).session;
});
afterAll(async () => {
  await backend.close();
  folder.remove();
});

describe("the window's questions about a sample", () => {
  test("are answered with how many rows it takes, and of how many", async () => {
    expect(await caller().sampling.counts({ session })).toEqual({
      tables: [
        { table: "customers", rows: 3, chosen: 2, of: 4 },
        { table: "orders", rows: 3, chosen: 0, of: 5 },
      ],
      whole: [],
    });
  });

  test("say by which names rows that refer to a table are chosen", async () => {
    expect(await caller().sampling.choices({ session, table: "customers" })).toEqual({
      key: ["id"],
      children: [
        { name: "orders (customer_id)", table: "orders", columns: ["customer_id"] },
        { name: "orders (paid_by)", table: "orders", columns: ["paid_by"] },
      ],
    });
  });

  test("say why a row of the preview is there, and the preview has the sample's rows alone", async () => {
    const page = await caller().privacy.page({ session, table: "customers", start: 0, count: 10, source: false });
    expect(page.rowCount).toBe(3);
    expect(page.columns.find(({ name }) => name === "country")?.masked).toEqual(["SE", "SE", "DK"]);
    expect(await caller().sampling.why({ session, table: "customers", row: 2 })).toEqual([
      { table: "customers", row: 1, key: "id = 3", reason: "drawn" },
      { table: "orders", row: 1, key: "id = 12", reason: "child", columns: ["customer_id"] },
      { table: "customers", row: 2, key: "id = 4", reason: "parent", columns: ["paid_by"] },
    ]);
  });

  test("follow an edit", async () => {
    const { project, revision, tables: before } = await caller().projects.view({ session });
    expect(before.map(({ rowCount }) => rowCount)).toEqual([3, 3]);
    const customers = { mode: "mask", columns: {}, sample: { keys: [[2]] } } as const;
    await caller().projects.update({
      session,
      revision,
      project: { ...project, tables: { ...project.tables, customers } },
    });
    const { tables } = await caller().sampling.counts({ session });
    expect(tables.map(({ rows }) => rows)).toEqual([2, 1]);
    const page = await caller().privacy.page({ session, table: "orders", start: 0, count: 10, source: false });
    expect(page.rowCount).toBe(1);
    const after = await caller().projects.view({ session });
    expect(after.tables.map(({ rowCount }) => rowCount)).toEqual([2, 1]);
  });
});
