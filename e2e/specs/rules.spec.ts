import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { findings } from "../fixtures/axe-findings.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { Designer } from "../pages/designer.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";

const test = base.extend<{ readonly designer: Designer }>({
  designer: async ({ seedloom }, use) => {
    const designer = await new WelcomePage(seedloom).openSample();
    await designer.openTable("customers");
    await use(designer);
  },
});

const ruleOf = (designer: Designer, column: string) => designer.column(column).getByRole("button").first();

test("what is typed right after R is searched for, and the rule is taken without the mouse", async ({ designer }) => {
  const { page } = designer;
  await designer.pickColumn("last_name");
  await designer.columns.focus();
  // Without a pause: the first letters used to be keys of the grid.
  await page.keyboard.press("r");
  await page.keyboard.type("oneof red, green");
  const picker = page.getByRole("dialog", { name: "Rule for last_name" });
  await expect(picker.getByRole("combobox")).toHaveValue("oneof red, green");
  await picker.getByRole("combobox").fill("weighted red 3 green 1");
  await expect(picker.getByRole("option", { name: /Weighted choice/ })).toContainText("red, green");
  await page.keyboard.press("Enter");
  await expect(picker).toBeHidden();
  await expect(ruleOf(designer, "last_name")).toContainText("Weighted choice");
  await expect.poll(async () => (await designer.rowValues(1))["last_name"]).toMatch(/^(red|green)$/);
});

test("the picker shows values of this column, and what does not fit it, before a rule is taken", async ({
  designer,
}) => {
  const { page } = designer;
  await designer.pickColumn("loyalty_tier");
  await designer.columns.focus();
  await page.keyboard.press("r");
  const picker = page.getByRole("dialog", { name: "Rule for loyalty_tier" });
  await picker.getByRole("combobox").fill("iban");
  await expect(picker.getByRole("option", { name: /^IBAN/ })).toContainText(/[A-Z]{2}\d\d/);
  await expect(picker).toContainText("which IBAN does not fit");
  expect(await findings(page)).toEqual([]);
  await picker.getByRole("combobox").fill("QX-[0-9]{4}");
  await expect(picker.getByRole("option", { name: /^Pattern/ })).toContainText(/QX-\d{4}/);
});

test("one rule goes to every column of a pattern, in one step", async ({ designer }) => {
  const { page } = designer;
  await (await designer.openPalette()).run(">assign a rule");
  const dialog = page.getByRole("dialog", { name: "Assign a rule to many columns" });
  await dialog.getByLabel("Columns named").fill("created_at");
  await expect(dialog).toContainText(/^.*3 columns in 3 tables/);
  await dialog.getByRole("button", { name: "Choose a rule" }).click();
  await dialog.getByRole("combobox", { name: "Find a rule" }).fill("last 30 days");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: /^Set rule for \d columns$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(designer.column("created_at")).toContainText("-30d to today");
  await designer.openTable("products");
  await expect(designer.column("created_at")).toContainText("-30d to today");
  await designer.undo();
  await expect(designer.column("created_at")).not.toContainText("-30d");
});

test("a histogram is drawn with the mouse, and the values follow", async ({ designer }) => {
  const { page } = designer;
  await designer.openTable("products");
  await designer.pickColumn("price");
  await designer.pickRule("histogram", "Histogram");
  const bars = designer.inspector.getByRole("group", { name: "Bars" });
  await expect(bars.getByRole("slider")).toHaveCount(10);
  // What follows from the new rule comes a moment later, and moves the bars.
  const constraints = designer.inspector.getByRole("region", { name: "Constraints" });
  await expect(constraints).toContainText(/broken by [\d,]+ of/);
  const last = await bars.getByRole("slider", { name: "90 to 100" }).boundingBox();
  const first = await bars.getByRole("slider", { name: "0 to 10", exact: true }).boundingBox();
  if (!last || !first) throw new Error("The bars are not drawn.");
  await page.mouse.move(first.x + 2, first.y + first.height - 1);
  await page.mouse.down();
  await page.mouse.move(last.x - 2, last.y + last.height - 1, { steps: 10 });
  await page.mouse.move(last.x + last.width / 2, last.y + 10);
  await page.mouse.up();
  await expect(bars.getByRole("slider", { name: "0 to 10", exact: true })).toHaveAttribute(
    "aria-valuenow",
    /^0(\.\d+)?$/,
  );
  await expect.poll(async () => Number((await designer.rowValues(1))["price"] ?? 0)).toBeGreaterThan(70);
  await designer.undo();
  await expect(bars.getByRole("slider", { name: "0 to 10", exact: true })).toHaveAttribute("aria-valuenow", "1");
});

