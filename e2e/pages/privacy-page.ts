import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** Where personal columns are reviewed, and rows are seen before and after masking. */
export class PrivacyPage {
  readonly page: Page;
  readonly findings: Locator;
  readonly rows: Locator;
  readonly tab: Locator;
  readonly summary: Locator;
  readonly row: Locator;
  readonly hide: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.findings = page.getByRole("grid", { name: "Personal columns" });
    this.rows = page.getByTestId("masked-grid");
    this.tab = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: /^Privacy/ });
    this.summary = page.getByRole("heading", { level: 1 });
    this.row = page.getByRole("textbox", { name: "Row", exact: true });
    this.hide = page.getByRole("switch", { name: "Hide source values" });
    this.status = page.getByRole("contentinfo", { name: "Status" });
  }

  /** Goes there, and waits until the source's values were looked at. */
  static async open(page: Page): Promise<PrivacyPage> {
    const privacy = new PrivacyPage(page);
    await privacy.tab.click();
    await expect(page.getByText(/rows each$/)).toBeVisible();
    return privacy;
  }

  finding(column: string): Locator {
    return this.findings.getByRole("row").filter({ has: this.page.getByTitle(column, { exact: true }) });
  }

  async maskAllTables(): Promise<void> {
    await this.page.getByRole("button", { name: "Take all rows from the source" }).first().click();
    await expect(this.rows).toBeVisible();
  }

  /** Chooses what becomes of a column from the list below its chip. */
  async choose(column: string, choice: string | RegExp): Promise<void> {
    await this.finding(column).getByRole("button").click();
    await this.page.getByRole("menuitem", { name: choice }).first().click();
  }

  async keep(column: string, reason: string): Promise<void> {
    await this.choose(column, "Keep with a reason…");
    const dialog = this.page.getByRole("dialog", { name: /^Keep / });
    await dialog.getByRole("textbox").fill(reason);
    await dialog.getByRole("button", { name: "Keep it" }).click();
  }

  async applyPolicies(...policies: readonly string[]): Promise<void> {
    await this.page.getByRole("button", { name: /^Policy/ }).click();
    for (const policy of policies) await this.page.getByRole("menuitemcheckbox", { name: policy }).click();
    await this.page.getByRole("menuitem", { name: /^Apply policy/ }).click();
    await this.page.getByRole("button", { name: /^Set \d+ masks?$/ }).click();
  }

  /** Makes a key and uses it; answers with its fingerprint. */
  async makeKey(): Promise<string> {
    await this.status.getByRole("button", { name: "No key" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Key of the masks" });
    await dialog.getByRole("button", { name: "Make a new key" }).click();
    await expect(dialog.getByRole("textbox", { name: "New key" })).toHaveValue(/^\S{43}$/);
    await dialog.getByRole("button", { name: "Use this key" }).click();
    const shown = dialog.getByText(/^Key [0-9a-f]{16}$/);
    await expect(shown).toBeVisible();
    const fingerprint = (await shown.textContent())?.slice("Key ".length) ?? "";
    await dialog.getByRole("button", { name: "Done" }).click();
    return fingerprint;
  }

  async forgetKey(): Promise<void> {
    await this.status.getByRole("button", { name: /^Key / }).click();
    const dialog = this.page.getByRole("dialog", { name: "Key of the masks" });
    await dialog.getByRole("button", { name: "Forget it" }).click();
    await expect(dialog.getByText("This project has no key here")).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
  }

  /** The cells of a row on screen, by its number. */
  cells(number: string): Locator {
    return this.rows.getByRole("row").filter({ has: this.page.getByRole("cell", { name: number, exact: true }) });
  }
}
