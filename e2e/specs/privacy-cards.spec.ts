import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { findings } from "../fixtures/axe-findings.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";
import { Designer } from "../pages/designer.ts";
import { ExportPage } from "../pages/export-page.ts";
import { PrivacyCards } from "../pages/privacy-cards.ts";
import { PrivacyPage } from "../pages/privacy-page.ts";

/** People, one of whom is named in a column that nobody masks. */
function makePeople(folder: string): string {
  const path = join(folder, "people.sqlite");
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE people (id INTEGER PRIMARY KEY, last_name TEXT, email TEXT UNIQUE, birth_date DATE, gender TEXT, branch TEXT);
    CREATE TABLE letters (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people (id), email TEXT);
    BEGIN;
  `);
  const person = database.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)");
  const letter = database.prepare("INSERT INTO letters VALUES (?, ?, ?)");
  for (let i = 1; i <= 60; i++) {
    const email = `quirina${i}@fjord.test`;
    const born = `19${50 + (i % 30)}-02-${10 + (i % 9)}`;
    person.run(i, `Xaver${i % 7}`, email, born, i % 2 ? "f" : "m", i === 42 ? `led by ${email}` : "north");
    letter.run(i, i, email);
  }
  database.exec("COMMIT");
  database.close();
  return path;
}

const test = base.extend<{ readonly privacy: PrivacyPage; readonly cards: PrivacyCards }>({
  opens: async ({ scratch }, use) => {
    await use(makePeople(scratch));
  },
  privacy: async ({ seedloom }, use) => {
    await Designer.shown(seedloom);
    const privacy = await PrivacyPage.open(seedloom.page);
    await privacy.maskAllTables();
    await privacy.applyPolicies("CCPA");
    await privacy.makeKey();
    await use(privacy);
  },
  cards: async ({ privacy }, use) => {
    await use(new PrivacyCards(privacy.page));
  },
});

test("a leak is red, and leads to its row, over a sample and over all rows", async ({ privacy, cards }) => {
  const { page } = privacy;
  await expect(cards.leaks).toContainText("1 of");
  await cards.leaks.getByRole("button", { name: "Show row 42, branch" }).click();
  await expect(privacy.cells("42")).toBeVisible();
  await cards.leaks.getByRole("button", { name: "Check all rows" }).click();
  await expect(cards.leaks).toContainText("all 120 rows");
  await expect(cards.leaks).toContainText("people.email in branch");
  expect(await cards.text()).not.toMatch(/quirina|xaver/i);
  await expect(cards.joins).toContainText("people.email");
  for (const promise of ["unique stays unique", "null share unchanged", "formats stay valid"]) {
    await expect(cards.joins).toContainText(promise);
  }
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect.soft(await findings(page)).toEqual([]);
});

test("a run that would let an original through, or has no key, stops and says what to do", async ({
  privacy,
  scratch,
}) => {
  const { page } = privacy;
  const folder = join(scratch, "masked");
  await page.keyboard.press("ControlOrMeta+e");
  const exports = await ExportPage.shown(page);
  await exports.add("CSV", folder);
  await exports.run.click();
  await expect(exports.problems).toContainText("Originals of people.email would be read in people.branch");
  expect(await page.content()).not.toMatch(/quirina|xaver/i);
  await exports.problems.getByRole("button", { name: "Show row 42" }).click();
  await expect(privacy.cells("42")).toBeVisible();
  await expect(readdir(folder)).rejects.toThrow("ENOENT");

  await privacy.forgetKey();
  await page.keyboard.press("ControlOrMeta+e");
  await exports.run.click();
  await expect(exports.problems).toContainText("is masked with a key");
  await exports.problems.getByRole("button", { name: "Make or enter a key…" }).click();
  await expect(page.getByRole("dialog", { name: "Key of the masks" })).toBeVisible();
});

test("k is reached in one step, and undone in one", async ({ privacy, cards }) => {
  const { page } = privacy;
  await cards.choose("birth_date", "gender");
  await expect(cards.risk).toContainText("Over date of birth, gender");
  await cards.target("20");
  await cards.risk.getByRole("button", { name: "Reach k = 20" }).click();
  await expect(cards.reach).toContainText("Becomes");
  await cards.reach.getByRole("button", { name: "Apply" }).click();
  await expect(cards.risk.getByRole("status")).toHaveText(/k = [2-6]\d /);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cards.risk.getByRole("button", { name: "Reach k = 20" })).toBeVisible();
});

test("the report is written where it is asked for, without a value", async ({ cards, seedloom, scratch }) => {
  const folder = join(scratch, "report");
  await mkdir(folder);
  await expect(cards.leaks).toContainText("1 of");
  await seedloom.answerDialog(folder);
  await cards.report.click();
  await expect(cards.page.getByText(/The privacy report is in/)).toBeVisible();
  const html = await readFile(join(folder, "privacy-report.html"), "utf8");
  expect(html).toContain("Leak check");
  expect(html).not.toMatch(/quirina|xaver|<script/i);
  expect(JSON.parse(await readFile(join(folder, "privacy-report.json"), "utf8"))).toMatchObject({
    checks: { scope: "all" },
  });
});
