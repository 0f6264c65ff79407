import { maskCatalogue } from "../shared/masks/index.ts";
import { masked } from "../shared/masks/test-bench.ts";
import type { ValueType } from "../shared/schema/value-type.ts";

// A million distinct values through every mask that says it keeps them apart. Run: node scripts/run.mjs bench/mask-distinct.ts [values]

const count = Number(process.argv[2] ?? 1_000_000);
const types: readonly ValueType[] = [{ kind: "text" }, { kind: "integer", bits: 32 }, { kind: "date" }];
const valueOf = (type: ValueType, i: number): string | number =>
  type.kind === "text" ? `person.${String(i).padStart(8, "0")}@mail.example` : i;

let failed = false;
for (const mask of maskCatalogue.all) {
  for (const type of types) {
    const params = mask.params.parse({});
    if (!mask.accepts(type) || !mask.promises(params, type).keepsUniqueness) continue;
    const values = Array.from({ length: count }, (_, i) => valueOf(type, i));
    const distinct = new Set(masked(mask, params, values, { type, unique: true })).size;
    failed ||= distinct !== count;
    console.log(
      `${mask.id.padEnd(20)} ${type.kind.padEnd(8)} ${(count - distinct).toLocaleString("en")} duplicates of ${count.toLocaleString("en")}`,
    );
  }
}
if (failed) process.exitCode = 1;
