import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules");
const system = process.platform === "win32" ? "win" : process.platform;
const binary = process.platform === "win32" ? "node.exe" : "node";

/**
 * The Node that the project brings for this machine, if it was installed: one npm package for each system, without a script that
 * would have to run at installation.
 * @returns {string | undefined}
 */
export function pinnedNode() {
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  return names.map((name) => join(packages, name, "bin", binary)).find((path) => existsSync(path));
}

/**
 * How Node is started where much is exported: bytes go through it in memory of its own, so that a large nursery for short-lived objects,
 * and heaps of the C library's for each thread, would only add to what an export takes, 40 MB in all.
 */
export const leanFlags = ["--max-semi-space-size=2"];
export const leanEnvironment = { MALLOC_ARENA_MAX: "2" };
