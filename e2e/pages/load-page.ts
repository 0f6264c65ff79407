import { expect } from "playwright/test";
import type { Locator, Page } from "playwright";
import { ConnectDialog } from "./connect-dialog.ts";

/** The database side of the export screen: where rows are loaded and proved. */
export class LoadPage {
  readonly page: Page;
  readonly load: Locator;
  readonly prove: Locator;
  readonly proof: Locator;
  /** What is asked before the first write. */
  readonly question: Locator;
  readonly confirm: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.load = page.getByRole("button", { name: /^Load( again)?…/ });
    this.prove = page.getByRole("button", { name: "Prove it" });
    this.proof = page.getByRole("region", { name: "Proof" });
    this.question = page.getByRole("dialog", { name: /^Load into .*\?$/ });
    this.confirm = this.question.getByRole("button", { name: /^Load [\d,.]+ ?[kM]? ?rows?$/ });
  }

  static async shown(page: Page): Promise<LoadPage> {
    await expect(page.getByRole("radiogroup", { name: "Load into" })).toBeAttached();
    return new LoadPage(page);
  }

  async add(address: string, database: string, label: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add a database" }).click();
    const connect = new ConnectDialog(this.page, "Add a database");
    await connect.paste(address, database);
    await connect.field("Name").fill(label);
    await connect.connect.click();
    await expect(this.target(label)).toBeChecked();
  }

  /** Shows the database, and what goes into it. */
  async choose(label: string): Promise<void> {
    await this.target(label).check();
  }

  target(label: string): Locator {
    return this.page.getByRole("radiogroup", { name: "Load into" }).getByRole("radio", { name: new RegExp(label) });
  }

  /** Opens the question, once the database has answered. */
  async ask(): Promise<void> {
    await this.load.click();
    const go = this.question.getByRole("button", { name: /^Load .*rows?$/ });
    await expect(go).toBeVisible();
    // Keys that come before the focus would go nowhere.
    await expect(go.or(this.question.getByRole("textbox")).and(this.page.locator(":focus"))).toBeVisible();
  }

  async setting(group: string, value: string): Promise<void> {
    await this.page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: value }).click();
  }
}
