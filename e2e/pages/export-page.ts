import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** Where exports are set up, compared with what stands in the folder, and run. */
export class ExportPage {
  readonly page: Page;
  readonly run: Locator;
  readonly dryRun: Locator;
  readonly stop: Locator;
  readonly state: Locator;
  readonly files: Locator;
  readonly changes: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.run = page.getByRole("button", { name: /^Run(?! all)/ });
    this.dryRun = page.getByRole("button", { name: "Dry run" });
    this.stop = page.getByRole("button", { name: "Stop" });
    this.state = page.getByRole("region", { name: "Run" }).getByRole("status");
    this.files = page.getByRole("tree", { name: "Files that were written" });
    this.changes = page.getByRole("region", { name: "Changes" });
    this.problems = page.getByRole("alert");
  }

  static async shown(page: Page): Promise<ExportPage> {
    await expect(page.getByRole("heading", { level: 1, name: "Export" })).toBeVisible();
    return new ExportPage(page);
  }

  /** Adds an export. `into`: the folder of a project that is not saved yet; the export then writes right into it. */
  async add(format: string, into?: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add an export" }).click();
    await this.page.getByRole("menuitem", { name: format, exact: true }).click();
    if (into === undefined) return;
    await this.page.getByRole("textbox", { name: "Into the folder" }).fill(into);
    await this.setFolder(".");
  }

  async setFolder(folder: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: "Folder", exact: true });
    await box.fill(folder);
    await box.press("Enter");
  }

  /** Row counts of one load. */
  async setRows(table: string, rows: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: `Rows of ${table}` });
    await box.fill(rows);
    await box.press("Enter");
  }

  async runToEnd(): Promise<void> {
    await this.run.click();
    await expect(this.state).toContainText("Done");
  }

  /** Shows a file of the last run in the pane of changes. */
  async show(file: string): Promise<void> {
    await this.page.getByRole("treeitem", { name: new RegExp(file.replaceAll(".", String.raw`\.`)) }).click();
    await expect(this.changes).toContainText(file);
  }
}
