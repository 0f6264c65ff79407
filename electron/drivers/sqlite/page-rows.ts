import { isUtf8 } from "node:buffer";
import { readSync } from "node:fs";
import type { SourceColumn } from "../../../shared/batches/source-column.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Cell, TextVector } from "../../../shared/vectors/vector.ts";

/**
 * Where consecutive rows of a table lie in a database file: plain data, with which any thread of the process reads them
 * ("Database File Format", sqlite.org/fileformat2.html, sections 1.6 and 2).
 */
export interface PageRows {
  /** Descriptor of the file, which stays open, and as it is, while the source is. */
  readonly file: number;
  readonly pageSize: number;
  /** Bytes of a page less those that are reserved at its end. */
  readonly usable: number;
  /** The header's count of changes, under which the pages were found. */
  readonly change: number;
  /** Leaves of the table's tree, in order. */
  readonly pages: Uint32Array;
  /** Rows of the first leaf before the first of these. */
  readonly skip: number;
  readonly count: number;
  readonly columns: readonly PageColumn[];
}

export interface PageColumn {
  readonly name: string;
  /** Its place in the record; the row's number stands for the column at `rowid`. */
  readonly place: number;
  readonly rowid: boolean;
  /** The value in rows that are older than the column. */
  readonly missing: Cell;
}

/** Where the header counts changes. */
export const changeOffset = 24;
export const leafKind = 13;

// SQLite's own limit of a row (SQLITE_MAX_LENGTH as it is compiled here).
const mostPayload = 1_000_000_000;

/** Reads rows from the pages of a file, piece after piece, in memory of its own. */
export class PageRowsReader {
  #rows: PageRows | undefined;
  #pages = Buffer.alloc(0);
  /** The bytes that the row at hand is read from: its page, or what was put together of several. */
  #bytes = this.#pages;
  /** Where the row's record lies in them. */
  #from = 0;
  #to = 0;
  #end = 0;
  readonly #number = Buffer.alloc(4);

