import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MaskedFolder } from "../backend/privacy/test-masked-folder.ts";
import { runCli } from "./main.ts";

const given = ["Ada", "Bruno", "Carla", "David", "Elena", "Felix"];

function people(database: Database.Database): void {
  database.exec(
    "CREATE TABLE people (id INTEGER PRIMARY KEY, first_name TEXT, email TEXT NOT NULL UNIQUE, birth_date DATE, postal_code TEXT, illness TEXT, about TEXT)",
  );
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (let i = 1; i <= 240; i++) {
    const first = given[i % given.length] ?? "";
    const born = `19${60 + (i % 30)}-0${1 + (i % 9)}-1${i % 10}`;
    person.run(
      i,
      first,
      `${first.toLowerCase()}${i}@fjord.test`,
      born,
      `2${1000 + (i % 8) * 100}`,
      ["flu", "cold", "none"][i % 3],
      "fine",
    );
  }
}

const rules = `
  people:
    mode: mask
    columns:
      first_name: { mask: { consistent-fake: person.firstName } }
      email: { mask: { email: example } }
      birth_date: { mask: { truncate-date: month } }
      postal_code: { mask: { postcode: 3 } }
      illness: { keep: what the study is about }
      about: { keep: written by us }
`;

let folder: MaskedFolder;
beforeEach(() => {
  vi.stubEnv("SEEDLOOM_KEY", "a key that is made for this test only");
  folder = new MaskedFolder(people, rules);
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

async function run(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const terminal = {
    out: async (text: string) => void (out += text),
    note: (line: string) => void (err += `${line}\n`),
    watched: false,
    width: undefined,
  };
  return { code: await runCli(words, { serve: async () => 0 }, terminal), out, err };
}

const leak = (): void =>
  folder.change((database) => {
    database.exec("UPDATE people SET about = 'ask ' || first_name WHERE id IN (3, 17)");
  });

describe("seedloom mask --leak-check", () => {
  const mask = (...words: readonly string[]) =>
    run("mask", folder.path, "--format", "csv", "--out", join(folder.path, "out"), ...words);

  it("looks at a sample by itself, and tells the manifest", async () => {
    expect(await mask()).toMatchObject({ code: 0, err: expect.stringContaining("leak check: none of ") });
    const manifest: unknown = JSON.parse(readFileSync(join(folder.path, "out", "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ leakCheck: { scope: "sample", rows: 240, leaks: 0, complete: true } });
  });

  it("stops a run that would let originals through before it writes anything, and names rows, not values", async () => {
    leak();
    const stopped = await mask("--leak-check", "all");
    expect(stopped.code).toBe(1);
    expect(stopped.err).toContain("people.first_name is still to be read in people.about, in rows 3, 17.");
    expect(stopped.err).not.toMatch(/david|felix/i);
    expect(existsSync(join(folder.path, "out"))).toBe(false);
    expect(stopped.err).toContain("Mask that column, too.");
    folder.rules(rules.replace("{ keep: written by us }", "{ mask: free-text }"));
    expect((await mask("--leak-check", "all")).err).toContain("That column is masked, and it is not enough");
    folder.rules(rules.replace("{ keep: written by us }", "{ mask: { free-text: first_name } }"));
    expect((await mask("--leak-check", "all")).code).toBe(0);
    folder.rules(rules);
    expect((await mask("--leak-check", "off")).code).toBe(0);
    expect((await mask("--leak-check", "some")).code).toBe(2);
  });
});

describe("seedloom risk", () => {
  it("tells k, l and t of a table, and what reaches k", async () => {
    const { code, out } = await run("risk", folder.path, "--table", "people", "--sensitive", "illness", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      quasi: ["birth_date", "postal_code"],
      rows: 240,
      source: { k: 1 },
      masked: { disclosure: { distinct: expect.any(Number), closeness: expect.any(Number) } },
    });
  });

  it("fails where k is less than asked for, writes what reaches it, and then does not fail", async () => {
    const asked = ["risk", folder.path, "--table", "people", "--quasi", "birth_date,postal_code", "--least", "4"];
    expect((await run(...asked)).code).toBe(1);
    const reached = await run(...asked, "--reach", "4", "--apply");
    expect(reached).toMatchObject({ code: 0, out: expect.stringContaining("with:") });
    expect((await run(...asked)).code).toBe(0);
    expect((await run(...asked.slice(0, 4), "--apply")).code).toBe(2);
    expect((await run("risk", folder.path, "--table", "persons")).code).toBe(2);
  });
});

describe("seedloom report", () => {
  it("writes HTML or JSON without a value of the source, and refuses another name", async () => {
    const [html, json] = [join(folder.path, "report.html"), join(folder.path, "report.json")];
    const file = join(folder.path, "seedloom.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^tables:/mu, "policies: [gdpr, hipaa]\ntables:"));
    expect((await run("report", folder.path, "--out", html)).code).toBe(0);
    expect(readFileSync(html, "utf8")).toMatch(/Policies<\/dt><dd>HIPAA Safe Harbor: \d+ columns, .*GDPR: \d+ columns/);
    expect((await run("report", folder.path, "--out", json, "--sample")).code).toBe(0);
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      policies: [{ name: "HIPAA Safe Harbor" }, { name: "GDPR" }],
      checks: { scope: "sample", leaks: { leaks: [] } },
    });
    for (const path of [html, json]) expect(readFileSync(path, "utf8")).not.toMatch(/fjord|bruno|carla/i);
    expect((await run("report", folder.path, "--out", join(folder.path, "report.pdf"))).code).toBe(2);
  });
});
