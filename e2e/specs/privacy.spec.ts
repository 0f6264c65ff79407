import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { findings } from "../fixtures/axe-findings.ts";
import { PrivacyPage } from "../pages/privacy-page.ts";
import { Designer } from "../pages/designer.ts";
import { expect, test as base } from "../fixtures/seedloom.ts";

/** A shop whose column `reference` is personal by its values alone. */
function makeShop(folder: string): string {
  const path = join(folder, "shop.sqlite");
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, first_name TEXT, email TEXT UNIQUE, birth_date DATE, city TEXT);
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), reference TEXT, total NUMERIC
    );
    BEGIN;
  `);
  const customer = database.prepare("INSERT INTO customers VALUES (?, ?, ?, ?, 'Berlin')");
  const order = database.prepare("INSERT INTO orders VALUES (?, ?, '4111111111111111', 10)");
  for (let i = 1; i <= 60; i++) {
    customer.run(i, i % 2 === 0 ? "Quirina" : "Xaverius", `quirina${i}@fjord.test`, `19${30 + i}-02-03`);
    order.run(i, i);
  }
  database.exec("COMMIT");
  database.close();
  return path;
}

const test = base.extend<{ readonly privacy: PrivacyPage }>({
  opens: async ({ scratch }, use) => {
    await use(makeShop(scratch));
  },
  privacy: async ({ seedloom }, use) => {
    await Designer.shown(seedloom);
    await use(await PrivacyPage.open(seedloom.page));
  },
});

test("personal columns are found, decided, and seen before and after", async ({ privacy }) => {
  const { page } = privacy;
  await expect(privacy.summary).toHaveText("5 of 5 personal columns decided");
  await privacy.maskAllTables();
  await expect(privacy.summary).toHaveText("0 of 5 personal columns decided");
  await expect(privacy.tab).toContainText("5");
  // By its values: nothing in the name tells.
  await expect(privacy.finding("reference")).toContainText("Card number");

  await privacy.choose("email", /^Pseudonymous e-mail, domain kept/);
  await privacy.keep("city", "the branch, not the customer");
  await expect(privacy.summary).toHaveText("2 of 5 personal columns decided");
  await expect(privacy.rows.getByText("quirina1@fjord.test")).toBeVisible();
  await expect(page.getByText("There is no key")).toBeVisible();
  const fingerprint = await privacy.makeKey();
  await expect(privacy.status).toContainText(fingerprint);
  await expect(privacy.rows.getByText(/^u[0-9a-f]+@fjord\.test$/).first()).toBeVisible();

  await privacy.row.fill("51");
  await privacy.row.press("Enter");
  await expect(privacy.cells("60")).toContainText("quirina60@fjord.test");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(privacy.summary).toHaveText("1 of 5 personal columns decided");
});

test("hidden source values are not in the window, and stay hidden", async ({ privacy }) => {
  const { page } = privacy;
  await privacy.maskAllTables();
  await privacy.choose("email", /^Hash pseudonym/);
  await privacy.choose("first_name", /^Suppress/);
  await privacy.makeKey();
  await expect(privacy.rows.getByText("quirina1@fjord.test")).toBeVisible();
  await privacy.findings.focus();
  await page.keyboard.press("h");
  await expect(privacy.hide).toBeChecked();
  await expect(privacy.rows).toContainText("***REDACTED***");
  expect(await page.content()).not.toMatch(/quirina|Xaverius/i);
  await privacy.row.fill("21");
  await privacy.row.press("Enter");
  await expect(privacy.cells("30")).toContainText("***REDACTED***");
  expect(await page.content()).not.toMatch(/quirina|Xaverius/i);
  await privacy.hide.click();
  await expect(privacy.rows.getByText("quirina21@fjord.test")).toBeVisible();
});

test("policies decide what is open in one step, and a masked load proves its keys", async ({ privacy }) => {
  const { page } = privacy;
  await privacy.maskAllTables();
  await privacy.applyPolicies("GDPR", "PCI DSS");
  await expect(privacy.summary).toHaveText("5 of 5 personal columns decided");
  await expect(privacy.finding("reference").getByRole("button")).toContainText("Card number");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(privacy.summary).toHaveText("0 of 5 personal columns decided");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(privacy.summary).toHaveText("5 of 5 personal columns decided");
  await privacy.makeKey();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("combobox").fill(">Prove the rows");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/foreign keys?, 0 orphans/).first()).toBeVisible();
});

test("the screen can be used by everyone, in light and in dark", async ({ privacy }) => {
  const { page } = privacy;
  const check = async (what: string): Promise<void> => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await findings(page), `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  await privacy.maskAllTables();
  await privacy.choose("email", /^Hash pseudonym/);
  await check("findings and rows");
  await privacy.finding("first_name").getByRole("button").click();
  await expect(page.getByRole("menuitem", { name: "Keep with a reason…" })).toBeVisible();
  await check("masks of a column");
  await page.keyboard.press("Escape");
  await privacy.status.getByRole("button", { name: "No key" }).click();
  await expect(page.getByRole("dialog", { name: "Key of the masks" })).toBeVisible();
  await check("the key");
});