test("an expression is completed, tried and kept", async ({ designer }) => {
  const { page } = designer;
  await designer.pickColumn("phone");
  await designer.pickRule("formula", "Formula");
  const editor = designer.inspector.getByRole("textbox", { name: "Expression" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("first_name + 1");
  await expect(designer.inspector).toContainText(/text|string/i);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type('first_name + "-" + last_name');
  await page.keyboard.press("Escape");
  await expect
    .poll(async () => {
      const row = await designer.rowValues(1);
      return row["phone"] === `${row["first_name"]}-${row["last_name"]}` || row["phone"];
    })
    .toBe(true);
});

test("a rule is kept as a generator of the project, and found first from then on", async ({ designer }) => {
  const { page } = designer;
  await designer.pickColumn("first_name");
  await designer.pickRule("pattern", "Pattern");
  await designer.inspector.getByRole("button", { name: "Save as custom generator…" }).click();
  await designer.inspector.getByRole("textbox", { name: "Name of the custom generator" }).fill("Badge");
  await page.keyboard.press("Enter");
  await designer.pickColumn("last_name");
  const box = designer.inspector.getByRole("combobox", { name: "Find a rule" });
  await box.fill("badge");
  await expect(designer.inspector.getByRole("option").first()).toContainText("Badge");
  await page.keyboard.press("Enter");
  await expect(ruleOf(designer, "last_name")).toContainText("Badge");
  await expect(designer.inspector.getByRole("button", { name: /^This project/ })).toBeVisible();
});

test("undo is still there after the window was loaded again", { tag: "@browser" }, async ({ designer, scratch }) => {
  const { page } = designer;
  const before = await designer.rowValues(1);
  await designer.setSeed("77");
  await expect.poll(() => designer.rowValues(1)).not.toEqual(before);
  await designer.saveInto(join(scratch, "shop"));
  await page.reload();
  await designer.openTable("customers");
  await expect(designer.seed).toHaveValue("77");
  await designer.undo();
  await expect.poll(() => designer.rowValues(1)).toEqual(before);
});

test("a look at the source's values tells rules with their reasons, and takes those that are ticked in one step", async ({
  seedloom,
  scratch,
}) => {
  const path = makeDatabase(scratch);
  const database = new DatabaseSync(path);
  database.exec(`
    ALTER TABLE books ADD COLUMN shelf TEXT;
    ALTER TABLE books ADD COLUMN binding TEXT;
    INSERT INTO authors VALUES (1, 'A', NULL);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      INSERT INTO books SELECT i, 1, 'Title', 5, 'SH-' || (1000 + i * 37), CASE i % 2 WHEN 0 THEN 'linen' ELSE 'paper' END FROM n;`);
  database.close();
  await new WelcomePage(seedloom).chooseDatabase(path);
  const designer = await Designer.shown(seedloom);
  // A new project's seed is the date, and on some days the row that is looked at below has no binding.
  await designer.setSeed("20261122");
  const { page } = seedloom;
  await (await designer.openPalette()).run(">look at the source");
  const dialog = page.getByRole("dialog", { name: "Rules by the source’s values" });
  await expect(dialog).toContainText(/could have a rule that is closer to the values, by up to 500 rows of 2 tables/);
  await expect(dialog.getByRole("checkbox", { name: "Take the rule for books.shelf" })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "Take the rule for books.binding" })).not.toBeChecked();
  await expect(dialog).toContainText("writes these values into the project");
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Take all" }).click();
  await dialog.getByRole("button", { name: /^Take \d+ rules$/ }).click();
  await expect(dialog).toBeHidden();
  await designer.openTable("books");
  await expect(designer.column("shelf")).toContainText("SH-");
  // Some are NULL, and which follows from the seed: the day on which the project is made.
  const bindings = async (): Promise<readonly (string | undefined)[]> => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((row) => designer.rowValues(row));
    return (await Promise.all(rows)).map(({ binding }) => binding);
  };
  await expect.poll(async () => (await bindings()).some((one) => one === "linen" || one === "paper")).toBe(true);
  await designer.undo();
  await expect(designer.column("shelf")).not.toContainText("SH-");
  await expect(designer.column("binding")).not.toContainText("linen");
});
