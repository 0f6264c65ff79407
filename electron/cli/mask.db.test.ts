import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { writeSchemaLock } from "../../shared/project/schema-lock.ts";
import { readModel } from "../backend/open-model.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const key = "correct horse battery staple";
const planted = 10_000;

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "mask-cli-"));
  mkdirSync(join(home, "project"));
  mkdirSync(join(home, "tmp"));
  const database = new Database(join(home, "source.sqlite"));
  database.exec(`
    CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, first_name TEXT, phone TEXT, notes TEXT, size INTEGER);
    CREATE TABLE letters (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id), email TEXT NOT NULL);
  `);
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)");
  const letter = database.prepare("INSERT INTO letters VALUES (?, ?, ?)");
  database.transaction(() => {
    for (let i = 0; i < planted / 5; i++) {
      person.run(i, `canary${i}e@birds.example`, `Canary${i}f`, `canary${i}p`, `saw canary${i}n today`, i);
      letter.run(i, i, `canary${i}e@birds.example`);
    }
  })();
  database.close();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const rules = `
  people:
    mode: mask
    columns:
      email: { mask: { email: example } }
      first_name: { mask: { consistent-fake: person.firstName } }
      phone: { mask: hash }
      notes: { mask: constant }
  letters:
    mode: mask
    columns:
      email: { mask: { email: example } }
`;

function project(tables: string): void {
  const head = "seedloom: 1\nsource: ../source.sqlite\nseed: 1\nnow: 2026-01-01\nlocales: { en: 1 }\n";
  writeFileSync(join(home, "project", "seedloom.yaml"), `${head}tables:${tables}`);
}

interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

