import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { lookInto } from "../shared-descriptor.ts";
import { headerSize } from "./file-state.ts";
import { PageReader, withoutLog } from "./page-reader.ts";
import { damaged, locked } from "./sqlite-errors.ts";

/** How often to begin again where a writer changed the schema meanwhile. */
const attempts = 5;

/**
 * Writes to `target` a database with the same schema as the one at `path`, and nothing else of it: the pages of the
 * sqlite_schema table, those in the write-ahead log included, at the places they have, and holes between them. Its header
 * says rollback journal, so that SQLite opens it without a log. Returns `target`.
 */
export function writeSchemaImage(path: string, target: string): string {
  return lookInto(path, (file) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const pages = new PageReader(file, path);
      const image = schemaPages(pages, path);
      // The schema cookie goes up with each change of the schema: where it has not, the pages belong together.
      if (new PageReader(file, path).cookie !== pages.cookie) continue;
      writeImage(target, image, pages);
      return target;
    }
    throw locked(path);
  });
}

/** The pages of the table whose root is page 1, sqlite_schema, with the overflow chains of its rows ("B-tree Pages", section 1.6). */
function schemaPages(reader: PageReader, path: string): Map<number, Buffer> {
  const pages = new Map<number, Buffer>();
  const take = (number: number): Buffer => {
    if (pages.has(number)) throw damaged(path);
    const page = reader.page(number);
    pages.set(number, page);
    return page;
  };
  const open = [1];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const page = take(number);
    const at = number === 1 ? headerSize : 0;
    const kind = page[at];
    const cells = page.readUInt16BE(at + 3);
    const first = at + (kind === 5 ? 12 : 8);
    if ((kind !== 5 && kind !== 13) || first + 2 * cells > page.length) throw damaged(path);
    if (kind === 5) open.push(page.readUInt32BE(at + 8));
    for (let cell = 0; cell < cells; cell++) {
      const pointer = page.readUInt16BE(first + 2 * cell);
      if (pointer + 4 > page.length) throw damaged(path);
      if (kind === 5) open.push(page.readUInt32BE(pointer));
      else for (let next = overflowOf(page, pointer, reader, path); next !== 0;) next = take(next).readUInt32BE(0);
    }
  }
  return pages;
}

/** The first overflow page of a leaf cell; 0 where the row fits on its page. */
function overflowOf(page: Buffer, pointer: number, reader: PageReader, path: string): number {
  const [payload, afterPayload] = varint(page, pointer);
  const [, start] = varint(page, afterPayload);
  const usable = reader.pageSize - reader.reserved;
  const most = usable - 35;
  if (payload <= most) return 0;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const surplus = least + ((payload - least) % (usable - 4));
  const end = start + (surplus <= most ? surplus : least);
  if (end + 4 > page.length) throw damaged(path);
  return page.readUInt32BE(end);
}

/** SQLite's variable-length integer at `at`, and where it ends. Nine bytes at the most. */
function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0;
  for (let k = 0; k < 9; k++) {
    const byte = bytes[at + k] ?? 0;
    if (k === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, at + k + 1];
  }
  return [value, at + 9];
}

function writeImage(target: string, pages: ReadonlyMap<number, Buffer>, reader: PageReader): void {
  const image = openSync(target, "wx", 0o600);
  try {
    ftruncateSync(image, reader.pageCount * reader.pageSize);
    for (const [number, page] of pages) {
      if (number === 1) withoutLog(page, reader.pageCount);
      writeSync(image, page, 0, page.length, (number - 1) * reader.pageSize);
    }
  } finally {
    closeSync(image);
  }
}
