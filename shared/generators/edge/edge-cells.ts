import { parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../../base/calendar.ts";
import { encodeUtf8 } from "../../base/utf8.ts";
import { newBigintVector, newBytesVector, newTextVector } from "../../vectors/new-vector.ts";
import type { BigintVector, BytesVector, TextVector, Vector } from "../../vectors/vector.ts";
import { putCell } from "../text/cell-text.ts";
import { openSink, putSlice, textSink } from "../text/text-sink.ts";

/** A column in which single cells can be replaced by values of a list. */
export interface EdgeCells {
  readonly out: Vector;
  /** How many of the values the vector can hold; picks are below it. */
  readonly size: number;
  /** Copies the cells of the column underneath, and puts value `picks[i]` where it is not −1. */
  write(picks: Int32Array, count: number): void;
}

/** Makes a list of canonical texts ready to be laid over a column; what its vector cannot carry is left out. */
export function edgeCells(under: Vector, texts: readonly string[], batchRows: number): EdgeCells {
  switch (under.kind) {
    case "text":
    case "dictionary":
      return textCells(under, newTextVector(batchRows), texts.map(encodeUtf8));
    case "bytes":
      return textCells(under, newBytesVector(batchRows), texts.map(bytesOf));
    case "bigint":
      return wideCells(under.values, under, under, texts.filter(isWhole));
    case "integer": {
      const whole = texts.filter(isWhole);
      if (whole.every((text) => Number.isSafeInteger(Number(text)))) return plainCells(under, whole.map(Number));
      return wideCells(under.values, under, newBigintVector(batchRows), whole);
    }
    case "decimal": {
      const unit = 10 ** under.scale;
      const kept = texts.filter((text) => (/\.(\d+)$/.exec(text)?.[1]?.length ?? 0) <= under.scale);
      const scaled = kept.map((text) => Math.round(Number(text) * unit));
      return plainCells(under, scaled.filter(Number.isSafeInteger));
    }
    case "real":
      return plainCells(under, texts.map(Number).filter(Number.isFinite));
    case "boolean":
      return plainCells(
        under,
        texts.map((text) => (text === "true" || text === "1" ? 1 : 0)),
      );
    case "date":
      return plainCells(under, texts.map(parseIsoDate));
    case "time":
      return plainCells(under, texts.map(parseIsoTime));
    case "timestamp":
      return plainCells(under, texts.map(parseIsoTimestamp));
  }
}

const isWhole = (text: string): boolean => /^-?\d+$/.test(text);
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

type PlainVector = Extract<Vector, { readonly values: Float64Array | Uint8Array | Int32Array }>;

function plainCells(out: PlainVector, values: readonly (number | undefined)[]): EdgeCells {
  const table = Float64Array.from(values.filter((value) => value !== undefined));
  return {
    out,
    size: table.length,
    write(picks, count) {
      for (let i = 0; i < count; i++) {
        const pick = picks[i] ?? -1;
        if (pick < 0) continue;
        out.values[i] = table[pick] ?? 0;
        if (out.hasNulls) out.nulls[i] = 0;
      }
    },
  };
}

/** Whole numbers beyond 2^53: the column is carried as 64-bit integers. */
function wideCells(
  source: Float64Array | BigInt64Array,
  under: Vector,
  out: BigintVector,
  texts: readonly string[],
): EdgeCells {
  const table = BigInt64Array.from(texts, BigInt);
  return {
    out,
    size: table.length,
    write(picks, count) {
      out.hasNulls = under.hasNulls;
      for (let i = 0; i < count; i++) {
        const pick = picks[i] ?? -1;
        if (under.hasNulls) out.nulls[i] = pick < 0 ? (under.nulls[i] ?? 0) : 0;
        out.values[i] = pick < 0 ? BigInt(source[i] ?? 0) : (table[pick] ?? 0n);
      }
    },
  };
}

function textCells(under: Vector, out: TextVector | BytesVector, values: readonly Uint8Array[]): EdgeCells {
  const sink = textSink(out);
  return {
    out,
    size: values.length,
    write(picks, count) {
      openSink(sink);
      out.hasNulls = under.hasNulls;
      for (let i = 0; i < count; i++) {
        const value = values[picks[i] ?? -1];
        if (under.hasNulls) out.nulls[i] = value ? 0 : (under.nulls[i] ?? 0);
        if (value) putSlice(sink, value, 0, value.length);
        else if (under.kind === "bytes") {
          const from = under.offsets[i] ?? 0;
          putSlice(sink, under.bytes, from, (under.offsets[i + 1] ?? 0) - from);
        } else putCell(sink, under, i);
        out.offsets[i + 1] = sink.at;
      }
    },
  };
}
