import { DatabaseSync } from "node:sqlite";
import { makeDatabase } from "../fixtures/databases.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("a snapshot of the source is saved, compared, and put back", async ({ seedloom, scratch }) => {
  const path = makeDatabase(scratch);
  const run = (sql: string): unknown[] => {
    // The application may be reading.
    const database = new DatabaseSync(path, { timeout: 30_000 });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
  run("INSERT INTO authors VALUES (1, 'Ada', 'ada@example.com'), (2, 'Bob', NULL)");
  await new WelcomePage(seedloom).chooseDatabase(path);
  await Designer.shown(seedloom);
  const { page } = seedloom;
  await page.getByRole("button", { name: /^Project / }).click();
  await page.getByRole("menuitem", { name: "Snapshots of databases…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save a snapshot" }).click();
  await dialog.getByLabel("Name").fill("before");
  await dialog.getByRole("button", { name: "Save snapshot" }).click();
  const kept = dialog.getByRole("listitem", { name: "before" });
  await expect(kept).toContainText("2 rows in 2 tables");

  run("UPDATE authors SET name = 'Eve' WHERE id = 1");
  await kept.getByRole("button", { name: "Compare" }).click();
  await dialog.getByRole("button", { name: "Compare" }).click();
  await expect(dialog.getByText("name: Ada → Eve")).toBeVisible();
  await dialog.getByRole("button", { name: "Back" }).click();

  await kept.getByRole("button", { name: "Restore" }).click();
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(
    dialog.getByText(/^2 rows in 2 tables of .* are as they were\. The whole database was put back/),
  ).toBeVisible();
  expect(run("SELECT name FROM authors ORDER BY id")).toEqual([{ name: "Ada" }, { name: "Bob" }]);

  await kept.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(dialog.getByText("No snapshot yet")).toBeVisible();
});
