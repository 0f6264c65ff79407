import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** The figures below the masked rows: leaks, k-anonymity, joins, and the report of them. */
export class PrivacyCards {
  readonly page: Page;
  readonly leaks: Locator;
  readonly risk: Locator;
  readonly joins: Locator;
  readonly reach: Locator;
  readonly report: Locator;

  constructor(page: Page) {
    this.page = page;
    this.leaks = page.getByRole("region", { name: "Leak check" });
    this.risk = page.getByRole("region", { name: "k-anonymity" });
    this.joins = page.getByRole("region", { name: "Joins still match" });
    this.reach = page.getByRole("dialog", { name: /^Reach k/ });
    this.report = page.getByRole("button", { name: "Privacy report" });
  }

  /** All that the cards say. */
  async text(): Promise<string> {
    return (await Promise.all([this.leaks, this.risk, this.joins].map((card) => card.innerHTML()))).join("\n");
  }

  /** Counts over these columns, and no others. */
  async choose(...columns: readonly string[]): Promise<void> {
    await this.risk.getByRole("button", { name: "Columns" }).click();
    const dialog = this.page.getByRole("dialog", { name: /^Who could be singled out/ });
    await expect(dialog.getByRole("checkbox").first()).toBeVisible();
    for (const box of await dialog.getByRole("checkbox").all()) await box.setChecked(false);
    for (const column of columns) await dialog.getByRole("checkbox", { name: new RegExp(`^${column}`) }).check();
    await dialog.getByRole("button", { name: "Show figures" }).click();
  }

  async target(k: string): Promise<void> {
    await this.risk.getByRole("button", { name: "Columns" }).click();
    const dialog = this.page.getByRole("dialog", { name: /^Who could be singled out/ });
    await dialog.getByRole("textbox", { name: "Target k" }).fill(k);
    await dialog.getByRole("button", { name: "Show figures" }).click();
  }
}
