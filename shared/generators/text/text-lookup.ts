import type { Vector } from "../../vectors/vector.ts";
import { cellText } from "./cell-text.ts";

/** What the text of a cell comes to, remembered by text, or by entry where the column has a dictionary; `none` for NULL. */
export function textLookup(vector: Vector, none: number, find: (text: string) => number): (i: number) => number {
  const found = new Map<string, number>();
  const ofText = (text: string): number => {
    let value = found.get(text);
    if (value === undefined) found.set(text, (value = find(text)));
    return value;
  };
  const isNull = (i: number): boolean => vector.hasNulls && vector.nulls[i] === 1;
  if (vector.kind !== "dictionary") return (i) => (isNull(i) ? none : ofText(cellText(vector, i)));
  const { codes } = vector;
  let entries: readonly number[] = [];
  let of = vector.dictionary;
  return (i) => {
    if (isNull(i)) return none;
    if (entries.length === 0 || of !== vector.dictionary) {
      of = vector.dictionary;
      entries = of.texts.map(ofText);
    }
    return entries[codes[i] ?? 0] ?? none;
  };
}
