// Runs a script of the project, or a tool that it installs, on the Node that the project brings:
//   node scripts/run.mjs bench/run.ts --json        node scripts/run.mjs vitest run shared/plan
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinnedNode } from "./pinned-node.mjs";

const [what = "", ...words] = process.argv.slice(2);
const node = pinnedNode() ?? process.execPath;
const tools = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules", ".bin");
const file = /\.m?[jt]s$/.test(what) ? what : realpathSync(join(tools, what));
const { status } = spawnSync(node, [file, ...words], {
  stdio: "inherit",
  // What it starts in turn finds the same Node first.
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}` },
});
process.exit(status ?? 1);
