import { addMonths, dayMilliseconds, parseIsoTimestamp } from "../../base/calendar.ts";

// A moment is written as an ISO date or timestamp, or relative to the reference date: "today", "-2y", "+30d", "-1y6m".
const relative = /^([+-])((?:\d{1,6}(?:y|m|w|d|h|min|s))+)$/;
const step = /(\d+)(y|min|m|w|d|h|s)/g;

const milliseconds: Readonly<Record<string, number>> = {
  w: 7 * dayMilliseconds,
  d: dayMilliseconds,
  h: 3_600_000,
  min: 60_000,
  s: 1000,
};

/** The first and the last moment of the years that all engines and formats write alike: 1 to 9999. */
export const firstMoment = -62_135_596_800_000;
export const lastMoment = 253_402_300_799_000;

/** Whether a text names a moment by its distance from the reference date. */
export const isRelative = (text: string): boolean => {
  const plain = text.trim().toLowerCase();
  return plain === "today" || plain === "now" || relative.test(plain);
};

/**
 * The instant that a text names, in milliseconds since 1970-01-01T00:00:00 UTC, where `referenceDay` is the project's
 * reference date; undefined where it names none. "today" and plain dates are the beginning of their day. Units are
 * y, m (months), w, d, h, min and s.
 */
export function parseMoment(text: string, referenceDay: number): number | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === "today" || plain === "now") return referenceDay * dayMilliseconds;
  const match = relative.exec(plain);
  if (!match) return parseIsoTimestamp(text.trim());
  const sign = match[1] === "-" ? -1 : 1;
  let months = 0;
  let rest = 0;
  for (const [, amount, unit] of (match[2] ?? "").matchAll(step)) {
    if (unit === "y") months += 12 * Number(amount);
    else if (unit === "m") months += Number(amount);
    else rest += Number(amount) * (milliseconds[unit ?? ""] ?? 0);
  }
  return addMonths(referenceDay, sign * months) * dayMilliseconds + sign * rest;
}

/** What a person may write for a moment, for the message that refuses another text. */
export const momentForms =
  "Write a date such as 2026-11-22, or one relative to the reference date such as -2y, -30d, today or +6m.";

/** A moment in words for the column grid: "2 years ago" stays as short as it was written. */
export const describeRange = (from: string, to: string): string => `${from} to ${to}`;
