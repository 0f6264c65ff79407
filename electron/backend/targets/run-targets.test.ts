import { existsSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { TargetsResult } from "../../../shared/api/target-views.ts";
import { kitTargetSchema, type Project } from "../../../shared/project/project.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { runCli } from "../../cli/main.ts";
import { hasRealData } from "../../jobs/load-engines.ts";
import { TestRepository } from "../repository/test-repository.ts";
import { kitFiles } from "./text-files.ts";

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
async function seedloom(...words: readonly string[]): Promise<Answer> {
  const said: string[] = [];
  const out: string[] = [];
  const terminal = {
    out: async (text: string) => void out.push(text),
    note: (line: string) => void said.push(line),
    watched: false,
    width: undefined,
  };
  const code = await runCli(words, { serve: async () => 0 }, terminal);
  return { code, out: out.join(""), err: said.join("\n") };
}

let repository: TestRepository;
let project = "";
beforeEach(() => {
  repository = new TestRepository();
  project = join(repository.root, "testdata");
});
afterEach(() => repository.remove());

/** A project in the repository, with these exports. */
async function begin(source: string, exports: string, more = ""): Promise<void> {
  expect(await seedloom("init", source, "--out", project)).toMatchObject({ code: 0 });
  writeFileSync(join(project, "seedloom.yaml"), `${text("seedloom.yaml")}${more}exports:\n${exports}`);
}

const text = (...path: readonly string[]): string => readFileSync(join(project, ...path), "utf8");

function shop(): string {
  const file = join(repository.root, "shop.sqlite");
  const database = new Database(file);
  database.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, score INTEGER NOT NULL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total INTEGER NOT NULL);`);
  database.close();
  return file;
}

const projectFiles = ["exports.lock.json", "schema.lock.json", "seedloom.yaml"].map((name) => `testdata/${name}`);
const bothFormats = "  - { format: sql, to: seeds/sql }\n  - { name: tables, format: csv, to: ../data }\n";

describe("the exports of a project", () => {
  test("put a workflow where its reader looks, and say where that is", async () => {
    await begin(shop(), "  - { kit: github-actions, to: . }\n");
    const astray = await seedloom("export", project);
    expect(astray).toMatchObject({ code: 1 });
    expect(astray.err).toContain("`to: .` is not there");
    expect(astray.err).toContain("Write `to: ..`.");
    writeFileSync(join(project, "seedloom.yaml"), text("seedloom.yaml").replace("to: .", "to: .."));
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    expect(readFileSync(join(repository.root, ".github/workflows/test-data.yml"), "utf8")).toContain(
      "check testdata\n",
    );
  });

  test("put a workflow where the project will be, which need not be there yet", async () => {
    const kit = kitTargetSchema.parse({ kit: "github-actions", to: "../.." });
    const model: SchemaModel = { engine: "sqlite", defaultSchema: "main", tables: [], views: [] };
    const head = { seedloom: 1, source: "x", seed: 1, now: "today", locales: {} } as const;
    const design: Project = { ...head, tables: {}, scenarios: {}, exports: [kit] };
    const files = await kitFiles({ model, project: design }, kit, join(project, "not-there"));
    expect(files[0]?.text).toContain("check testdata/not-there\n");
  });

  test("are written together, and checked without being written", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    const missing = await seedloom("export", project, "--check");
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("testdata/seeds/sql/010_customers.sql (missing)");
    expect(existsSync(join(project, "seeds"))).toBe(false);
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    expect(existsSync(join(repository.root, "data/orders.csv"))).toBe(true);
    expect(await seedloom("export", project, "--check")).toMatchObject({ code: 0 });
    const again = text("exports.lock.json");
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    expect(text("exports.lock.json")).toBe(again);
  });

  test("none takes its place where one fails", async () => {
    await begin(shop(), bothFormats.replace("../data", "taken"), "rows: 20\n");
    writeFileSync(join(project, "taken"), "a file");
    expect((await seedloom("export", project)).code).toBe(3);
    expect(existsSync(join(project, "seeds"))).toBe(false);
    expect(text("taken")).toBe("a file");
  });

  test("a file that is given no longer is named by a check, and goes with the next export", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    await seedloom("export", project);
    const yaml = text("seedloom.yaml");
    writeFileSync(join(project, "seedloom.yaml"), yaml.replace("to: ../data }", "to: ../data, tables: [orders] }"));
    const check = await seedloom("export", project, "--check");
    expect(check.code, text("seedloom.yaml")).toBe(1);
    expect(check.err).toContain("data/customers.csv (no longer given)");
    expect((await seedloom("export", project, "--target", "tables")).code).toBe(0);
    expect(existsSync(join(repository.root, "data/customers.csv"))).toBe(false);
    writeFileSync(join(project, "seedloom.yaml"), yaml.replace(/  - \{ name: tables.*\n/, ""));
    expect((await seedloom("export", project)).code).toBe(0);
    expect(existsSync(join(repository.root, "data/orders.csv"))).toBe(false);
  });

  test("a file that was edited by hand is overwritten only where that is said", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    await seedloom("export", project);
    const path = join(project, "seeds/sql/020_orders.sql");
    writeFileSync(path, "-- mine\n");
    const refused = await seedloom("export", project);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("testdata/seeds/sql/020_orders.sql");
    expect(readFileSync(path, "utf8")).toBe("-- mine\n");
    const dry = await seedloom("export", project, "--dry-run", "--json");
    expect(JSON.parse(dry.out)).toMatchObject({
      written: false,
      files: expect.arrayContaining([
        expect.objectContaining({
          path: "testdata/seeds/sql/020_orders.sql",
          change: "changed",
          edited: true,
        }) as unknown,
      ]) as unknown,
    });
    expect((await seedloom("export", project, "--overwrite-edited")).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("INSERT INTO");
  });

  test("that are larger than the project wants are written, and warned of", async () => {
    await begin(shop(), bothFormats, "rows: 20\nbudget: 1 kB\n");
    const done = await seedloom("export", project);
    expect(done.code).toBe(0);
    expect(done.err).toContain("budget is 1.0 kB");
  });

  test("the lock of another place or of nobody's making is refused, and nothing is written for its word", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    await seedloom("export", project);
    const lock = text("exports.lock.json");
    const name = `${basename(repository.root)}.csv`;
    const outside = join(repository.root, "..", name);
    writeFileSync(outside, "mine");
    try {
      writeFileSync(join(project, "exports.lock.json"), lock.replace('"../data/orders.csv"', `"../../${name}"`));
      expect((await seedloom("export", project, "--overwrite-edited")).code).toBe(0);
      expect(readFileSync(outside, "utf8")).toBe("mine");
    } finally {
      unlinkSync(outside);
    }
    writeFileSync(join(project, "exports.lock.json"), "{}");
    const refused = await seedloom("export", project);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("exports.lock.json");
  });

  test("a file that no export wrote is not overwritten either", async () => {
    await begin(shop(), "  - { format: csv, to: . }\n", "rows: 20\n");
    writeFileSync(join(project, "orders.csv"), "somebody's\n");
    expect((await seedloom("export", project)).code).toBe(1);
    expect(text("orders.csv")).toBe("somebody's\n");
  });

  test("of several scenarios have a folder for each, and are one export to the command line", async () => {
    const scenarios = "scenarios:\n  smoke: { rows: 3 }\n  edge cases: { rows: 4 }\n";
    await begin(shop(), "  - { format: csv, scenarios: [smoke, edge cases], to: seeds }\n", scenarios);
    expect(await seedloom("export", project, "--target", "csv")).toMatchObject({ code: 0 });
    const rows = (scenario: string): number => text("seeds", scenario, "orders.csv").trimEnd().split("\n").length - 1;
    expect([rows("smoke"), rows("edge cases")]).toEqual([3, 4]);
    expect(await seedloom("export", project, "--check")).toMatchObject({ code: 0 });
    // One of them leaves the other alone.
    expect(await seedloom("export", project, "--scenario", "smoke")).toMatchObject({ code: 0 });
    expect(rows("edge cases")).toBe(4);
    const once = await seedloom("export", project, "--rows", "2");
    expect(once.err).toContain("exports.lock.json does not record it");
    expect([rows("smoke"), rows("edge cases")]).toEqual([2, 2]);
  });

  test("that share a folder have manifests of their own", async () => {
    await begin(
      shop(),
      "  - { format: csv, to: seeds }\n  - { name: replay, format: ndjson, to: ./seeds }\n  - { format: json, to: other }\n",
      "rows: 5\n",
    );
    expect(await seedloom("export", project, "--target", "replay")).toMatchObject({ code: 0 });
    expect(existsSync(join(project, "seeds/manifest.json"))).toBe(false);
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    for (const name of ["seeds/manifest.csv.json", "seeds/manifest.replay.json", "other/manifest.json"])
      expect(JSON.parse(text(name)), name).toMatchObject({ files: [{ table: "customers" }, { table: "orders" }] });
    expect(await seedloom("export", project, "--check")).toMatchObject({ code: 0 });
  });

  test("draw their rows again, and are the same", async () => {
    await begin(shop(), bothFormats, "rows: 900\n");
    const told = JSON.parse((await seedloom("export", project, "--dry-run", "--json")).out) as TargetsResult;
    expect(told.redrawn).toMatchObject({ same: told.redrawn.rows, furthest: { row: expect.any(Number) as number } });
    expect(told.redrawn.rows).toBe(1000);
  });

  test("with an error that only a database would refuse go on where that is said", async () => {
    const rules = "rows: 20\ntables:\n  customers: { columns: { name: null } }\n";
    await begin(shop(), bothFormats, rules);
    const refused = await seedloom("export", project);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("must have a value");
    const done = await seedloom("export", project, "--go-on");
    expect(done, done.err).toMatchObject({ code: 0 });
    expect(done.err).toContain("warning: customers.name must have a value");
  });

  test("keep what is known of their files under another name", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    await seedloom("export", project);
    writeFileSync(join(project, "seedloom.yaml"), text("seedloom.yaml").replace("name: tables", "name: sheets"));
    writeFileSync(join(repository.root, "data/orders.csv"), "mine\n");
    const refused = await seedloom("export", project, "--target", "sheets");
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("data/orders.csv");
    expect((await seedloom("export", project, "--target", "sheets", "--overwrite-edited")).code).toBe(0);
    expect(Object.keys((JSON.parse(text("exports.lock.json")) as { targets: object }).targets)).toEqual([
      "sheets",
      "sql",
    ]);
  });

  test.each(["../.git/hooks", "../.GIT", "into-git"])("do not write to %s, which is git's own", async (to) => {
    await begin(shop(), `  - { format: csv, to: ${to} }\n`, "rows: 5\n");
    symlinkSync(join(repository.root, ".git"), join(project, "into-git"));
    const refused = await seedloom("export", project);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain("which is git's own");
  });

  test("go nowhere outside of the repository, and never two into one file", async () => {
    await begin(shop(), "  - { format: csv, to: ../../elsewhere }\n", "rows: 20\n");
    const outside = await seedloom("export", project);
    expect(outside).toMatchObject({ code: 2 });
    expect(outside.err).toContain("outside");
    symlinkSync("/tmp", join(project, "link"));
    writeFileSync(join(project, "seedloom.yaml"), text("seedloom.yaml").replace("../../elsewhere", "link/seeds"));
    expect((await seedloom("export", project)).code).toBe(2);
    writeFileSync(
      join(project, "seedloom.yaml"),
      text("seedloom.yaml").replace("to: link/seeds }", "to: seeds }\n  - { name: b, format: csv, to: ./seeds }"),
    );
    const twice = await seedloom("export", project);
    expect(twice.code).not.toBe(0);
    expect(twice.err).toContain("both give testdata/seeds/customers.csv");
    expect(existsSync(join(project, "seeds"))).toBe(false);
  });

  test("are committed with the project they were made from, so that --check holds of the commit; names as hostile as they come", async () => {
    const file = join(repository.root, "odd.sqlite");
    const database = new Database(file);
    for (const name of ["-rf", "größe", "a b*"])
      database.exec(`CREATE TABLE "${name}" (id INTEGER PRIMARY KEY, n INTEGER)`);
    database.close();
    await begin(file, "  - { format: csv, to: -seeds }\n", "rows: 5\n");
    repository.write("mine", "x");
    repository.git("add", "mine");
    const done = await seedloom("export", project, "--commit", "Seeds", "--branch", "seeds");
    expect(done, done.err).toMatchObject({ code: 0 });
    expect(done.err).toContain("on seeds; nothing was pushed");
    expect(
      repository.committed().every((path) => path.startsWith("testdata/-seeds/") || projectFiles.includes(path)),
    ).toBe(true);
    expect(repository.committed()).toHaveLength(7);
    expect(repository.status()).toContain("A  mine");
    const again = await seedloom("export", project, "--commit", "Again");
    expect(again.code).toBe(0);
    expect(again.err).toContain("nothing to commit");
  });

  test("that were written before are committed by a later run that changes nothing", async () => {
    await begin(shop(), bothFormats, "rows: 20\n");
    repository.write("readme", "a shop");
    repository.commitAll("Begin");
    repository.git("checkout", "--quiet", "--detach");
    const refused = await seedloom("export", project, "--commit", "Seeds");
    expect(refused.code).toBe(3);
    expect(refused.err).toContain("detached");
    expect(existsSync(join(repository.root, "data"))).toBe(false);
    expect((await seedloom("export", project)).code).toBe(0);
    expect((await seedloom("export", project, "--commit", "Seeds", "--branch", "seeds")).code).toBe(0);
    expect(repository.committed()).toContain("data/orders.csv");
    expect(repository.status()).toBe("");
  });

  test.each([
    [["--branch", "x"], "--commit"],
    [["--dry-run", "--format", "csv", "--out", "x"], "as the project saves them"],
    [["--target", "tabels"], "tables"],
  ])("%j is wrong usage", async (words, said) => {
    await begin(shop(), bothFormats, "rows: 20\n");
    const refused = await seedloom("export", project, ...words);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(said);
  });
});

const real = [
  { name: "Chinook", path: "chinook/chinook.sqlite", table: "Track", column: "Bytes" },
  { name: "Sakila", path: "sakila/sakila.sqlite", table: "film", column: "length" },
] as const;

describe.skipIf(!hasRealData)("one edited rule (skipped where ../shared/data is absent)", () => {
  test.each(real)("of $name changes its column alone, and is named as the reason", async ({ path, table, column }) => {
    await begin(join("../shared/data", path), "  - { format: ndjson, to: seeds }\n", "rows: 30\n");
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    repository.commitAll("Export");
    const document = parseDocument(text("seedloom.yaml"));
    document.setIn(["tables", table, "columns", column], { integer: { min: 7, max: 9 } });
    writeFileSync(join(project, "seedloom.yaml"), String(document));
    const check = await seedloom("export", project, "--check");
    expect(check.code, check.err).toBe(1);
    expect(check.err).toContain(`${table}.${column} `);
    expect(await seedloom("export", project)).toMatchObject({ code: 0 });
    const changed = repository.git("diff", "--name-only", "-z").split("\0");
    const [file = "", ...more] = changed.filter((name) => name.endsWith(".ndjson"));
    expect(more).toEqual([]);
    expect(file).toBe(`testdata/seeds/${table}.ndjson`);
    const rows = (lines: string) =>
      lines
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const before = rows(repository.git("show", `HEAD:${file}`));
    const after = rows(text("seeds", `${table}.ndjson`));
    const others = (row: Record<string, unknown>) => Object.entries(row).filter(([name]) => name !== column);
    expect(after.map(others)).toEqual(before.map(others));
    expect(after).not.toEqual(before);
  });
});
