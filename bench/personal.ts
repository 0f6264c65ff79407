import { findPersonal, type PersonalFinding } from "../shared/rules/personal/find-personal.ts";
import { haveData, labelledDatabases } from "./column-key.ts";

// Recall and precision of finding personal columns by name and type alone, by the labelled key. Run: node scripts/run.mjs bench/personal.ts

if (!haveData) {
  console.log("../shared/data is not there: nothing to measure.");
  process.exit(0);
}

const none = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };
const total = { found: 0, right: 0, personal: 0, sameKind: 0 };
const wrong: string[] = [];
for (const { name, model, key } of await labelledDatabases()) {
  const findings = new Map(findPersonal(model, none).map((finding) => [`${finding.table}.${finding.column}`, finding]));
  const here = { found: 0, right: 0, personal: 0, sameKind: 0 };
  for (const table of model.tables) {
    for (const column of table.columns) {
      const label = key.get(table.name)?.get(column.name);
      if (label === undefined) throw new Error(`${name}: ${table.name}.${column.name} has no label.`);
      if (label.open === true) continue;
      count(`${name} ${table.name}.${column.name}`, label.personal, findings.get(`${table.id}.${column.name}`), here);
    }
  }
  for (const field of ["found", "right", "personal", "sameKind"] as const) total[field] += here[field];
  report(name, here);
}
report("all", total);
if (process.argv.includes("--wrong")) for (const line of wrong) console.log(line);

function count(
  place: string,
  personal: string | undefined,
  finding: PersonalFinding | undefined,
  into: typeof total,
): void {
  if (personal !== undefined) into.personal++;
  if (finding !== undefined) into.found++;
  if (personal !== undefined && finding !== undefined) into.right++;
  if (personal !== undefined && finding?.category === personal) into.sameKind++;
  if ((personal === undefined) !== (finding === undefined)) {
    wrong.push(`${place}: ${personal ?? "not personal"}, found ${finding?.category ?? "nothing"}`);
  }
}

function report(name: string, { found, right, personal, sameKind }: typeof total): void {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${name.padEnd(12)} recall ${percent(right, personal)} of ${personal}, precision ${percent(right, found)} of ${found}, of the right kind ${percent(sameKind, right)}`,
  );
}
