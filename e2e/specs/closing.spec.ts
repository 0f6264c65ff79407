import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("closing the window asks while an export runs, and a stopped one leaves nothing", async ({
  seedloom,
  scratch,
}) => {
  const designer = await new WelcomePage(seedloom).openSample();
  const folder = join(scratch, "seeds");
  await designer.setRows("customers", "20m");
  const exporting = await designer.openExport();
  await exporting.add("CSV", folder);
  await exporting.run.click();
  await expect(exporting.state).toContainText("Running");
  await seedloom.closeWindow("stay");
  await expect(exporting.state).toContainText("Running");
  expect(seedloom.page.isClosed()).toBe(false);
  await seedloom.closeWindow("go");
  await expect.poll(() => seedloom.page.isClosed()).toBe(true);
  await seedloom.close();
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

test("closing the window asks while edits would be lost", async ({ seedloom }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  await designer.setSeed("5");
  await seedloom.closeWindow("stay");
  await expect(designer.seed).toHaveValue("5");
  await seedloom.closeWindow("go");
  await expect.poll(() => seedloom.page.isClosed()).toBe(true);
});
