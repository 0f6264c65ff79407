import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";
import type { Running } from "../fixtures/hosts.ts";
import { ExportPage } from "./export-page.ts";
import { Palette } from "./palette.ts";
import { PathDialog } from "./path-dialog.ts";

/** The main screen: tables at the left, the picked table's columns above its rows, the picked column at the right. */
export class Designer {
  readonly #seedloom: Running;
  readonly page: Page;
  readonly tree: Locator;
  readonly inspector: Locator;
  readonly columns: Locator;
  readonly preview: Locator;
  readonly seed: Locator;
  /** The row count beside the row box. */
  readonly total: Locator;
  readonly status: Locator;

  constructor(seedloom: Running) {
    const { page } = seedloom;
    this.#seedloom = seedloom;
    this.page = page;
    this.tree = page.getByRole("tree", { name: "Tables" });
    this.inspector = page.getByRole("complementary", { name: "Inspector" });
    this.columns = page.getByTestId("column-grid");
    this.preview = page.getByTestId("preview-grid");
    this.seed = page.getByRole("textbox", { name: "Seed" });
    this.total = page.getByText(/^of [\d,]+$/);
    this.status = page.getByRole("contentinfo", { name: "Status" });
  }

  static async shown(seedloom: Running): Promise<Designer> {
    const designer = new Designer(seedloom);
    await expect(designer.tree).toBeVisible();
    return designer;
  }

  async openTable(name: string): Promise<void> {
    await this.tree
      .getByRole("treeitem")
      .filter({ has: this.page.getByTitle(name, { exact: true }) })
      .click();
    await expect(this.page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
    await expect(this.previewRow(1)).toBeVisible();
  }

  /** The row of the column grid that stands for a column. */
  column(name: string): Locator {
    return this.columns.locator(`tr[data-column="${name}"]`);
  }

  async pickColumn(name: string): Promise<void> {
    await this.column(name).getByRole("gridcell").nth(1).click();
    await expect(this.inspector.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  }

  /** @param number as on screen: 1-based. */
  previewRow(number: number): Locator {
    return this.preview.locator(`tr[aria-rowindex="${number + 1}"]`);
  }

  /** A row of the preview by column, once it is there: the columns that are in view. */
  async rowValues(number: number): Promise<Readonly<Record<string, string>>> {
    const row = this.previewRow(number);
    await expect(row.getByRole("gridcell").first()).not.toBeEmpty();
    const texts = (locator: Locator): Promise<[string, string][]> =>
      locator.evaluateAll((cells) => cells.map((cell) => [cell.ariaColIndex ?? "", cell.textContent]));
    const names = new Map(await texts(this.preview.getByRole("columnheader")));
    return Object.fromEntries(
      (await texts(row.getByRole("gridcell"))).map(([at, text]) => [names.get(at) ?? at, text]),
    );
  }

  async goToRow(words: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: "Row", exact: true });
    await box.fill(words);
    await box.press("Enter");
  }

  async setRows(table: string, rows: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: `Rows of ${table}` });
    await box.fill(rows);
    await box.press("Enter");
  }

  async setSeed(seed: string): Promise<void> {
    await this.seed.fill(seed);
    await this.seed.press("Enter");
  }

  async pickRule(query: string, label: string): Promise<void> {
    await this.inspector.getByRole("combobox", { name: "Find a rule" }).fill(query);
    await this.inspector
      .getByRole("option", { name: new RegExp(label) })
      .first()
      .click();
  }

  async undo(): Promise<void> {
    await this.columns.focus();
    await this.page.keyboard.press("ControlOrMeta+z");
  }

  async redo(): Promise<void> {
    await this.columns.focus();
    await this.page.keyboard.press("ControlOrMeta+Shift+z");
  }

  /** Saves for the first time, into a folder that the dialog of this host is told. */
  async saveInto(folder: string): Promise<void> {
    await this.#seedloom.answerDialog(folder);
    await this.page.keyboard.press("ControlOrMeta+s");
    if (!this.#seedloom.systemDialogs) await new PathDialog(this.page, "Save the project").choose(folder, "Save here");
    await expect.poll(() => existsSync(join(folder, "seedloom.yaml"))).toBe(true);
  }

  async openPalette(): Promise<Palette> {
    await this.page.keyboard.press("ControlOrMeta+k");
    return Palette.shown(this.page);
  }

  async openExport(): Promise<ExportPage> {
    await this.page.keyboard.press("ControlOrMeta+e");
    return ExportPage.shown(this.page);
  }
}
