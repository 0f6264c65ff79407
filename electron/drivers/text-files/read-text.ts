import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { readFailure } from "./read-failure.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file's bytes say of it. */
export interface TextStart {
  /** The encoding by the byte order mark, else UTF-8 where the bytes are that as far as they were looked at. */
  readonly encoding: Encoding;
  /** The first characters, without a byte order mark. */
  readonly text: string;
  /** The file goes on behind them. */
  readonly more: boolean;
}

/** Bytes looked at to tell a text from something else, and to tell one kind of text from another. */
const lookedAt = 256 * 1024;

/**
 * The start of a text file. Bytes that are no UTF-8 are read as Windows-1252, of which Latin-1 is a part.
 * @throws SeedloomError where the file cannot be read, is empty, or is no text.
 */
export async function startOfText(path: string, what: string): Promise<TextStart> {
  const bytes = await firstBytes(path, lookedAt);
  if (bytes.length === 0) throw new SeedloomError("source-empty", `The file ${path} is empty.`, "Choose another file.");
  const more = bytes.length === lookedAt;
  const marked = markOf(bytes);
  if (marked === undefined) refuseBinary(path, bytes, what);
  const encoding = marked ?? (isUtf8(bytes, more) ? "utf-8" : "windows-1252");
  return { encoding, text: new TextDecoder(encoding).decode(bytes, { stream: more }), more };
}

/** A file's first bytes; fewer where it is shorter. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** Bytes that are read at once: few enough for their text to lie among the short-lived objects, which cost nothing to let go. */
const pieceSize = 64 * 1024;

/** A byte of a text that is no UTF-8 although its start was: the file is to be read again in another encoding. */
export class NotUtf8 extends Error {}

/** A file's text in pieces; its byte order mark is left out. Throws {@link NotUtf8} where `encoding` says what is not so. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  try {
    const file = await open(path, "r");
    try {
      // One buffer for all pieces: fresh ones would pile up faster than they are collected.
      const buffer = Buffer.alloc(pieceSize);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, pieceSize, null);
        if (bytesRead === 0) break;
        yield decode(decoder, buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof NotUtf8 ? error : readFailure(error, path);
  }
  yield decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw new NotUtf8("not UTF-8", { cause: error });
  }
}

function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

function isUtf8(bytes: Buffer, cut: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** Formats that are taken for text by their name, and how to make a text of them. */
const known: readonly (readonly [start: string, name: string, hint: string])[] = [
  ["PGDMP", "a PostgreSQL dump in custom format", "Make a script of it: pg_restore --schema-only -f schema.sql FILE."],
  ["\x1f\x8b", "compressed", "Unpack it first: gunzip FILE."],
  ["PK\x03\x04", "compressed", "Unpack it first."],
  ["\x28\xb5\x2f\xfd", "compressed", "Unpack it first: unzstd FILE."],
  ["BZh", "compressed", "Unpack it first: bunzip2 FILE."],
];

function refuseBinary(path: string, bytes: Buffer, what: string): void {
  const start = bytes.toString("latin1", 0, 8);
  const [, name, hint] = known.find(([magic]) => start.startsWith(magic)) ?? [];
  if (name !== undefined) throw new SeedloomError("source-not-a-database", `The file ${path} is ${name}.`, hint);
  if (!bytes.includes(0)) return;
  throw new SeedloomError("source-not-a-database", `The file ${path} is not ${what}.`, "Choose another file.");
}
