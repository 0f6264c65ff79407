/** What is counted of a column's sampled values. It is in memory only, and gone with the answer. */
export interface SampledValues {
  /** All rows that were looked at. */
  readonly rows: number;
  /** The values that are not NULL or empty. */
  readonly texts: readonly string[];
  /** How often each of them is there, the most frequent first, equal counts in the order of their texts. */
  readonly counts: readonly (readonly [text: string, count: number])[];
}

/** Counts the canonical texts of a column's first rows. */
export function countValues(cells: readonly (string | null)[]): SampledValues {
  const texts = cells.filter((cell): cell is string => cell !== null && cell.trim() !== "");
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ranked = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : a > b ? 1 : 0));
  return { rows: cells.length, texts, counts: ranked };
}