const mask = (environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Outcome> =>
  run("mask", environment, ...words);

/** Runs the command line as a process of its own, with its own folder for temporary files. */
function run(
  command: string,
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Outcome> {
  const { promise, resolve: done } = Promise.withResolvers<Outcome>();
  const child = spawn(process.execPath, [resolve("bin/seedloom.mjs"), command, join(home, "project"), ...words], {
    env: { ...process.env, SEEDLOOM_KEY: "", TMPDIR: join(home, "tmp"), ...environment },
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  child.on("close", (code) => done({ code, said }));
  return promise;
}

/** Every file below the home but the source, as text. */
function everything(folder = home): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !path.endsWith("source.sqlite"))
    .map((path) => (statSync(path).isDirectory() ? everything(path) : readFileSync(path, "latin1")))
    .join("\n");
}

const canaries = (text: string): number => new Set(text.match(/canary\d+[efpn]/giu) ?? []).size;

describe("seedloom mask", () => {
  it("lets none of 10,000 planted values out, into files or a database, and joins still match", async () => {
    project(rules);
    const files = await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"));
    expect(files).toEqual({ code: 0, said: files.said });
    const target = new Database(join(home, "target.sqlite"));
    target.exec(
      "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, first_name TEXT, phone TEXT, notes TEXT, size INTEGER); CREATE TABLE letters (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id), email TEXT NOT NULL);",
    );
    target.close();
    const loaded = await mask({ SEEDLOOM_KEY: key }, "--to", join(home, "target.sqlite"), "--proof");
    expect(loaded).toEqual({ code: 0, said: loaded.said });
    expect(canaries(everything() + files.said + loaded.said)).toBe(0);
    expect(everything() + files.said + loaded.said).not.toContain(key);
    const read = new Database(join(home, "target.sqlite"), { readonly: true });
    const matching = read.prepare(
      "SELECT count(*) FROM people p JOIN letters l ON l.email = p.email AND l.person = p.id",
    );
    expect(matching.pluck().get()).toBe(planted / 5);
    read.close();
  });

  it("compresses and splits files as an export does, and loads nothing so", async () => {
    project(rules);
    const words = ["--compress", "gzip", "--split", "rows=1000", "--table", "people"];
    const files = await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "packed"), ...words);
    expect(files).toEqual({ code: 0, said: files.said });
    const parts = readdirSync(join(home, "packed")).filter((name) => name.endsWith(".csv.gz"));
    expect(parts.length).toBeGreaterThan(1);
    const text = parts.map((name) => gunzipSync(readFileSync(join(home, "packed", name))).toString()).join("");
    expect(text).toContain("@example.com");
    expect(canaries(text)).toBe(0);
    const loaded = await mask({ SEEDLOOM_KEY: key }, "--to", join(home, "target.sqlite"), "--compress", "gzip");
    expect(loaded).toEqual({ code: 2, said: expect.stringContaining("--compress and --split are for files") });
  });

  it("lets none out either when a value cannot be masked, and leaves no file", async () => {
    project(rules.replace("{ mask: hash }", "{ mask: format-preserving }"));
    const database = new Database(join(home, "source.sqlite"));
    database.exec("UPDATE people SET phone = '123' WHERE id = 1500");
    const short = await mask({ SEEDLOOM_KEY: key }, "--format", "sql", "--out", join(home, "out"));
    expect(short.code).toBe(1);
    expect(short.said).toContain("phone has a value that is too short for format-preserving encryption");
    database.exec("UPDATE people SET size = 'canary1n' WHERE id = 1600");
    database.close();
    project(rules);
    const wrong = await mask({ SEEDLOOM_KEY: key }, "--format", "json", "--out", join(home, "out"));
    expect(wrong.code).toBe(3);
    expect(wrong.said).toContain("size holds a value that is no INTEGER");
    expect(canaries(everything() + short.said + wrong.said)).toBe(0);
    expect(readdirSync(home).includes("out") ? readdirSync(join(home, "out")) : []).toEqual([]);
  });

  it("refuses personal columns that are undecided, each by its name, until there is a mask or a reason", async () => {
    project(rules.replace("      email: { mask: { email: example } }\n", ""));
    const open = await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"));
    expect(open).toEqual({ code: 1, said: expect.stringMatching(/^seedloom: people\.email looks personal/) });
    project(rules.replace("{ mask: hash }", "keep"));
    expect((await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"))).said).toContain(
      "people.phone",
    );
    project(rules.replace("{ mask: hash }", "{ keep: numbers of the office }"));
    expect((await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"))).code).toBe(0);
  });

  it("refuses without a key, and notices another one", async () => {
    project(rules);
    const none = await mask({}, "--format", "csv", "--out", join(home, "out"));
    expect(none).toEqual({
      code: 3,
      said: expect.stringContaining("is masked with a key (Pseudonymous e-mail), and there is none."),
    });
    expect((await mask({ SEEDLOOM_KEY: "short" }, "--format", "csv", "--out", join(home, "out"))).said).toContain(
      "too short",
    );
    const lock = {
      lock: 1,
      versions: { engine: 1, generators: {} },
      schema: { engine: "sqlite", defaultSchema: "main", tables: [], views: [] },
    };
    writeFileSync(join(home, "project", "schema.lock.json"), JSON.stringify(lock));
    // A project that was saved without these columns has not decided on any of them.
    expect((await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"))).said).toContain(
      "is new in the source",
    );
  });

  it("keeps the fingerprint of its key in the lock", async () => {
    project(rules);
    const { model } = await readModel(join(home, "source.sqlite"));
    writeFileSync(
      join(home, "project", "schema.lock.json"),
      writeSchemaLock({ model, versions: { engine: 1, generators: {} } }),
    );
    const words = ["--format", "csv", "--out", join(home, "out")];
    expect((await mask({ SEEDLOOM_KEY: key }, ...words)).said).toContain("fingerprint");
    expect(readFileSync(join(home, "project", "schema.lock.json"), "utf8")).toMatch(/"maskKey": "[0-9a-f]{16}"/);
    const other = { SEEDLOOM_KEY: "another key of sixteen" };
    expect(await mask(other, ...words)).toEqual({ code: 3, said: expect.stringContaining("another key") });
    expect((await mask(other, ...words, "--new-key")).code).toBe(0);
  });
});

describe("seedloom mask of the project's exports", () => {
  const exports = "exports:\n  - { format: csv, to: out/csv }\n  - { format: json, tables: [letters], to: out/json }\n";
  const withExports = (tables: string): void => project(`${tables}${exports}`);

  it("writes them all as one change, compares them, and is what export names where it refuses", async () => {
    withExports(rules);
    const refused = await run("export", {}, "--check");
    expect(refused).toEqual({ code: 1, said: expect.stringContaining("seedloom mask") });
    const keyless = await mask({});
    expect(keyless).toEqual({ code: 3, said: expect.stringContaining("there is none") });
    const tried = await mask({ SEEDLOOM_KEY: key }, "--dry-run");
    expect(tried).toEqual({ code: 0, said: expect.stringContaining("csv: would write 4,000 rows") });
    expect((await mask({ SEEDLOOM_KEY: key }, "--check")).code).toBe(1);
    expect(readdirSync(join(home, "project"))).toEqual(["seedloom.yaml"]);
    const written = await mask({ SEEDLOOM_KEY: key });
    expect(written).toEqual({ code: 0, said: expect.stringContaining("leak check: none of") });
    expect(readdirSync(join(home, "project", "out", "csv")).toSorted()).toEqual([
      "letters.csv",
      "manifest.json",
      "people.csv",
    ]);
    expect(readdirSync(join(home, "project", "out", "json"))).toContain("letters.json");
    expect(canaries(everything() + written.said)).toBe(0);
    expect(await mask({ SEEDLOOM_KEY: key }, "--check")).toEqual({
      code: 0,
      said: expect.stringContaining("the files are what the project gives"),
    });
    const other = await mask({ SEEDLOOM_KEY: "another key of sixteen" }, "--check", "--target", "json");
    expect(other).toEqual({ code: 1, said: expect.stringContaining("letters.json") });
  }, 60_000);

  it("writes none of them where one lets originals through, and wants no options of a single run", async () => {
    withExports(rules.replace("notes: { mask: constant }", "notes: { keep: written by us }"));
    const database = new Database(join(home, "source.sqlite"));
    database.exec("UPDATE people SET notes = 'ask ' || first_name WHERE id < 40");
    database.close();
    expect(await mask({ SEEDLOOM_KEY: key })).toEqual({ code: 1, said: expect.stringContaining("people.notes") });
    expect(readdirSync(join(home, "project"))).toEqual(["seedloom.yaml"]);
    expect((await mask({ SEEDLOOM_KEY: key }, "--table", "people")).code).toBe(2);
    expect(await mask({ SEEDLOOM_KEY: key }, "--format", "csv", "--out", join(home, "out"), "--check")).toEqual({
      code: 2,
      said: expect.stringContaining("as the project saves them"),
    });
    project(rules);
    expect((await mask({ SEEDLOOM_KEY: key })).code).toBe(2);
  }, 60_000);
});

describe("seedloom preview of a masked table", () => {
  it("shows the rows that mask writes, and none without the key", async () => {
    project(rules);
    const words = ["--table", "people", "--start", "1999", "--count", "5", "--json"];
    const shown = await run("preview", { SEEDLOOM_KEY: key }, ...words);
    expect(shown).toEqual({ code: 0, said: shown.said });
    expect(canaries(shown.said)).toBe(0);
    await mask({ SEEDLOOM_KEY: key }, "--format", "json", "--out", join(home, "out"), "--leak-check", "off");
    const written = JSON.parse(readFileSync(join(home, "out", "people.json"), "utf8")) as unknown[];
    expect(JSON.parse(shown.said)).toEqual(written.slice(1998));
    const lines = (await run("preview", { SEEDLOOM_KEY: key }, "--table", "people", "--count", "2")).said.split("\n");
    expect(lines[0]?.trim().split(/\s+/)).toEqual(["id", "email", "first_name", "phone", "notes", "size"]);
    const keyless = await run("preview", {}, ...words);
    expect(keyless).toEqual({ code: 3, said: expect.stringContaining("is masked with a key") });
    const beyond = await run("preview", { SEEDLOOM_KEY: key }, "--table", "people", "--start", "5000");
    expect(beyond.said).toContain("people has 2,000 rows");
  }, 60_000);
});
