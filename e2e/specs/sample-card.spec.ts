import { WelcomePage } from "../pages/welcome-page.ts";
import { expect, test } from "../fixtures/seedloom.ts";

test("the row that the welcome screen shows is the sample's own", async ({ seedloom }) => {
  const welcome = new WelcomePage(seedloom);
  await expect(welcome.sampleButton).toBeVisible();
  const card = seedloom.page.getByRole("region", { name: "Sample shop" });
  const rows = await card.locator("tbody tr").evaluateAll((found) =>
    found.map((row) => {
      const cells = [...row.querySelectorAll("td")].map((cell) => cell.textContent);
      return [cells[1] ?? "", cells.at(-1) ?? ""] as const;
    }),
  );
  const number = Number(/\d[\d,]*/.exec(await card.locator("th").last().innerText())?.[0].replaceAll(",", ""));
  const designer = await welcome.openSample();
  await designer.openTable("customers");
  await designer.goToRow(String(number));
  const values = await designer.rowValues(number);
  // Columns that are out of view are not drawn.
  expect(Object.keys(values).length).toBeGreaterThan(5);
  expect(values).toEqual(Object.fromEntries(rows.filter(([name]) => name in values)));
});
