import { maxRows } from "../../../../shared/rules/rule.ts";

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: string };

const suffixes: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  mio: 1e6,
  g: 1e9,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
};

/** Reads a number of rows as people write it: 50m, 1_000_000, 1,000,000, 10k, 2.5 m, 1e6. */
export function parseCount(text: string, limit: number = maxRows): Parsed<number> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return { ok: false, cause: "Type a number, e.g. 1,000 or 50m" };
  // A comma before exactly three digits separates thousands; spaces and underscores always do.
  const plain = trimmed.replace(/(?<=\d)[_\s](?=\d)/g, "").replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  const match = /^(-?)(\d+(?:\.\d+)?(?:e\d+)?)\s*([a-z]*)$/.exec(plain);
  const factor = match ? suffixes[match[3] ?? ""] : undefined;
  if (!match || factor === undefined)
    return { ok: false, cause: `“${text.trim()}” is not a number of rows; try 1,000 or 50m` };
  if (match[1] === "-") return { ok: false, cause: "A number of rows cannot be negative" };
  const value = Number(match[2]) * factor;
  if (value > limit) return { ok: false, cause: `At most ${groupDigits(limit)}` };
  // 2.5k is 2,500; 1.5 rows are not rows. Binary fractions of large factors are rounded away.
  const whole = Math.round(value);
  if (Math.abs(whole - value) > 1e-6 * Math.max(1, value)) return { ok: false, cause: "A number of rows is whole" };
  return { ok: true, value: whole };
}

/**
 * Reads what a person types into the row box: a 1-based row number in any form of {@link parseCount}, `first`, `last`, or
 * `?` for a random row. The answer is 0-based. `random` gives a number in [0, 1).
 */
export function parseRowNumber(text: string, rowCount: number, random: () => number): Parsed<number> {
  const trimmed = text.trim().toLowerCase();
  if (rowCount === 0) return { ok: false, cause: "The table has no rows" };
  if (trimmed === "last" || trimmed === "end") return { ok: true, value: rowCount - 1 };
  if (trimmed === "first" || trimmed === "start") return { ok: true, value: 0 };
  if (trimmed === "?") return { ok: true, value: Math.min(rowCount - 1, Math.floor(random() * rowCount)) };
  const count = parseCount(trimmed, Number.MAX_SAFE_INTEGER);
  if (!count.ok) return { ok: false, cause: `“${text.trim()}” is not a row; try 1,000, 50m, last or ?` };
  if (count.value < 1) return { ok: false, cause: "Rows are numbered from 1" };
  if (count.value > rowCount) return { ok: false, cause: `The last row is ${groupDigits(rowCount)}` };
  return { ok: true, value: count.value - 1 };
}

/** 1000000 → "1,000,000". */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
