import type { Vector } from "../vectors/vector.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { reserve } from "./byte-buffer.ts";
import { binaryColumn, type BinaryColumn } from "./binary-column.ts";
import { binaryTypeOf } from "./binary-type.ts";
import type { ByteBuffer, EncodeTarget, Format, TableEncoder } from "./encoder.ts";

/** Whether each of the columns has a binary form that is exact. */
export const hasBinaryForm = (columns: readonly ColumnModel[]): boolean =>
  columns.length > 0 && columns.every((column) => binaryTypeOf(column) !== undefined);

// PGCOPY, a newline, 0xff, a carriage return, a newline and a NUL; no flags; no extension of the header.
const signature = [80, 71, 67, 79, 80, 89, 10, 255, 13, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** Rows that are laid out at a time: the caches hold them while their columns are written. */
const blockRows = 512;

function put(bytes: readonly number[], out: ByteBuffer): void {
  reserve(out, bytes.length).set(bytes, out.length);
  out.length += bytes.length;
}

function copyBinaryEncoder({ columns }: EncodeTarget): TableEncoder {
  const types = columns.map(binaryTypeOf);
  const lengths = new Int32Array(blockRows);
  const ends = new Int32Array(blockRows);
  let known: readonly Vector[] | undefined;
  let writers: readonly BinaryColumn[] = [];

  return {
    header: (out) => put(signature, out),
    rows({ vectors, count }, out) {
      if (vectors !== known) {
        known = vectors;
        writers = vectors.map((vector, k) => binaryColumn(vector, types[k] ?? "text", columns[k]?.name ?? ""));
      }
      for (let from = 0; from < count; from += blockRows) {
        const to = Math.min(count, from + blockRows);
        // First how long each row is, so that every cell is written where it stays.
        lengths.fill(2, 0, to - from);
        for (const writer of writers) writer.measure(from, to, lengths);
        let end = out.length;
        for (let k = 0; k < to - from; k++) {
          ends[k] = end;
          end += lengths[k] ?? 0;
        }
        const bytes = reserve(out, end - out.length);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (let k = 0; k < to - from; k++) {
          const at = ends[k] ?? 0;
          view.setInt16(at, writers.length);
          ends[k] = at + 2;
        }
        for (const writer of writers) writer.append(from, to, view, ends);
        out.length = end;
      }
    },
    footer: (out) => put([255, 255], out),
  };
}

/**
 * The rows of PostgreSQL's COPY in binary format ("COPY", Binary Format), for tables of which all columns have an exact one:
 * it is read about twice as fast as text.
 */
export const copyBinary: Format = {
  id: "copy-binary",
  label: "Load into PostgreSQL",
  extension: "bin",
  encoder: copyBinaryEncoder,
};
