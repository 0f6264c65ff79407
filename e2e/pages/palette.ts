import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** The command palette: rows, tables, columns and commands from the keyboard. */
export class Palette {
  readonly dialog: Locator;
  readonly input: Locator;
  readonly results: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Command palette" });
    this.input = this.dialog.getByRole("combobox");
    this.results = this.dialog.getByRole("option");
  }

  static async shown(page: Page): Promise<Palette> {
    const palette = new Palette(page);
    await expect(palette.input).toBeFocused();
    return palette;
  }

  async run(query: string): Promise<void> {
    await this.input.fill(query);
    await expect(this.results.first()).toBeVisible();
    await this.#page.keyboard.press("Enter");
    await expect(this.dialog).toBeHidden();
  }
}
