import { expect } from "playwright/test";
import type { Locator } from "playwright";
import type { Designer } from "./designer.ts";

/** How many rows a table gets for each row of its owner: the popover at the designer's head. */
export class RowsRule {
  readonly #designer: Designer;
  readonly dialog: Locator;

  private constructor(designer: Designer) {
    this.#designer = designer;
    const { page } = designer;
    this.dialog = page
      .getByRole("dialog")
      .filter({ has: page.getByRole("radiogroup", { name: "How rows are counted" }) });
  }

  static async opened(designer: Designer): Promise<RowsRule> {
    const rule = new RowsRule(designer);
    await designer.page.getByTitle(/^Choose a fixed number/).click();
    await expect(rule.dialog).toBeVisible();
    return rule;
  }

  async choose(distribution: "Even" | "Poisson" | "Zipf" | "Custom"): Promise<void> {
    await this.dialog.getByRole("radio", { name: distribution }).click();
  }

  /** The bar of the owners with so many rows. */
  bar(count: number): Locator {
    return this.dialog.getByRole("slider", { name: new RegExp(` with ${count} rows?$`) });
  }

  async shareOf(count: number): Promise<number> {
    return Number(await this.bar(count).getAttribute("aria-valuenow"));
  }

  /** Drags a bar's top to a part of the chart's height. */
  async drag(count: number, part: number): Promise<void> {
    const box = await this.bar(count).boundingBox();
    if (box === null) throw new Error(`There is no bar for ${count} rows.`);
    const { mouse } = this.#designer.page;
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height * (1 - part), { steps: 5 });
    await mouse.up();
  }

  /** The row count that the rule comes to, as the popover says it. */
  async rowCount(): Promise<number> {
    const text = await this.dialog.getByRole("definition").last().innerText();
    return Number(text.replaceAll(",", ""));
  }
}
