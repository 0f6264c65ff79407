import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findings } from "../fixtures/axe-findings.ts";
import type { Designer } from "../pages/designer.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";

const test = base.extend<{ readonly designer: Designer }>({
  designer: async ({ seedloom }, use) => {
    const designer = await new WelcomePage(seedloom).openSample();
    await designer.openTable("products");
    await designer.pickColumn("description");
    await use(designer);
  },
});

test("a JSON document is composed of fields, and shown as it grows", async ({ designer, scratch }) => {
  const { page } = designer;
  await designer.pickRule("json document", "JSON document");
  await designer.inspector.getByRole("button", { name: "Edit document…" }).click();
  const dialog = page.getByRole("dialog", { name: "Document of products.description" });
  const tree = dialog.getByRole("tree", { name: "Parts of the document" });
  const sample = dialog.getByLabel("A document");
  const name = dialog.getByLabel("Name", { exact: true });
  await tree.getByRole("treeitem").first().click();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  // What is new says its name first, and gets the rule that the name speaks for.
  await expect(name).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("email");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("group", { name: "Rule of email" })).toContainText("E-mail");
  await expect(sample).toContainText(/"email": "\S+@\S+"/);

  await dialog.getByRole("combobox", { name: "Is" }).selectOption("Object");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(name).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("shelf");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: "Is" }).selectOption("Column of the row");
  await dialog.getByRole("combobox", { name: "Column" }).selectOption("sku");
  const { sku = "" } = await designer.rowValues(1);
  await expect(sample).toContainText(new RegExp(String.raw`"shelf": "${sku}"`));
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => {
      const rows = await Promise.all([1, 2, 3, 4, 5, 6].map((row) => designer.rowValues(row)));
      return rows.filter((row) => (row["description"] ?? "").includes(`"shelf":"${row["sku"]}"`)).length;
    })
    .toBeGreaterThan(2);

  await designer.saveInto(join(scratch, "shop"));
  expect(await readFile(join(scratch, "shop", "seedloom.yaml"), "utf8")).toMatch(/shelf: \{ \$column: sku \}/);
});

test("a JSON Schema starts a document, and one that goes in a circle is refused by its place", async ({ designer }) => {
  const { page } = designer;
  await designer.pickRule("json document", "JSON document");
  await designer.inspector.getByRole("button", { name: "Edit document…" }).click();
  const dialog = page.getByRole("dialog", { name: "Document of products.description" });
  await dialog.getByRole("radio", { name: "From a JSON Schema" }).check({ force: true });
  const box = dialog.getByRole("textbox", { name: "JSON Schema" });
  const use = dialog.getByRole("button", { name: /^(Use|Start|Make)/ });
  await box.fill(JSON.stringify({ type: "object", required: ["next"], properties: { next: { $ref: "#" } } }));
  await use.click();
  await expect(dialog.getByRole("alert")).toContainText("next");
  await box.fill(
    JSON.stringify({
      type: "object",
      required: ["grade", "tags"],
      properties: {
        grade: { type: "integer", minimum: 3, maximum: 5 },
        tags: { type: "array", items: { enum: ["new", "sale"] }, minItems: 2, maxItems: 2 },
      },
    }),
  );
  await use.click();
  const tree = dialog.getByRole("tree", { name: "Parts of the document" });
  await expect(tree.getByRole("treeitem").filter({ hasText: "grade" })).toBeVisible();
  await expect(dialog.getByLabel("A document")).toContainText(/"grade": [345]/);
  await expect(dialog.getByLabel("A document")).toContainText(/"tags": \[\s+"(new|sale)",\s+"(new|sale)"\s+\]/);
});

test("XML has attributes by a choice, not by a spelling", async ({ designer }) => {
  const { page } = designer;
  await designer.pickRule("xml document", "XML document");
  await designer.inspector.getByRole("button", { name: "Edit document…" }).click();
  const dialog = page.getByRole("dialog", { name: "Document of products.description" });
  await dialog.getByRole("tree").getByRole("treeitem").first().click();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("code");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: "Is" }).selectOption("Fixed value");
  await dialog.getByLabel("Value", { exact: true }).fill("7");
  await expect(dialog.getByLabel("A document")).toContainText("<code>7</code>");
  await dialog.getByRole("combobox", { name: "Written as" }).selectOption("Attribute");
  await expect(dialog.getByLabel("A document")).toContainText(/<document[^>]* code="7"/);
});

test("a mix makes each row by weight, or by what the row says", async ({ designer, scratch }) => {
  const { page } = designer;
  await designer.pickRule("either or", "Mix of rules");
  const rules = designer.inspector.getByRole("group", { name: "Rules", exact: true });
  await expect(rules).toContainText("75% of the rows");
  const part = (at: number) => rules.getByRole("group", { name: `Rule ${at}`, exact: true }).first();
  // The rule that was there makes most of the rows; another one stands beside it.
  await part(2)
    .getByRole("button", { name: /^Rule 2: / })
    .click();
  await part(2).getByRole("combobox", { name: "Find a rule" }).fill("constant");
  await part(2)
    .getByRole("option", { name: /^Constant/ })
    .first()
    .click();
  await part(2).getByRole("textbox", { name: "Value" }).fill("sold out");
  await part(2).getByRole("button", { name: "Only where…" }).click();
  await expect(part(2).getByRole("textbox", { name: "Condition of rule 2" })).toBeFocused();
  await page.keyboard.type("rating > 3");
  await expect(rules).toContainText("products has no column rating");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("id % 2 == 0");
  await page.keyboard.press("Enter");
  await expect(rules).toContainText("where it holds");
  await expect.poll(async () => (await designer.rowValues(4))["description"]).toBe("sold out");
  for (const row of [3, 5, 9]) expect((await designer.rowValues(row))["description"]).not.toBe("sold out");
  for (const row of [6, 10]) expect((await designer.rowValues(row))["description"]).toBe("sold out");
  expect(await findings(page)).toEqual([]);

  await part(2)
    .getByRole("spinbutton", { name: "Weight of rule 2" })
    .or(part(2).getByLabel("Weight of rule 2"))
    .fill("0");
  await expect(designer.inspector).toContainText("add up to 0");
  await designer.inspector.getByRole("button", { name: "Weigh them alike" }).click();
  await expect(designer.inspector).not.toContainText("add up to 0");
  await designer.saveInto(join(scratch, "shop"));
  const text = await readFile(join(scratch, "shop", "seedloom.yaml"), "utf8");
  expect(text).toMatch(/mix:/);
  expect(text).toMatch(/when: id % 2 == 0/);
});
