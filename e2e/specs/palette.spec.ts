import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("the palette goes to tables, columns and rows, and runs commands", { tag: "@both" }, async ({ seedloom }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  await (await designer.openPalette()).run("products");
  await expect(seedloom.page.getByRole("heading", { level: 1, name: "products" })).toBeVisible();
  await (await designer.openPalette()).run("#12");
  await expect(seedloom.page.getByRole("textbox", { name: "Row", exact: true })).toHaveValue("12");
  const seed = await designer.seed.inputValue();
  await (await designer.openPalette()).run(">new seed");
  await expect(designer.seed).not.toHaveValue(seed);
});

test("the palette opens from inside a field and gives the focus back", async ({ seedloom }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  await designer.seed.focus();
  const palette = await designer.openPalette();
  await seedloom.page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();
  await expect(designer.seed).toBeFocused();
});
