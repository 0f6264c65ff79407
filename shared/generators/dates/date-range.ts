import { wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { CompileContext, Domain, Kernel, ParameterProblem } from "../generator.ts";
import { firstMoment, isRelative, lastMoment, momentForms, parseMoment } from "./moment.ts";

/** A range of moments as written, and how its values lean. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly bias: "none" | "recent" | "early";
}

/** The first value and the number of values of a range, in units of `unit` milliseconds; both ends belong to it. */
export function rangeOf(
  range: Range,
  unit: number,
  referenceDay: number,
): { readonly first: number; readonly size: number } {
  const from = parseMoment(range.from, referenceDay) ?? referenceDay * 86_400_000;
  const to = parseMoment(range.to, referenceDay) ?? from;
  const [low, high] = from <= to ? [from, to] : [to, from];
  const first = Math.ceil(low / unit);
  return { first, size: Math.max(1, Math.floor(high / unit) - first + 1) };
}

/** The least size of a range over reference dates: it varies by leap days. */
export const leastSize = (range: Range, unit: number): number =>
  [20_454, 20_819, 21_184, 21_550].reduce((least, day) => Math.min(least, rangeOf(range, unit, day).size), Infinity);

/** What is wrong with a range in a column of this type, as sentences. */
export function rangeProblems(range: Range, type: ValueType): readonly ParameterProblem[] {
  // Any day does to compare two moments by: whole years and months move both alike, give or take a leap day.
  const from = parseMoment(range.from, 20_000);
  const to = parseMoment(range.to, 20_000);
  const unreadable = from === undefined ? range.from : to === undefined ? range.to : undefined;
  if (unreadable !== undefined) return [{ severity: "error", message: `“${unreadable}” is no date. ${momentForms}` }];
  if ((from ?? 0) > (to ?? 0) && isRelative(range.from) === isRelative(range.to)) {
    const message = `The beginning ${range.from} lies after the end ${range.to}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { from: range.to, to: range.from } } }];
  }
  const far = [range.from, range.to].find((_, k) => !isWithinYears((k === 0 ? from : to) ?? 0));
  if (far !== undefined) return [{ severity: "error", message: `${far} lies beyond the years 1 to 9999.` }];
  return type.kind === "timestamp" ? beyondType(from ?? 0, to ?? 0, type) : [];
}

const isWithinYears = (moment: number): boolean => moment >= firstMoment && moment <= lastMoment + 999;

function beyondType(
  from: number,
  to: number,
  { minimum, maximum }: Extract<ValueType, { kind: "timestamp" }>,
): readonly ParameterProblem[] {
  const [first, last] = [minimum, maximum].map((text) => (text === undefined ? undefined : parseMoment(text, 0)));
  const low = Math.min(from, to) < (first ?? -Infinity);
  if (!low && Math.max(from, to) <= (last ?? Infinity)) return [];
  const bound = low ? minimum : maximum;
  return [
    {
      severity: "error",
      message: `The column holds no time ${low ? "before" : "after"} ${bound}.`,
      fix: { label: `${low ? "Begin" : "End"} there`, params: { [low ? "from" : "to"]: bound } },
    },
  ];
}

/**
 * A column over consecutive values: a domain where they are equally likely or must be unique; with a bias a kernel whose
 * values gather at one end, by the square of a uniform draw (half of them lie in the nearest quarter).
 */
export function rangeColumn(
  domain: Domain & { readonly scratch: Float64Array },
  bias: Range["bias"],
  context: CompileContext,
): Kernel | Domain {
  if (bias === "none" || context.unique) return domain;
  const { k0, k1 } = context.stream;
  const { size, scratch, out } = domain;
  const last = size - 1;
  return {
    out,
    fill(rows, count) {
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const fine = (wordAt(k0, k1, row, 1) >>> 0) * 2.3283064365386963e-10;
        const draw = ((wordAt(k0, k1, row, 0) >>> 0) + fine) * 2.3283064365386963e-10;
        const back = Math.floor(draw * draw * size);
        scratch[i] = bias === "recent" ? last - back : back;
      }
      domain.fillAt(scratch, count);
    },
  };
}
