import { DatabaseSync } from "node:sqlite";
import { WelcomePage } from "../pages/welcome-page.ts";
import { Designer } from "../pages/designer.ts";
import { LoadPage } from "../pages/load-page.ts";
import { ConnectDialog } from "../pages/connect-dialog.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { createMysql, createPostgresql } from "../fixtures/servers.ts";
import { expect, test } from "../fixtures/seedloom.ts";

const shop = `
  CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL);
  CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));`;

test("rows are loaded into PostgreSQL and proved, and a protected database asks for its name", async ({ seedloom }) => {
  const database = await createPostgresql(shop);
  test.skip(database === undefined, "There is no PostgreSQL to test with.");
  if (database === undefined) return;
  try {
    const { page } = seedloom;
    await page.getByRole("button", { name: /^Connect to a database/ }).click();
    const connect = new ConnectDialog(page);
    await connect.paste(database.address, database.name);
    await connect.field("Name").fill("Live");
    await connect.dialog.getByRole("switch", { name: "Protected" }).click();
    await connect.connect.click();
    const designer = await Designer.shown(seedloom);
    const exporting = await designer.openExport();
    const loading = await LoadPage.shown(page);
    await loading.choose("Live");
    await exporting.setRows("customers", "30");
    await exporting.setRows("orders", "50");

    await loading.ask();
    await expect(loading.question).toContainText("All or nothing");
    const go = loading.question.getByRole("button", { name: "Load 80 rows" });
    await expect(go).toBeDisabled();
    await page.keyboard.type("Live");
    await page.keyboard.press("Enter");
    await expect(loading.proof).toContainText("1 foreign key, 0 orphans; 2 uniques hold");
    expect(Number(await database.ask("SELECT count(*) FROM orders"))).toBe(50);

    // The same keys again: refused, and taken back.
    await loading.ask();
    await page.keyboard.type("Live");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").first()).toContainText(/Nothing was changed|as it was/);
    expect(Number(await database.ask("SELECT count(*) FROM orders"))).toBe(50);

    await loading.setting("Rows already there", "Delete");
    await loading.ask();
    await expect(loading.question).toContainText("All rows of these 2 tables are deleted first.");
    await page.keyboard.type("Live");
    await page.keyboard.press("Enter");
    await expect(loading.proof).toContainText("0 orphans");
  } finally {
    await database.drop();
  }
});

test("a proof names what does not hold, and leads to its table", async ({ seedloom }) => {
  // A row that was there before the constraint, which the database has never looked at.
  const database = await createPostgresql(`
    CREATE TABLE notes (id integer PRIMARY KEY);
    INSERT INTO notes VALUES (-5);
    ALTER TABLE notes ADD CONSTRAINT notes_positive CHECK (id > 0) NOT VALID;`);
  test.skip(database === undefined, "There is no PostgreSQL to test with.");
  if (database === undefined) return;
  try {
    const { page } = seedloom;
    await page.getByRole("button", { name: /^Connect to a database/ }).click();
    const connect = new ConnectDialog(page);
    await connect.paste(database.address, database.name);
    await connect.field("Name").fill("Notes");
    await connect.connect.click();
    await (await Designer.shown(seedloom)).openExport();
    const loading = await LoadPage.shown(page);
    await loading.choose("Notes");
    await loading.ask();
    await page.keyboard.press("Enter");
    await expect(loading.proof.getByRole("alert")).toContainText("1 of 1 check does not hold");
    await expect(loading.proof.getByRole("row").last()).toContainText("notes_positive");
    await loading.proof.getByRole("button", { name: "notes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "notes" })).toBeVisible();
  } finally {
    await database.drop();
  }
});

test("what an engine cannot take back is said before the first row", async ({ seedloom }) => {
  const database = await createMysql(`
    CREATE TABLE plain (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL) ENGINE=MyISAM;
    CREATE TABLE safe (id INT PRIMARY KEY, label VARCHAR(20) NOT NULL) ENGINE=InnoDB;`);
  test.skip(database === undefined, "There is no MySQL or MariaDB to test with.");
  if (database === undefined) return;
  try {
    const { page } = seedloom;
    await page.getByRole("button", { name: /^Connect to a database/ }).click();
    const connect = new ConnectDialog(page);
    await connect.paste(database.address, database.name);
    await connect.field("Name").fill("Archive");
    await connect.connect.click();
    const exporting = await (await Designer.shown(seedloom)).openExport();
    const loading = await LoadPage.shown(page);
    await loading.choose("Archive");
    await exporting.setRows("plain", "20");
    await exporting.setRows("safe", "20");
    await loading.ask();
    await expect(loading.question).toContainText("What is written before a failure stays");
    await expect(loading.question.getByRole("list", { name: "Notes" })).toContainText("plain");
    await loading.question.getByRole("button", { name: "Cancel" }).click();
    await expect(loading.load).toBeFocused();
    expect(Number(await database.ask("SELECT count(*) FROM plain"))).toBe(0);
    await loading.ask();
    await loading.question.getByRole("button", { name: "Load 40 rows" }).click();
    await expect(loading.proof).toContainText("2 uniques hold");
    expect(Number(await database.ask("SELECT count(*) FROM plain"))).toBe(20);
  } finally {
    await database.drop();
  }
});

test("the rows are proved with one click in a database that is thrown away", { tag: "@both" }, async ({ seedloom }) => {
  const designer = await new WelcomePage(seedloom).openSample();
  await designer.openExport();
  await seedloom.page.getByRole("button", { name: "Prove it" }).click();
  const proof = seedloom.page.getByRole("region", { name: "Proof" });
  await expect(proof).toContainText(/\d+ foreign keys, 0 orphans; \d+ uniques hold/);
  await seedloom.page.getByRole("button", { name: "Back to the files" }).click();
  await expect(seedloom.page.getByRole("tree", { name: "Files that would be written" })).toBeVisible();
});

test("a load that is stopped leaves the database as it was, and says so", async ({ seedloom, scratch }) => {
  const file = makeDatabase(scratch);
  await new WelcomePage(seedloom).chooseDatabase(file);
  const designer = await Designer.shown(seedloom);
  const exporting = await designer.openExport();
  const { page } = seedloom;
  const loading = await LoadPage.shown(page);
  await page.getByRole("button", { name: "Add a database" }).click();
  const connect = new ConnectDialog(page, "Add a database");
  await connect.choose("SQLite");
  await connect.field("File").fill(file);
  await connect.field("File").press("Enter");
  await expect(loading.target("library.sqlite")).toBeChecked();
  await exporting.setRows("books", "5m");
  await loading.ask();
  await page.keyboard.press("Enter");
  await exporting.stop.click();
  await expect(exporting.state).toContainText("Cancelled");
  await expect(page.getByText(/Nothing was changed|rolled back|as it was/).first()).toBeVisible();
  // SQLite may still be taking back what it wrote.
  const database = new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
  expect(database.prepare("SELECT count(*) AS count FROM books").get()).toEqual({ count: 0 });
  database.close();
});
