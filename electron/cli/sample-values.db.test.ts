import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "seedloom-sample-values-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const source = join(folder, "shop.sqlite");

beforeAll(() => {
  const database = new Database(source);
  database.exec(
    "CREATE TABLE parcel (id INTEGER PRIMARY KEY, a1 TEXT NOT NULL, a2 TEXT NOT NULL, a3 TEXT NOT NULL, gender TEXT NOT NULL)",
  );
  const insert = database.prepare("INSERT INTO parcel VALUES (?, ?, ?, ?, ?)");
  for (let n = 0; n < 80; n++) {
    insert.run(n, `PKG-${10_000 + n * 71}`, ["Zanzibar", "Uppsala"][n % 2], `nils.${n}@corp.test`, "divers");
  }
  database.close();
});

async function seedloom(...words: readonly string[]) {
  const notes: string[] = [];
  let out = "";
  const terminal = {
    out: async (text: string) => void (out += text),
    note: (line: string) => void notes.push(line),
    watched: false,
    width: undefined,
  };
  return { code: await runCli(words, { serve: async () => 0 }, terminal), notes, out };
}

/** Makes a project, and answers with all that was written and said. */
async function init(out: string, ...options: readonly string[]) {
  const { code, notes } = await seedloom("init", source, "--out", join(folder, out), ...options);
  expect(code, notes.join("\n")).toBe(0);
  const project = readFileSync(join(folder, out, "seedloom.yaml"), "utf8");
  const files = readdirSync(join(folder, out)).map((name) => readFileSync(join(folder, out, name), "utf8"));
  return { project, everything: [...files, ...notes].join("\n"), notes: notes.join("\n") };
}

test("a look at the values makes rules of the project, and takes no value along", async () => {
  const { project, everything, notes } = await init("forms", "--sample-values");
  expect(project).toContain('a1: { pattern: "PKG-[1-9][0-9]{4}" }');
  expect(project).toContain("a3: internet.email");
  expect(notes).toContain(
    "parcel.a3: E-mail at example.com, .org, .net (all 80 sampled values have the form of an e-mail address)",
  );
  expect(notes).toContain("left out 1 rule that would write values of the source into the project");
  for (const value of ["Zanzibar", "PKG-10", "corp.test", "divers"]) expect(everything).not.toContain(value);
  // Without its source the project says the same.
  expect((await init("again", "--sample-values")).project).toBe(project);
});

test("lists of values come into the project where they are asked for, and never those of people", async () => {
  const { project, notes } = await init("lists", "--sample-values", "--take-lists");
  expect(project).toContain("a2: { choice: { Uppsala: 50, Zanzibar: 50 } }");
  expect(project).not.toContain("divers");
  expect(notes).not.toContain("Zanzibar");
});

test("without the option nothing is read", async () => {
  expect((await init("plain")).project).not.toContain("a1");
});

test("a project that is there tells what values speak for, and takes it when asked, but for what was set by hand", async () => {
  const { project: before } = await init("later");
  const file = join(folder, "later", "seedloom.yaml");
  writeFileSync(file, `${before}tables: { parcel: { columns: { a1: { constant: kept } } } }\n`);
  const told = await seedloom("suggest", join(folder, "later"), "--sample-values");
  expect(told.out).toMatch(/parcel\.a3 .*E-mail at example\.com.*all 80 sampled values/);
  expect(readFileSync(file, "utf8")).not.toContain("internet.email");

  const listed = await seedloom("suggest", join(folder, "later"), "--sample-values", "--take-lists", "--json");
  expect(JSON.parse(listed.out).map(({ column }: { column: string }) => column)).toEqual(["a2", "a3"]);

  const taken = await seedloom("suggest", join(folder, "later"), "--sample-values", "--apply");
  expect(taken.notes.at(-1)).toBe("1 rule set, by up to 500 rows of each of 1 table.");
  const after = readFileSync(file, "utf8");
  expect(after).toContain("a3: internet.email");
  expect(after).toContain("constant: kept");
  expect([after, told.out, taken.out, ...told.notes, ...taken.notes].join("\n")).not.toMatch(/Zanzibar|corp\.test/);
});

test("the suggestion of every column is told with its reason", async () => {
  await init("reasons");
  const { out } = await seedloom("suggest", join(folder, "reasons"), "--table", "parcel");
  expect(out).toMatch(/parcel\.gender .*high .*name matches \*gender\*/);
  expect((await seedloom("suggest", join(folder, "reasons"), "--apply")).code).toBe(2);
});
