import { join } from "node:path";
import { findings } from "../fixtures/axe-findings.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { ConnectDialog } from "../pages/connect-dialog.ts";
import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen can be used by everyone, ${colorScheme}`, async ({ seedloom, scratch }) => {
    test.setTimeout(240_000);
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
    const exporting = await designer.openExport();
    await page.getByRole("button", { name: "Add an export" }).click();
    await expect(page.getByRole("menuitem", { name: "CSV" })).toBeVisible();
    await check("add an export");
    await page.keyboard.press("Escape");
    await exporting.add("SQL", join(scratch, "seeds"));
    await check("export");
    await exporting.dryRun.click();
    await expect(exporting.state).toContainText("would change");
    await check("export, compared");
    await exporting.runToEnd();
    await check("export, written");
    await page.getByRole("button", { name: "Add a database" }).click();
    await expect(page.getByRole("dialog", { name: "Add a database" })).toBeVisible();
    await check("add a database");
    const connect = new ConnectDialog(page, "Add a database");
    await connect.connect.click();
    await expect(connect.alert.first()).toBeVisible();
    await check("add a database, with an error at a field");
    await connect.choose("SQLite");
    await connect.field("File").fill(makeDatabase(scratch));
    await connect.test.click();
    await expect(connect.dialog.getByRole("status")).toContainText("answers");
    await check("add a database, tested");
    await connect.connect.click();
    await expect(connect.dialog).toBeHidden();
    await check("load, with a database");
    await page.getByRole("button", { name: /^Load…/ }).click();
    await expect(page.getByRole("dialog", { name: /^Load into/ }).getByRole("alert")).toBeVisible();
    await check("load, with a database that has other tables");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Prove it" }).click();
    await expect(page.getByRole("region", { name: "Proof" })).toBeVisible({ timeout: 30_000 });
    await check("proof");
  });
}
