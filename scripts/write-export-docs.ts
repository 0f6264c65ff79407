// Writes the options that formats, code and kits declare into docs/exports.md:
//   node scripts/run.mjs scripts/write-export-docs.ts
import { readFile, writeFile } from "node:fs/promises";
import { withOptions } from "./export-options.ts";

const target = new URL("../docs/exports.md", import.meta.url);
await writeFile(target, withOptions(await readFile(target, "utf8")));
