import type { BytesVector, DictionaryVector, TextVector, Vector } from "../vectors/vector.ts";
import type { BinaryColumn } from "./binary-column.ts";
import { numericGroups, writeNumeric } from "./binary-numeric.ts";

// The columns that most tables are made of, each written by a loop of its own that knows what it writes: several times as fast as
// a call for each cell. The loops are plain functions, so that all columns share one compiled form of each.

/** Cells that all take `size` bytes: adds them up, NULLs left out. */
export function measureFixed(vector: Vector, size: number, from: number, to: number, lengths: Int32Array): void {
  const { nulls, hasNulls } = vector;
  for (let k = 0; k < to - from; k++) lengths[k] = (lengths[k] ?? 0) + 4 + size;
  if (!hasNulls) return;
  for (let i = from, k = 0; i < to; i++, k++) if (nulls[i] === 1) lengths[k] = (lengths[k] ?? 0) - size;
}

/** Writes a NULL, and returns the offset behind it. */
function writeNull(view: DataView, at: number): number {
  view.setInt32(at, -1);
  return at + 4;
}

/** int4. The caller has seen that every value fits. */
export function appendInt4(
  values: Float64Array,
  nulls: Uint8Array | undefined,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let i = from, k = 0; i < to; i++, k++) {
    const at = ends[k] ?? 0;
    if (nulls !== undefined && nulls[i] === 1) ends[k] = writeNull(view, at);
    else {
      view.setInt32(at, 4);
      view.setInt32(at + 4, values[i] ?? 0);
      ends[k] = at + 8;
    }
  }
}

/** A number as int8: floor((value + shift) / divisor) × factor. */
interface Linear {
  readonly shift: number;
  readonly divisor: number;
  /** At most 2^20. */
  readonly factor: number;
}

/** int8 of numbers that may lie beyond 2^53: the product is made of two halves. */
export function appendInt8(
  values: Float64Array,
  nulls: Uint8Array | undefined,
  { shift, divisor, factor }: Linear,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let i = from, k = 0; i < to; i++, k++) {
    const at = ends[k] ?? 0;
    if (nulls !== undefined && nulls[i] === 1) {
      ends[k] = writeNull(view, at);
      continue;
    }
    const value = Math.floor(((values[i] ?? 0) + shift) / divisor);
    const high = Math.floor(value / 4_294_967_296);
    const low = (value - high * 4_294_967_296) * factor;
    const carry = Math.floor(low / 4_294_967_296);
    view.setInt32(at, 8);
    view.setInt32(at + 4, high * factor + carry);
    view.setUint32(at + 8, low - carry * 4_294_967_296);
    ends[k] = at + 12;
  }
}

/** The column of a scaled integer as numeric. */
export const numericColumn = (vector: Vector & { readonly values: Float64Array }, scale: number): BinaryColumn => ({
  measure(from, to, lengths) {
    const { values, nulls, hasNulls } = vector;
    for (let i = from, k = 0; i < to; i++, k++) {
      const body = hasNulls && nulls[i] === 1 ? 0 : 8 + 2 * numericGroups(values[i] ?? 0, scale);
      lengths[k] = (lengths[k] ?? 0) + 4 + body;
    }
  },
  append(from, to, view, ends) {
    const { values, nulls, hasNulls } = vector;
    for (let i = from, k = 0; i < to; i++, k++) {
      const at = ends[k] ?? 0;
      if (hasNulls && nulls[i] === 1) ends[k] = writeNull(view, at);
      else {
        const end = writeNumeric(view, at + 4, values[i] ?? 0, scale);
        view.setInt32(at, end - at - 4);
        ends[k] = end;
      }
    }
  },
});

/** Copies exactly `length` bytes, four at a time: what lies behind may be written already. */
function copyBytes(source: DataView, from: number, view: DataView, at: number, length: number): void {
  const whole = length & ~3;
  for (let b = 0; b < whole; b += 4) view.setInt32(at + b, source.getInt32(from + b));
  for (let b = whole; b < length; b++) view.setUint8(at + b, source.getUint8(from + b));
}

/** Text or bytes as they are, behind `version` bytes of value 1 (that of jsonb). */
export function bytesColumn(vector: TextVector | BytesVector, version: 0 | 1): BinaryColumn {
  const { offsets } = vector;
  let known: Uint8Array | undefined;
  let source: DataView = new DataView(new ArrayBuffer(0));
  return {
    measure(from, to, lengths) {
      const { nulls, hasNulls } = vector;
      for (let i = from, k = 0; i < to; i++, k++) {
        const body = hasNulls && nulls[i] === 1 ? 0 : (offsets[i + 1] ?? 0) - (offsets[i] ?? 0) + version;
        lengths[k] = (lengths[k] ?? 0) + 4 + body;
      }
    },
    append(from, to, view, ends) {
      const { bytes, nulls, hasNulls } = vector;
      if (bytes !== known) source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      known = bytes;
      for (let i = from, k = 0; i < to; i++, k++) {
        let at = ends[k] ?? 0;
        if (hasNulls && nulls[i] === 1) {
          ends[k] = writeNull(view, at);
          continue;
        }
        const start = offsets[i] ?? 0;
        const length = (offsets[i + 1] ?? 0) - start;
        view.setInt32(at, length + version);
        at += 4;
        if (version === 1) view.setUint8(at++, 1);
        copyBytes(source, start, view, at, length);
        ends[k] = at + length;
      }
    },
  };
}

/** Entries of a list of texts, as {@link bytesColumn} writes them. */
export function dictionaryColumn(vector: DictionaryVector, version: 0 | 1): BinaryColumn {
  const { dictionary, codes } = vector;
  const { bytes, lengths: sizes, stride } = dictionary;
  const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    measure(from, to, lengths) {
      const { nulls, hasNulls } = vector;
      for (let i = from, k = 0; i < to; i++, k++) {
        const body = hasNulls && nulls[i] === 1 ? 0 : (sizes[codes[i] ?? 0] ?? 0) + version;
        lengths[k] = (lengths[k] ?? 0) + 4 + body;
      }
    },
    append(from, to, view, ends) {
      const { nulls, hasNulls } = vector;
      for (let i = from, k = 0; i < to; i++, k++) {
        let at = ends[k] ?? 0;
        if (hasNulls && nulls[i] === 1) {
          ends[k] = writeNull(view, at);
          continue;
        }
        const code = codes[i] ?? 0;
        const length = sizes[code] ?? 0;
        view.setInt32(at, length + version);
        at += 4;
        if (version === 1) view.setUint8(at++, 1);
        copyBytes(source, code * stride, view, at, length);
        ends[k] = at + length;
      }
    },
  };
}
