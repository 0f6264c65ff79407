// Draws build/icon.svg at the sizes that installers want: `npm exec -- node scripts/draw-icons.ts`, after a change to the drawing.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../e2e/fixtures/find-browser.ts";

const build = join(import.meta.dirname, "..", "build");
const drawing = readFileSync(join(build, "icon.svg"), "utf8");
mkdirSync(join(build, "icons"), { recursive: true });
const browser = await launchBrowser();
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
  const path = size === 1024 ? join(build, "icon.png") : join(build, "icons", `${size}x${size}.png`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
