import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInterface } from "node:readline";
import { createGunzip, createGzip } from "node:zlib";
import { lineRow, rowLine } from "../../../shared/snapshots/cell-text.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";

type Rows = AsyncIterable<readonly (readonly Cell[])[]>;

/** What was written of a table. */
export interface WrittenRows {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

const chunkRows = 1000;

/** Writes rows as they come into a file that only its owner may read. */
export async function writeRows(
  path: string,
  chunks: Rows,
  told: (rows: number) => void,
  signal: AbortSignal,
): Promise<WrittenRows> {
  let rows = 0;
  let bytes = 0;
  const hash = createHash("sha256");
  async function* lines(): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      rows += chunk.length;
      yield chunk.map((cells) => `${rowLine(cells, base64)}\n`).join("");
      told(rows);
    }
  }
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      hash.update(piece);
      done(null, piece);
    },
  });
  // The pieces are large already, and their time is the compressor's.
  const gzip = createGzip({ level: 3 });
  await pipeline(Readable.from(lines()), gzip, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }), {
    signal,
  });
  return { rows, bytes, sha256: hash.digest("hex") };
}

/** The rows of a file, in chunks. */
export async function* readRowsFile(path: string): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const file = createReadStream(path);
  const text = file.pipe(createGunzip());
  file.on("error", (error) => text.destroy(error));
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  let chunk: (readonly Cell[])[] = [];
  try {
    for await (const line of lines) {
      chunk.push(lineRow(line, bytesOf));
      if (chunk.length < chunkRows) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    lines.close();
    file.destroy();
  }
}

/** The hash of a file as it is. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer);
  return hash.digest("hex");
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));
