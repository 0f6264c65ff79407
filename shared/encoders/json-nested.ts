import type { Batch } from "../batches/batch.ts";
import type { Vector } from "../vectors/vector.ts";
import { append, newByteBuffer, reserve } from "./byte-buffer.ts";
import type { ByteBuffer, EncodeTarget, OwnedRows, TableEncoder } from "./encoder.ts";
import { closeOf, openRows, pad, type Layout } from "./json-rows.ts";
import type { RowFrame } from "./row-writer.ts";

/** Objects one after another, and where each of them ends. */
interface Objects {
  readonly bytes: ByteBuffer;
  readonly ends: number[];
}

type ObjectWriter = (batch: Batch) => Objects;

/** Rows as objects that hold, by its name, an array of the rows of each table that they own. */
export function nestedRows(
  target: EncodeTarget,
  owned: readonly OwnedRows[],
  layout: Layout,
  keys: "keep" | "drop",
): TableEncoder["rows"] {
  const write = objectWriter({ ...target, owned }, layout, keys);
  const before = `\n${pad(layout)}`;
  return (batch, out) => {
    const { bytes, ends } = write(batch);
    ends.forEach((end, row) => {
      append(out, batch.start + row === 0 ? before : `,${before}`);
      copy(bytes, ends[row - 1] ?? 0, end, out);
    });
  };
}

function copy({ bytes }: ByteBuffer, from: number, to: number, out: ByteBuffer): void {
  reserve(out, to - from).set(bytes.subarray(from, to), out.length);
  out.length += to - from;
}

function objectWriter(target: EncodeTarget, layout: Layout, keys: "keep" | "drop"): ObjectWriter {
  const { owned = [], columns } = target;
  const own: Objects = { bytes: newByteBuffer(), ends: [] };
  const whole: Objects = { bytes: newByteBuffer(), ends: [] };
  const write = openRows(target, layout, endsInto(own.ends));
  const line = layout.indent === 0 ? "" : `\n${pad(layout, 1)}`;
  const inner: Layout = { ...layout, depth: layout.depth + 2 };
  const names = arrayNames(target, owned);
  const members = owned.map((rows, k) => ({
    open: `${k === 0 && columns.length === 0 ? "" : ","}${line}${JSON.stringify(names[k])}:${layout.indent === 0 ? "" : " "}[`,
    childrenOf: childWriter(rows, inner, keys),
  }));
  const close = closeOf(layout);
  const before = layout.indent === 0 ? "" : `\n${pad(inner)}`;
  return (batch) => {
    reset(own);
    reset(whole);
    write(batch, own.bytes);
    const arrays = members.map(({ open, childrenOf }) => ({ open, share: childrenOf(batch.start, batch.count) }));
    for (let row = 0; row < batch.count; row++) {
      copy(own.bytes, own.ends[row - 1] ?? 0, own.ends[row] ?? 0, whole.bytes);
      for (const { open, share } of arrays) {
        append(whole.bytes, open);
        const { objects, from, to } = share(row);
        for (let child = from; child < to; child++) {
          append(whole.bytes, child === from ? before : `,${before}`);
          copy(objects.bytes, objects.ends[child - 1] ?? 0, objects.ends[child] ?? 0, whole.bytes);
        }
        append(whole.bytes, to > from ? `${line}]` : "]");
      }
      append(whole.bytes, close);
      whole.ends.push(whole.bytes.length);
    }
    return whole;
  };
}

function reset({ bytes, ends }: Objects): void {
  bytes.length = 0;
  ends.length = 0;
}

const endsInto = (ends: number[]): RowFrame => ({
  room: 0,
  before: (_row, _view, at) => at,
  after(_row, _view, at) {
    ends.push(at);
    return at;
  },
});

/** Each table's name; with a line behind it where a column is called the same. */
function arrayNames({ columns }: EncodeTarget, owned: readonly OwnedRows[]): readonly string[] {
  const taken = new Set(columns.map(({ name }) => name));
  return owned.map(({ target }) => {
    let name = target.table.id;
    while (taken.has(name)) name += "_";
    taken.add(name);
    return name;
  });
}

/** Which of the objects are a row's. */
type Share = (row: number) => { readonly objects: Objects; readonly from: number; readonly to: number };

/** The objects of all rows that `count` owners from `start` on have. */
function childWriter(
  { target, key, firstChild, read }: OwnedRows,
  layout: Layout,
  keys: "keep" | "drop",
): (start: number, count: number) => Share {
  const kept = target.columns.flatMap(({ name }, k) => (keys === "drop" && key.includes(name) ? [] : [k]));
  const columns = kept.flatMap((k) => target.columns[k] ?? []);
  const write = objectWriter({ ...target, columns }, layout, keys);
  const objects: Objects = { bytes: newByteBuffer(), ends: [] };
  let known: readonly Vector[] | undefined;
  let vectors: readonly Vector[] = [];
  return (start, count) => {
    reset(objects);
    const first = firstChild(start);
    const end = firstChild(start + count);
    for (let row = first; row < end;) {
      const batch = read(row, end - row);
      if (batch.vectors !== known) vectors = kept.flatMap((k) => batch.vectors[k] ?? []);
      known = batch.vectors;
      const written = write({ ...batch, columns, vectors });
      const offset = objects.bytes.length;
      copy(written.bytes, 0, written.bytes.length, objects.bytes);
      for (const at of written.ends) objects.ends.push(offset + at);
      row += batch.count;
    }
    return (row) => ({ objects, from: firstChild(start + row) - first, to: firstChild(start + row + 1) - first });
  };
}
