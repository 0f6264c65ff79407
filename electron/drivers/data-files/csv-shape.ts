import { parse } from "csv-parse/sync";
import { looksLikeValue } from "./text-kinds.ts";

/** How a CSV file is written. */
export interface CsvShape {
  readonly delimiter: string;
  readonly quote: string;
  /** The names in its first line; undefined where that is a row. */
  readonly header: readonly string[] | undefined;
  readonly width: number;
}

const delimiters = [",", ";", "\t", "|"] as const;

/** Tells how a file is written from its first characters. `more`: the file goes on behind them. */
export function csvShape(start: string, more: boolean): CsvShape {
  // The last line may be cut.
  const end = more ? start.lastIndexOf("\n") + 1 : start.length;
  const sample = start.slice(0, Math.min(end === 0 ? start.length : end, 64 * 1024));
  const whole =
    sample.slice(0, Math.max(sample.lastIndexOf("\n") + 1, more || sample.length < start.length ? 0 : sample.length)) ||
    sample;
  const quote = quoteOf(whole);
  const best = delimiters
    .map((delimiter) => ({ delimiter, records: recordsOf(whole, delimiter, quote) }))
    .map((one) => ({ ...one, ...regularity(one.records) }))
    // Of two that fit alike, more columns are no accident.
    .reduce((a, b) =>
      b.share * Math.min(b.width, 2) > a.share * Math.min(a.width, 2) || (b.share === a.share && b.width > a.width)
        ? b
        : a,
    );
  const [first = []] = best.records;
  const header = isHeader(first, best.records.slice(1)) ? distinctNames(first) : undefined;
  return { delimiter: best.delimiter, quote, header, width: header?.length ?? first.length };
}

/** Single quotes where fields are enclosed in them, and in no double ones. */
const quoteOf = (sample: string): string =>
  !sample.includes('"') && /(?:^|[,;\t|])'[^'\n]*'(?:[,;\t|]|$)/m.test(sample) ? "'" : '"';

/** The records of a sample, which may end inside one. */
function recordsOf(sample: string, delimiter: string, quote: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  const keep = (record: string[]): null => {
    records.push(record);
    return null;
  };
  try {
    parse(sample, {
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 500,
      on_record: keep,
    });
  } catch {
    // What was read before says enough.
  }
  return records;
}

/** The number of fields that most records have, and their share. */
function regularity(records: readonly (readonly string[])[]): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as const);
  return { width, share: records.length === 0 ? 0 : count / records.length };
}

/** Whether the first line has names: none of them a number or a date, each of them something, and none found below itself. */
function isHeader(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (
    first.length === 0 ||
    first.some((name) => name.trim() === "" || name.length > 100 || looksLikeValue(name.trim()))
  )
    return false;
  if (new Set(first).size < first.length) return false;
  return !first.some((name, column) => rows.some((row) => row[column] === name));
}

const distinctNames = (names: readonly string[]): readonly string[] => names.map((name) => name.trim());

/** Names for the columns of a file that has none. */
export const madeUpNames = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, k) => `column_${k + 1}`);
