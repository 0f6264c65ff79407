import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

/** The serious findings on what is shown now, each with the place it is about. */
async function findings(page: Page): Promise<readonly string[]> {
  // Legacy mode runs in this page alone; the other needs a second page, which a desktop window does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen can be used by everyone, ${colorScheme}`, async ({ seedloom }) => {
    test.setTimeout(120_000);
    const { page } = seedloom;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const check = (screen: string): Promise<void> =>
      test.step(screen, async () => expect.soft(await findings(page), screen).toEqual([]));

    const welcome = new WelcomePage(seedloom);
    await expect(welcome.sampleButton).toBeVisible();
    await check("welcome");
    const designer = await welcome.openSample();
    await designer.openTable("orders");
    await check("designer");
    await designer.pickColumn(
      (await designer.columns.locator("tr[data-column]").nth(2).getAttribute("data-column")) ?? "",
    );
    await check("inspector");
    const palette = await designer.openPalette();
    await palette.input.fill("cust");
    await check("palette");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+s");
    if (!seedloom.systemDialogs) await check("save");
    await page.keyboard.press("Escape");
    await designer.columns.focus();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await check("keyboard shortcuts");
    await page.keyboard.press("Escape");
    await designer.openExport();
    await check("export");
  });
}