  /** Puts the cells of the rows into `columns`, which stand in the order of those of `rows`. Throws a SeedloomError. */
  read(rows: PageRows, columns: readonly SourceColumn[]): void {
    this.#rows = rows;
    this.#load(rows);
    const record = new RecordReader(rows.columns, columns);
    let i = 0;
    for (let p = 0; p < rows.pages.length; p++) {
      const page = p * rows.pageSize;
      if (this.#pages[page] !== leafKind) throw damaged();
      const cells = this.#short(page + 3);
      if (8 + 2 * cells > rows.usable) throw damaged();
      for (let cell = p === 0 ? rows.skip : 0; cell < cells && i < rows.count; cell++, i++) {
        const rowid = this.#open(page, this.#short(page + 8 + 2 * cell), rows);
        record.put(i, rowid, this.#bytes, this.#from, this.#to);
      }
    }
    if (i < rows.count) throw damaged();
    if (readSync(rows.file, this.#number, 0, 4, changeOffset) < 4 || this.#number.readUInt32BE(0) !== rows.change)
      throw changed();
    for (const { vector } of columns) if (vector.kind === "text") mendTexts(vector, rows.count);
  }

  /** Brings the leaves into memory; those that follow each other at once. */
  #load({ file, pages, pageSize }: PageRows): void {
    if (this.#pages.length < pages.length * pageSize) this.#pages = Buffer.alloc(pages.length * pageSize);
    for (let first = 0, next = 1; first < pages.length; first = next, next++) {
      while (next < pages.length && pages[next] === (pages[next - 1] ?? 0) + 1) next++;
      const length = (next - first) * pageSize;
      const at = ((pages[first] ?? 0) - 1) * pageSize;
      if (readSync(file, this.#pages, first * pageSize, length, at) < length) throw damaged();
    }
  }

  #short(at: number): number {
    return ((this.#pages[at] ?? 0) << 8) | (this.#pages[at + 1] ?? 0);
  }

  /** Finds the record of a cell of a leaf, and says the row's number. */
  #open(page: number, pointer: number, { usable }: PageRows): number | bigint {
    this.#bytes = this.#pages;
    const payload = this.#varint(page + pointer);
    const rowid = this.#rowid(this.#end);
    this.#from = this.#end;
    if (payload > mostPayload) throw damaged();
    const most = usable - 35;
    if (payload <= most) {
      this.#to = this.#from + payload;
      if (this.#to > page + usable) throw damaged();
    } else this.#gather(page, payload, usable, most);
    return rowid;
  }

  /** Puts a record together that does not fit on its page. */
  #gather(page: number, payload: number, usable: number, most: number): void {
    const { file, pageSize } = this.#rows ?? none();
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const surplus = least + ((payload - least) % (usable - 4));
    const local = surplus <= most ? surplus : least;
    if (this.#from + local + 4 > page + usable) throw damaged();
    const whole = Buffer.alloc(payload);
    this.#pages.copy(whole, 0, this.#from, this.#from + local);
    let next = this.#pages.readUInt32BE(this.#from + local);
    for (let at = local; at < payload;) {
      const length = Math.min(usable - 4, payload - at);
      if (next < 1 || readSync(file, this.#number, 0, 4, (next - 1) * pageSize) < 4) throw damaged();
      if (readSync(file, whole, at, length, (next - 1) * pageSize + 4) < length) throw damaged();
      next = this.#number.readUInt32BE(0);
      at += length;
    }
    this.#bytes = whole;
    this.#from = 0;
    this.#to = payload;
  }

  /** A length; its end is in `#end`. */
  #varint(at: number): number {
    let value = 0;
    for (let k = 0; k < 9; k++) {
      const byte = this.#pages[at + k] ?? 0;
      if (k === 8 || byte < 128) {
        this.#end = at + k + 1;
        return k === 8 ? value * 256 + byte : value * 128 + byte;
      }
      value = value * 128 + (byte & 127);
    }
    return value;
  }

  /** The number of a row: 64 bits with a sign, of which nine bytes hold the last eight whole. */
  #rowid(at: number): number | bigint {
    const value = this.#varint(at);
    if (this.#end - at < 8) return value;
    let exact = 0n;
    for (let k = at; k < this.#end; k++)
      exact =
        k === at + 8
          ? (exact << 8n) | BigInt(this.#pages[k] ?? 0)
          : (exact << 7n) | BigInt((this.#pages[k] ?? 0) & 127);
    return plain(BigInt.asIntN(64, exact));
  }
}

/** Takes records apart ("Record Format", section 2.1). */
class RecordReader {
  /** The column that takes each field; undefined for fields that nobody asked for. */
  readonly #takers: readonly (Taker | undefined)[];
  #end = 0;

  constructor(wanted: readonly PageColumn[], columns: readonly SourceColumn[]) {
    const takers: (Taker | undefined)[] = [];
    for (const [k, column] of wanted.entries()) {
      const into = columns[k];
      if (into !== undefined) takers[column.place] = { ...column, into };
    }
    this.#takers = Array.from(takers);
  }

  put(i: number, rowid: number | bigint, bytes: Buffer, from: number, to: number): void {
    const takers = this.#takers;
    let at = from;
    let size = bytes[at++] ?? 0;
    if (size >= 128) {
      size = this.#length(bytes, from);
      at = this.#end;
    }
    const head = from + size;
    if (head > to) throw damaged();
    let body = head;
    let place = 0;
    for (; at < head && place < takers.length; place++) {
      let type = bytes[at++] ?? 0;
      if (type >= 128) {
        type = this.#length(bytes, at - 1);
        at = this.#end;
      }
      const length = type >= 12 ? (type - (12 + (type & 1))) / 2 : (fixedLengths[type] ?? -1);
      if (length < 0 || body + length > to) throw damaged();
      const taker = takers[place];
      if (taker !== undefined) {
        if (taker.rowid) taker.into.put(i, rowid);
        else putField(taker.into, i, type, bytes, body, body + length);
      }
      body += length;
    }
    for (; place < takers.length; place++) {
      const taker = takers[place];
      taker?.into.put(i, taker.rowid ? rowid : taker.missing);
    }
  }

  /** A length in a record, of which a file has none beyond five bytes; its end is in `#end`. */
  #length(bytes: Buffer, at: number): number {
    let value = 0;
    for (let k = at; k < at + 5; k++) {
      const byte = bytes[k] ?? 0;
      value = value * 128 + (byte & 127);
      this.#end = k + 1;
      if (byte < 128) return value;
    }
    throw damaged();
  }
}

interface Taker extends PageColumn {
  readonly into: SourceColumn;
}

/** Bytes of a field by its serial type, below those of texts and blobs; 10 and 11 are never in a file. */
const fixedLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1];

function putField(into: SourceColumn, i: number, type: number, bytes: Buffer, from: number, to: number): void {
  if (type >= 12) {
    if (type % 2 === 0) into.put(i, bytes.subarray(from, to));
    else if (into.putUtf8 === undefined) into.put(i, bytes.toString("utf8", from, to));
    else into.putUtf8(i, bytes, from, to);
    return;
  }
  switch (type) {
    case 0:
      return into.put(i, null);
    case 7:
      return into.put(i, bytes.readDoubleBE(from));
    case 8:
      return into.put(i, 0);
    case 9:
      return into.put(i, 1);
    case 6:
      return into.put(i, plain(bytes.readBigInt64BE(from)));
    default:
      return into.put(i, integerAt(bytes, from, to));
  }
}

/** A number of up to six bytes, the first with the sign. */
function integerAt(bytes: Buffer, from: number, to: number): number {
  let value = ((bytes[from] ?? 0) << 24) >> 24;
  for (let k = from + 1; k < to; k++) value = value * 256 + (bytes[k] ?? 0);
  return value;
}

/** A number where it is one exactly. */
const plain = (value: bigint): number | bigint =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

/**
 * A file may hold bytes that are no text in UTF-8: those become U+FFFD, as they do wherever such a text is read. Cells that are
 * well-formed together are so each, if none begins within a character.
 */
function mendTexts(vector: TextVector, count: number): void {
  const { offsets } = vector;
  const end = offsets[count] ?? 0;
  let whole = isUtf8(vector.bytes.subarray(0, end));
  for (let i = 1; whole && i < count && (offsets[i] ?? 0) < end; i++)
    whole = ((vector.bytes[offsets[i] ?? 0] ?? 0) & 0xc0) !== 0x80;
  if (whole) return;
  const given = Buffer.from(vector.bytes.subarray(0, end));
  const texts = Array.from({ length: count }, (_, i) => given.toString("utf8", offsets[i], offsets[i + 1]));
  const mended = texts.map((text) => Buffer.from(text));
  vector.bytes = Buffer.concat(mended);
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i] ?? 0) + (mended[i]?.length ?? 0);
}

const none = (): never => {
  throw new RangeError("No rows are being read.");
};

const damaged = (): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    "A page of the database is not as SQLite writes it.",
    "Nothing was written. Let SQLite look at the file: PRAGMA integrity_check.",
  );

const changed = (): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    "The database was changed while its rows were read.",
    "Nothing was written. Start again.",
  );
