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
    // A folder with nothing to choose in it is no list box.
    const files = this.dialog.getByRole("listbox").or(this.dialog.getByRole("group"));
    await expect(files).toHaveAttribute("aria-busy", "false");
    await this.dialog.getByRole("textbox", { name: /^Path of the/ }).fill(path);
    await this.dialog.getByRole("button", { name: action, exact: true }).click();
  }
}
