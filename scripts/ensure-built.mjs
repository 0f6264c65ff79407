import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const sources = ["shared", "electron", "renderer", "electron.vite.config.ts", "package.json"];

/**
 * Builds what is missing or older than its sources. Answers with a sentence for the user if that did not work.
 * @returns {string | undefined}
 */
export function ensureBuilt() {
  const command = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  if (!existsSync(command)) return "Seedloom's packages are not installed. Run: npm install";
  const built = statSync(join(root, "out", "renderer", "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...sources.map((name) => newest(join(root, name))))) return undefined;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "build"], { cwd: root, encoding: "utf8" });
  if (status === 0) return undefined;
  const log = join(root, "build.log");
  writeFileSync(log, `${stdout}${stderr}`);
  return `Seedloom could not be built. What the build says is in ${log}`;
}

/** The latest time at which a file, or any file in a folder, was changed. */
function newest(path) {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
