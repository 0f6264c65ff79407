import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

/** Makes a project, and answers with all that was written and said. */
async function init(out: string, ...options: readonly string[]) {
  const notes: string[] = [];
  const terminal = {
    out: async () => {},
    note: (line: string) => void notes.push(line),
    watched: false,
    width: undefined,
  };
  const words = ["init", source, "--out", join(folder, out), ...options];
  expect(await runCli(words, { serve: async () => 0 }, terminal), notes.join("\n")).toBe(0);
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
