import { CsvError, parse, type Parser } from "csv-parse";
import { Readable, pipeline } from "node:stream";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { NotUtf8, readText, startOfText, type Encoding } from "../text-files/read-text.ts";
import { csvShape, madeUpNames, type CsvShape } from "./csv-shape.ts";
import type { OpenFile, RawRow } from "./raw-value.ts";

/** Rows that are handed on at once. */
const chunkRows = 2000;

/** Opens a CSV file: tells its encoding, delimiter, quote and header from its beginning. Throws a SeedloomError. */
export async function openCsv(path: string): Promise<OpenFile> {
  const start = await startOfText(path, "a CSV file");
  const shape = csvShape(start.text, start.more);
  const columns = shape.header ?? madeUpNames(shape.width);
  const guessed = start.encoding === "windows-1252" ? ["It is not UTF-8; it was read as Windows-1252."] : [];
  const unnamed = shape.header === undefined ? ["Its first line is a row: the columns have no names."] : [];
  return { columns, untyped: true, notes: [...guessed, ...unnamed], rows: () => rows(path, start.encoding, shape) };
}

async function* rows(path: string, encoding: Encoding, shape: CsvShape): AsyncGenerator<readonly RawRow[]> {
  let count = 0;
  try {
    for await (const chunk of parsed(path, encoding, shape)) {
      count += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    // What is no UTF-8 came late: those before it are the same in both encodings, and were handed on.
    yield* afterFirst(parsed(path, "windows-1252", shape), count);
  }
}

async function* afterFirst(chunks: AsyncIterable<readonly RawRow[]>, count: number): AsyncGenerator<readonly RawRow[]> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* parsed(path: string, encoding: Encoding, shape: CsvShape): AsyncGenerator<readonly RawRow[]> {
  const parser = parse({
    delimiter: shape.delimiter,
    quote: shape.quote,
    skip_empty_lines: true,
    ...(shape.header === undefined ? {} : { from: 2 }),
  });
  pipeline(Readable.from(readText(path, encoding)), parser, () => {});
  let chunk: RawRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      chunk.push(record.map(cellOf));
      if (chunk.length < chunkRows) continue;
      yield chunk;
      chunk = [];
    }
  } catch (error) {
    throw csvFailure(error, path, shape.width, parser);
  }
  if (chunk.length > 0) yield chunk;
}

/** Nothing between two commas is nothing; so is what databases write for it. */
const cellOf = (field: string): string | null => (field === "" || field === "\\N" || field === "NULL" ? null : field);

/** What the parser says, in one sentence with the line. */
function csvFailure(error: unknown, path: string, width: number, parser: Parser): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error["lines"] === "number" ? error["lines"] : parser.info.lines;
  const say = (what: string): SeedloomError =>
    new SeedloomError(
      "source-damaged",
      `${path}, line ${line}: ${what}.`,
      "Correct the file, or take it out of the folder.",
      { cause: error },
    );
  switch (error.code) {
    case "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH":
    case "CSV_RECORD_INCONSISTENT_COLUMNS": {
      const record: unknown = error["record"];
      const found = Array.isArray(record) ? record.length : 0;
      return say(`the row has ${found} ${found === 1 ? "field" : "fields"} and not ${width}`);
    }
    case "CSV_QUOTE_NOT_CLOSED":
      return say("the file ends inside a quoted field");
    default:
      return say("a quote stands inside a field");
  }
}
