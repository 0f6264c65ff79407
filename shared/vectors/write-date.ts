import { civilFromDays, dayMilliseconds } from "../base/calendar.ts";
import { writeAscii, writeFour, writeInteger, writeThree, writeTwo } from "./write-number.ts";

// The texts of recent days, ten bytes in two words each, made when first asked for: 1900-01-01 … 2099-12-31.
const firstDay = -25_567;
const lastDay = 47_481;
const dates = new Float64Array((lastDay - firstDay + 1) * 2);
const dateView = new DataView(dates.buffer);

// HH:MM: of every minute of the day, in one word each.
const minutes = new Float64Array(1440);
const minuteView = new DataView(minutes.buffer);
for (let minute = 0; minute < 1440; minute++) {
  const hour = Math.floor(minute / 60);
  writeAscii(minuteView, minute * 8, `${String(hour).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:`);
}

/** Writes a day number as YYYY-MM-DD; years beyond 9999 with a plus, before 0 with a minus (ISO 8601 expanded). */
export function writeDate(view: DataView, at: number, days: number): number {
  if (days < firstDay || days > lastDay) return writeCivil(view, at, days);
  const from = (days - firstDay) * 2;
  if (dates[from] === 0) writeCivil(dateView, from * 8, days);
  // UTF-8 text never has the bits of a NaN, so a float moves it as it is.
  view.setFloat64(at, dates[from] ?? 0, true);
  view.setInt16(at + 8, dateView.getInt16(from * 8 + 8, true), true);
  return at + 10;
}

function writeCivil(view: DataView, at: number, days: number): number {
  const { year, month, day } = civilFromDays(days);
  let p = at;
  if (year >= 0 && year <= 9999) p = writeFour(view, p, year);
  else {
    if (year > 9999) view.setUint8(p++, 43);
    p = writeInteger(view, p, year);
  }
  view.setUint8(p, 45);
  p = writeTwo(view, p + 1, month);
  view.setUint8(p, 45);
  return writeTwo(view, p + 1, day);
}

/** Writes milliseconds since midnight as HH:MM:SS, with .mmm where `precision` is 3. */
export function writeTime(view: DataView, at: number, milliseconds: number, precision: 0 | 3): number {
  const seconds = (milliseconds / 1000) | 0;
  const minute = (seconds / 60) | 0;
  view.setFloat64(at, minutes[minute] ?? 0, true);
  const p = writeTwo(view, at + 6, seconds - minute * 60);
  if (precision === 0) return p;
  view.setUint8(p, 46);
  return writeThree(view, p + 1, (milliseconds - seconds * 1000) | 0);
}

/** Writes milliseconds since the epoch as `YYYY-MM-DD HH:MM:SS[.mmm][+00]`, at most 36 bytes. */
export function writeTimestamp(
  view: DataView,
  at: number,
  milliseconds: number,
  precision: 0 | 3,
  zone: boolean,
): number {
  const days = Math.floor(milliseconds / dayMilliseconds);
  let p = writeDate(view, at, days);
  view.setUint8(p, 32);
  p = writeTime(view, p + 1, milliseconds - days * dayMilliseconds, precision);
  return zone ? writeAscii(view, p, "+00") : p;
}
