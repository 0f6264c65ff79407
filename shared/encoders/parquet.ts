import type { CompressionCodec, SchemaElement } from "hyparquet";
import type { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import type { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import type { Batch } from "../batches/batch.ts";
import { parameter } from "../generators/parameter.ts";
import { reserve } from "./byte-buffer.ts";
import { defineFormat, type ByteBuffer, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { parquetColumns, type ParquetColumn } from "./parquet-column.ts";
import { openingBytes, packGroup } from "./parquet-group.ts";
import { unwritableCell } from "./unwritable-cell.ts";

interface Library {
  readonly ByteWriter: typeof ByteWriter;
  readonly ParquetWriter: typeof ParquetWriter;
}

let library: Library | undefined;

/** The library of the format is loaded where it is used: it takes longer than all that a small run of another one does. */
async function load(): Promise<void> {
  library ??= {
    ...(await import("hyparquet-writer/src/bytewriter.js")),
    ...(await import("hyparquet-writer/src/parquet-writer.js")),
  };
}

function loaded(): Library {
  if (library === undefined) throw new Error("The library of Parquet is not loaded.");
  return library;
}

const codecs = {
  snappy: "SNAPPY",
  zstd: "ZSTD",
  gzip: "GZIP",
  none: "UNCOMPRESSED",
} as const satisfies Record<string, CompressionCodec>;

/** Row groups, each a piece of its own: whoever joins them writes the end of the file (electron/jobs/assembly/parquet-file.ts). */
function parquetEncoder(target: EncodeTarget, codec: CompressionCodec): TableEncoder {
  let columns: readonly ParquetColumn[] | undefined;
  let data: unknown[][] = [];

  function take(batch: Batch): void {
    columns ??= parquetColumns(target.columns, batch);
    if (data.length === 0) data = columns.map(() => []);
    for (const [column, vector] of batch.vectors.entries()) {
      const [cells, reader] = [data[column], columns[column]];
      if (cells === undefined || reader === undefined) continue;
      for (let row = 0; row < batch.count; row++) {
        const value = vector.hasNulls && vector.nulls[row] === 1 ? null : reader.value(vector, row);
        if (value === undefined) throw unwritableCell(target, batch, { column, row }, misfit);
        cells.push(value);
      }
    }
  }

  function flush(out: ByteBuffer): void {
    const known = columns ?? parquetColumns(target.columns, undefined);
    const schema: SchemaElement[] = [
      { name: "root", num_children: known.length },
      ...known.map(({ element }) => element),
    ];
    const parts = loaded();
    const writer = new parts.ByteWriter(65_536);
    const { zstd, gzip } = target.compressors ?? {};
    const compressors = { ...(zstd && { ZSTD: zstd }), ...(gzip && { GZIP: gzip }) };
    const file = new parts.ParquetWriter({ writer, schema, codec, compressors });
    const rows = data[0]?.length ?? 0;
    const columnData = known.map(({ element: { name } }, k) => ({ name, data: data[k] ?? [], offsetIndex: false }));
    void file.write({ columnData, rowGroupSize: Math.max(1, rows) });
    data = [];
    const [group] = file.row_groups;
    const bytes = writer.getBytes().subarray(openingBytes);
    const packed = packGroup({ schema: schema.map(asRead), bytes, ...(group === undefined ? {} : { group }) });
    reserve(out, packed.length).set(packed, out.length);
    out.length += packed.length;
  }

  return { header: () => undefined, rows: take, flush, footer: () => undefined };
}

/** What readers know JSON by; the writer would make JSON of what is JSON already. */
const asRead = (element: SchemaElement): SchemaElement =>
  element.logical_type?.type === "JSON" ? { ...element, converted_type: "JSON" } : element;

const misfit = "holds what the column's type in Parquet does not";

function refuse({ table, columns }: EncodeTarget): void {
  if (columns.length > 0) return;
  throw new SeedloomError(
    "export-blocked",
    `${table.id} has no columns that are written, and a Parquet file needs one.`,
    "Leave the table out, or choose another format.",
  );
}

export const parquet = defineFormat({
  id: "parquet",
  label: "Parquet",
  extension: "parquet",
  assembly: "parquet",
  load,
  options: z.strictObject({
    compression: parameter(z.enum(["snappy", "zstd", "gzip", "none"]).default("snappy"), {
      label: "Column compression",
      help: "Of the columns inside the file; every reader knows snappy.",
    }),
    "rows-per-group": parameter(z.int().min(1000).max(1_000_000).default(32_768), {
      label: "Rows per group",
      help: "Rows that are stored together: readers take a group whole, and one group a worker is in memory.",
    }),
  }),
  pieceRows: (options) => options["rows-per-group"],
  refuse,
  encoder: (target, { compression }) => parquetEncoder(target, codecs[compression]),
});
