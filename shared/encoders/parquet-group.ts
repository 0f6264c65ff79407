import type { RowGroup, SchemaElement } from "hyparquet";
import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";

/** A row group that is ready to be put into a file: its bytes, and what the file's end says of it. */
export interface ParquetGroup {
  readonly schema: readonly SchemaElement[];
  /** Absent of a table without rows. */
  readonly group?: RowGroup;
  readonly bytes: Uint8Array;
}

/** Offsets in a row group that was written by itself begin behind the four bytes that open a file. */
export const openingBytes = 4;

/** Plain JSON has no bigints, bytes or numbers that are none. */
function tagged(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { $bigint: String(value) };
  if (value instanceof Uint8Array) return { $bytes: [...value] };
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  return value;
}

function untagged(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$bigint" in value) return BigInt(String(value.$bigint));
  if ("$bytes" in value && Array.isArray(value.$bytes)) return Uint8Array.from(value.$bytes);
  if ("$number" in value) return Number(value.$number);
  return value;
}

/** A group as one piece of bytes: its own, then its description, and how long that is. */
export function packGroup({ bytes, ...description }: ParquetGroup): Uint8Array {
  const told = encodeUtf8(JSON.stringify(description, tagged));
  const packed = new Uint8Array(bytes.length + told.length + 4);
  packed.set(bytes);
  packed.set(told, bytes.length);
  new DataView(packed.buffer).setUint32(bytes.length + told.length, told.length, true);
  return packed;
}

/** The group of a piece; its bytes are the piece's own. */
export function unpackGroup(piece: Uint8Array): ParquetGroup {
  const end = piece.length - 4;
  const length = new DataView(piece.buffer, piece.byteOffset, piece.byteLength).getUint32(end, true);
  const told = decodeUtf8(piece, end - length, end);
  // Sound: packGroup wrote it.
  const description = JSON.parse(told, untagged) as Omit<ParquetGroup, "bytes">;
  return { ...description, bytes: piece.subarray(0, end - length) };
}

/** A group's description where its bytes stand at `offset` of the file. */
export function movedGroup(group: RowGroup, offset: number): RowGroup {
  const by = BigInt(offset - openingBytes);
  return {
    ...group,
    columns: group.columns.map(({ meta_data: meta, ...chunk }) => ({
      ...chunk,
      file_offset: chunk.file_offset + by,
      ...(meta === undefined
        ? {}
        : {
            meta_data: {
              ...meta,
              data_page_offset: meta.data_page_offset + by,
              ...(meta.dictionary_page_offset === undefined
                ? {}
                : { dictionary_page_offset: meta.dictionary_page_offset + by }),
            },
          }),
    })),
  };
}
