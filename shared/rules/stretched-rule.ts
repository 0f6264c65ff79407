import type { ColumnContext } from "./column-context.ts";
import { numberRange } from "./fit-numbers.ts";
import { narrowed, type Stretch } from "./number-stretches.ts";
import type { GenerateRule } from "./rule.ts";

/** How far a stretch goes that a check leaves open. */
const openWidth = 1000;

interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * Numbers by chance from each of the stretches that a check leaves, all equally often; undefined where the column is unique, or
 * they are one after all.
 */
export function stretchedRule(context: ColumnContext): GenerateRule | undefined {
  const { facts, unique } = context;
  if (unique || facts.choices !== undefined || facts.multiple !== undefined) return undefined;
  const { parts, scale } = partsOf(context);
  if (parts.length < 2) return undefined;
  const texts = parts.map(({ low, high }) => (low === high ? String(low) : `randomInt(${low}, ${high})`));
  const picked = `pick(${texts.join(", ")})`;
  const expression = scale === 0 ? picked : `${picked} / ${10 ** scale}.0`;
  return { kind: "generate", generator: "formula", params: { expression } };
}

/** The facts of a column as those of the widest of its stretches, for values that two ends are to say. */
export function inWidestStretch(context: ColumnContext): ColumnContext {
  const { parts, scale } = partsOf(context);
  const [widest] = parts.toSorted((a, b) => b.high - b.low - (a.high - a.low));
  if (widest === undefined) return context;
  const unit = 10 ** scale;
  const minimum = { value: widest.low / unit, inclusive: true };
  const maximum = { value: widest.high / unit, inclusive: true };
  return { ...context, facts: { ...context.facts, minimum, maximum } };
}

/** The stretches in whole units of 10^−scale, in order; those that meet are one. */
function partsOf({ column, facts }: ColumnContext): { readonly parts: readonly Ends[]; readonly scale: number } {
  const { valueType } = column;
  const wanted =
    valueType.kind === "integer" ? 0 : Math.min(valueType.kind === "decimal" ? (valueType.scale ?? 2) : 2, 6);
  const { scale } = numberRange(valueType, facts, wanted);
  const ends = (facts.stretches ?? []).flatMap((stretch): Ends[] => {
    const both = narrowed(stretch, facts);
    const range = numberRange(valueType, { ...facts, ...both, excluded: [] }, wanted);
    const [low, high] = closed(range.low, range.high, both);
    const unit = 10 ** scale;
    return low > high ? [] : [{ low: Math.round(low * unit), high: Math.round(high * unit) }];
  });
  const parts: Ends[] = [];
  for (const end of ends.toSorted((a, b) => a.low - b.low)) {
    const last = parts.at(-1);
    if (last !== undefined && end.low <= last.high + 1)
      parts.splice(-1, 1, { low: last.low, high: Math.max(last.high, end.high) });
    else parts.push(end);
  }
  return { parts, scale };
}

/** Both ends, the open one as far off as values usually lie. */
function closed(low: number, high: number, { minimum, maximum }: Stretch): readonly [number, number] {
  if (minimum === undefined && maximum === undefined) return [Math.max(low, 0), Math.min(high, openWidth)];
  if (minimum === undefined) return [Math.max(low, high - openWidth), high];
  return maximum === undefined ? [low, Math.min(high, low + openWidth)] : [low, high];
}
