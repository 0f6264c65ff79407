import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import { sessionOfSource } from "../backend/sessions/open-session.ts";
import { saveSession } from "../backend/sessions/save-session.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import { CliBench, expectCalm } from "./test-bench.ts";

const bench = new CliBench();
afterAll(() => bench.remove());

const script = `
CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL, total numeric(8,2) CHECK (total > 0));
`;

describe("a script as a source", () => {
  test("is a project with rules and rows, which names it by a relative path", async () => {
    writeFileSync(bench.path("schema.sql"), script);
    expect(await bench.run("init", bench.path("schema.sql"), "--out", bench.path("scripted"))).toMatchObject({
      code: 0,
    });
    expect(bench.text("scripted", "seedloom.yaml")).toContain("source: ../schema.sql\n");
    const { code, out } = await bench.run(
      "preview",
      bench.path("scripted"),
      "--table",
      "customers",
      "--count",
      "2",
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(2);
    const exported = await bench.run(
      "export",
      bench.path("scripted"),
      "--format",
      "sql",
      "--out",
      bench.path("seeds"),
      "--rows",
      "5",
    );
    expect(exported.code).toBe(0);
    expect(bench.dataFiles("seeds")).toEqual(["010_customers.sql", "020_orders.sql"]);
  });

  test("in the dialect that is asked for, which the project keeps", async () => {
    const path = bench.path("schema.sql");
    const { out } = await bench.run("schema", path, "--dialect", "sqlite", "--json");
    expect(JSON.parse(out)).toMatchObject({ engine: "sqlite", tables: [{ name: "customers" }, { name: "orders" }] });
    await bench.run("init", path, "--dialect", "postgresql", "--out", bench.path("told"));
    expect(bench.text("told", "seedloom.yaml")).toContain("source: ../schema.sql?dialect=postgresql\n");
    expect(await bench.run("check", bench.path("told"))).toMatchObject({ code: 0 });
  });

  test("with a mistake is told by its line, with the exit code of a source", async () => {
    writeFileSync(bench.path("bad.sql"), "CREATE TABLE a (x serial);\nCREATE TABLE b (x seriall y);\n");
    const failed = await bench.run("schema", bench.path("bad.sql"));
    expect(failed).toMatchObject({
      code: 3,
      err: expect.stringContaining('bad.sql, line 2: syntax error at or near "y".'),
    });
    expectCalm(failed);
  });
});

test("a folder of data files is a project, too", async () => {
  mkdirSync(bench.path("data"));
  writeFileSync(bench.path("data", "customers.csv"), "id,email\n1,a@example.org\n2,b@example.org\n");
  writeFileSync(bench.path("data", "orders.ndjson"), '{"id": 1, "customer_id": 2, "lines": [1]}\n');
  expect(await bench.run("init", bench.path("data"), "--out", bench.path("of-data"))).toMatchObject({ code: 0 });
  expect(bench.text("of-data", "seedloom.yaml")).toContain("source: ../data\n");
  const { out } = await bench.run("schema", bench.path("data"), "--json");
  expect(JSON.parse(out)).toMatchObject({
    engine: "postgresql",
    tables: [
      { name: "customers", primaryKey: ["id"] },
      { name: "orders", foreignKeys: [{ columns: ["customer_id"], referencedTable: { name: "customers" } }] },
    ],
  });
  expect(await bench.run("check", bench.path("of-data"))).toMatchObject({ code: 0 });
});

describe("keys that nobody declared", () => {
  test("are listed, with the share of values that is there", async () => {
    const database = new Database(bench.path("loose.sqlite"));
    database.exec(`
      CREATE TABLE customers (id INTEGER PRIMARY KEY);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, seller_id INTEGER);
      INSERT INTO customers VALUES (1), (2), (3);
      INSERT INTO orders VALUES (1, 1, 7), (2, 2, 8), (3, NULL, 9), (4, 99, 9), (5, 3, 9);
    `);
    database.close();
    const listed = await bench.run("schema", bench.path("loose.sqlite"), "--propose-keys");
    expect(listed.out).toMatch(/^orders \(customer_id\) → customers \(id\) {2}high {2}Its name says .+\n$/);
    const checked = await bench.run("schema", bench.path("loose.sqlite"), "--propose-keys", "--values", "--json");
    expect(JSON.parse(checked.out)).toMatchObject({
      proposedKeys: [{ table: "orders", share: 0.75, confidence: "medium" }],
    });
  });

  test.skipIf(!existsSync("../shared/data"))(
    "all of OMOP's are added by one fix, and its rows keep them (skipped where ../shared/data is absent)",
    async () => {
      const session = await sessionOfSource("../shared/data/omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql");
      const { problems } = await session.compiled();
      const all = problems.find(({ code }) => code === "undeclared-key")?.fixes[1];
      if (all === undefined) throw new Error("no fix for all");
      session.project = { ...applyEdit(session.project, all.edit), rows: 20 };
      const after = await session.compiled();
      expect(after.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      await saveSession(session, bench.path("omop"), false);
      expect(
        await bench.run("export", bench.path("omop"), "--format", "sql", "--out", bench.path("omop-seeds")),
      ).toMatchObject({ code: 0 });
      const database = new Database(":memory:");
      for (const { name, columns } of session.model.tables)
        database.exec(`CREATE TABLE "${name}" (${columns.map((column) => `"${column.name}"`).join()})`);
      for (const file of bench.dataFiles("omop-seeds")) database.exec(bench.text("omop-seeds", file));
      let keys = 0;
      for (const table of after.plan.design.model.tables)
        for (const {
          columns: [child = ""],
          referencedTable,
          referencedColumns: [parent = ""],
        } of table.foreignKeys) {
          const orphans = database
            .prepare(
              `SELECT count(*) FROM "${table.name}" WHERE "${child}" IS NOT NULL AND "${child}" NOT IN (SELECT "${parent}" FROM "${referencedTable.name}")`,
            )
            .pluck()
            .get();
          expect(orphans, `${table.name}.${child}`).toBe(0);
          keys++;
        }
      database.close();
      expect(keys).toBeGreaterThan(170);
    },
  );
});
