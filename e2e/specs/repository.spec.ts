import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeDatabase } from "../fixtures/databases.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("exports are compared, written and committed, and a file edited by hand is not overwritten", async ({
  seedloom,
  scratch,
}) => {
  const { page } = seedloom;
  const root = join(scratch, "shop-api");
  await mkdir(root);
  const git = (...args: readonly string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Kim");
  git("config", "user.email", "kim@example.com");
  await writeFile(join(root, "readme"), "A shop.\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");

  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  const exporting = await designer.openExport();
  await expect(page.getByText("No exports yet", { exact: true })).toBeVisible();
  await exporting.add("CSV", root);
  await exporting.setFolder("seeds");
  await expect(page.getByRole("group", { name: "Repository" })).toContainText("on main");

  // What would change is told unasked, and asked for; neither writes.
  await expect(exporting.state).toContainText("would change", { timeout: 30_000 });
  await exporting.dryRun.click();
  await expect(exporting.state).toContainText("would change");
  expect(git("status", "--porcelain")).toBe("");

  await exporting.runToEnd();
  await exporting.show("authors.csv");
  await page.getByRole("button", { name: "Commit…" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("Add seeds");
  await page.getByRole("textbox", { name: /^New branch/ }).fill("seeds");
  await page.getByRole("button", { name: "Commit", exact: true }).click();
  await expect(page.getByRole("group", { name: "Repository" })).toContainText("on seeds");
  expect(git("log", "-1", "--format=%s").trim()).toBe("Add seeds");
  expect(git("status", "--porcelain")).toBe("");

  // One edit of the project is the reason for what changes.
  await page.getByRole("button", { name: "Back to tables" }).click();
  await designer.setSeed("77");
  await designer.openExport();
  await exporting.dryRun.click();
  await expect(exporting.state).toContainText("would change");
  await exporting.show("authors.csv");
  await expect(exporting.changes).toContainText("The seed is 77");
  await expect(exporting.changes.locator("ins").first()).toBeVisible();

  const path = join(root, "seeds", "authors.csv");
  await writeFile(path, "mine\n");
  await exporting.run.click();
  await expect(exporting.problems.first()).toContainText("seeds/authors.csv");
  expect(await readFile(path, "utf8")).toBe("mine\n");
  await page.getByRole("button", { name: "Overwrite the edits" }).click();
  await expect(exporting.state).toContainText("Done");
  expect(await readFile(path, "utf8")).not.toBe("mine\n");

  // Adding an export was an edit of the project, as every other.
  await page.getByRole("button", { name: /^Remove the export/ }).click();
  await expect(page.getByText("No exports yet", { exact: true })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("checkbox", { name: "Run csv" })).toBeChecked();
});
