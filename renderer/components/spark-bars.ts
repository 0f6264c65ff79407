/** A bar of a small chart, in the chart's own units; y grows downwards. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Adds neighbours up until there are at most `most` bins. */
export function mergeBins(bins: readonly number[], most: number): readonly number[] {
  if (bins.length <= most) return bins;
  const merged = Array.from({ length: most }, () => 0);
  bins.forEach((count, k) => {
    const into = Math.floor((k * most) / bins.length);
    merged[into] = (merged[into] ?? 0) + count;
  });
  return merged;
}

/** Columns of a histogram in a box; a bin that has anything is at least one unit high. */
export function histogramBars(bins: readonly number[], width: number, height: number, gap = 1): readonly Bar[] {
  const highest = Math.max(...bins, 0);
  if (highest === 0) return [];
  const step = width / bins.length;
  return bins.map((count, k) => {
    const tall = count === 0 ? 0 : Math.max(1, tenth((count / highest) * height));
    return { x: tenth(k * step), y: tenth(height - tall), width: Math.max(0.6, tenth(step - gap)), height: tall };
  });
}

/** A strip of shares, largest first as given; what is too narrow to see is left out. */
export function shareStrip(shares: readonly number[], width: number, height: number, gap = 1): readonly Bar[] {
  const bars: Bar[] = [];
  let x = 0;
  for (const share of shares) {
    const wide = share * width;
    if (wide - gap >= 0.6 && x < width) bars.push({ x: tenth(x), y: 0, width: tenth(wide - gap), height });
    x += wide;
  }
  return bars;
}
