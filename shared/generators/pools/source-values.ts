import { z } from "zod";
import { aliasTable, fillAlias } from "../../random/alias-table.ts";
import type { TableId } from "../../schema/schema-model.ts";
import { defineGenerator, type Kernel, type ParameterProblem, type PoolFile } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { plainValue } from "../structure/plain-value.ts";
import { misfit, valueTable } from "../structure/value-table.ts";

/** The most different values of a column that may be taken for a list. */
export const mostSourceValues = 5000;

/** Under which name the values of a source's column stand among the pools: no file can be called so. */
export const sourceValuesKey = (table: TableId, column: string): string =>
  `\0${JSON.stringify(["source", table, column])}`;

const params = z.strictObject({
  personal: parameter(z.boolean().default(false), {
    label: "Although it is personal",
    help: "Real values of people then stand in the test data: only where that is allowed.",
  }),
});
type Params = z.infer<typeof params>;

interface Counted {
  readonly values: readonly string[];
  readonly weights: readonly number[];
}

/** The different values in an order of their own, so that neither the engine nor its collation matters. */
function counted(pool: PoolFile | undefined): Counted | undefined {
  if (pool === undefined || "fault" in pool || pool.lines.length === 0) return undefined;
  const lines = pool.lines.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0));
  return { values: lines.map(([value = ""]) => value), weights: lines.map(([, count]) => Number(count)) };
}

/** What is in the way of taking a column's values. */
function problemOf(pool: PoolFile | undefined): ParameterProblem | undefined {
  if (pool === undefined) return { severity: "error", message: "There is no source to take its values from." };
  if (!("fault" in pool)) {
    return pool.lines.length > 0
      ? undefined
      : { severity: "error", message: "The source has no value of this column." };
  }
  const fix = { label: "Take the real values all the same", params: { personal: true } };
  return { severity: "error", message: `${pool.fault}.`, ...(pool.personal === true ? { fix } : {}) };
}

/** The source's own values of the column, as often as they are there. */
export const sourceValues = defineGenerator<Params>({
  id: "source-values",
  version: 1,
  label: "Values from the source",
  help: `The values that this column has in the source, as often as there: of a column that is not personal and has at most ${mostSourceValues} different ones.`,
  category: "structure",
  keywords: ["sample", "existing", "real", "database", "frequency", "distribution", "copy", "lookup", "own values"],
  icon: "database-search",
  params,
  accepts: (type) => type.kind !== "bytes",
  describe: (p) => (p.personal ? "personal, as often as there" : "as often as there"),
  // Drawn with repetition: none is sure to differ from another.
  capacity: () => 1,
  ownValues: ({ personal }) => ({ personal }),
  problems(_, { type, pools, needed, column, schema }): readonly ParameterProblem[] {
    if (pools === undefined || column === undefined || schema === undefined) return [];
    const pool = pools[sourceValuesKey(schema.table.id, column.name)];
    const wrong = problemOf(pool);
    if (wrong !== undefined) return [wrong];
    const { values } = counted(pool) ?? { values: [] };
    // The values themselves are not repeated: they are the source's.
    const misfits = values.filter((value) => misfit(value, type) !== undefined).length;
    if (misfits > 0) {
      return [{ severity: "error", message: `${misfits} of the source's values do not fit the column's type.` }];
    }
    if (needed === undefined || needed < 2) return [];
    return [{ severity: "error", message: "The source's values are drawn with repetition, and must differ here." }];
  },
  compile(_, context): Kernel {
    const { schema, column, type, batchRows, stream } = context;
    const key = schema === undefined ? "" : sourceValuesKey(schema.table.id, column.name);
    const found = counted(context.pools?.[key]);
    const table = valueTable(found?.values ?? [plainValue(type)], type, batchRows);
    const { out, codes } = table;
    if (found === undefined) {
      return {
        out,
        fill(_rows, count) {
          out.nulls.fill(1, 0, count);
          out.hasNulls = true;
        },
      };
    }
    const weights = aliasTable(found.weights);
    return {
      out,
      fill(rows, count) {
        fillAlias(weights, stream, rows, count, codes);
        table.write(count);
      },
    };
  },
});
