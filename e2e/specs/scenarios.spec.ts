import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findings } from "../fixtures/axe-findings.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { expect, test } from "../fixtures/seedloom.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

test("a scenario has rows of its own, and a row that is pinned stays as it is written", async ({
  seedloom,
  scratch,
}) => {
  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  const { page } = seedloom;
  await page.getByRole("button", { name: /^Scenario default/ }).click();
  await page.getByRole("menuitem", { name: "New scenario…" }).click();
  const dialog = page.getByRole("dialog", { name: "New scenario" });
  await dialog.getByLabel("Name").fill("smoke");
  await dialog.getByLabel("Rows of every table").fill("20");
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add scenario" }).click();
  await expect(page.getByRole("button", { name: /^Scenario smoke/ })).toBeVisible();
  await designer.openTable("authors");
  await expect(designer.total).toHaveText("of 20");

  await page.getByRole("button", { name: /^Pin row 1:/ }).click();
  const pinned = page.getByRole("dialog", { name: "Pinned row of authors" });
  await pinned.getByLabel("Name, for tests").fill("ada");
  await pinned.getByLabel("Value of name").fill("Ada Lovelace");
  expect(await findings(page)).toEqual([]);
  await pinned.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await designer.rowValues(1))["name"]).toBe("Ada Lovelace");

  await page.getByRole("button", { name: /^Scenario smoke/ }).click();
  await page.getByRole("menuitem", { name: /^default/ }).click();
  await expect(designer.total).toHaveText("of 1,000");
  await expect.poll(async () => (await designer.rowValues(1))["name"]).not.toBe("Ada Lovelace");
  const folder = join(scratch, "library");
  await designer.saveInto(folder);
  expect(await readFile(join(folder, "seedloom.yaml"), "utf8")).toContain("name: Ada Lovelace");
});
