import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Where Node keeps what the worker threads of tests run. */
export const threadCode = path("../node_modules/.cache/seedloom/tests");

/**
 * Before the tests: worker threads read the product's TypeScript by themselves, which Vitest has no part in. Each would do so with
 * WebAssembly of its own, and several threads with it can bring V8 down; so one process reads it, and keeps what it read.
 */
export function setup(): void {
  const env = { ...process.env, NODE_COMPILE_CACHE: threadCode };
  // Code that cannot be read is told by the tests that need it.
  spawnSync(process.execPath, [path("read-thread-code.mjs")], { env, stdio: "ignore" });
}
