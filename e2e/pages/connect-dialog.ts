import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";

/** Where a database is connected to, and connections are saved. */
export class ConnectDialog {
  readonly dialog: Locator;
  readonly address: Locator;
  readonly alert: Locator;
  readonly test: Locator;
  readonly connect: Locator;
  readonly save: Locator;

  constructor(page: Page, title: "Connect to a database" | "Add a database" = "Connect to a database") {
    this.dialog = page.getByRole("dialog", { name: title });
    this.address = this.dialog.getByLabel("Address, if you have one");
    this.alert = this.dialog.getByRole("alert");
    this.test = this.dialog.getByRole("button", { name: "Test", exact: true });
    this.connect = this.dialog.getByRole("button", {
      name: title === "Add a database" ? "Add" : "Connect",
      exact: true,
    });
    this.save = this.dialog.getByRole("button", { name: "Save", exact: true });
  }

  async choose(kind: string): Promise<void> {
    await this.dialog.getByRole("radio", { name: new RegExp(`^${kind}`) }).check({ force: true });
  }

  field(label: string): Locator {
    return this.dialog.getByRole("textbox", { name: label, exact: true });
  }

  /** Gives the whole address, which goes into the fields. */
  async paste(address: string, database: string): Promise<void> {
    await this.address.fill(address);
    await this.address.press("Enter");
    await expect(this.field("Database")).toHaveValue(database);
  }
}
