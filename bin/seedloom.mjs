#!/usr/bin/env node
// The command line. Plain JavaScript, because it has to start on the Node that happens to be there; all else runs on Node 22.18
// or later, which reads TypeScript as it is.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { leanEnvironment, leanFlags, pinnedNode } from "../scripts/pinned-node.mjs";

const here = (path) => new URL(path, import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const words = process.argv.slice(2);

if (major > 22 || (major === 22 && minor >= 18)) await run().catch(damaged);
else await continueOnPinnedNode();

async function run() {
  // A checkout runs its source; an installed package has only the built files.
  const source = existsSync(here("../electron/cli/main.ts"));
  if (source) keepCompiled(fileURLToPath(here("../node_modules/.cache/seedloom/compiled")));
  const { runCli } = await import(here(source ? "../electron/cli/main.ts" : "../out/main/cli.js").href);
  process.exitCode = await runCli(words, {
    serve: async () => {
      await import(here(source ? "../electron/browser-host/serve-main.ts" : "../out/main/serve.js").href);
      return process.exitCode ?? 0;
    },
  });
}

/** Reading TypeScript takes most of a short command's time: what was read once is kept. Worker threads read the variable. */
function keepCompiled(folder) {
  process.env.NODE_COMPILE_CACHE ??= folder;
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}

/** The command line answers for its own errors: what comes here is an installation with parts missing. */
function damaged(error) {
  process.stderr.write("seedloom: Seedloom is not installed completely.\nseedloom: Run npm install again.\n");
  if (process.env.SEEDLOOM_DEBUG) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 3;
}

async function continueOnPinnedNode() {
  const binary = pinnedNode();
  if (binary === undefined) {
    process.stderr.write(`seedloom: Node ${process.versions.node} is too old; Seedloom needs Node 22.18 or later.\n`);
    process.exit(3);
  }
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(binary, [...leanFlags, fileURLToPath(import.meta.url), ...words], {
    env: { ...leanEnvironment, ...process.env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 3)));
}
