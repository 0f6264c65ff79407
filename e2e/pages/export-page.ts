import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** Where tables, format and folder are chosen, and where the run is seen. */
export class ExportPage {
  readonly page: Page;
  readonly run: Locator;
  readonly stop: Locator;
  readonly state: Locator;
  readonly files: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.run = page.getByRole("button", { name: /^Run/ });
    this.stop = page.getByRole("button", { name: "Stop" });
    this.state = page.getByRole("region", { name: "Run" }).getByRole("status");
    this.files = page.getByRole("list", { name: "Files that were written" });
    this.problems = page.getByRole("alert");
  }

  static async shown(page: Page): Promise<ExportPage> {
    await expect(page.getByRole("heading", { level: 1, name: "Export" })).toBeVisible();
    return new ExportPage(page);
  }

  async choose(settings: { readonly format?: string; readonly folder?: string }): Promise<void> {
    if (settings.format !== undefined)
      await this.page.getByRole("radio", { name: new RegExp(`^${settings.format}`) }).check();
    if (settings.folder !== undefined) await this.page.getByRole("textbox", { name: "Folder" }).fill(settings.folder);
  }

  async setRows(table: string, rows: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: `Rows of ${table}` });
    await box.fill(rows);
    await box.press("Enter");
  }

  async runToEnd(): Promise<void> {
    await this.run.click();
    await expect(this.files).toBeVisible({ timeout: 30_000 });
  }

  /** Names of the files that the run wrote. */
  async writtenFiles(): Promise<readonly string[]> {
    const items = await this.files.getByRole("listitem").allInnerTexts();
    return items.map((text) => /\S+\.\w+/.exec(text)?.[0] ?? text);
  }
}
