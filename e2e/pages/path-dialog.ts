import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** The window's own dialog for a file or a folder. */
export class PathDialog {
  readonly dialog: Locator;
  readonly error: Locator;

  constructor(page: Page, title: string) {
    this.dialog = page.getByRole("dialog", { name: title });
    this.error = this.dialog.getByRole("alert");
  }

  async choose(path: string, action: string): Promise<void> {
    await expect(this.dialog.getByRole("listbox")).toHaveAttribute("aria-busy", "false");
    await this.dialog.getByRole("textbox", { name: /^Path of the/ }).fill(path);
    await this.dialog.getByRole("button", { name: action, exact: true }).click();
  }
}
