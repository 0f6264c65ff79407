/** The heights of bars, from what a parameter holds. */
export const readBars = (value: unknown): readonly number[] =>
  Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === "number" && Number.isFinite(one) && one >= 0 ? one : 0))
    : [];

/** The height that the box stands for: a little above the highest bar, so that each can still be raised. */
export const scaleOf = (bars: readonly number[]): number => 1.2 * Math.max(...bars, 0) || 1;

/** A height as it is kept: in hundredths of the scale, so that what is drawn by hand reads well in a project's file. */
export function tidy(height: number, scale: number): number {
  const step = 10 ** Math.floor(Math.log10(scale / 50));
  const places = Math.max(0, -Math.log10(step));
  return Number((Math.round(Math.max(0, Math.min(scale, height)) / step) * step).toFixed(Math.min(12, places)));
}

/** All bars from one to another at heights on a straight line: a fast pointer leaves none out. */
export function drawnLine(
  bars: readonly number[],
  from: { readonly bar: number; readonly height: number },
  to: { readonly bar: number; readonly height: number },
): readonly number[] {
  const [left, right] = from.bar <= to.bar ? [from, to] : [to, from];
  const width = right.bar - left.bar;
  return bars.map((height, k) => {
    if (k < left.bar || k > right.bar) return height;
    return width === 0 ? to.height : left.height + ((right.height - left.height) * (k - left.bar)) / width;
  });
}

/** The same shape with another number of bars: each gets what lay where it now stands. */
export function resampled(bars: readonly number[], count: number): readonly number[] {
  if (bars.length === 0) return Array.from({ length: count }, () => 1);
  const scale = scaleOf(bars);
  return Array.from({ length: count }, (_, k) => {
    const from = (k * bars.length) / count;
    const to = ((k + 1) * bars.length) / count;
    let sum = 0;
    for (let at = Math.floor(from); at < to; at++) sum += (bars[at] ?? 0) * (Math.min(to, at + 1) - Math.max(from, at));
    return tidy(sum / (to - from), scale);
  });
}

/** Where a bar stands, in words: its name, or its part of the way from the minimum to the maximum. */
export function barName(
  bar: number,
  count: number,
  labels: readonly string[] | undefined,
  range: { readonly min: number; readonly max: number } | undefined,
): string {
  if (labels) return labels[bar] ?? `Bar ${bar + 1}`;
  if (!range) return `Bar ${bar + 1} of ${count}`;
  const at = (k: number): string => short(range.min + ((range.max - range.min) * k) / count);
  return `${at(bar)} to ${at(bar + 1)}`;
}

/** A number without the noise of its last digits. */
export const short = (value: number): string => String(Number(value.toPrecision(6)));
