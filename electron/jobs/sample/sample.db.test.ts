import Database from "better-sqlite3";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Sample } from "../../../shared/rules/sample-rule.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import { hasRealData } from "../load-engines.ts";
import { testFolder } from "../mask-bench.ts";
import { allRows, database, expectClosure, opened } from "./test-bench.ts";
import { whyHere } from "./why-here.ts";

const folder = testFolder();
afterAll(() => folder.remove());
const signal = new AbortController().signal;

const nasty = `
  CREATE TABLE tenants (id INTEGER PRIMARY KEY, boss_tenant INT, boss_no INT,
    FOREIGN KEY (boss_tenant, boss_no) REFERENCES people (tenant_id, no));
  CREATE TABLE people (tenant_id INT NOT NULL REFERENCES tenants (id), no INT NOT NULL, code TEXT NOT NULL UNIQUE,
    parent_tenant INT, parent_no INT, root_code TEXT REFERENCES people (code), PRIMARY KEY (tenant_id, no),
    FOREIGN KEY (parent_tenant, parent_no) REFERENCES people (tenant_id, no));
  CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INT REFERENCES b (id), owner TEXT COLLATE NOCASE REFERENCES people (code));
  CREATE TABLE b (id INTEGER PRIMARY KEY, c_id INT REFERENCES c (id), e_id INT REFERENCES e (id));
  CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INT REFERENCES a (id));
  CREATE TABLE e (id INTEGER PRIMARY KEY, b_id INT REFERENCES b (id));
  CREATE TABLE log (at TEXT, a_id INT REFERENCES a (id));
  CREATE TABLE apart (id INTEGER PRIMARY KEY);
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
    INSERT INTO tenants SELECT i, CASE WHEN i % 3 = 0 THEN i END, CASE WHEN i % 3 = 0 THEN 2 END FROM n;
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
    INSERT INTO people SELECT 1 + i % 40, 1 + i / 40, 'p' || i, CASE WHEN i > 40 THEN 1 + i % 40 END,
      CASE WHEN i > 40 THEN i / 40 END, CASE WHEN i > 9 THEN 'p' || (i - 9) END FROM n;
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO a SELECT i, i, 'p' || (1 + i % 400) FROM n;
  INSERT INTO b SELECT id, CASE WHEN id % 7 <> 0 THEN id END, CASE WHEN id % 5 = 0 THEN id END FROM a;
  INSERT INTO c SELECT id, CASE WHEN id % 11 <> 0 THEN 1 + (id + 1) % 300 END FROM a;
  INSERT INTO e SELECT id, CASE WHEN id % 4 = 0 THEN 1 + (id * 7) % 300 END FROM a;
  INSERT INTO log SELECT 'day', id % 60 FROM a WHERE id % 60 > 0;
  INSERT INTO apart VALUES (1), (2), (3);`;

describe("the rows that a sample takes", () => {
  const address = database(folder.path, "nasty", nasty);

  test("are closed over composite keys, trees and cycles that share a table, as brute force finds them", async () => {
    const picked = await opened(address, { people: { keys: [[3, 5]] } });
    await expectClosure(picked, { people: (row) => row["tenant_id"] === 3 && row["no"] === 5 });
    const ring = await opened(address, {
      a: { where: "id IN (5, 12)", children: { c: "none" } },
      people: { children: { people: "none", tenants: "none", a: "none" } },
    });
    await expectClosure(ring, { a: (row) => row["id"] === 5 || row["id"] === 12 });
    expect((await ring.rows("log")).length).toBeGreaterThan(0);
  });

  test("leave nothing that a table's key refers to behind, whatever a limit cuts", async () => {
    const limits = {
      b: { children: { a: { most: 1 }, e: "none" } },
      a: { rows: 40, children: { log: { most: 2, total: 5 }, c: { total: 3 } } },
    } as const;
    const sample = await opened(address, limits);
    expect(await sample.rows("log")).toHaveLength(5);
    const loaded = database(folder.path, "loaded", nasty.slice(0, nasty.indexOf("WITH RECURSIVE")));
    const into = new Database(loaded);
    into.pragma("foreign_keys = OFF");
    for (const { id, columns } of sample.model.tables) {
      const insert = into.prepare(`INSERT INTO ${id} VALUES (${columns.map(() => "?").join(", ")})`);
      for (const row of await sample.rows(id)) insert.run(...row);
    }
    expect(into.pragma("foreign_key_check")).toEqual([]);
    into.close();
    const again = await opened(address, limits);
    for (const { id } of sample.model.tables) expect(await again.rows(id)).toEqual(await sample.rows(id));
  });

  test("are all of a table that no key connects with the sample", async () => {
    const sample = await opened(address, { e: { rows: 1, children: {} } });
    expect(await sample.rows("apart")).toHaveLength(3);
  });

  test("have a chain from a chosen row to each of them", async () => {
    const sample = await opened(address, {
      a: { keys: [[8]] },
      people: { children: { people: "none", tenants: "none", a: "none" } },
    });
    const drawn = await sample.draw();
    for (const { id } of sample.model.tables) {
      const count = drawn.rows.get(id)?.size ?? 0;
      for (let row = 0; row < count; row++) {
        const chain = await whyHere(drawn, { tables: new Map() }, { table: id, row }, signal);
        expect(chain[0]).toMatchObject({ table: "a", key: "id = 8", reason: "picked" });
        expect(chain.at(-1)).toMatchObject({ table: id, row });
        expect(chain.slice(1).every(({ reason }) => reason === "child" || reason === "parent")).toBe(true);
      }
    }
    await expect(whyHere(drawn, { tables: new Map() }, { table: "a", row: 10_000 }, signal)).rejects.toThrow("no row");
  });

  test("are refused with the reason where the sample cannot be drawn", async () => {
    const refusal = async (sample: Sample): Promise<string> =>
      await (await opened(address, { a: sample })).draw().then(
        () => "",
        (error: unknown) => (error instanceof Error ? error.message : ""),
      );
    expect(await refusal({ keys: [[8], [9999]] })).toBe("a has no row 9999, which its sample picks.");
    expect(await refusal({ where: "b_idd = 3" })).toBe(
      "The source does not take the condition of a: no such column: b_idd.",
    );
    expect(await refusal({ where: "1 = 1; DELETE FROM a" })).toContain("a semicolon ends a statement");
    expect(await refusal({ keys: [[1, 2]] })).toContain("named by id");
  });

  test("of a polymorphic column are those of the table that it means", async () => {
    const sample = await opened(
      database(
        folder.path,
        "polymorphic",
        `CREATE TABLE posts (id INTEGER PRIMARY KEY); CREATE TABLE photos (id INTEGER PRIMARY KEY);
         CREATE TABLE comments (id INTEGER PRIMARY KEY, kind TEXT, subject INT);
         INSERT INTO posts VALUES (1), (2), (3); INSERT INTO photos VALUES (1), (2), (3);
         INSERT INTO comments VALUES (1, 'post', 2), (2, 'photo', 2), (3, 'photo', 3), (4, 'post', 2), (5, 'post', 1);`,
      ),
      {
        posts: { keys: [[2]] },
        comments: {
          keys: [[3]],
          polymorphic: { subject: { by: "kind", of: { post: "posts.id", photo: "photos.id" } } },
        },
      },
    );
    expect((await sample.rows("comments")).map(([id]) => id)).toEqual([1, 3, 4]);
    expect(await sample.rows("posts")).toEqual([[2]]);
    expect(await sample.rows("photos")).toEqual([[3]]);
  });
});

