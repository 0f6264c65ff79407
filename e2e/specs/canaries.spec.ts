import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright";
import { expect, test as base } from "../fixtures/seedloom.ts";
import { Designer } from "../pages/designer.ts";
import { ExportPage } from "../pages/export-page.ts";
import { PrivacyCards } from "../pages/privacy-cards.ts";
import { PrivacyPage } from "../pages/privacy-page.ts";

// 10,000 values that are nowhere else in the world stand in a source. With the source hidden, nothing that was ever in the
// window's document or in its accessible tree has one of them, wherever the user goes and whatever fails.

const people = 2000;
/** The city is kept, and this row's names its person. */
const betrayed = 900;

function makeSource(folder: string): string {
  const path = join(folder, "people.sqlite");
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE people (
      id INTEGER PRIMARY KEY, last_name TEXT, email TEXT NOT NULL UNIQUE, phone TEXT, street TEXT, notes TEXT, city TEXT
    );
    CREATE TABLE letters (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people (id), email TEXT);
    BEGIN;
  `);
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)");
  const letter = database.prepare("INSERT INTO letters VALUES (?, ?, ?)");
  for (let i = 1; i <= people; i++) {
    const email = `canary${i}e@birds.test`;
    const city = i === betrayed ? `led by ${email}` : "north";
    person.run(i, `Canary${i}l`, email, `canary${i}p`, `Canary${i}s`, `saw canary${i}n today`, city);
    letter.run(i, i, email);
  }
  database.exec("COMMIT");
  database.close();
  return path;
}

const canaries = (text: string): number => new Set(text.match(/canary\d+[a-z]/giu)).size;

/** Keeps every text and attribute that enters the document from now on, and what the screens say when they are looked at. */
class Watch {
  readonly #page: Page;
  readonly #seen: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  async begin(): Promise<void> {
    await this.#page.evaluate(() => {
      const entered: string[] = [];
      Object.assign(globalThis, { entered });
      const textOf = (node: Node): string => (node instanceof Element ? node.outerHTML : (node.textContent ?? ""));
      new MutationObserver((changes) => {
        for (const { type, target, addedNodes, attributeName } of changes) {
          if (type === "childList") for (const node of addedNodes) entered.push(textOf(node));
          else if (type === "characterData") entered.push(target.textContent ?? "");
          else if (target instanceof Element) entered.push(target.getAttribute(attributeName ?? "") ?? "");
        }
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await this.look();
  }

  async look(): Promise<void> {
    const values = await this.#page
      .locator("input, textarea")
      .evaluateAll((boxes) => boxes.map((box) => ("value" in box ? String(box.value) : "")));
    this.#seen.push(await this.#page.content(), await this.#page.locator("body").ariaSnapshot(), ...values);
  }

  /** All that was seen: searched in one pass. */
  async everything(): Promise<string> {
    const entered = await this.#page.evaluate(() => String(Reflect.get(globalThis, "entered")));
    expect(entered.length).toBeGreaterThan(100_000);
    return [entered, ...this.#seen].join("\n");
  }
}

const test = base.extend<{ readonly privacy: PrivacyPage }>({
  opens: async ({ scratch }, use) => {
    await use(makeSource(scratch));
  },
  privacy: async ({ seedloom }, use) => {
    await Designer.shown(seedloom);
    await use(await PrivacyPage.open(seedloom.page));
  },
});

test("none of 10,000 planted values is in the window while the source is hidden, nor in what it writes", async ({
  privacy,
  seedloom,
  scratch,
}) => {
  const { page } = privacy;
  const watch = new Watch(page);
  const folders = { out: join(scratch, "masked"), report: join(scratch, "report") };
  await mkdir(folders.report);
  await privacy.maskAllTables();
  // An open column is shown as it would be written: as it is.
  await privacy.applyPolicies("GDPR", "CCPA");
  await privacy.choose("notes", /^Suppress/);
  await privacy.keep("city", "the branch, not the customer");
  await privacy.makeKey();
  await privacy.hide.click();
  await expect(privacy.hide).toBeChecked();
  await expect(privacy.cells("1")).toBeVisible();
  await expect(privacy.rows.getByText("canary")).toHaveCount(0);
  await watch.begin();

  for (const row of ["200", "1,001", "1,990"]) {
    await privacy.row.fill(row);
    await privacy.row.press("Enter");
    await expect(privacy.cells(row)).toBeVisible();
    await privacy.rows.hover();
    await page.mouse.wheel(0, 400);
    await watch.look();
  }
  const cards = new PrivacyCards(page);
  await cards.leaks.getByRole("button", { name: "Check all rows" }).click();
  await expect(cards.leaks).toContainText("people.email in city");
  await watch.look();
  await seedloom.answerDialog(folders.report);
  await cards.report.click();
  await expect(page.getByText(/The privacy report is in/)).toBeVisible();

  const designer = new Designer(seedloom);
  await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Tables" }).click();
  await designer.openTable("people");
  await designer.pickColumn("email");
  await watch.look();

  await page.keyboard.press("ControlOrMeta+e");
  const exports = await ExportPage.shown(page);
  await exports.add("CSV", folders.out);
  await exports.run.click();
  await expect(exports.problems.getByText("Originals of people.email would be read in people.city")).toBeVisible();
  await watch.look();
  await privacy.tab.click();
  await privacy.choose("city", /^Suppress/);
  await page.keyboard.press("ControlOrMeta+e");
  await exports.runToEnd();
  await exports.show("people.csv");
  await watch.look();
  expect(canaries(await watch.everything())).toBe(0);
  const written = await Promise.all(
    Object.values(folders).map(async (folder) =>
      (await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "latin1")))).join("\n"),
    ),
  );
  expect(written.map((text) => [text.length > 1000, canaries(text)])).toEqual([
    [true, 0],
    [true, 0],
  ]);

  // They were there to be found: shown again, they are in the rows, and nowhere else.
  await privacy.tab.click();
  await privacy.hide.click();
  await expect(privacy.rows.getByText(/canary\d+e@birds\.test/).first()).toBeVisible();
  const elsewhere = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (copy instanceof Element) for (const rows of copy.querySelectorAll('[data-testid="masked-grid"]')) rows.remove();
    return copy instanceof Element ? copy.outerHTML : "";
  });
  expect(canaries(elsewhere)).toBe(0);
});
