import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSource } from "../electron/drivers/open-source.ts";
import { loadPlan } from "../electron/jobs/load-plan.ts";
import { maskCatalogue } from "../shared/masks/index.ts";
import type { Mask } from "../shared/masks/mask.ts";
import { masked } from "../shared/masks/test-bench.ts";
import { newProject } from "../shared/project/new-project.ts";
import type { SchemaModel } from "../shared/schema/schema-model.ts";
import type { ValueType } from "../shared/schema/value-type.ts";

// A million distinct values through every mask that says it keeps them apart, and what the plan says of the others on a unique
// column. Run: node scripts/run.mjs bench/mask-distinct.ts [values]

const count = Number(process.argv[2] ?? 1_000_000);
const types: readonly ValueType[] = [{ kind: "text" }, { kind: "integer", bits: 32 }, { kind: "date" }];
const valueOf = (type: ValueType, i: number): string | number =>
  type.kind === "text" ? `person.${String(i).padStart(8, "0")}@mail.example` : i;

const model = await uniqueColumn();
let failed = false;
for (const mask of maskCatalogue.all) {
  const params = mask.params.parse({});
  const apart = types.filter((type) => mask.accepts(type) && mask.promises(params, type).keepsUniqueness);
  for (const type of apart) {
    const values = Array.from({ length: count }, (_, i) => valueOf(type, i));
    const distinct = new Set(masked(mask, params, values, { type, unique: true })).size;
    failed ||= distinct !== count;
    report(mask, type.kind, `${(count - distinct).toLocaleString("en")} duplicates of ${count.toLocaleString("en")}`);
  }
  if (apart.length > 0 || !mask.accepts({ kind: "text" })) continue;
  const refused = await isRefused(mask);
  failed ||= !refused;
  report(mask, "text", refused ? "refused on a unique column" : "not refused");
}
if (failed) process.exitCode = 1;

function report({ id }: Mask, kind: string, outcome: string): void {
  console.log(`${id.padEnd(20)} ${kind.padEnd(8)} ${outcome}`);
}

async function uniqueColumn(): Promise<SchemaModel> {
  const folder = mkdtempSync(join(tmpdir(), "mask-distinct-"));
  try {
    const path = join(folder, "unique.sqlite");
    const database = new Database(path);
    database.exec("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
    database.close();
    const source = await openSource(path);
    const read = await source.model();
    await source.close();
    return read;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the plan has an error for the column. */
async function isRefused({ id }: Mask): Promise<boolean> {
  const columns = { name: { kind: "mask" as const, mask: id, params: {} } };
  const project = {
    ...newProject({ source: "unique.sqlite", seed: 1, now: "2026-01-01", locales: { en: 1 } }),
    tables: { people: { mode: "mask" as const, columns } },
  };
  const { problems } = await loadPlan({ model, project, referenceDate: "2026-01-01" });
  return problems.some(({ severity, column }) => severity === "error" && column === "name");
}
