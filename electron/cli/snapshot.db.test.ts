import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CliBench, expectCalm } from "./test-bench.ts";

const bench = new CliBench();
const folder = ["--folder", bench.path("snapshots")];
const run = (sql: string): void => {
  const database = new Database(bench.database);
  database.exec(sql);
  database.close();
};
beforeAll(() => {
  run("INSERT INTO customers VALUES (1, 'a@example.com', 'Ada', 10, 1), (2, 'b@example.com', 'Bob', 20, 2)");
  run("INSERT INTO orders VALUES (1, 1, 'new', '2026-01-01 10:00:00')");
});
afterAll(() => bench.remove());

test("a snapshot is saved, listed, compared, restored and deleted", async () => {
  const saved = await bench.run("snapshot", "save", bench.database, "--name", "before", ...folder);
  expect(saved).toMatchObject({
    code: 0,
    err: expect.stringMatching(
      /the whole database was kept, by SQLite's own backup\.\nseedloom: kept 3 rows of 5 tables as before \(/i,
    ) as string,
  });
  expect((await bench.run("snapshot", "list", ...folder)).out).toMatch(/before\s+.*shop.*today\s+5\s+3\s+copy\s/);

  run("DELETE FROM customers WHERE id = 2; UPDATE customers SET name = 'Eve'");
  const { out } = await bench.run("snapshot", "diff", "before", "--with", bench.database, ...folder);
  expect(out).toContain("customers: 1 row removed, 1 row changed (name 1)");
  expect(out).toContain("~ 1  name: Ada → Eve");

  const restored = await bench.run(
    "snapshot",
    "restore",
    "before",
    "--to",
    bench.database,
    "--shift-dates",
    "+30d",
    ...folder,
  );
  expect(restored).toMatchObject({ code: 0 });
  const { out: json } = await bench.run("snapshot", "diff", "before", "--with", bench.database, "--json", ...folder);
  const { tables } = JSON.parse(json) as { tables: { table: string; changed: number; samples: unknown[] }[] };
  expect(tables.filter(({ changed }) => changed > 0)).toMatchObject([
    {
      table: "orders",
      samples: [{ cells: [{ column: "placed_at", before: "2026-01-01 10:00:00", after: "2026-01-31 10:00:00" }] }],
    },
  ]);
  expect(await bench.run("snapshot", "delete", "before", ...folder)).toMatchObject({ code: 0 });
  expect((await bench.run("snapshot", "list", ...folder)).err).toContain("no snapshots");
});

test("what cannot be is refused in a sentence", async () => {
  const cases: readonly (readonly [readonly string[], number])[] = [
    [["restore", "nobody", "--to", bench.database], 3],
    [["restore", "nobody"], 2],
    [["save", bench.database, "--name", "../out"], 2],
    [["save", bench.database, "--name", "x", "--table", "custmers"], 2],
    [["save", bench.database, "--name", "x", "--by", "magic"], 2],
    [["save", bench.database, "--name", "x", "--by", "engine", "--table", "orders"], 2],
    [["diff", "a"], 2],
    [["delete", "nobody"], 3],
  ];
  for (const [words, code] of cases) {
    const outcome = await bench.run("snapshot", ...words, ...folder);
    expect(outcome).toMatchObject({ code });
    expectCalm(outcome);
  }
  await bench.run("snapshot", "save", bench.database, "--name", "y", ...folder);
  const shift = await bench.run("snapshot", "restore", "y", "--to", bench.database, "--shift-dates", "soon", ...folder);
  expect(shift).toMatchObject({ code: 2 });
});
