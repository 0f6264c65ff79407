import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { launchBrowserHost } from "../fixtures/hosts.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("a changed schema is shown, migrated with one click, and taken back with undo", async ({ seedloom, scratch }) => {
  const database = makeDatabase(scratch);
  await new WelcomePage(seedloom).chooseDatabase(database);
  const designer = await Designer.shown(seedloom);
  const folder = join(scratch, "library");
  await designer.saveInto(folder);
  const lock = (): Promise<string> => readFile(join(folder, "schema.lock.json"), "utf8");
  const before = await lock();
  // The application may be reading.
  const changing = new DatabaseSync(database, { timeout: 30_000 });
  changing.exec("ALTER TABLE authors RENAME COLUMN name TO full_name; ALTER TABLE books ADD COLUMN pages INTEGER");
  changing.close();

  const again = await launchBrowserHost({ home: join(scratch, "another-home"), words: [folder] });
  try {
    const { page } = again;
    await Designer.shown(again);
    await expect(page.getByText("2 changes in the source since this project was made for it.")).toBeVisible();
    await page.getByRole("button", { name: "Look at the changes" }).click();
    const dialog = page.getByRole("dialog", { name: "What has changed in the schema" });
    await expect(dialog.getByText("Column authors.name is called full_name now.")).toBeVisible();
    await dialog.getByRole("button", { name: "Not renamed" }).click();
    await expect(dialog.getByText("Column authors.name was removed.")).toBeVisible();
    await dialog.getByRole("button", { name: "Guess again" }).click();
    await expect(dialog.getByText("Column authors.name is called full_name now.")).toBeVisible();
    await dialog.getByRole("button", { name: "Migrate" }).click();
    await expect(page.getByText("2 changes in the source")).toBeHidden();
    await expect.poll(lock).toContain('"full_name"');

    await page.keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("2 changes in the source")).toBeVisible();
    await expect.poll(lock).not.toContain('"full_name"');
    const schema = (text: string): unknown => (JSON.parse(text) as { schema: unknown }).schema;
    expect(schema(await lock())).toEqual(schema(before));
  } finally {
    await again.close();
  }
});
