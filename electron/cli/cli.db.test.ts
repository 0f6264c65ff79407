import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CliBench, expectCalm, shopSchema } from "./test-bench.ts";

const bench = new CliBench();
beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
});
afterAll(() => bench.remove());

describe("init", () => {
  test("writes a project that names its source from where it lies, and the schema", async () => {
    expect(readdirSync(bench.project)).toEqual(["schema.lock.json", "seedloom.yaml"]);
    expect(readFileSync(join(bench.project, "seedloom.yaml"), "utf8")).toMatch(/^source: \.\.\/shop\.sqlite$/m);
  });

  test("replaces no project unless told to", async () => {
    const before = bench.hashes("project");
    const refused = await bench.run("init", bench.database, "--out", bench.project);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(bench.hashes("project")).toEqual(before);
    expect((await bench.run("init", bench.database, "--out", bench.project, "--force")).code).toBe(0);
  });

  test.each([
    ["no file", "/nowhere/x.sqlite", 3],
    ["no database", "text.sqlite", 3],
    ["an address that no driver knows", "oracle://scott:tiger@db/x", 2],
  ])("says what is wrong with %s", async (_what, source, code) => {
    writeFileSync(
      bench.path("text.sqlite"),
      "this is a text and no database, however long it may be made to be for the test",
    );
    const refused = await bench.run(
      "init",
      source === "text.sqlite" ? bench.path(source) : source,
      "--out",
      bench.path("none"),
    );
    expect(refused.code).toBe(code);
    expectCalm(refused);
    expect(refused.err).not.toContain("tiger");
    expect(existsSync(bench.path("none"))).toBe(false);
  });
});

describe("schema", () => {
  test("--json has the tables with names and keys as the engine has them", async () => {
    const { code, out } = await bench.run("schema", bench.database, "--json");
    expect(code).toBe(0);
    const { tables } = JSON.parse(out) as { tables: { name: string }[] };
    expect(tables.find(({ name }) => name === "order_items")).toMatchObject({
      schema: "main",
      columns: [
        { name: "order_id", type: "INTEGER", nullable: false },
        { name: "line", type: "INTEGER", nullable: false },
        { name: "quantity", type: "INTEGER", nullable: false },
      ],
      primaryKey: ["order_id", "line"],
      foreignKeys: [
        { columns: ["order_id"], referencedTable: { schema: "main", name: "orders" }, referencedColumns: ["id"] },
      ],
      checks: [{ expression: "quantity > 0" }],
    });
  });
});

describe("preview", () => {
  test("--json gives the rows that the export writes, from the row asked for", async () => {
    const { code, out } = await bench.run(
      "preview",
      bench.project,
      "--table",
      "customers",
      "--start",
      "3",
      "--count",
      "2",
      "--json",
    );
    expect(code).toBe(0);
    const rows = JSON.parse(out) as { id: number; email: string }[];
    expect(rows).toHaveLength(2);
    const whole = JSON.parse(
      (await bench.run("preview", bench.project, "--table", "customers", "--count", "4", "--json")).out,
    ) as unknown[];
    expect(rows).toEqual(whole.slice(2));
    expect(
      (
        await bench.run(
          "export",
          bench.project,
          "--format",
          "json",
          "--out",
          bench.path("as-json"),
          "--table",
          "customers",
        )
      ).code,
    ).toBe(0);
    const exported = JSON.parse(bench.text("as-json", "customers.json")) as unknown[];
    expect(exported.slice(0, 4)).toEqual(whole);
  });

  test("a table for people has the names above the values", async () => {
    const { out } = await bench.run("preview", bench.project, "--table", "orders", "--count", "2");
    const [names = "", line, ...rows] = out.trimEnd().split("\n");
    expect(names.trim().split(/\s+/)).toEqual(["id", "customer_id", "status", "placed_at"]);
    expect(line).toMatch(/^─/);
    expect(rows).toHaveLength(2);
  });

  test("behind the last row there is nothing, and that is said", async () => {
    const beyond = await bench.run("preview", bench.project, "--table", "customers", "--start", "50m", "--json");
    expect(beyond).toMatchObject({ code: 0, out: "[]\n" });
    expect(beyond.err).toContain("customers has 1,000 rows");
  });

  test.each([
    [["--table", "custmers"], "Did you mean customers?"],
    [["--table", "customers", "--start", "0"], "numbered from 1"],
    [["--table", "customers", "--count", "many"], "--count"],
    [[], "--table"],
  ])("%j is wrong usage", async (words, said) => {
    const refused = await bench.run("preview", bench.project, ...words);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(said);
    expectCalm(refused);
  });
});

