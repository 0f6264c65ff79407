import { z } from "zod";
import { aliasTable, fillAlias } from "../../random/alias-table.ts";
import type { ColumnModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type Domain, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { exampleValues } from "./plain-value.ts";
import { misfit, unheld, valueTable, type Scalar } from "./value-table.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const weight = z.number().min(0);

const params = z.strictObject({
  values: parameter(
    z
      .union([
        z.record(z.string(), weight),
        z.array(z.union([scalar, z.strictObject({ value: scalar, weight: weight.default(1) })])),
      ])
      .default({}),
    {
      label: "Values",
      help: "Each value with its weight: a weight of 3 comes three times as often as 1.",
      control: "weights",
    },
  ),
});
type Params = z.infer<typeof params>;

interface Weighted {
  readonly value: Scalar;
  readonly weight: number;
}

/** The list in one form. Weights that are all 0 are taken as alike. An empty list stands for the values of the column's type, where it has some. */
function listOf(p: Params, type: ValueType): readonly Weighted[] {
  const given: readonly Weighted[] = Array.isArray(p.values)
    ? p.values.map((entry) => (typeof entry === "object" ? entry : { value: entry, weight: 1 }))
    : Object.entries(p.values).map(([value, share]) => ({ value, weight: share }));
  const possible = given.filter((entry) => entry.weight > 0);
  if (possible.length > 0) return possible;
  // Until the problem is mended, the values that were typed are shown.
  if (given.length > 0) return given.map(({ value }) => ({ value, weight: 1 }));
  return exampleValues(type).map((value) => ({ value, weight: 1 }));
}

/** Values without repetition; in a column that ignores case, without one that differs in case only. */
function distinctOf(list: readonly Weighted[], column: Pick<ColumnModel, "caseInsensitive">): readonly Weighted[] {
  const seen = new Set<string>();
  return list.filter(({ value }) => {
    const key = column.caseInsensitive ? String(value).toLowerCase() : String(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const percent = (value: number, total: number): string => `${Math.round((value / total) * 1000) / 10}%`;

/** Values from a list, by weight; typed by the column. */
export const weightedChoice = defineGenerator<Params>({
  id: "weighted-choice",
  version: 1,
  label: "Weighted choice",
  help: "One of a list of values, each as often as its weight says.",
  category: "structure",
  keywords: ["enum", "list", "pick", "one of", "status", "category", "weights", "choice", "select"],
  icon: "list-check",
  params,
  shorthand: "values",
  accepts: (type) => type.kind !== "bytes",
  describe(p, type) {
    const list = listOf(p, type);
    const total = list.reduce((sum, entry) => sum + entry.weight, 0);
    const shown = list.slice(0, 2).map((entry) => `${String(entry.value)} ${percent(entry.weight, total)}`);
    return list.length > 2 ? `${shown.join(", ")}, +${list.length - 2}` : shown.join(", ");
  },
  capacity: (p, type) => distinctOf(listOf(p, type), {}).length,
  problems(p, { type, schema }): readonly ParameterProblem[] {
    const count = Array.isArray(p.values) ? p.values.length : Object.keys(p.values).length;
    if (count === 0 && type.kind !== "enum" && type.kind !== "boolean") {
      return [{ severity: "error", message: "The list has no values." }];
    }
    const weights = Array.isArray(p.values)
      ? p.values.map((entry) => (typeof entry === "object" ? entry.weight : 1))
      : Object.values(p.values);
    if (count > 0 && !weights.some((weight) => weight > 0)) {
      const values = Array.isArray(p.values)
        ? p.values.map((entry) => (typeof entry === "object" ? entry.value : entry))
        : Object.fromEntries(Object.keys(p.values).map((value) => [value, 1]));
      const fix = { label: "Weigh them alike", params: { values } };
      return [{ severity: "error", message: "The weights add up to 0.", fix }];
    }
    const list = listOf(p, type);
    return list.flatMap(({ value }): ParameterProblem[] => {
      const wrong = misfit(value, type) ?? unheld(value, schema);
      return wrong === undefined ? [] : [{ severity: "error", message: `${JSON.stringify(value)} ${wrong}.` }];
    });
  },
  compile(p, context): Kernel | Domain {
    const list = listOf(p, context.type);
    if (context.unique) {
      const distinct = distinctOf(list, context.column);
      const table = valueTable(
        distinct.map((entry) => entry.value),
        context.type,
        context.batchRows,
      );
      return {
        out: table.out,
        size: distinct.length,
        fillAt(indexes, count) {
          for (let i = 0; i < count; i++) table.codes[i] = indexes[i] ?? 0;
          table.write(count);
        },
      };
    }
    const table = valueTable(
      list.map((entry) => entry.value),
      context.type,
      context.batchRows,
    );
    const weights = aliasTable(list.map((entry) => entry.weight));
    const { codes } = table;
    const { stream } = context;
    return {
      out: table.out,
      fill(rows, count) {
        fillAlias(weights, stream, rows, count, codes);
        table.write(count);
      },
    };
  },
});
