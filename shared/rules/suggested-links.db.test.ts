import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import Database from "better-sqlite3";
import { runCli } from "../../electron/cli/main.ts";
import { referenceList } from "../generators/reference/reference-list.ts";

const folder = mkdtempSync(join(tmpdir(), "seedloom-links-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rows that suggested rules give, loaded with foreign keys on. */
async function rowsOf(name: string, schema: string, ...options: readonly string[]): Promise<Database.Database> {
  const target = join(folder, `${name}-loaded.sqlite`);
  new Database(join(folder, `${name}.sqlite`)).exec(schema).close();
  new Database(target).exec(schema).close();
  await run("init", join(folder, `${name}.sqlite`), "--out", join(folder, name));
  await run("load", join(folder, name), "--to", target, "--proof", ...options);
  return new Database(target);
}

async function run(...words: readonly string[]): Promise<void> {
  const notes: string[] = [];
  const terminal = {
    out: async () => {},
    note: (line: string) => void notes.push(line),
    watched: false,
    width: undefined,
  };
  const code = await runCli(words, { serve: async () => 0 }, terminal);
  expect(code, notes.join("\n")).toBe(0);
}

const places = `
CREATE TABLE currencies (id INTEGER PRIMARY KEY, code CHAR(3) NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE TABLE continents (code CHAR(2) PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE countries (iso CHAR(2) PRIMARY KEY, name TEXT NOT NULL, currency_id INTEGER NOT NULL REFERENCES currencies (id),
  old_currency_id INTEGER REFERENCES currencies (id), continent CHAR(2) NOT NULL REFERENCES continents (code));
CREATE TABLE nations (iso CHAR(2) PRIMARY KEY, name TEXT NOT NULL, currency CHAR(3) REFERENCES currencies (code));
`;
const pairs =
  "SELECT iso, currencies.code AS currency, continents.name AS continent FROM countries JOIN currencies ON currencies.id = currency_id JOIN continents ON continents.code = countries.continent";

test("a country points to its own currency and continent", async () => {
  const database = await rowsOf("places", places);
  const { code = [], currency = [], continent = [] } = referenceList("countries").fields;
  const rows = database.prepare(pairs).all() as { iso: string; currency: string; continent: string }[];
  expect(rows).toHaveLength(100);
  for (const row of rows) {
    const at = code.indexOf(row.iso);
    expect([row.iso, row.currency, row.continent]).toEqual([row.iso, currency[at], continent[at]]);
  }
  const others = "SELECT count(*) FROM countries WHERE old_currency_id IS NOT NULL AND old_currency_id <> currency_id";
  expect(database.prepare(others).pluck().get()).toBeGreaterThan(50);
  database.close();
});

test("where its currency is not among the rows, a country points to another one, or to none", async () => {
  const database = await rowsOf("few", places, "--rows", "5");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expect(database.prepare(pairs).all()).toHaveLength(5);
  const nations = database.prepare("SELECT iso, currency FROM nations").all();
  const { code = [], currency = [] } = referenceList("countries").fields;
  for (const row of nations as { iso: string; currency: string | null }[])
    expect([null, currency[code.indexOf(row.iso)]]).toContain(row.currency);
  database.close();
});

test("a table that repeats another one says of each row what that one says", async () => {
  const database = await rowsOf(
    "films",
    `CREATE TABLE film (film_id INTEGER PRIMARY KEY, title VARCHAR(255) NOT NULL, description TEXT, length INT);
     CREATE TABLE film_text (film_id SMALLINT NOT NULL, title VARCHAR(255) NOT NULL, description TEXT, PRIMARY KEY (film_id));`,
  );
  const same =
    "SELECT count(*) FROM film JOIN film_text USING (film_id) WHERE film.title = film_text.title AND film.description IS film_text.description";
  expect(database.prepare(same).pluck().get()).toBe(database.prepare("SELECT count(*) FROM film").pluck().get());
  database.close();
  expect(readFileSync(join(folder, "films", "seedloom.yaml"), "utf8")).toContain(
    "references: { film_id: film (film_id) }",
  );
});
