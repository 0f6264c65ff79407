import { WelcomePage } from "../pages/welcome-page.ts";
import type { Designer } from "../pages/designer.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";

const test = base.extend<{ readonly designer: Designer }>({
  designer: async ({ seedloom }, use) => {
    const designer = await new WelcomePage(seedloom).openSample();
    await designer.openTable("customers");
    await use(designer);
  },
});

test("row 50,000,000 of a table shows as soon as it is asked for", async ({ designer }) => {
  await designer.setRows("customers", "50m");
  await expect(designer.total).toHaveText("of 50,000,000");
  await designer.goToRow("50,000,000");
  const values = await designer.rowValues(50_000_000);
  expect(values).toMatchObject({
    id: "50000000",
    first_name: expect.stringMatching(/\w/),
    email: expect.stringContaining("@"),
  });
  await designer.goToRow("1");
  expect(await designer.rowValues(1)).not.toEqual(values);
});

test("the same seed gives the same rows, another seed others", async ({ designer }) => {
  const seed = await designer.seed.inputValue();
  const before = await designer.rowValues(1);
  await designer.setSeed("7");
  await expect.poll(() => designer.rowValues(1)).not.toEqual(before);
  await designer.setSeed(seed);
  await expect.poll(() => designer.rowValues(1)).toEqual(before);
});

test("every edit can be undone and redone", async ({ designer }) => {
  const before = await designer.rowValues(1);
  await designer.setSeed("99");
  await expect.poll(() => designer.rowValues(1)).not.toEqual(before);
  const after = await designer.rowValues(1);
  await designer.undo();
  await expect.poll(() => designer.rowValues(1)).toEqual(before);
  await designer.redo();
  await expect.poll(() => designer.rowValues(1)).toEqual(after);
});

test("a rule that is picked shows in the preview, and in no other column", async ({ designer }) => {
  const before = await designer.rowValues(2);
  await designer.pickColumn("email");
  await designer.pickRule("constant", "Constant");
  await expect.poll(async () => (await designer.rowValues(2))["email"]).not.toBe(before["email"]);
  const after = await designer.rowValues(2);
  for (const column of ["id", "first_name", "last_name", "phone", "birth_date"]) {
    expect(after[column]).toBe(before[column]);
  }
});

test("the inspector says why a rule was suggested", async ({ designer }) => {
  await designer.pickColumn("email");
  await expect(designer.inspector).toContainText(/why/i);
});

test("every table of the sample shows rows and has no problem", async ({ designer }) => {
  const tables = await designer.tree
    .getByRole("treeitem")
    .and(designer.page.locator("[aria-level='2']:not([aria-disabled])"))
    .locator(".nm")
    .allInnerTexts();
  expect(tables.length).toBeGreaterThan(7);
  for (const table of tables) {
    await designer.openTable(table);
    await expect(designer.page.getByRole("button", { name: /problems? in this table$/i }), table).toHaveAccessibleName(
      "No problems in this table",
    );
  }
});
