import { cellText } from "../vectors/cells.ts";
import { newDictionaryVector, newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import type { DictionaryVector, TextVector, Vector } from "../vectors/vector.ts";
import { isNull, writeText } from "./text-mask.ts";

/** A value has letters of both cases, or too few to tell: 0; two or more, all small: 1; all capitals: 2. */
export type LetterCase = 0 | 1 | 2;

/** A vector of made texts, each in the case of the source's value beside it. */
export interface CasedTexts {
  readonly out: Vector;
  /** Writes what was made for the first `count` cells into `out`; NULL stays NULL. */
  fill(count: number): void;
}

/** Gives texts the letter case of the source's; undefined where there is none to give or to take. */
export function inCaseOf(source: Vector, made: Vector, rows: number): CasedTexts | undefined {
  if (source.kind !== "text") return undefined;
  if (made.kind === "dictionary") return casedCodes(source, made, rows);
  return made.kind === "text" ? casedBytes(source, made, rows) : undefined;
}

/** A list of texts in its three cases: the code says which. */
function casedCodes(source: TextVector, made: DictionaryVector, rows: number): CasedTexts {
  const { texts } = made.dictionary;
  const all = [...texts, ...texts.map((text) => inCase(text, 1)), ...texts.map((text) => inCase(text, 2))];
  const out = newDictionaryVector(rows, textDictionary(all));
  return {
    out,
    fill(count) {
      copyNulls(made, out, count);
      for (let i = 0; i < count; i++) out.codes[i] = (made.codes[i] ?? 0) + letterCaseAt(source, i) * texts.length;
    },
  };
}

function casedBytes(source: TextVector, made: TextVector, rows: number): CasedTexts {
  const out = newTextVector(rows);
  return {
    out,
    fill(count) {
      copyNulls(made, out, count);
      for (let i = 0; i < count; i++) {
        const from = made.offsets[i] ?? 0;
        const to = isNull(made, i) ? from : (made.offsets[i + 1] ?? 0);
        const wanted = letterCaseAt(source, i);
        if (wanted !== 0 && to > from) {
          writeText(out, i, inCase(cellText(made, i) ?? "", wanted));
          continue;
        }
        const at = out.offsets[i] ?? 0;
        reserveBytes(out, at + to - from).set(made.bytes.subarray(from, to), at);
        out.offsets[i + 1] = at + to - from;
      }
    },
  };
}

function copyNulls(made: Vector, out: Vector, count: number): void {
  out.hasNulls = made.hasNulls;
  if (made.hasNulls) out.nulls.set(made.nulls.subarray(0, count));
}

/** The case of a cell's text: of ASCII by its bytes. */
function letterCaseAt(source: TextVector, i: number): LetterCase {
  const to = source.offsets[i + 1] ?? 0;
  let capitals = 0;
  let small = 0;
  for (let k = source.offsets[i] ?? 0; k < to; k++) {
    const byte = source.bytes[k] ?? 0;
    if (byte >= 128) return letterCaseOf(cellText(source, i) ?? "");
    if (byte >= 65 && byte <= 90) capitals++;
    else if (byte >= 97 && byte <= 122) small++;
  }
  return caseBy(capitals, small);
}

function letterCaseOf(text: string): LetterCase {
  let capitals = 0;
  let small = 0;
  for (const letter of text) {
    if (letter !== letter.toLowerCase()) capitals++;
    else if (letter !== letter.toUpperCase()) small++;
  }
  return caseBy(capitals, small);
}

/** One letter alone may begin a name, or be one in capitals. */
const caseBy = (capitals: number, small: number): LetterCase =>
  capitals + small < 2 || (capitals > 0 && small > 0) ? 0 : capitals > 0 ? 2 : 1;

/** The text in small letters or in capitals. A letter that becomes two (ß) stays, so that the text fits as it did before. */
function inCase(text: string, wanted: LetterCase): string {
  const cased = wanted === 1 ? text.toLowerCase() : text.toUpperCase();
  if (cased.length === text.length) return cased;
  return [...text]
    .map((letter) => {
      const other = wanted === 1 ? letter.toLowerCase() : letter.toUpperCase();
      return other.length === letter.length ? other : letter;
    })
    .join("");
}
