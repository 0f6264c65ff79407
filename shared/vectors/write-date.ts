import { civilFromDays, dayMilliseconds } from "../base/calendar.ts";
import { writeMark, type Mark } from "./mark.ts";
import type { TimestampVector } from "./vector.ts";
import { writeAscii, writeFour, writeInteger, writeThree, writeTwo } from "./write-number.ts";

// The texts of recent days with a blank behind them, in two words each, made when first asked for: 1900-01-01 … 2099-12-31.
const firstDay = -25_567;
const lastDay = 47_481;
const dates = new Float64Array((lastDay - firstDay + 1) * 2);
const dateView = new DataView(dates.buffer);

// HH:MM: of every minute of the day, in one word each, and SS. of every second of a minute, in half a word.
const minutes = new Float64Array(1440);
const minuteView = new DataView(minutes.buffer);
const twoDigits = (value: number): string => String(value).padStart(2, "0");
for (let minute = 0; minute < 1440; minute++) {
  writeAscii(minuteView, minute * 8, `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:`);
}
const seconds = new Int32Array(60);
const secondView = new DataView(seconds.buffer);
for (let second = 0; second < 60; second++) writeAscii(secondView, second * 4, `${twoDigits(second)}.`);

/** Writes a day number as YYYY-MM-DD; years beyond 9999 with a plus, before 0 with a minus (ISO 8601 expanded). */
export function writeDate(view: DataView, at: number, days: number): number {
  if (days < firstDay || days > lastDay) return writeCivil(view, at, days);
  writeKnownDay(view, at, days | 0);
  return at + 10;
}

/** Writes a day of the list and a blank: 11 bytes. */
function writeKnownDay(view: DataView, at: number, days: number): void {
  const from = (days - firstDay) * 2;
  if (dates[from] === 0) listDay(days - firstDay);
  // UTF-8 text never has the bits of a NaN, so a float moves it as it is.
  view.setFloat64(at, dates[from] ?? 0, true);
  view.setFloat64(at + 8, dates[from + 1] ?? 0, true);
}

/** Writes a day into the list. */
const listDay = (place: number): void => {
  writeAscii(dateView, writeCivil(dateView, place * 16, firstDay + place), " ");
};

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
  const whole = milliseconds | 0;
  const second = (whole / 1000) | 0;
  const minute = (whole / 60_000) | 0;
  view.setFloat64(at, minutes[minute] ?? 0, true);
  view.setInt32(at + 6, seconds[second - minute * 60] ?? 0, true);
  return precision === 0 ? at + 8 : writeThree(view, at + 9, whole - second * 1000);
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
  const ofDay = milliseconds - days * dayMilliseconds;
  let p = at + 11;
  if (days >= firstDay && days <= lastDay) writeKnownDay(view, at, days | 0);
  else p = writeAscii(view, writeCivil(view, at, days), " ");
  p = writeTime(view, p, ofDay, precision);
  return zone ? writeAscii(view, p, "+00") : p;
}

// Days and milliseconds of the day of some cells, between the two loops of writeTimestamps: the most that it takes at a time.
const cellDays = new Int32Array(256);
const cellTimes = new Int32Array(256);

/**
 * {@link writeTimestamp} for the cells from … to − 1, each with `mark` behind it: cell `from + k` begins at `ends[k]`, which moves behind
 * the mark. In two loops, the divisions first, which is twice as fast as one.
 */
export function writeTimestamps(
  { values, precision, zone }: TimestampVector,
  mark: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  const count = to - from;
  if (zone || mark.length > 8 || !splitTimes(values, from, to)) {
    for (let k = 0; k < count; k++)
      ends[k] = writeMark(mark, view, writeTimestamp(view, ends[k] ?? 0, values[from + k] ?? 0, precision, zone));
    return;
  }
  const length = precision === 0 ? 19 : 23;
  for (let k = 0; k < count; k++) {
    const at = ends[k] ?? 0;
    const day = (cellDays[k] ?? 0) * 2;
    const time = cellTimes[k] ?? 0;
    const second = (time / 1000) | 0;
    const minute = (time / 60_000) | 0;
    view.setFloat64(at, dates[day] ?? 0, true);
    view.setFloat64(at + 8, dates[day + 1] ?? 0, true);
    view.setFloat64(at + 11, minutes[minute] ?? 0, true);
    view.setInt32(at + 17, seconds[second - minute * 60] ?? 0, true);
    writeThree(view, at + 20, time - second * 1000);
    view.setFloat64(at + length, mark.word, true);
    ends[k] = at + length + mark.length;
  }
}

/** Takes moments apart into places in the list of days and times; false where a day is not in the list. */
function splitTimes(values: Float64Array, from: number, to: number): boolean {
  for (let i = from, k = 0; i < to; i++, k++) {
    const value = values[i] ?? 0;
    const day = Math.floor(value / dayMilliseconds);
    if (!(day >= firstDay && day <= lastDay)) return false;
    const place = (day | 0) - firstDay;
    if (dates[place * 2] === 0) listDay(place);
    cellDays[k] = place;
    cellTimes[k] = value - day * dayMilliseconds;
  }
  return true;
}
