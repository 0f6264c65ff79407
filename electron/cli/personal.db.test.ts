import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "./main.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-personal-"));
const project = join(home, "project");

async function seedloom(...words: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    out: async (text: string) => void out.push(text),
    note: (line: string) => void err.push(line),
    watched: false,
    width: undefined,
  };
  const code = await runCli(words, { serve: async () => 0 }, terminal);
  return { code, out: out.join(""), said: err.join("\n") };
}

beforeAll(async () => {
  const made = new Database(join(home, "shop.sqlite"));
  made.exec("CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT, ref TEXT)");
  for (let i = 1; i <= 20; i++)
    made.prepare("INSERT INTO customers VALUES (?, ?, '4111111111111111')").run(i, `person${i}@mail.test`);
  made.exec("CREATE TABLE citizens (id INTEGER PRIMARY KEY, national_id VARCHAR(11) NOT NULL UNIQUE)");
  for (let i = 1; i <= 20; i++)
    made.prepare("INSERT INTO citizens VALUES (?, ?)").run(i, String(48_010_100_000 + i * 7));
  made.close();
  await seedloom("init", join(home, "shop.sqlite"), "--out", project);
});
afterAll(() => rmSync(home, { recursive: true }));

test("personal columns are listed without a value, and policies decide what is open", async () => {
  const made = await seedloom("personal", project);
  expect(made.code).toBe(0);
  expect(made.out).toContain("not from the source");
  expect((await seedloom("personal", project, "--apply")).code).toBe(2);
  const early = await seedloom("personal", project, "--policy", "gdpr", "--apply");
  expect(early).toMatchObject({ code: 0, said: expect.stringMatching(/^no mask set: no table .* `mode: mask`/) });
  const file = join(project, "seedloom.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text.replace(/^tables:.*\n/mu, "")}tables:\n  customers:\n    mode: mask\n`);

  const open = await seedloom("personal", project);
  expect(open).toMatchObject({ code: 1, said: "2 columns still open: a mask decides, or { keep: reason }." });
  expect(open.out).toMatch(/customers\.ref\s+Card number\s+\d+%\s+PCI GDPR CCPA\s+open/);
  expect(open.out).not.toMatch(/4111|person1/);

  const set = await seedloom("personal", project, "--policy", "pci,gdpr", "--apply");
  expect(set.code).toBe(0);
  expect(set.said).toContain("2 masks set by PCI DSS, GDPR.");
  expect(readFileSync(file, "utf8")).toMatch(/ref: \{ mask: card \}/);
  expect(readFileSync(file, "utf8")).toContain("policies: [ pci, gdpr ]");
  expect((await seedloom("personal", project, "--apply")).code).toBe(0);
  expect((await seedloom("personal", project, "--policy", "gdrp")).said).toContain("gdpr");
});

test("a short unique column has a mask that keeps its values apart", async () => {
  const file = join(project, "seedloom.yaml");
  writeFileSync(file, `${readFileSync(file, "utf8")}  citizens:\n    mode: mask\n`);
  const set = await seedloom("personal", project, "--policy", "gdpr", "--apply");
  expect(set).toMatchObject({ code: 0, said: "1 mask set by GDPR." });
  expect(readFileSync(file, "utf8")).toContain("national_id: { mask: format-preserving }");
});

test("a column that is new in the source is listed as undecided until somebody decides, whatever policy is chosen", async () => {
  const source = new Database(join(home, "shop.sqlite"));
  source.exec("ALTER TABLE customers ADD COLUMN colour TEXT; ALTER TABLE customers ADD COLUMN phone TEXT");
  const listed = await seedloom("personal", project, "--policy", "gdpr");
  expect(listed).toMatchObject({ code: 1, said: "2 columns still open: a mask decides, or { keep: reason }." });
  expect(listed.out).toMatch(/customers\.colour\s+New column\s+–\s+open/);
  expect((await seedloom("check", project)).out).toContain("customers.colour is new in the source");

  const set = await seedloom("personal", project, "--apply");
  expect(set).toMatchObject({ code: 1, said: expect.stringContaining("1 mask set by PCI DSS, GDPR.\n1 column still") });
  const file = join(project, "seedloom.yaml");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("    columns:\n", "    columns:\n      colour: { keep: a colour }\n"),
  );
  expect((await seedloom("personal", project)).code).toBe(0);
  source.exec("ALTER TABLE customers DROP COLUMN colour; ALTER TABLE customers DROP COLUMN phone");
  source.close();
});

test("what the policies do not speak of is told of as long as it is open", async () => {
  const file = join(project, "seedloom.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text
      .replace(/^ +email:.*\n/mu, "")
      .replace(/^ +(?:colour|phone):.*\n/gmu, "")
      .replace(/^policies:.*$/mu, "policies: pci"),
  );
  const listed = await seedloom("personal", project);
  expect(listed.code).toBe(1);
  expect(listed.said).toContain("1 open column that PCI DSS does not speak of would stop a run, too");
  expect(listed.said).toContain("--policy all lists them, and masks them with --apply.");
  expect((await seedloom("personal", project, "--policy", "all")).out).toMatch(/customers\.email.*open/);
  const set = await seedloom("personal", project, "--policy", "all", "--apply");
  expect(set).toMatchObject({ code: 0, said: "1 mask set by HIPAA Safe Harbor, PCI DSS, GDPR, CCPA." });
  expect(readFileSync(file, "utf8")).toContain("policies: [ hipaa, pci, gdpr, ccpa ]");
  expect((await seedloom("personal", project, "--policy", "gdpr,all", "--apply")).code).toBe(0);
  writeFileSync(file, text);
});

test("a key that is given in a command is not said again", async () => {
  for (const words of [
    ["mask", project, "--key=Zk7pQ"],
    ["mask", project, "Zk7pQ"],
    ["key", "Zk7pQ"],
  ]) {
    const refused = await seedloom(...words);
    expect(refused.code).toBe(2);
    expect(refused.said).not.toContain("Zk7pQ");
  }
});
