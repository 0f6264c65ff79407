import { decodeUtf8 } from "../base/utf8.ts";
import { plainWriter, widestPlainCell, writeHex, writerSlack } from "./cell-writer.ts";
import type { Cell, Vector } from "./vector.ts";

const scratch = new Uint8Array(widestPlainCell + writerSlack);
const scratchView = new DataView(scratch.buffer);
const plainStyle = { booleans: ["false", "true"], quote: "" } as const;

/** The canonical text of a cell, or null for NULL: what the window shows, and what CSV holds between its quotes. */
export function cellText(vector: Vector, i: number): string | null {
  if (vector.hasNulls && vector.nulls[i] === 1) return null;
  switch (vector.kind) {
    case "dictionary":
      return vector.dictionary.texts[vector.codes[i] ?? 0] ?? "";
    case "text":
      return decodeUtf8(vector.bytes, vector.offsets[i] ?? 0, vector.offsets[i + 1] ?? 0);
    case "bytes": {
      const target = new Uint8Array(((vector.offsets[i + 1] ?? 0) - (vector.offsets[i] ?? 0)) * 2);
      return `\\x${decodeUtf8(target, 0, writeHex(vector, i, new DataView(target.buffer), 0))}`;
    }
    default:
      return decodeUtf8(scratch, 0, plainWriter(vector, plainStyle)(i, scratchView, 0));
  }
}

/** A cell as a plain value: numbers as numbers or bigints, decimals and times as their canonical text. */
export function cellAt(vector: Vector, i: number): Cell {
  if (vector.hasNulls && vector.nulls[i] === 1) return null;
  switch (vector.kind) {
    case "integer":
    case "real":
      return vector.values[i] ?? 0;
    case "bigint":
      return vector.values[i] ?? 0n;
    case "boolean":
      return vector.values[i] === 1;
    case "bytes":
      return vector.bytes.slice(vector.offsets[i] ?? 0, vector.offsets[i + 1] ?? 0);
    default:
      return cellText(vector, i);
  }
}
