import type { Literal } from "./check-ast.ts";

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(?:Z|[+-]00(?::?00)?)?$/;

/** The day number of a civil date, from 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** The parts of a date or timestamp written the ISO way, or null. As SQLite does, days up to 31 pass in any month. */
function partsOf(value: Literal): readonly number[] | null {
  const match = typeof value === "string" ? form.exec(value) : null;
  if (match === null) return null;
  const parts = match.slice(1, 7).map((part) => Number(part ?? 0));
  const [, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 59;
  return valid ? parts : null;
}

/** SQLite's julianday() of a date or timestamp written the ISO way; null for anything else. */
export function sqlDayNumber(value: Literal): number | null {
  const parts = partsOf(value);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return dayNumber(year, month, day) + 2440587.5 + (hour * 3600 + minute * 60 + second) / 86400;
}

/** SQLite's strftime() of a date or timestamp written the ISO way, for %Y %m %d %H %M %S %w; null for anything else. */
export function formatSqlTime(format: string, value: Literal): string | null {
  const parts = partsOf(value);
  if (parts === null || /%[^YmdHMSw%]/.test(format)) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  // A day beyond the month's end runs on into the next one.
  const days = dayNumber(year, month, day);
  const last = dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;
  if (days > last) return formatSqlTime(format, overflow(year, month, days - last, hour, minute, second));
  const pad = (number: number, width = 2): string => String(number).padStart(width, "0");
  const fields: Readonly<Record<string, string>> = {
    Y: pad(year, 4),
    m: pad(month),
    d: pad(day),
    H: pad(hour),
    M: pad(minute),
    S: pad(second),
    w: String((((days + 4) % 7) + 7) % 7),
    "%": "%",
  };
  return format.replace(/%(.)/g, (_, code: string) => fields[code] ?? "");
}

function overflow(year: number, month: number, day: number, hour: number, minute: number, second: number): string {
  const pad = (number: number, width = 2): string => String(number).padStart(width, "0");
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${pad(y, 4)}-${pad(m)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}`;
}
