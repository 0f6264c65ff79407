import { findings } from "../fixtures/axe-findings.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";
import type { Designer } from "../pages/designer.ts";
import { RowsRule } from "../pages/relations.ts";
import { WelcomePage } from "../pages/welcome-page.ts";

const test = base.extend<{ readonly designer: Designer }>({
  designer: async ({ seedloom }, use) => {
    const designer = await new WelcomePage(seedloom).openSample();
    await designer.openTable("orders");
    await use(designer);
  },
});

test("bars of rows per owner are dragged and moved by keys, and the row count follows", async ({ designer }) => {
  const rows = await RowsRule.opened(designer);
  const before = await rows.rowCount();
  await rows.choose("Custom");
  await rows.drag(5, 0.9);
  await expect.poll(() => rows.shareOf(5)).toBeGreaterThan(20);
  const dragged = await rows.shareOf(5);
  await expect.poll(() => rows.rowCount()).toBeGreaterThan(before);
  await rows.bar(5).press("ArrowDown");
  await expect.poll(() => rows.shareOf(5)).toBe(dragged - 1);
  const box = designer.page.getByRole("textbox", { name: "Rows of orders" });
  const inBox = async (): Promise<number> => Number((await box.inputValue()).replaceAll(",", ""));
  await expect.poll(async () => (await inBox()) - (await rows.rowCount())).toBe(0);
});

test("a drag is one step of undo", async ({ designer }) => {
  const box = designer.page.getByRole("textbox", { name: "Rows of orders" });
  const before = await box.inputValue();
  const rows = await RowsRule.opened(designer);
  await rows.drag(5, 0.9);
  await designer.page.keyboard.press("Escape");
  await expect(box).not.toHaveValue(before);
  await designer.undo();
  await expect(box).toHaveValue(before);
});

test("a foreign key tells its relation; its rows are freed and grouped again", async ({ designer }) => {
  await designer.pickColumn("customer_id");
  const relation = designer.inspector.getByRole("region", { name: "Relation" });
  await expect(relation).toContainText("orders.customer_id");
  await expect(relation).toContainText("customers.id");
  await expect(relation).toContainText(/1,000 parents for 2,500 rows/);
  await expect(designer.inspector.getByLabel("Parents are picked")).toHaveCount(0);

  await relation.getByRole("button", { name: "Free rows" }).click();
  await expect(relation).toContainText("Each row picks its parent by chance");
  await designer.inspector.getByLabel("Parents are picked").selectOption("zipf");
  await expect(relation).toContainText("A few parents have most of the rows");
  await relation.getByRole("button", { name: "Group rows by customers" }).click();
  await expect(relation).toContainText("Rows are grouped by customers");
  await expect(relation).toContainText(/1,000 parents for 2,500 rows/);
});

test("a rule that breaks a CHECK is told where it matters, with the row, and its fix settles it", async ({
  designer,
}) => {
  await designer.openTable("order_items");
  await designer.pickColumn("quantity");
  await designer.pickRule("whole", "Integer|Whole number");
  const minimum = designer.inspector.getByRole("textbox", { name: "Minimum" });
  await minimum.fill("-50");
  await expect(designer.inspector.getByText(/% of rows break CHECK/)).toBeVisible();
  await expect(designer.status).toContainText("warning");
  const mark = designer.tree.getByRole("treeitem").filter({ has: designer.page.getByTitle("order_items") });
  await expect(mark.getByRole("img", { name: "Warnings" })).toBeVisible();

  const constraints = designer.inspector.getByRole("region", { name: "Constraints" });
  const row = constraints.getByRole("button", { name: /^row [\d,]+$/ });
  const number = Number((await row.innerText()).replaceAll(/\D/g, ""));
  await row.click();
  const quantity = Number((await designer.rowValues(number))["quantity"]);
  expect(quantity < 1 || quantity > 99).toBe(true);

  await designer.inspector.getByRole("button", { name: /^Set minimum to 1\b/ }).click();
  await expect(designer.status).toContainText("No problems");
});

test("a total is taken from a column of owned rows, and a copy from a parent", async ({ designer }) => {
  await designer.pickColumn("total_amount");
  await expect(designer.inspector.getByRole("combobox", { name: "Table", exact: true })).toHaveValue("order_items");
  await designer.inspector.getByRole("combobox", { name: "Column", exact: true }).selectOption("unit_price");
  await expect(designer.column("total_amount")).toContainText("sum of order_items.unit_price");
  await designer.openTable("order_items");
  await designer.pickColumn("unit_price");
  await designer.inspector.getByRole("combobox", { name: "Column", exact: true }).selectOption("product_id.cost");
  await expect(designer.column("unit_price")).toContainText("product_id.cost");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`relations and constraints can be used by everyone, ${colorScheme}`, async ({ designer, seedloom }) => {
    const { page } = seedloom;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await designer.pickColumn("customer_id");
    expect.soft(await findings(page), "relation").toEqual([]);
    await RowsRule.opened(designer);
    expect.soft(await findings(page), "rows of an owner").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /problems? in this table$/i }).click();
    expect.soft(await findings(page), "constraints of a table").toEqual([]);
  });
}
