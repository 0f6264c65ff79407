import { WelcomePage } from "../pages/welcome-page.ts";
import { Designer } from "../pages/designer.ts";
import { makeDatabase, makeImpostor, makeWideDatabase } from "../fixtures/databases.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("the sample shop is one click away and shows rows at once", { tag: "@both" }, async ({ seedloom }) => {
  const welcome = new WelcomePage(seedloom);
  await expect(seedloom.page).toHaveTitle("Seedloom");
  const designer = await welcome.openSample();
  await designer.openTable("customers");
  expect(await designer.rowValues(1)).toMatchObject({ id: "1", email: expect.stringContaining("@") });
});

test("a database is opened with a rule for every column", { tag: "@both" }, async ({ seedloom, scratch }) => {
  await new WelcomePage(seedloom).chooseDatabase(makeDatabase(scratch));
  const designer = await Designer.shown(seedloom);
  await designer.openTable("books");
  await expect(designer.column("title")).toBeVisible();
  const row = await designer.rowValues(1);
  expect(Object.keys(row)).toEqual(["id", "author_id", "title", "price"]);
  for (const value of Object.values(row)) expect(value).not.toBe("");
});

test(
  "a file that is no database is refused in one sentence, and the way on stays open",
  { tag: "@both" },
  async ({ seedloom, scratch }) => {
    const welcome = new WelcomePage(seedloom);
    await welcome.chooseDatabase(await makeImpostor(scratch));
    const alert = seedloom.page.getByRole("alert").first();
    await expect(alert).toContainText("notes.sqlite");
    await expect(alert).not.toContainText(/\bat \S+:\d+/);
  },
);

test("a project shows among the recent ones once it is saved", async ({ seedloom, scratch }) => {
  const welcome = new WelcomePage(seedloom);
  await expect(welcome.recent).toContainText("None yet");
  const designer = await welcome.openSample();
  await designer.saveInto(`${scratch}/my-shop`);
  await designer.openPalette().then((palette) => palette.run(">close the project"));
  await expect(welcome.recent).toContainText("my-shop");
});

test("a database of 500 tables opens, and is filtered by typing", async ({ seedloom, scratch }) => {
  await new WelcomePage(seedloom).chooseDatabase(makeWideDatabase(scratch, 500));
  const designer = await Designer.shown(seedloom);
  await seedloom.page.getByLabel("Filter tables").fill("table_49");
  await expect(designer.tree.locator("[aria-level='2']")).toHaveCount(10);
  await designer.openTable("table_499");
});
