import type { Bound } from "../schema/check-constraint.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { ColumnFacts } from "./column-facts.ts";

/** The numbers that a column takes, both ends included, in steps of 10^−scale. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
}

/** What type and checks leave of the numbers; `scale` is that of the values wanted where the column keeps more. */
export function numberRange(type: ValueType, facts: ColumnFacts, wantedScale: number): NumberRange {
  const kept = type.kind === "integer" ? 0 : type.kind === "decimal" ? (type.scale ?? wantedScale) : wantedScale;
  const scale = Math.max(0, Math.min(wantedScale, kept, facts.scale ?? kept));
  const unit = 10 ** -scale;
  const [least, most] = typeRange(type);
  const inward = (bound: Bound | undefined, sign: 1 | -1): number => {
    const value = bound === undefined ? Number.NaN : Number(bound.value);
    if (bound === undefined || !Number.isFinite(value)) return sign * -Infinity;
    const rounded = sign === 1 ? Math.ceil(value / unit - 1e-9) : Math.floor(value / unit + 1e-9);
    const moved = !bound.inclusive && Math.abs(rounded * unit - value) < unit / 1000 ? rounded + sign : rounded;
    return tidy(moved * unit, scale);
  };
  let low = Math.max(least, inward(facts.minimum, 1));
  const high = Math.min(most, inward(facts.maximum, -1));
  if (low <= 0 && facts.excluded.some((value) => Number(value) === 0) && high > 0) low = unit;
  return { low, high, scale };
}

function typeRange(type: ValueType): readonly [number, number] {
  if (type.kind === "integer") {
    const size = 2 ** Math.min(53, type.bits);
    const [low, high] = type.unsigned === true ? [0, size - 1] : [-size / 2, size / 2 - 1];
    return [type.minimum ?? low, type.maximum ?? high];
  }
  if (type.kind === "decimal" && type.precision !== undefined) {
    const most = tidy(10 ** (type.precision - (type.scale ?? 0)) - 10 ** -(type.scale ?? 0), type.scale ?? 0);
    return [type.unsigned === true ? 0 : -most, most];
  }
  if ((type.kind === "decimal" || type.kind === "real") && type.unsigned === true) return [0, Infinity];
  return [-Infinity, Infinity];
}

/** A number without what binary fractions add to it: 0.30000000000000004 is 0.3. */
export const tidy = (value: number, scale: number): number =>
  Number.isFinite(value) ? Number(value.toFixed(Math.min(12, scale))) : value;

/**
 * Parameters with `min` and `max` moved into the range, and what depends on them; undefined where the range leaves nothing
 * of what was meant.
 */
export function fitNumbers(
  params: Readonly<Record<string, unknown>>,
  range: NumberRange,
  names: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  const { min, max } = params;
  if (typeof min !== "number" || typeof max !== "number") return params;
  const low = Math.max(range.low, range.scale === 0 ? Math.ceil(min) : tidy(min, range.scale));
  const high = Math.min(range.high, range.scale === 0 ? Math.floor(max) : tidy(max, range.scale));
  // Two numbers where twenty were meant are another thing.
  if (low > high || (high - low < (max - min) / 50 && high - low < 2)) return undefined;
  const fitted: Record<string, unknown> = { ...params, min: low, max: high };
  const centre = (low + high) / 2;
  if (typeof params["median"] === "number" && !(params["median"] > low && params["median"] < high)) {
    fitted["median"] = tidy(
      Math.max(low > 0 ? low : high / 100, Math.sqrt(Math.max(low, high / 100) * high)),
      Math.max(2, range.scale),
    );
  }
  if (typeof params["mean"] === "number" && !(params["mean"] > low && params["mean"] < high)) {
    fitted["mean"] = tidy(centre, range.scale);
    fitted["deviation"] = tidy((high - low) / 6, Math.max(2, range.scale));
  }
  if (names.includes("scale")) fitted["scale"] = range.scale;
  return fitted;
}

/**
 * A range of numbers without the values that a check excludes: the widest of the stretches between them. Others are left out, so
 * that what is left can be given by its two ends.
 */
export function clearOf(
  low: number,
  high: number,
  scale: number,
  excluded: readonly unknown[],
): readonly [number, number] {
  const unit = 10 ** -scale;
  const stops = excluded
    .map(Number)
    .filter((value) => value >= low && value <= high)
    .toSorted((a, b) => a - b);
  if (stops.length === 0) return [low, high];
  let widest: readonly [number, number] = [low, low - unit];
  let from = low;
  for (const stop of [...stops, high + unit]) {
    const to = tidy(Math.ceil(tidy(stop / unit, 6)) * unit - unit, scale);
    if (to - from > widest[1] - widest[0]) widest = [from, to];
    from = Math.max(from, tidy(Math.floor(tidy(stop / unit, 6)) * unit + unit, scale));
  }
  return widest;
}
