// Pictures of every screen, to look at beside the design's:
//   npm run screenshots -- OUTDIR [SOURCE]     SOURCE: a SQLite file or a project folder; without it, the sample shop
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright";
import { launchBrowser } from "../e2e/fixtures/find-browser.ts";
import { serve } from "../e2e/fixtures/hosts.ts";
import { ensureBuilt } from "./ensure-built.mjs";

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
];
const themes = ["light", "dark"] as const;

const [folder, source] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: npm run screenshots -- OUTDIR [SOURCE]");
  process.exit(2);
}
const fault = ensureBuilt();
if (fault !== undefined) {
  console.error(fault);
  process.exit(3);
}

await mkdir(folder, { recursive: true });
// Masks need a key; that of the pictures is nobody's.
process.env["SEEDLOOM_KEY"] ??= "the key of the pictures";
const home = await mkdtemp(join(tmpdir(), "seedloom-pictures-"));
const browser = await launchBrowser();
for (const theme of themes) {
  const host = await serve({ home, words: source === undefined ? [] : [resolve(source)] });
  const page = await browser.newPage({ colorScheme: theme, reducedMotion: "reduce" });
  page.on("console", (message) => {
    if (message.type() === "error") console.error(`${theme}: ${message.text()}`);
  });
  page.on("pageerror", (error) => console.error(`${theme}: ${error.message}`));
  await page.goto(host.address);
  await showScreens(page, async (name) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await settle(page);
      const path = join(folder, `${name}-${theme}-${size.width}.png`);
      await page.screenshot({ path });
      console.log(path);
    }
  }).catch((error: unknown) => console.error(`${theme}: ${error instanceof Error ? error.message : String(error)}`));
  await page.close();
  await host.close();
}
await browser.close();
await rm(home, { recursive: true, force: true });

async function showScreens(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  if (source === undefined) {
    await page.getByRole("button", { name: "Try the sample shop" }).waitFor();
    await picture("welcome");
    await page.getByRole("button", { name: "Try the sample shop" }).click();
  }
  await page.getByRole("tree").waitFor();
  await picture("designer");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").waitFor();
  await picture("palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+e");
  await page
    .getByRole("button", { name: /^(Export|Run)/ })
    .first()
    .waitFor();
  await page.getByText(/^Comparing with the files/).waitFor({ state: "hidden" });
  await picture("export");
  if (source === undefined) return;
  await page.keyboard.press("Escape");
  await maskAll(page);
  await picture("privacy");
}

/** Every table takes its rows from the source, masked as GDPR asks. */
async function maskAll(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Views" })
    .getByRole("button", { name: /^Privacy/ })
    .click();
  await page.getByText(/rows each$/).waitFor();
  const take = page.getByRole("button", { name: "Take all rows from the source" }).first();
  if (await take.isVisible()) {
    await take.click();
    await page.getByRole("button", { name: /^Policy/ }).click();
    await page.getByRole("menuitemcheckbox", { name: "GDPR" }).click();
    await page.getByRole("menuitem", { name: /^Apply policy/ }).click();
    await page.getByRole("button", { name: /^Set \d+ masks?$/ }).click();
  }
  const email = page.getByRole("grid", { name: "Personal columns" }).getByTitle("email", { exact: true }).first();
  if (await email.isVisible()) await email.click();
  await page.getByTestId("masked-grid").waitFor();
  await page.getByText("originals survive").waitFor();
  await page.getByText("smallest group of look-alikes").waitFor();
}

/** Until the window has drawn what it knows: nothing on the way to or from the backend, and fonts loaded. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await page.evaluate(() => document.fonts.ready);
}
