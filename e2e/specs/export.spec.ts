import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { WelcomePage } from "../pages/welcome-page.ts";
import { load, makeDatabase } from "../fixtures/databases.ts";
import { projectFolder } from "../fixtures/hosts.ts";
import { Designer } from "../pages/designer.ts";
import { expect, test } from "../fixtures/seedloom.ts";

interface Manifest {
  readonly seed: number;
  readonly files: readonly {
    readonly path: string;
    readonly rows: number;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
}

test(
  "an export writes the rows that were on screen, and a manifest that proves its files",
  { tag: "@both" },
  async ({ seedloom, scratch }) => {
    await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
    const designer = await Designer.shown(seedloom);
    await designer.openTable("authors");
    const seen = await designer.rowValues(3);
    const folder = join(scratch, "seeds");
    const exporting = await designer.openExport();
    await exporting.add("NDJSON", folder);
    await exporting.runToEnd();
    const written = await readFile(join(folder, "authors.ndjson"), "utf8");
    const third = JSON.parse(written.split("\n")[2] ?? "") as Record<string, string | number | null>;
    expect(Object.keys(seen)).toEqual(Object.keys(third));
    for (const [name, value] of Object.entries(third)) expect(seen[name]).toBe(value === null ? "NULL" : String(value));
    for (const file of (await readManifest(folder)).files) {
      const bytes = await readFile(join(folder, file.path));
      expect(bytes.byteLength).toBe(file.bytes);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
    }
  },
);

test("the sample shop's SQL loads into its own schema with every key in place", async ({ seedloom, scratch }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  const folder = join(scratch, "seeds");
  const exporting = await designer.openExport();
  await exporting.add("SQL", folder);
  await exporting.runToEnd();
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const schema = await readFile(join(projectFolder, "examples", "shop", "schema.sql"), "utf8");
  const statements = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const database = load(schema, statements);
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  for (const file of (await readManifest(folder)).files) expect(file.rows).toBeGreaterThan(0);
});

test("an export that is stopped leaves no file and no rubbish", async ({ seedloom, scratch }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  const folder = join(scratch, "seeds");
  await designer.setRows("customers", "20m");
  const exporting = await designer.openExport();
  await exporting.add("CSV", folder);
  await exporting.run.click();
  await exporting.stop.click();
  await expect(exporting.state).toContainText(/stopped|cancelled/i);
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

test("a folder that cannot be written is told before anything is", async ({ seedloom, scratch }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  const exporting = await designer.openExport();
  await exporting.add("CSV", join(makeDatabase(scratch), "inside-a-file"));
  await exporting.run.click();
  await expect(exporting.problems.first()).toContainText("inside-a-file");
});
