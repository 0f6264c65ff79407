import type { RowGroup, SchemaElement } from "hyparquet";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import { encodeUtf8 } from "../../../shared/base/utf8.ts";
import { movedGroup, openingBytes, unpackGroup } from "../../../shared/encoders/parquet-group.ts";
import { nothing, type Assembled, type AssemblyRequest } from "./assembly.ts";

const magic = encodeUtf8("PAR1");

/** Row groups that workers wrote, one behind the other, and what the end of the file says of them. */
export function parquetFile({ output }: Pick<AssemblyRequest, "output">): Assembled {
  const groups: RowGroup[] = [];
  let schema: readonly SchemaElement[] = [];
  let offset = 0;

  async function open(): Promise<void> {
    if (offset > 0) return;
    offset = openingBytes;
    await output.write(magic);
  }

  return {
    async write({ bytes, length }) {
      await open();
      const piece = unpackGroup(bytes.slice(0, length));
      schema = piece.schema;
      if (piece.group === undefined) return;
      groups.push(movedGroup(piece.group, offset));
      offset += piece.bytes.length;
      await output.write(piece.bytes);
    },
    async finish() {
      await open();
      const writer = new ByteWriter();
      const rows = groups.reduce((sum, group) => sum + group.num_rows, 0n);
      writeMetadata(writer, {
        version: 2,
        created_by: "Seedloom",
        schema: [...schema],
        num_rows: rows,
        row_groups: groups,
        metadata_length: 0,
      });
      writer.appendBytes(magic);
      await output.write(writer.getBytes());
    },
    close: nothing,
  };
}