describe("a share or a number of rows", () => {
  const address = database(
    folder.path,
    "share",
    `CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO t SELECT i, 'v' FROM n;`,
  );
  const ids = async (sample: Sample, seed?: number): Promise<readonly Cell[]> =>
    (await (await opened(address, { t: sample }, {}, seed)).rows("t")).map(([id]) => id ?? null);

  test("is as many rows as were asked for, grows with it, and depends on the seed", async () => {
    const five = await ids({ share: 0.05 });
    const ten = new Set(await ids({ share: 0.1 }));
    expect(five).toHaveLength(1000);
    expect(await ids({ share: 0.12345 })).toHaveLength(2469);
    expect(await ids({ where: "id <= 599", share: 0.05 })).toHaveLength(30);
    expect(await ids({ share: 0.00001 })).toEqual([]);
    expect(await ids({ share: 0.1, rows: 7 })).toHaveLength(7);
    expect(five.every((id) => ten.has(id))).toBe(true);
    expect(await ids({ share: 0.05 }, 8)).not.toEqual(five);
    const hundred = await ids({ rows: 100 });
    const more = new Set(await ids({ rows: 150 }));
    expect(hundred).toHaveLength(100);
    expect(hundred.every((id) => more.has(id))).toBe(true);
    expect(await ids({ where: "id <= 40", share: 1, rows: 1000 })).toHaveLength(40);
    expect(await ids({ rows: 0 })).toEqual([]);
  });

  test("is read from any row on, as a whole or in part", async () => {
    for (const share of [0.01, 0.9]) {
      const sample = await opened(address, { t: { share } });
      const { model } = sample;
      const { source } = await sample.draw();
      const [table] = model.tables;
      if (table === undefined) throw new Error("No table.");
      const all = (await allRows(source, model, "t")).map(([id]) => id);
      const part: (Cell | undefined)[] = [];
      for await (const chunk of source.read({ table, columns: ["id"], start: 60, limit: 70 }))
        part.push(...chunk.map(([id]) => id));
      expect(part).toEqual(all.slice(60, 130));
    }
  });
});

describe.skipIf(!hasRealData)("real databases (skipped where ../shared/data is absent)", () => {
  const copyOf = (file: string): string => {
    const path = join(folder.path, file.replace("/", "-"));
    copyFileSync(`../shared/data/${file}`, path);
    return path;
  };

  test("Chinook's customers of one country bring their invoices, and no other rows", async () => {
    const sample = await opened(copyOf("chinook/chinook.sqlite"), { Customer: { where: "Country = 'Norway'" } });
    await expectClosure(sample, {
      Customer: (row) => row["Country"] === "Norway",
    });
  });

  test("Sakila's films bring what is rented of them, and who rented it", async () => {
    const sample = await opened(copyOf("sakila/sakila.sqlite"), {
      film: { keys: [[1], [200]] },
      customer: { children: { rental: "none", payment: "none" } },
    });
    await expectClosure(sample, { film: (row) => row["film_id"] === 1 || row["film_id"] === 200 });
  });

  test("Northwind's orders of one employee bring their lines, their customers and who reports to whom", async () => {
    const script = readFileSync("../shared/data/northwind/northwind_sqlite.sql", "utf8");
    const sample = await opened(database(folder.path, "northwind", script), {
      Employees: { keys: [[4]], children: { EmployeeTerritories: "none" } },
    });
    await expectClosure(sample, { Employees: (row) => row["EmployeeID"] === 4 });
    expect((await sample.rows("Order Details")).length).toBeGreaterThan(100);
  });
});
