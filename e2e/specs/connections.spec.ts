import { ConnectDialog } from "../pages/connect-dialog.ts";
import { Designer } from "../pages/designer.ts";
import { makeDatabase } from "../fixtures/databases.ts";
import { createMysql, createPostgresql } from "../fixtures/servers.ts";
import { expect, test } from "../fixtures/seedloom.ts";

const shop = `
  CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL);
  CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers (id));`;

test("a server is connected to by its address, and its tables open", { tag: "@both" }, async ({ seedloom }) => {
  const database = await createPostgresql(shop);
  test.skip(database === undefined, "There is no PostgreSQL to test with.");
  if (database === undefined) return;
  try {
    const { page } = seedloom;
    await page.getByRole("button", { name: /^Connect to a database/ }).click();
    const connect = new ConnectDialog(page);
    // The address goes into the fields as the button is pressed, which waits for them.
    await connect.address.fill(database.address);
    await connect.test.click();
    await expect(connect.field("Database")).toHaveValue(database.name);
    await expect(connect.field("Host")).toHaveValue(database.host);
    await expect(connect.field("User")).toHaveValue(database.user);
    await expect(connect.dialog.getByRole("status")).toContainText(/PostgreSQL \d+.* answers/);
    await connect.connect.click();
    const designer = await Designer.shown(seedloom);
    await designer.openTable("orders");
    await expect(designer.status).toContainText("PostgreSQL");
    await designer.openPalette().then((palette) => palette.run(">close the project"));
    const close = page.getByRole("button", { name: "Close without saving" });
    const saved = page.getByRole("region", { name: "Connections" });
    await expect(close.or(saved)).toBeVisible();
    if (await close.isVisible()) await close.click();
    await expect(saved).toContainText(`${database.name} at ${database.host}`);
    await saved.getByRole("button", { name: `${database.name} at ${database.host}`, exact: true }).click();
    await Designer.shown(seedloom);
  } finally {
    await database.drop();
  }
});

test("what is wrong is said at its field, and nothing is saved", async ({ seedloom }) => {
  const database = await createMysql("CREATE TABLE a (id INT PRIMARY KEY)");
  test.skip(database === undefined, "There is no MySQL or MariaDB to test with.");
  if (database === undefined) return;
  try {
    const { page } = seedloom;
    await page.getByRole("button", { name: /^Connect to a database/ }).click();
    const connect = new ConnectDialog(page);
    await connect.choose("MySQL");
    await connect.connect.click();
    await expect(connect.field("Database")).toHaveAccessibleDescription(/Database is empty/);
    await connect.paste(database.address, database.name);
    await connect.field("Port").fill("1");
    await connect.connect.click();
    await expect(connect.field("Host")).toHaveAccessibleDescription(/No MySQL server answers/);
    await connect.field("Port").fill(database.port || "3306");
    await connect.field("Database").fill("seedloom_nowhere");
    await connect.connect.click();
    await expect(connect.field("Database")).toHaveAccessibleDescription(/no database seedloom_nowhere/);
    await page.keyboard.press("Escape");
    await expect(connect.dialog).toBeHidden();
    await expect(page.getByRole("region", { name: "Connections" })).toBeHidden();
  } finally {
    await database.drop();
  }
});

test("a connection is changed and removed, and its password never shown", async ({ seedloom, scratch }) => {
  const { page } = seedloom;
  const opener = page.getByRole("button", { name: /^Connect to a database/ });
  await opener.click();
  const connect = new ConnectDialog(page);
  await connect.paste("postgresql://kim:hunter2@db.example:5433/shop?sslmode=require", "shop");
  await connect.field("Name").fill("Live shop");
  await connect.dialog.getByRole("switch", { name: "Protected" }).click();
  await connect.save.click();
  await expect(connect.dialog.getByRole("button", { name: "Remove" })).toBeVisible();
  await expect(connect.dialog.getByLabel("Password")).toHaveValue("");
  expect(await page.content()).not.toContain("hunter2");
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();

  const saved = page.getByRole("region", { name: "Connections" });
  await expect(saved).toContainText("Protected");
  await saved.getByRole("button", { name: "Change Live shop" }).focus();
  await page.keyboard.press("Enter");
  await connect.field("Name").fill("Old shop");
  await connect.save.click();
  await expect(connect.dialog.getByRole("radio", { name: /^Old shop/ })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(saved).toContainText("Old shop");
  await saved.getByRole("button", { name: "Remove Old shop" }).focus();
  await page.keyboard.press("Enter");
  await expect(saved).toBeHidden();

  await page.keyboard.press("ControlOrMeta+o");
  await connect.choose("SQLite");
  await connect.field("File").fill(makeDatabase(scratch));
  await connect.field("File").press("Enter");
  await Designer.shown(seedloom);
});
