import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generatorCatalogue } from "../shared/generators/index.ts";
import { newProject } from "../shared/project/new-project.ts";
import { designOf } from "../shared/rules/design-of.ts";
import type { GenerateRule } from "../shared/rules/rule.ts";
import { haveData, labelledDatabases, readMeanings, type LabelledDatabase } from "./column-key.ts";
import { heldOutDatabases } from "./held-out.ts";

// The share of columns whose suggested rule a person would keep, by labelled keys: of the real databases, and of schemas that were
// held out while rules were made. Run: node scripts/run.mjs bench/suggestions.ts [--rejected] [--record "what changed"]

interface Share {
  columns: number;
  kept: number;
  /** Kept at once, or among the alternatives. */
  offered: number;
}

const { values } = parseArgs({ options: { rejected: { type: "boolean" }, record: { type: "string" } } });
const keeps = readMeanings();
const rejected: string[] = [];

if (!haveData) console.log("../shared/data is not there: the first key is not measured.");
const sets = [
  ["key", haveData ? await labelledDatabases() : []],
  ["held out", await heldOutDatabases("held-out.txt")],
  ["held out 2", await heldOutDatabases("held-out-2.txt")],
  ["held out 3", await heldOutDatabases("held-out-3.txt")],
  ["held out 4", await heldOutDatabases("held-out-4.txt")],
  ["held out 5", await heldOutDatabases("held-out-5.txt")],
  ["held out 6", await heldOutDatabases("held-out-6.txt")],
  ["held out 7", await heldOutDatabases("held-out-7.txt")],
] as const;
for (const [set, databases] of sets) {
  const all = share();
  const byConfidence = new Map(["high", "medium", "low"].map((confidence) => [confidence, share()]));
  for (const database of databases) {
    const own = share();
    for (const { confidence, good, offered } of judged(database)) {
      for (const counted of [own, all, byConfidence.get(confidence)]) {
        if (counted === undefined) continue;
        counted.columns++;
        if (good) counted.kept++;
        if (good || offered) counted.offered++;
      }
    }
    console.log(`${database.name.padEnd(15)} ${told(own)}`);
  }
  const confidences = [...byConfidence].map(([name, counted]) => `${name} ${told(counted)}`);
  console.log(`${set.padEnd(15)} ${told(all)}; in the first four ${percent(all.offered, all.columns)}`);
  console.log(`${" ".repeat(16)}by confidence: ${confidences.join("; ")}\n`);
  if (values.record !== undefined) {
    const line = {
      date: new Date().toISOString().slice(0, 10),
      set,
      ...all,
      confidence: Object.fromEntries(byConfidence),
    };
    appendFileSync(
      fileURLToPath(new URL("./results/suggestions.jsonl", import.meta.url)),
      `${JSON.stringify({ ...line, note: values.record })}\n`,
    );
  }
}
if (values.rejected === true) for (const line of rejected) console.log(line);

function* judged({ name, model, key, partial }: LabelledDatabase) {
  const project = newProject({ source: name, seed: 7, now: "2026-11-22", locales: { en: 1 } });
  for (const { table, columns } of designOf(model, project, generatorCatalogue).tables.values()) {
    const labels = key.get(table.id);
    // A table that the sample only points to.
    if (labels === undefined && partial === true) continue;
    for (const { column, rule, suggestion } of columns) {
      const label = labels?.get(column.name);
      if (label === undefined) throw new Error(`${name}: ${table.name}.${column.name} has no label.`);
      if (label.meaning === "-") continue;
      const keep = keeps.get(label.meaning);
      if (keep === undefined) throw new Error(`There is no meaning ${label.meaning}.`);
      // A generated column, or one that the database fills, needs no rule.
      if (column.generated !== undefined) continue;
      const first = rule.kind === "generate" ? rule.generator : rule.kind;
      // Names out of a list of a dozen or more are as good as invented ones.
      const named = rule.kind === "generate" && namesOf(rule) >= 12 && keep("word.words");
      const good =
        rule.kind === "generate" ? named || keep(first) : rule.kind === "default" && column.default !== undefined;
      const offered = suggestion.alternatives.some(
        ({ rule: next }) => next.kind === "generate" && keep(next.generator),
      );
      if (!good)
        rejected.push(
          `${name} ${table.id}.${column.name}: ${label.meaning}, suggested ${first} (${suggestion.confidence})`,
        );
      yield { confidence: suggestion.confidence, good, offered };
    }
  }
}

/** How many texts a choice lists. */
function namesOf({ generator, params }: GenerateRule): number {
  const listed = generator === "weighted-choice" ? params["values"] : undefined;
  return typeof listed === "object" && listed !== null && !Array.isArray(listed) ? Object.keys(listed).length : 0;
}

function share(): Share {
  return { columns: 0, kept: 0, offered: 0 };
}

function told({ columns, kept }: Share): string {
  return `${kept} of ${columns} kept, ${percent(kept, columns)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}
