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
  made.close();
  await seedloom("init", join(home, "shop.sqlite"), "--out", project);
});
afterAll(() => rmSync(home, { recursive: true }));

test("personal columns are listed without a value, and policies decide what is open", async () => {
  const made = await seedloom("personal", project);
  expect(made.code).toBe(0);
  expect(made.out).toContain("not exported");
  const file = join(project, "seedloom.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, `${text.replace(/^tables:.*\n/mu, "")}tables:\n  customers:\n    mode: mask\n`);

  const open = await seedloom("personal", project);
  expect(open.code).toBe(1);
  expect(open.out).toMatch(/customers\.ref\s+Card number\s+\d+%\s+PCI GDPR CCPA\s+open/);
  expect(open.out).not.toMatch(/4111|person1/);

  const set = await seedloom("personal", project, "--policy", "pci,gdpr", "--apply");
  expect(set.code).toBe(0);
  expect(set.said).toContain("2 masks set by PCI DSS, GDPR.");
  expect(readFileSync(file, "utf8")).toMatch(/ref: \{ mask: card \}/);
  expect((await seedloom("personal", project, "--apply")).code).toBe(2);
  expect((await seedloom("personal", project, "--policy", "gdrp")).said).toContain("gdpr");
});
