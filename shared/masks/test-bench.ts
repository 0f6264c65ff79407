import type { OtherRows } from "./mask.ts";
import { masks } from "./index.ts";
import { maskKeys, type MaskKeys } from "../keyed/mask-keys.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { cellText } from "../vectors/cells.ts";
import {
  newDateVector,
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
} from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import type { KeyedValues, Mask } from "./mask.ts";
import { writeNull, writeText } from "./text-mask.ts";

/** What a mask is tried on. */
export interface Bench {
  readonly type?: ValueType;
  readonly keys?: MaskKeys;
  readonly domain?: string;
  readonly unique?: boolean;
  /** The first row's number. */
  readonly start?: number;
  readonly inputs?: Readonly<Record<string, readonly (string | null)[]>>;
}

export const testKeys = (secret: number): MaskKeys => maskKeys(new Uint8Array(32).fill(secret));

/** A vector of the source's values: texts for text, numbers for the rest (dates in days, timestamps in milliseconds). */
function sourceVector(type: ValueType, values: readonly (string | number | null)[]): Vector {
  const rows = values.length;
  if (
    type.kind !== "integer" &&
    type.kind !== "decimal" &&
    type.kind !== "real" &&
    type.kind !== "date" &&
    type.kind !== "timestamp"
  ) {
    const out = newTextVector(rows);
    values.forEach((value, i) => (value === null ? writeNull(out, i) : writeText(out, i, String(value))));
    return out;
  }
  const out = numbers(type, rows);
  values.forEach((value, i) => {
    out.nulls[i] = value === null ? 1 : 0;
    out.hasNulls ||= value === null;
    out.values[i] = Number(value ?? 0);
  });
  return out;
}

function numbers(
  type: Extract<ValueType, { kind: "integer" | "decimal" | "real" | "date" | "timestamp" }>,
  rows: number,
) {
  switch (type.kind) {
    case "integer":
      return newIntegerVector(rows);
    case "decimal":
      return type.precision === undefined ? newRealVector(rows) : newDecimalVector(rows, type.scale ?? 0);
    case "real":
      return newRealVector(rows);
    case "date":
      return newDateVector(rows);
    case "timestamp":
      return newTimestampVector(rows, 0, type.zone === true);
  }
}

/** A stand-in for a compiled generator: ten names. */
function tenNames(rows: number): KeyedValues {
  const out = newTextVector(rows);
  return {
    out,
    fillAt(at, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) writeText(out, i, `Name ${(at[i] ?? 0) % 10}`);
    },
  };
}

/** The masked cells, as text. */
export function masked(
  mask: Mask,
  params: Readonly<Record<string, unknown>>,
  values: readonly (string | number | null)[],
  bench: Bench = {},
): readonly (string | null)[] {
  const type = bench.type ?? { kind: "text" };
  const column: ColumnModel = { name: "c", type: "", valueType: type, nullable: true };
  const source = sourceVector(type, values);
  const kernel = mask.compile(mask.params.parse(params), {
    table: "people",
    column,
    type,
    unique: bench.unique ?? false,
    domain: bench.domain ?? "d",
    keys: bench.keys ?? testKeys(7),
    batchRows: values.length,
    referenceDay: 20_000,
    source,
    input: (name) => sourceVector({ kind: "text" }, bench.inputs?.[name] ?? values.map(() => null)),
    generated: tenNames(values.length),
    others: otherRows(source, values.length, bench.start ?? 0),
    inner: (id, given, part, partType, rowOf) => {
      const inner = masks.find((one) => one.id === id && one.accepts(partType));
      const keys = bench.keys ?? testKeys(7);
      if (inner === undefined) return undefined;
      const params = inner.params.parse(given);
      const asked = inner.inputs?.(params) ?? [];
      const beside = newTextVector(values.length);
      const kernel = inner.compile(params, {
        table: "people",
        column: { name: "c", type: "", valueType: partType, nullable: true },
        type: partType,
        unique: false,
        domain: bench.domain ?? "d",
        keys,
        batchRows: values.length,
        referenceDay: 20_000,
        source: part,
        input: () => beside,
      });
      return {
        out: kernel.out,
        forgets: inner.promises(params, partType).forgets,
        fill(rows, count) {
          for (let i = 0; i < count; i++) {
            for (const name of asked) writeText(beside, i, bench.inputs?.[name]?.[rowOf[i] ?? 0] ?? "");
          }
          kernel.fill(rows, count);
        },
      };
    },
  });
  kernel.fill(
    Float64Array.from(values, (_, i) => (bench.start ?? 0) + i),
    values.length,
  );
  return values.map((_, i) => cellText(kernel.out, i));
}

/** The rows of the source's column, in any order, from row `start` on. */
function otherRows(source: Vector, count: number, start: number): OtherRows {
  const texts = Array.from({ length: count }, (_, i) => cellText(source, i));
  const out = newTextVector(count);
  return {
    rows: count,
    vector: () => out,
    read(rows, wanted) {
      out.hasNulls = false;
      out.nulls.fill(0);
      for (let i = 0; i < wanted; i++) {
        const text = texts[(rows[i] ?? 0) - start] ?? null;
        if (text === null) writeNull(out, i);
        else writeText(out, i, text);
      }
    },
  };
}
