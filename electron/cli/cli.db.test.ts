import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../bin/seedloom.mjs", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "seedloom-cli-"));
const project = join(home, "project");
const database = join(home, "shop.sqlite");

const schema = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT, balance DECIMAL(10,2), big BIGINT NOT NULL);
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    status TEXT NOT NULL CHECK (status IN ('new', 'paid', 'sent')),
    placed_at TIMESTAMP NOT NULL
  );
  CREATE TABLE order_items (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    line INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line)
  );
  CREATE TABLE departments (id INTEGER PRIMARY KEY, head INTEGER NOT NULL REFERENCES employees (id));
  CREATE TABLE employees (id INTEGER PRIMARY KEY, department INTEGER NOT NULL REFERENCES departments (id));
`;

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const environment = { ...process.env, SEEDLOOM_HOME: join(home, "data"), SEEDLOOM_DEBUG: "" };

function seedloom(...words: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    env: environment,
    cwd: home,
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Every message is a calm sentence without a stack. */
function expectCalm({ err }: Outcome): void {
  expect(err).toMatch(/^seedloom: .+\./);
  expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:\d/);
}

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );

const dataFilesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filesOf(folder)).filter(([name]) => name !== "manifest.json"));

beforeAll(() => {
  const created = new Database(database);
  created.exec(schema);
  created.close();
  expect(seedloom("init", database, "--out", project)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(home, { recursive: true }));

describe("init", () => {
  test("writes a project that names its source from where it lies, and the schema", () => {
    expect(readdirSync(project)).toEqual(["schema.lock.json", "seedloom.yaml"]);
    expect(readFileSync(join(project, "seedloom.yaml"), "utf8")).toMatch(/^source: \.\.\/shop\.sqlite$/m);
  });

  test("replaces no project unless told to", () => {
    const before = filesOf(project);
    const refused = seedloom("init", database, "--out", project);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(filesOf(project)).toEqual(before);
    expect(seedloom("init", database, "--out", project, "--force").code).toBe(0);
  });

  test.each([
    ["no file", "nowhere.sqlite", 3],
    ["no database", "text.sqlite", 3],
    ["an address that no driver knows", "oracle://scott:tiger@db/x", 2],
  ])("says what is wrong with %s", (_what, source, code) => {
    writeFileSync(
      join(home, "text.sqlite"),
      "this is a text and no database, however long it may be made to be for the test",
    );
    const refused = seedloom("init", source, "--out", join(home, "none"));
    expect(refused.code).toBe(code);
    expectCalm(refused);
    expect(refused.err).not.toContain("tiger");
    expect(existsSync(join(home, "none"))).toBe(false);
  });
});

describe("schema", () => {
  test("--json has the tables with names and keys as the engine has them", () => {
    const { code, out } = seedloom("schema", database, "--json");
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
  test("--json gives the rows that the export writes, from the row asked for", () => {
    const { code, out } = seedloom(
      "preview",
      project,
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
      seedloom("preview", project, "--table", "customers", "--count", "4", "--json").out,
    ) as unknown[];
    expect(rows).toEqual(whole.slice(2));
    expect(seedloom("export", project, "--format", "json", "--out", "as-json", "--table", "customers").code).toBe(0);
    const exported = JSON.parse(readFileSync(join(home, "as-json", "customers.json"), "utf8")) as unknown[];
    expect(exported.slice(0, 4)).toEqual(whole);
  });

  test("a table for people has the names above the values", () => {
    const { out } = seedloom("preview", project, "--table", "orders", "--count", "2");
    const [names = "", line, ...rows] = out.trimEnd().split("\n");
    expect(names.trim().split(/\s+/)).toEqual(["id", "customer_id", "status", "placed_at"]);
    expect(line).toMatch(/^─/);
    expect(rows).toHaveLength(2);
  });

  test("behind the last row there is nothing, and that is said", () => {
    const beyond = seedloom("preview", project, "--table", "customers", "--start", "50m", "--json");
    expect(beyond).toMatchObject({ code: 0, out: "[]\n" });
    expect(beyond.err).toContain("customers has 1,000 rows");
  });

  test.each([
    [["--table", "custmers"], "Did you mean customers?"],
    [["--table", "customers", "--start", "0"], "numbered from 1"],
    [["--table", "customers", "--count", "many"], "--count"],
    [[], "--table"],
  ])("%j is wrong usage", (words, said) => {
    const refused = seedloom("preview", project, ...words);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(said);
    expectCalm(refused);
  });
});

describe("export", () => {
  const run = (out: string, ...words: readonly string[]): Outcome =>
    seedloom("export", project, "--format", "csv", "--out", out, ...words);

  test("one worker and two, and three shards joined, give the same bytes", () => {
    expect(run("one", "--rows", "30k", "--workers", "1").code).toBe(0);
    expect(run("two", "--rows", "30k", "--workers", "2").code).toBe(0);
    expect(filesOf(join(home, "two"))).toEqual(filesOf(join(home, "one")));
    for (const part of [1, 2, 3]) expect(run(`part${part}`, "--rows", "30k", "--shard", `${part}/3`).code).toBe(0);
    for (const name of Object.keys(dataFilesOf(join(home, "one")))) {
      const joined = Buffer.concat([1, 2, 3].map((part) => readFileSync(join(home, `part${part}`, name))));
      expect(joined.equals(readFileSync(join(home, "one", name))), name).toBe(true);
    }
  });

  test("a part does not replace another part in the same folder", () => {
    const refused = run("part1", "--rows", "30k", "--shard", "2/3");
    expect(refused.code).toBe(2);
    expectCalm(refused);
  });

  test("SQL shards join too, rings of tables included", () => {
    const words = ["export", project, "--format", "sql", "--rows", "250"];
    expect(seedloom(...words, "--out", "sql").code).toBe(0);
    for (const part of [1, 2, 3])
      expect(seedloom(...words, "--out", `sql${part}`, "--shard", `${part}/3`).code).toBe(0);
    const names = Object.keys(dataFilesOf(join(home, "sql")));
    expect(names).toHaveLength(5);
    for (const name of names) {
      const joined = [1, 2, 3].map((part) => readFileSync(join(home, `sql${part}`, name), "utf8")).join("");
      expect(joined, name).toBe(readFileSync(join(home, "sql", name), "utf8"));
    }
  });

  test("SQL reloads in number order with every row, and all keys hold", () => {
    expect(seedloom("export", project, "--format", "sql", "--rows", "250", "--out", "reload").code).toBe(0);
    const loaded = new Database(":memory:");
    loaded.exec(schema);
    loaded.pragma("foreign_keys = ON");
    for (const name of Object.keys(dataFilesOf(join(home, "reload"))))
      loaded.exec(readFileSync(join(home, "reload", name), "utf8"));
    expect(loaded.pragma("foreign_key_check")).toEqual([]);
    for (const table of ["customers", "orders", "order_items", "departments", "employees"]) {
      expect(loaded.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 250 });
    }
    loaded.close();
  });

  test("the manifest has the size and hash of every file, and no time of day", () => {
    expect(run("m", "--rows", "20").code).toBe(0);
    const first = readFileSync(join(home, "m", "manifest.json"), "utf8");
    const { files, seed, referenceDate } = JSON.parse(first) as {
      files: { path: string; rows: number; bytes: number; sha256: string }[];
      seed: number;
      referenceDate: string;
    };
    expect(seed).toBeTypeOf("number");
    expect(referenceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    const hashes = filesOf(join(home, "m"));
    for (const { path, rows, bytes, sha256 } of files) {
      expect(hashes[path]).toBe(sha256);
      expect(readFileSync(join(home, "m", path))).toHaveLength(bytes);
      expect(rows).toBe(20);
    }
    expect(run("m", "--rows", "20").code).toBe(0);
    expect(readFileSync(join(home, "m", "manifest.json"), "utf8")).toBe(first);
  });

  test("--check passes on what was exported and fails on what was changed since", () => {
    expect(run("c", "--rows", "20").code).toBe(0);
    expect(run("c", "--rows", "20", "--check").code).toBe(0);
    writeFileSync(join(home, "c", "orders.csv"), "changed");
    rmSync(join(home, "c", "customers.csv"));
    const failed = run("c", "--rows", "20", "--check");
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("customers.csv (missing)");
    expect(failed.err).toContain("orders.csv");
    expect(readFileSync(join(home, "c", "orders.csv"), "utf8")).toBe("changed");
    expect(existsSync(join(home, "c", "customers.csv"))).toBe(false);
  });

  test("row counts of single tables, another seed, no rows at all", () => {
    expect(run("r", "--rows", "customers=7", "--rows", "0").code).toBe(1);
    expect(run("r", "--rows", "10", "--rows", "customers=7", "--table", "customers").code).toBe(0);
    expect(
      readFileSync(join(home, "r", "customers.csv"), "utf8")
        .trimEnd()
        .split("\n"),
    ).toHaveLength(8);
    const before = filesOf(join(home, "r"));
    expect(run("r", "--rows", "customers=7", "--table", "customers", "--seed", "5").code).toBe(0);
    expect(filesOf(join(home, "r"))).not.toEqual(before);
    expect(run("r", "--rows", "0", "--table", "customers").code).toBe(0);
    expect(
      readFileSync(join(home, "r", "customers.csv"), "utf8")
        .trimEnd()
        .split("\n"),
    ).toHaveLength(1);
  });

  test.each([
    [["--rows", "-1"], "--rows"],
    [["--rows", "1000000000000"], "10^12"],
    [["--rows", "NaN"], "NaN"],
    [["--rows", "nope=5"], "nope"],
    [["--table", "ordres"], "orders"],
    [["--scenario", "perf"], "perf"],
    [["--workers", "0"], "--workers"],
    [["--shard", "4/3"], "--shard"],
    [["--seed", "x"], "--seed"],
    [["--frmat", "csv"], "--format"],
    [["--format", "cvs"], "csv"],
    [["--dialect", "oracle"], "--dialect"],
    [["--target", "x"], "--target"],
  ])("%j is wrong usage, in a sentence that names it", (words, said) => {
    const refused = run("never", ...words);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(refused.err).toContain(said);
    expect(existsSync(join(home, "never"))).toBe(false);
  });

  test("a folder that cannot be made is said, and the exit code is 3", () => {
    writeFileSync(join(home, "file"), "");
    const failed = run("file/out", "--rows", "5");
    expect(failed.code).toBe(3);
    expectCalm(failed);
    expect(failed.err).toContain(join(home, "file", "out"));
  });
});

describe.skipIf(process.platform === "win32")("an export that is stopped", () => {
  const words = ["export", project, "--format", "csv", "--out", "stopped", "--rows", "300m"];

  /** Starts an export over older files and stops it once it writes. */
  async function stopped(signal: NodeJS.Signals): Promise<{ code: number | null; err: string; before: unknown }> {
    expect(seedloom(...words, "--rows", "customers=10", "--rows", "10").code).toBe(0);
    const before = filesOf(join(home, "stopped"));
    const child = spawn(process.execPath, [program, ...words], { cwd: home, env: environment });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    await expect
      .poll(() => readdirSync(join(home, "stopped")).some((name) => name.endsWith(".seedloom-tmp")), {
        timeout: 30_000,
      })
      .toBe(true);
    child.kill(signal);
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, err, before };
  }

  test("by Ctrl+C leaves the old files and nothing else", async () => {
    const { code, err, before } = await stopped("SIGINT");
    expect(code).toBe(3);
    expect(err).toContain("cancelled");
    expect(filesOf(join(home, "stopped"))).toEqual(before);
  });

  test("by kill -9 leaves the old files; the next run clears the rest", async () => {
    const { before } = await stopped("SIGKILL");
    const left = filesOf(join(home, "stopped"));
    expect(left).toMatchObject(before as object);
    expect(seedloom(...words.slice(0, -1), "10").code).toBe(0);
    expect(filesOf(join(home, "stopped"))).toEqual(before);
  });

  test("by a limit on file sizes leaves the old files and says how much is missing", () => {
    expect(seedloom(...words.slice(0, -1), "10").code).toBe(0);
    const before = filesOf(join(home, "stopped"));
    const line = `ulimit -f 200; exec "${process.execPath}" "${program}" ${words.join(" ")}`;
    const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", cwd: home, env: environment });
    expect(status).toBe(3);
    expectCalm({ code: status, out: "", err: stderr });
    expect(stderr).toContain(join(home, "stopped", "customers.csv"));
    expect(stderr).toMatch(/about \d.* more are needed/);
    expect(filesOf(join(home, "stopped"))).toEqual(before);
  });
});

describe("check", () => {
  test("passes where rules and source agree, and fails with the names of what has drifted", () => {
    expect(seedloom("check", project).code).toBe(0);
    const other = join(home, "drifted.sqlite");
    const drifted = new Database(other);
    drifted.exec(`${schema} ALTER TABLE customers ADD COLUMN phone TEXT; DROP TABLE order_items;`);
    drifted.close();
    const failed = seedloom("check", project, "--against", other);
    expect(failed.code).toBe(1);
    expect(failed.out).toContain("Column customers.phone was added.");
    expect(failed.out).toContain("Table order_items was removed.");
    expectCalm(failed);
  });

  test("an error of a rule fails the check and blocks the export before its first row", () => {
    const broken = join(home, "broken");
    mkdirSync(broken);
    const text = readFileSync(join(project, "seedloom.yaml"), "utf8").replace("../shop.sqlite", database);
    const rules =
      'tables:\n  customers:\n    columns:\n      email: { weighted-choice: { values: [ { value: "a", weight: 1 } ] } }\n';
    writeFileSync(
      join(broken, "seedloom.yaml"),
      text.includes("tables:") ? text.replace("tables:\n", rules) : text + rules,
    );
    const checked = seedloom("check", broken);
    const exported = seedloom("export", broken, "--format", "csv", "--out", "blocked");
    expect([checked.code, exported.code]).toSatisfy((codes: unknown[]) =>
      codes.every((code) => code === 1 || code === 2),
    );
    expect(existsSync(join(home, "blocked"))).toBe(false);
  });
});

describe("a project that cannot be read", () => {
  test.each([
    ["a syntax error", "seedloom: 1\nsource: [", "line 2"],
    ["a later version", "seedloom: 99\nsource: x\nseed: 1\n", "99"],
    ["an unknown setting", "seedloom: 1\nsource: x\nseed: 1\ntabels: {}\n", "tables"],
  ])("%s is named with its place", (_what, text, said) => {
    const folder = join(home, "unreadable");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "seedloom.yaml"), text);
    const refused = seedloom("check", folder);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(refused.err).toContain(said);
  });

  test("a folder without one is named", () => {
    const refused = seedloom("check", join(home, "nothing-here"));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("nothing-here");
  });

  test("without its source it still exports from the schema as it was saved", () => {
    const copy = join(home, "deep", "copy");
    mkdirSync(copy, { recursive: true });
    for (const name of readdirSync(project)) writeFileSync(join(copy, name), readFileSync(join(project, name)));
    const exported = seedloom("export", copy, "--format", "csv", "--out", "from-lock", "--rows", "10");
    expect(exported.code).toBe(0);
    expect(exported.err).toContain("as it was last saved");
    expect(seedloom("export", project, "--format", "csv", "--out", "from-source", "--rows", "10").code).toBe(0);
    expect(dataFilesOf(join(home, "from-lock"))).toEqual(dataFilesOf(join(home, "from-source")));
  });
});

describe("usage", () => {
  test.each([[["exprot"]], [["load"]], [["mask"]], [[]], [["schema"]], [["schema", "a", "b"]]])(
    "%j exits with 2",
    (words) => {
      expect(seedloom(...words).code).toBe(2);
    },
  );

  test("help and version are no failures", () => {
    expect(seedloom("--version").out).toMatch(/^\d+\.\d+\.\d+/);
    for (const words of [["--help"], ["help"], ["export", "--help"], ["serve", "--help"]])
      expect(seedloom(...words).code).toBe(0);
  });

  test("a reader that goes away early ends it quietly", () => {
    const line = `"${process.execPath}" "${program}" preview "${project}" --table customers --count 1000 | head -1`;
    const { stderr, stdout } = spawnSync("bash", ["-c", line], { encoding: "utf8", cwd: home, env: environment });
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toHaveLength(2);
  });
});
