/** Milliseconds of a day; there are no leap seconds here, as in POSIX time. */
export const dayMilliseconds = 86_400_000;

/** A date of the proleptic Gregorian calendar; month 1 to 12, day 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a date (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that lies `days` after 1970-01-01 (H. Hinnant, civil_from_days). */
export function civilFromDays(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `days` moved by whole months; the day of the month is kept, or the month's last where it has fewer days. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const all = year * 12 + (month - 1) + months;
  const toYear = Math.floor(all / 12);
  const toMonth = all - toYear * 12 + 1;
  return daysFromCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const year4 = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");

/** `YYYY-MM-DD` of days since 1970-01-01. */
export function formatIsoDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${year4(year)}-${two(month)}-${two(day)}`;
}

/** `HH:MM:SS`, or `HH:MM:SS.mmm` where the precision is 3, of milliseconds since midnight. */
export function formatIsoTime(milliseconds: number, precision: 0 | 3): string {
  const seconds = Math.floor(milliseconds / 1000);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return precision === 3 ? `${text}.${String(milliseconds - seconds * 1000).padStart(3, "0")}` : text;
}

/** `YYYY-MM-DD HH:MM:SS`, with milliseconds where the precision is 3, of milliseconds since 1970-01-01T00:00:00 UTC. */
export function formatIsoTimestamp(milliseconds: number, precision: 0 | 3, separator = " "): string {
  const days = Math.floor(milliseconds / dayMilliseconds);
  return `${formatIsoDate(days)}${separator}${formatIsoTime(milliseconds - days * dayMilliseconds, precision)}`;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`; undefined where the text is no date of the calendar. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/** As {@link parseIsoDate}, for a text that is known to be a date; throws a RangeError where it is none. */
export function daysOfIsoDate(text: string): number {
  const days = parseIsoDate(text);
  if (days === undefined) throw new RangeError(`${text} is not a date of the form YYYY-MM-DD.`);
  return days;
}

/** Milliseconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`; undefined where the text is no time of a day. */
export function parseIsoTime(text: string): number | undefined {
  const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = Number((match[4] ?? "").padEnd(3, "0").slice(0, 3));
  return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/**
 * Milliseconds since 1970-01-01T00:00:00 UTC of an ISO date or of a date and a time, apart by `T` or a space, with an
 * optional `Z` or `±HH[:MM]`. Without a zone it is taken as UTC. Undefined where the text is none of that.
 */
export function parseIsoTimestamp(text: string): number | undefined {
  const match = /^(-?\d{4,6}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(
    text,
  );
  if (!match) return undefined;
  const days = parseIsoDate(match[1] ?? "");
  const time = match[2] === undefined ? 0 : parseIsoTime(match[2]);
  if (days === undefined || time === undefined) return undefined;
  return days * dayMilliseconds + time - zoneMilliseconds(match[3]);
}

function zoneMilliseconds(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0);
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}
