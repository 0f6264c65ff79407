import { civilFromDays } from "../base/calendar.ts";
import { writeFour, writeInteger, writeThree, writeTwo } from "./write-number.ts";

const dayMilliseconds = 86_400_000;
// The texts of recent days, ten bytes each, made when first asked for: 1900-01-01 … 2099-12-31.
const firstDay = -25_567;
const lastDay = 47_481;
const texts = new Uint8Array((lastDay - firstDay + 1) * 10);

/** Writes a day number as YYYY-MM-DD; years beyond 9999 with a plus, before 0 with a minus (ISO 8601 expanded). */
export function writeDate(bytes: Uint8Array, at: number, days: number): number {
  if (days < firstDay || days > lastDay) return writeCivil(bytes, at, days);
  const from = (days - firstDay) * 10;
  if (texts[from] === 0) writeCivil(texts, from, days);
  for (let k = 0; k < 10; k++) bytes[at + k] = texts[from + k] ?? 48;
  return at + 10;
}

function writeCivil(bytes: Uint8Array, at: number, days: number): number {
  const { year, month, day } = civilFromDays(days);
  let p = at;
  if (year >= 0 && year <= 9999) p = writeFour(bytes, p, year);
  else {
    if (year > 9999) bytes[p++] = 43;
    p = writeInteger(bytes, p, year);
  }
  bytes[p++] = 45;
  p = writeTwo(bytes, p, month);
  bytes[p++] = 45;
  return writeTwo(bytes, p, day);
}

/** Writes milliseconds since midnight as HH:MM:SS, with .mmm where `precision` is 3. */
export function writeTime(bytes: Uint8Array, at: number, milliseconds: number, precision: 0 | 3): number {
  const seconds = (milliseconds / 1000) | 0;
  const hour = (seconds / 3600) | 0;
  const minute = ((seconds / 60) | 0) - hour * 60;
  let p = writeTwo(bytes, at, hour);
  bytes[p++] = 58;
  p = writeTwo(bytes, p, minute);
  bytes[p++] = 58;
  p = writeTwo(bytes, p, seconds % 60);
  if (precision === 0) return p;
  bytes[p++] = 46;
  return writeThree(bytes, p, (milliseconds % 1000) | 0);
}

/** Writes milliseconds since the epoch as `YYYY-MM-DD HH:MM:SS[.mmm][+00]`, at most 36 bytes. */
export function writeTimestamp(
  bytes: Uint8Array,
  at: number,
  milliseconds: number,
  precision: 0 | 3,
  zone: boolean,
): number {
  const days = Math.floor(milliseconds / dayMilliseconds);
  let p = writeDate(bytes, at, days);
  bytes[p++] = 32;
  p = writeTime(bytes, p, milliseconds - days * dayMilliseconds, precision);
  if (!zone) return p;
  bytes[p++] = 43;
  bytes[p++] = 48;
  bytes[p++] = 48;
  return p;
}
