// Runs the layer rules of .dependency-cruiser.mjs. A run that reads nothing would pass them all, so an empty room fails too.
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import configuration from "../.dependency-cruiser.mjs";

const rooms = ["shared", "electron", "renderer", "e2e"];
const { options, forbidden } = configuration;
const { output } = await cruise(
  rooms,
  { ...options, ruleSet: { forbidden, options }, validate: true },
  {},
  { tsConfig: extractTSConfig(options.tsConfig.fileName) },
);
const { modules, summary } = output;

let failed = false;
for (const room of rooms) {
  const read = modules.filter((module) => module.source.startsWith(`${room}/`)).length;
  if (read > 0) continue;
  failed = true;
  console.error(`${room}/: no file was read, so its layers are not checked.`);
}
for (const { rule, from, to } of summary.violations) {
  failed = true;
  const reason = forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
  console.error(`${rule.name}: ${from} → ${to}\n  ${reason}`);
}
console.log(
  `Layers: ${modules.length} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} broken rules.`,
);
process.exitCode = failed ? 1 : 0;
