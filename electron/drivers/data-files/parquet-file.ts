import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ValueType } from "../../../shared/schema/value-type.ts";
import { firstBytes } from "../text-files/read-text.ts";
import type { DeclaredColumn, OpenFile, RawRow, RawValue } from "./raw-value.ts";

/** Opens a Parquet file, which says its columns' types itself. Throws a SeedloomError. */
export async function openParquet(path: string): Promise<OpenFile> {
  const magic = (await firstBytes(path, 4)).toString("latin1");
  if (magic === "") throw new SeedloomError("source-empty", `The file ${path} is empty.`, "Choose another file.");
  if (magic !== "PAR1")
    throw new SeedloomError("source-not-a-database", `The file ${path} is not a Parquet file.`, "Choose another file.");
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw damaged(path, error);
  });
  const { children } = parquetSchema(metadata);
  const columns = children.map(({ element }) => element.name);
  async function* rows(limit = Infinity): AsyncGenerator<readonly RawRow[]> {
    let rowStart = 0;
    // A group of rows is packed as one, and costs as much to read in part.
    for (const group of metadata.row_groups) {
      const rowEnd = Math.min(rowStart + Number(group.num_rows), limit);
      if (rowStart >= rowEnd) break;
      const read = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd, parsers }).catch(
        (error: unknown) => {
          throw damaged(path, error);
        },
      );
      yield read.map((row): RawRow => columns.map((name) => valueOf(row[name])));
      rowStart = rowEnd;
    }
  }
  return {
    columns,
    declared: new Map(children.map((child) => [child.element.name, declaredColumn(child)])),
    untyped: false,
    notes: [],
    rows,
  };
}

const damaged = (path: string, cause: unknown): SeedloomError =>
  new SeedloomError(
    "source-damaged",
    `The Parquet file ${path} cannot be read.`,
    "Write it anew, or choose another file.",
    { cause },
  );

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "");
const parsers = {
  timestampFromMilliseconds: (millis: bigint) => iso(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => iso(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos: bigint) => iso(Number(nanos / 1_000_000n)),
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
};

function declaredColumn({ element, children }: SchemaTree): DeclaredColumn {
  const nested = children.length > 0 || element.repetition_type === "REPEATED";
  return { type: nested ? { kind: "json" } : valueType(element), nullable: element.repetition_type !== "REQUIRED" };
}

function valueType(element: SchemaTree["element"]): ValueType {
  const { type, logical_type: logical, converted_type: converted } = element;
  switch (logical?.type ?? converted) {
    case "STRING":
    case "UTF8":
    case "ENUM":
      return { kind: "text" };
    case "JSON":
    case "BSON":
      return { kind: "json" };
    case "UUID":
      return { kind: "uuid" };
    case "DATE":
      return { kind: "date" };
    case "TIME":
    case "TIME_MILLIS":
    case "TIME_MICROS":
      return { kind: "time" };
    case "TIMESTAMP":
      return { kind: "timestamp", ...(logical?.type === "TIMESTAMP" && logical.isAdjustedToUTC ? { zone: true } : {}) };
    case "TIMESTAMP_MILLIS":
    case "TIMESTAMP_MICROS":
      return { kind: "timestamp", zone: true };
    case "DECIMAL":
      return decimalType(element);
    default:
      return physicalType(type, logical, converted);
  }
}

function decimalType({ logical_type: logical, precision, scale }: SchemaTree["element"]): ValueType {
  const digits = logical?.type === "DECIMAL" ? logical : { precision, scale };
  return {
    kind: "decimal",
    ...(digits.precision === undefined ? {} : { precision: digits.precision, scale: digits.scale ?? 0 }),
  };
}

type Element = SchemaTree["element"];

function physicalType(
  type: Element["type"],
  logical: Element["logical_type"],
  converted: Element["converted_type"],
): ValueType {
  switch (type) {
    case "BOOLEAN":
      return { kind: "boolean" };
    case "INT32":
    case "INT64": {
      const bits =
        logical?.type === "INTEGER"
          ? logical.bitWidth
          : Number(/_(\d+)$/.exec(converted ?? "")?.[1] ?? (type === "INT32" ? 32 : 64));
      return { kind: "integer", bits: bits <= 16 ? 16 : bits <= 32 ? 32 : 64 };
    }
    case "INT96":
      return { kind: "timestamp" };
    case "FLOAT":
      return { kind: "real", bits: 32 };
    case "DOUBLE":
      return { kind: "real", bits: 64 };
    default:
      // Without a word on what they are, most byte arrays are texts, and hyparquet reads them so.
      return type === "BYTE_ARRAY" && logical === undefined && converted === undefined
        ? { kind: "text" }
        : { kind: "bytes" };
  }
}

function valueOf(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return iso(value.getTime());
  return {
    json: JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner)),
  };
}
