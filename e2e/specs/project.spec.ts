import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowserHost } from "../fixtures/hosts.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("a project that is saved, closed and opened again shows the same rows", async ({ seedloom, scratch }) => {
  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  const folder = join(scratch, "library");
  await designer.setSeed("4711");
  await designer.saveInto(folder);
  expect(await readFile(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 4711");
  await designer.openTable("books");
  const before = await designer.rowValues(5);
  const again = await launchBrowserHost({ home: join(scratch, "another-home"), words: [folder] });
  try {
    const reopened = await Designer.shown(again);
    await reopened.openTable("books");
    expect(await reopened.rowValues(5)).toEqual(before);
  } finally {
    await again.close();
  }
});

test("after the first save, edits reach the file by themselves", async ({ seedloom, scratch }) => {
  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  const folder = join(scratch, "library");
  await designer.saveInto(folder);
  await designer.setSeed("31337");
  await expect.poll(() => readFile(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 31337");
});

test("what another window wrote meanwhile is not overwritten unasked", async ({ seedloom, scratch }) => {
  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  const folder = join(scratch, "library");
  await designer.saveInto(folder);
  const other = await launchBrowserHost({ home: join(scratch, "another-home"), words: [folder] });
  try {
    const second = await Designer.shown(other);
    await second.setSeed("1");
    await expect.poll(() => readFile(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 1\n");
    await designer.setSeed("2");
    await expect(seedloom.page.getByRole("dialog", { name: "The project changed on disk" })).toBeVisible();
    expect(await readFile(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 1\n");
  } finally {
    await other.close();
  }
});