describe("check", () => {
  test("passes where rules and source agree, and fails with the names of what has drifted", async () => {
    expect((await bench.run("check", bench.project)).code).toBe(0);
    const other = bench.path("drifted.sqlite");
    const drifted = new Database(other);
    drifted.exec(`${shopSchema} ALTER TABLE customers ADD COLUMN phone TEXT; DROP TABLE order_items;`);
    drifted.close();
    const failed = await bench.run("check", bench.project, "--against", other);
    expect(failed.code).toBe(1);
    expect(failed.out).toContain("Column customers.phone was added.");
    expect(failed.out).toContain("Table order_items was removed.");
    expectCalm(failed);
  });

  test("an error of a rule fails the check and blocks the export before its first row", async () => {
    const broken = bench.path("broken");
    mkdirSync(broken);
    const text = readFileSync(join(bench.project, "seedloom.yaml"), "utf8").replace("../shop.sqlite", bench.database);
    const rules = "tables:\n  customers:\n    columns:\n      email: { constant: { value: same } }\n";
    writeFileSync(
      join(broken, "seedloom.yaml"),
      text.includes("tables:") ? text.replace("tables:\n", rules) : text + rules,
    );
    const checked = await bench.run("check", broken);
    const exported = await bench.run("export", broken, "--format", "csv", "--out", bench.path("blocked"));
    for (const { code, err } of [checked, exported]) {
      expect(code).toBe(1);
      expectCalm({ err });
    }
    expect(checked.out).toContain("customers.email");
    expect(exported.err).toContain("customers.email");
    expect(existsSync(bench.path("blocked"))).toBe(false);
  });
});

describe("a project that cannot be read", () => {
  test.each([
    ["a syntax error", "seedloom: 1\nsource: [", "line 2"],
    ["a later version", "seedloom: 99\nsource: x\nseed: 1\n", "99"],
    ["an unknown setting", "seedloom: 1\nsource: x\nseed: 1\ntabels: {}\n", "tables"],
  ])("%s is named with its place", async (_what, text, said) => {
    const folder = bench.path("unreadable");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "seedloom.yaml"), text);
    const refused = await bench.run("check", folder);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(refused.err).toContain(said);
  });

  test("a folder without one is named", async () => {
    const refused = await bench.run("check", bench.path("nothing-here"));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("nothing-here");
  });

  test("without its source it still exports from the schema as it was saved", async () => {
    const copy = bench.path("deep", "copy");
    mkdirSync(copy, { recursive: true });
    for (const name of readdirSync(bench.project)) copyFileSync(join(bench.project, name), join(copy, name));
    const exported = await bench.run(
      "export",
      copy,
      "--format",
      "csv",
      "--out",
      bench.path("from-lock"),
      "--rows",
      "10",
    );
    expect(exported.code).toBe(0);
    expect(exported.err).toContain("as it was last saved");
    expect(
      (await bench.run("export", bench.project, "--format", "csv", "--out", bench.path("from-source"), "--rows", "10"))
        .code,
    ).toBe(0);
    expect(bench.hashes("from-lock")).toEqual(bench.hashes("from-source"));
  });
});

describe("usage", () => {
  test.each([[["exprot"]], [["load"]], [["mask"]], [[]], [["schema"]], [["schema", "a", "b"]]])(
    "%j exits with 2",
    async (words) => {
      expect((await bench.run(...words)).code).toBe(2);
    },
  );

  test("help and version are no failures", async () => {
    expect((await bench.run("--version")).out).toMatch(/^\d+\.\d+\.\d+/);
    for (const words of [["--help"], ["help"], ["export", "--help"], ["serve", "--help"]])
      expect((await bench.run(...words)).code).toBe(0);
  });
});
