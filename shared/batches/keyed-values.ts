import { compileContext } from "../plan/compile-context.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { childStream, streamOf } from "../random/stream.ts";
import type { KeyedValues } from "../masks/mask.ts";
import type { DesignedColumn } from "../rules/design.ts";

/** The numbers that address a consistent fake lie below this. */
const numbers = 2 ** 52;

/**
 * A generator whose row number is the keyed hash of a source value. Its streams are the generator's own and no column's, so
 * that a value has the same stand-in in every table, project and run. Undefined where it cannot stand by itself.
 */
export function keyedValues(
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  asked: { readonly generator: string; readonly params: Readonly<Record<string, unknown>> },
  batchRows: number,
): KeyedValues | undefined {
  const generator = plan.catalogue.get(asked.generator);
  const params = generator?.params.safeParse(asked.params);
  if (generator === undefined || params?.success !== true || generator.relation === true) return undefined;
  const stream = streamOf(0, "consistent fake", generator.id);
  const rule = { kind: "generate", generator: generator.id, params: asked.params } as const;
  const context = compileContext(plan, { ...table, rowCount: numbers }, { ...entry, rule }, false, {
    batchRows,
    input: (name) => {
      throw new TypeError(`${generator.id} reads ${name}, and a stand-in is made of one value.`);
    },
  });
  const compiled = generator.compile(params.data, {
    ...context,
    stream,
    localeStream: childStream(stream, "locale"),
    bundleStream: childStream(stream, "bundle"),
  });
  const { out } = compiled;
  if (!("size" in compiled)) {
    return {
      out,
      fillAt(rows, count) {
        out.hasNulls = false;
        compiled.fill(rows, count);
      },
    };
  }
  const indexes = new Float64Array(batchRows);
  return {
    out,
    fillAt(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) indexes[i] = Math.floor(((rows[i] ?? 0) / numbers) * compiled.size);
      compiled.fillAt(indexes, count);
    },
  };
}
