import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import type { CsvOptions } from "./csv-options.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

/** What tells how a column's cells are written. */
interface Asked extends Pick<CsvOptions, "quote" | "null" | "formulas"> {
  readonly delimiter: string;
  readonly booleans: readonly [no: string, yes: string];
}

// Dictionaries are encoded once for a style.
const styles = new Map<string, TextStyle>();

/** The style of a column's cells; the same for the same words. */
export function csvStyle(asked: Asked): TextStyle {
  const key = JSON.stringify(asked);
  const known = styles.get(key) ?? newStyle(asked);
  styles.set(key, known);
  return known;
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Whether a field needs quotes, so that it is read as one. */
export const needsQuotes = (text: string, delimiter: string): boolean =>
  text.includes(delimiter) || /["\r\n]/.test(text);

/** OWASP, "CSV Injection": what makes a spreadsheet take a cell for a formula, wide forms too. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** The first bytes of those. */
const formulaBytes = "=+-@\t\r\u00EF";

function newStyle({ quote, null: none, formulas, delimiter, booleans }: Asked): TextStyle {
  const mark = quote === "minimal" ? "" : '"';
  const guards = formulas === "guard";
  // Quotes tell a text from NULL; around all texts they do so anyway.
  const likeNull = mark === "" && none !== "" ? none.charAt(0) : "";
  const guarded = (text: string): string => (guards && formula.test(text) ? `'${text}` : text);
  const around = (text: string): string => mark + text + mark;
  return {
    booleans: quote === "non-numeric" && booleans[0] !== "0" ? [around(booleans[0]), around(booleans[1])] : booleans,
    quote: mark,
    textQuote: mark,
    ...(quote === "all" ? { numberQuote: mark } : {}),
    ...(guards || likeNull !== "" ? { ignoresClean: true as const } : {}),
    encode(text) {
      const safe = guarded(text);
      const plain = mark === "" && safe !== none && !needsQuotes(safe, delimiter);
      return plain ? safe : quoted(safe);
    },
    special: specialBytes(mark === "" ? `${delimiter}"\n\r` : '"', `${guards ? formulaBytes : ""}${bytesOf(likeNull)}`),
    mark: 34,
    encodeEmpty: mark === "" && none === "",
    bytes(vector, i, view, at) {
      return writeAscii(view, writeHex(vector, i, view, writeAscii(view, at, `${mark}\\x`)), mark);
    },
    bytesLength: (length) => length * 2 + 4,
    textLength: (length) => length * 2 + 3,
  };
}

/** A character of UTF-8 is known by its first byte. */
const bytesOf = (character: string): string => (character.charCodeAt(0) < 128 ? character : allHigh);
const allHigh = String.fromCharCode(...Array.from({ length: 128 }, (_, k) => k + 128));
