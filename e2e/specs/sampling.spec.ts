import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { findings } from "../fixtures/axe-findings.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { expect, test } from "../fixtures/seedloom.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

test("rows of the source are chosen, counted with all that belongs to them, and each says why it is there", async ({
  seedloom,
  scratch,
}) => {
  const path = makeDatabase(scratch);
  const database = new DatabaseSync(path);
  database.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      INSERT INTO authors SELECT i, 'Author ' || i, 'a' || i || '@example.com' FROM n;
    INSERT INTO books SELECT id * 10 + k, id, 'Title', 5 FROM authors, (SELECT 1 AS k UNION ALL SELECT 2);`);
  database.close();
  await new WelcomePage(seedloom).chooseDatabase(path);
  const designer = await Designer.shown(seedloom);
  const { page } = seedloom;
  for (const table of ["books", "authors"]) {
    await designer.tree
      .getByRole("treeitem")
      .filter({ has: page.getByTitle(table, { exact: true }) })
      .click();
    await page.getByRole("button", { name: `More for ${table}` }).click();
    await page.getByRole("menuitem", { name: /^Mask rows of the source/ }).click();
  }

  await page.getByRole("button", { name: "Rows of authors: all rows" }).click();
  const form = page.getByRole("dialog", { name: /^Rows of authors/ });
  await form.getByRole("textbox", { name: "Only where" }).fill("id > 10; --");
  await page.keyboard.press("Enter");
  await expect(form.getByText("No condition: a semicolon ends a statement")).toBeVisible();
  await form.getByRole("textbox", { name: "Only where" }).fill("id > 40");
  await page.keyboard.press("Enter");
  await expect(form.getByText("20 authors with 40 books")).toBeVisible();
  await form.getByRole("radiogroup", { name: "Rows of books" }).getByRole("radio", { name: "At most" }).click();
  await form.getByRole("textbox", { name: "Most rows of books for each row" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(form.getByText("20 authors with 20 books")).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Rows of authors: where id > 40" })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+z");
  await page.getByRole("button", { name: "Rows of authors: where id > 40" }).click();
  await expect(form.getByRole("radio", { name: "At most" })).toBeChecked();
  await form.getByRole("radio", { name: "Picked" }).click();
  await form.getByRole("textbox", { name: "Rows by id" }).fill("7");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form.getByText(/^1 authors with \d books$/)).toBeVisible();
  await page.keyboard.press("Escape");

  await designer.tree
    .getByRole("treeitem")
    .filter({ has: page.getByTitle("books", { exact: true }) })
    .click();
  await page
    .getByRole("navigation", { name: "Views" })
    .getByRole("button", { name: /^Privacy/ })
    .click();
  // No column of books is personal, so that there is none to show side by side.
  await page.getByRole("radiogroup", { name: "Columns shown" }).getByRole("radio", { name: "Masked" }).click();
  await page.getByRole("button", { name: "Row 1: why is this row here?" }).click();
  const chain = page.getByRole("list", { name: "From a chosen row to this one" });
  await expect(chain.getByRole("listitem")).toHaveText([/authors row 1.*id = 7.*Picked/, /books row 1.*author_id/]);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");

  const folder = join(scratch, "library");
  await designer.saveInto(folder);
  const text = await readFile(join(folder, "seedloom.yaml"), "utf8");
  expect(text).toContain("sample: { keys: [ 7 ], children: { books: at most");
});
