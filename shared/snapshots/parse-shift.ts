import { SeedloomError } from "../base/errors.ts";
import { daysOfIsoDate } from "../base/calendar.ts";

/** A hundred years: more is a slip of the finger. */
const mostDays = 36_525;

/**
 * By how many days dates move: "+30d", "-7d", or "today", which takes the day on which a snapshot was taken to today, so that
 * what was a week old then is a week old now. Throws "usage".
 */
export function parseShift(word: string, takenAt: string, today: string): number {
  if (word === "today") return daysOfIsoDate(today) - daysOfIsoDate(takenAt.slice(0, 10));
  const match = /^([+-]?\d{1,6})d$/.exec(word.trim());
  const days = Number(match?.[1]);
  if (match !== null && Math.abs(days) <= mostDays) return days;
  throw new SeedloomError("usage", `Dates cannot be shifted by ${word}.`, "Say today, or a number of days: +30d.");
}
