import type { SchemaElement } from "hyparquet";
import type { Batch } from "../batches/batch.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { cellText } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";

/** How a column stands in a Parquet file. */
export interface ParquetColumn {
  readonly element: SchemaElement;
  /** The value of a cell that is not NULL, or undefined where the column's type cannot hold it. */
  value(vector: Vector, i: number): unknown;
}

type Physical = Omit<SchemaElement, "name" | "repetition_type">;

const text: Physical = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
const long: Physical = { type: "INT64" };
const day: Physical = { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
const json: Physical = { type: "BYTE_ARRAY", logical_type: { type: "JSON" } };
const uuid: Physical = { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, logical_type: { type: "UUID" } };

/** Times have no zone of their own; a converted type would say that they are in UTC. */
const time: Physical = { type: "INT64", logical_type: { type: "TIME", isAdjustedToUTC: false, unit: "MICROS" } };
const moment = (zone: boolean): Physical => ({
  type: "INT64",
  logical_type: { type: "TIMESTAMP", isAdjustedToUTC: zone, unit: "MICROS" },
  ...(zone ? { converted_type: "TIMESTAMP_MICROS" } : {}),
});

function integer({ bits, unsigned }: Extract<ValueType, { kind: "integer" }>): Physical {
  const width = bits === 24 ? 32 : bits;
  const signed = unsigned !== true;
  const plain: Physical = { type: width === 64 ? "INT64" : "INT32" };
  if (signed && width >= 32) return plain;
  // The converted type alone: hyparquet-writer 0.17 writes the width of the logical type in a form that other readers refuse.
  return { ...plain, converted_type: `${signed ? "INT" : "UINT"}_${width}` };
}

/** The most digits of a decimal that fits into 64 bits, and into the 16 bytes that readers take. */
const longDigits = 18;
const mostDigits = 38;

function decimal(precision: number, scale: number): Physical {
  return {
    ...(precision <= 9
      ? { type: "INT32" }
      : precision <= longDigits
        ? { type: "INT64" }
        : { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16 }),
    converted_type: "DECIMAL",
    precision,
    scale,
    logical_type: { type: "DECIMAL", precision, scale },
  };
}

/** The column of a file. Its type follows from the declared one and from what its cells are; `vector` is absent where there are no rows. */
function parquetColumn({ name, valueType }: ColumnModel, vector: Vector | undefined): ParquetColumn {
  const { physical, value } = typed(valueType, vector?.kind ?? usualKind(valueType), vector);
  return { element: { name, repetition_type: "OPTIONAL", ...physical }, value };
}

interface Typed {
  readonly physical: Physical;
  readonly value: ParquetColumn["value"];
}

function typed(type: ValueType, kind: Vector["kind"], vector: Vector | undefined): Typed {
  switch (kind) {
    case "integer":
    case "bigint":
      return wholeNumber(type);
    case "decimal": {
      const scale = vector?.kind === "decimal" ? vector.scale : type.kind === "decimal" ? (type.scale ?? 0) : 0;
      const declared = type.kind === "decimal" ? type.precision : undefined;
      const precision = Math.min(Math.max(declared ?? longDigits, scale, 1), mostDigits);
      return { physical: decimal(precision, scale), value: scaled };
    }
    case "real":
      return {
        physical: { type: type.kind === "real" && type.bits === 32 ? "FLOAT" : "DOUBLE" },
        // As in text, there is no zero below zero.
        value: (cells, i) => (cells.kind === "real" ? (cells.values[i] ?? 0) + 0 : undefined),
      };
    case "boolean":
      return { physical: { type: "BOOLEAN" }, value: (cells, i) => cells.kind === "boolean" && cells.values[i] === 1 };
    case "date":
      return { physical: day, value: (cells, i) => (cells.kind === "date" ? (cells.values[i] ?? 0) : undefined) };
    case "time":
      return { physical: time, value: microseconds };
    case "timestamp":
      return { physical: moment(type.kind === "timestamp" && type.zone === true), value: microseconds };
    case "bytes":
      return { physical: { type: "BYTE_ARRAY" }, value: rawBytes };
    case "text":
    case "dictionary":
      return words(type);
  }
}

/** What the cells of a column are where its rule makes no others. */
function usualKind(type: ValueType): Vector["kind"] {
  switch (type.kind) {
    case "integer":
    case "decimal":
    case "real":
    case "boolean":
    case "bytes":
    case "date":
    case "time":
    case "timestamp":
      return type.kind;
    default:
      return "text";
  }
}

function wholeNumber(type: ValueType): Typed {
  if (type.kind === "decimal" && type.precision !== undefined && type.precision <= mostDigits) {
    const { precision, scale = 0 } = type;
    const factor = 10n ** BigInt(scale);
    return { physical: decimal(precision, scale), value: (cells, i) => whole(cells, i) * factor };
  }
  if (type.kind === "real") return { physical: { type: "DOUBLE" }, value: (cells, i) => Number(whole(cells, i)) };
  const physical = type.kind === "integer" ? integer(type) : long;
  if (physical.type === "INT64") return { physical, value: whole };
  return { physical, value: (cells, i) => Number(whole(cells, i)) };
}

function words(type: ValueType): Typed {
  if (type.kind === "json") return { physical: json, value: cellText };
  if (type.kind === "uuid") return { physical: uuid, value: (cells, i) => uuidBytes(cellText(cells, i) ?? "") };
  if (type.kind === "decimal" && type.precision !== undefined && type.precision <= mostDigits) {
    const { precision, scale = 0 } = type;
    return {
      physical: decimal(precision, scale),
      value: (cells, i) => scaledText(cellText(cells, i) ?? "", precision, scale),
    };
  }
  return { physical: text, value: cellText };
}

function whole(cells: Vector, i: number): bigint {
  if (cells.kind === "bigint") return cells.values[i] ?? 0n;
  return cells.kind === "integer" ? BigInt(cells.values[i] ?? 0) : 0n;
}

const scaled = (cells: Vector, i: number): bigint => (cells.kind === "decimal" ? BigInt(cells.values[i] ?? 0) : 0n);

const microseconds = (cells: Vector, i: number): bigint =>
  cells.kind === "time" || cells.kind === "timestamp" ? BigInt(Math.round(cells.values[i] ?? 0)) * 1000n : 0n;

const rawBytes = (cells: Vector, i: number): Uint8Array | undefined =>
  cells.kind === "bytes" ? cells.bytes.slice(cells.offsets[i] ?? 0, cells.offsets[i + 1] ?? 0) : undefined;

function uuidBytes(given: string): Uint8Array | undefined {
  const digits = given.replaceAll(/[-{}]/g, "");
  if (!/^[0-9a-f]{32}$/i.test(digits)) return undefined;
  return Uint8Array.from({ length: 16 }, (_, k) => Number.parseInt(digits.slice(k * 2, k * 2 + 2), 16));
}

/** A decimal as text as a scaled integer; undefined where it has more digits than the column, or is no number. */
function scaledText(given: string, precision: number, scale: number): bigint | undefined {
  const [, sign, before = "", after = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(given) ?? [];
  if (sign === undefined || before + after === "" || /[^0]/.test(after.slice(scale))) return undefined;
  const value = BigInt(before + after.slice(0, scale).padEnd(scale, "0"));
  if (value >= 10n ** BigInt(precision)) return undefined;
  return sign === "-" ? -value : value;
}

/** The columns of a batch, in order. */
export const parquetColumns = (columns: readonly ColumnModel[], batch: Batch | undefined): readonly ParquetColumn[] =>
  columns.map((column, k) => parquetColumn(column, batch?.vectors[k]));
