import { tidy } from "../fit-numbers.ts";
import type { GenerateRule } from "../rule.ts";

/** The bounds of sampled numbers, rounded outward to two digits of their span, so that no value of the source is told. */
export interface SampledRange {
  readonly min: number;
  readonly max: number;
  /** Half of the values lie below; to two digits. */
  readonly median: number;
  /** Digits behind the point that the values have, at most 4. */
  readonly scale: number;
}

/** Undefined where a value is no number that arithmetic keeps exactly. */
export function sampledRange(texts: readonly string[], whole: boolean): SampledRange | undefined {
  const numbers = texts.map(Number).toSorted((a, b) => a - b);
  const [low, high] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  if (!numbers.every(Number.isFinite) || Math.max(Math.abs(low), Math.abs(high)) > Number.MAX_SAFE_INTEGER)
    return undefined;
  if (low === high) return undefined;
  const scale = whole ? 0 : Math.min(4, Math.max(...texts.map(decimals)));
  const step = Math.max(10 ** -scale, 10 ** (Math.floor(Math.log10(high - low)) - 1));
  const min = Math.floor(low / step) * step;
  const middle = numbers[numbers.length >> 1] ?? 0;
  return {
    min: tidy(min, scale),
    max: tidy(Math.ceil(high / step) * step, scale),
    median: middle === 0 ? 0 : Number(middle.toPrecision(2)),
    scale,
  };
}

const decimals = (text: string): number => /[.](\d*?)0*$/.exec(text)?.[1]?.length ?? 0;

/**
 * The parameters of the present rule with the bounds of the sample; undefined where it has no such bounds, or has nearly these.
 * The kind of distribution stays.
 */
export function withinRange(
  { generator, params }: GenerateRule,
  { min, max, median, scale }: SampledRange,
): Readonly<Record<string, unknown>> | undefined {
  const [low, high] = [params["min"], params["max"]];
  if (typeof low !== "number" || typeof high !== "number") return undefined;
  const common = Math.min(high, max) - Math.max(low, min);
  if (common >= 0.7 * Math.max(high - low, max - min)) return undefined;
  switch (generator) {
    case "integer":
      return { min, max };
    case "decimal":
      return { min, max, scale };
    case "log-normal":
      return median > 0 && median > min && median < max ? { ...params, median, min, max } : undefined;
    default:
      return undefined;
  }
}
