import { isSeedloomError, SeedloomError } from "../base/errors.ts";
import { decodeUtf8 } from "../base/utf8.ts";
import type { Batch } from "../batches/batch.ts";
import type { TextDictionary } from "../vectors/text-dictionary.ts";
import type { EncodeTarget, TableEncoder } from "./encoder.ts";

/** The error of a cell that a format cannot hold. `row` is its 0-based place in the batch, `why` ends a sentence. */
export function unwritableCell(
  { table, firstRow }: Pick<EncodeTarget, "table" | "firstRow">,
  batch: Pick<Batch, "columns" | "start">,
  { column, row }: { readonly column: number; readonly row: number },
  why: string,
): SeedloomError {
  const name = batch.columns[column]?.name ?? "";
  const number = (firstRow ?? 0) + batch.start + row + 1;
  return new SeedloomError(
    "export-blocked",
    `${name} of row ${number} of ${table.id} ${why}.`,
    "Change the rule of the column, or choose another format; nothing was written.",
  );
}

/** What is wrong with a text: the end of a sentence, or undefined. */
export type TextCheck = (text: string) => string | undefined;

/**
 * Stops at the first text of a batch that a format cannot hold. `suspects` are the bytes that such a text has one of, so
 * that all others are only looked over; `longest` is how many bytes a text may have without being looked at whatever they are.
 */
export function textGuard(
  target: EncodeTarget,
  suspects: Uint8Array,
  longest: number,
  check: TextCheck,
): (batch: Batch) => void {
  const listed = new Map<TextDictionary, readonly (string | undefined)[]>();
  const entries = (dictionary: TextDictionary): readonly (string | undefined)[] => {
    const known = listed.get(dictionary) ?? dictionary.texts.map(check);
    listed.set(dictionary, known);
    return known;
  };
  const isSuspect = (bytes: Uint8Array, from: number, to: number): boolean => {
    if (to - from > longest) return true;
    for (let k = from; k < to; k++) if (suspects[bytes[k] ?? 0] === 1) return true;
    return false;
  };
  return (batch) => {
    for (const [column, vector] of batch.vectors.entries()) {
      if (vector.kind !== "text" && vector.kind !== "dictionary") continue;
      const wrong = vector.kind === "dictionary" ? entries(vector.dictionary) : undefined;
      if (wrong?.every((why) => why === undefined) === true) continue;
      for (let row = 0; row < batch.count; row++) {
        if (vector.hasNulls && vector.nulls[row] === 1) continue;
        const why =
          vector.kind === "dictionary"
            ? wrong?.[vector.codes[row] ?? 0]
            : textTrouble(vector.bytes, vector.offsets, row);
        if (why !== undefined) throw unwritableCell(target, batch, { column, row }, why);
      }
    }
  };

  function textTrouble(bytes: Uint8Array, offsets: Int32Array, row: number): string | undefined {
    const [from, to] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
    return isSuspect(bytes, from, to) ? check(decodeUtf8(bytes, from, to)) : undefined;
  }
}

/**
 * Rows that are written as `write` does; where it throws, the error names the cell. Nothing is looked at before, so that what
 * can be written costs no more. `take` throws of a text that cannot.
 */
export function telling(
  target: EncodeTarget,
  take: (text: string) => unknown,
  write: TableEncoder["rows"],
): TableEncoder["rows"] {
  return (batch, out) => {
    try {
      write(batch, out);
    } catch (error) {
      if (!isSeedloomError(error)) throw error;
      textGuard(target, allBytes, Infinity, (text) => troubleOf(() => take(text)))(batch);
      for (const [column, vector] of batch.vectors.entries()) {
        const isNull = (i: number): boolean => vector.hasNulls && vector.nulls[i] === 1;
        const row =
          vector.kind === "real"
            ? vector.values.subarray(0, batch.count).findIndex((value, i) => !Number.isFinite(value) && !isNull(i))
            : -1;
        if (row >= 0)
          throw unwritableCell(
            target,
            batch,
            { column, row },
            "is no finite number, which the format has no way to write",
          );
      }
      throw error;
    }
  };
}

const allBytes = new Uint8Array(256).fill(1);

function troubleOf(take: () => unknown): string | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    return isSeedloomError(error) ? `cannot be written: ${error.message.replace(/\.$/, "")}` : undefined;
  }
}
