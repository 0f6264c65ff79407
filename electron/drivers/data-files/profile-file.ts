import { SeedloomError } from "../../../shared/base/errors.ts";
import { ColumnProfile } from "./column-profile.ts";
import { openCsv } from "./csv-file.ts";
import { openJson } from "./json-file.ts";
import type { DataFile, DataFormat } from "./list-files.ts";
import { openParquet } from "./parquet-file.ts";
import type { OpenFile } from "./raw-value.ts";

/** Files up to this size are read as a whole before they are shown; of larger ones the first rows. */
const wholeBytes = 64 * 1024 * 1024;
const firstRows = 200_000;

/** A file and what its values have in common. */
export interface ProfiledFile {
  readonly file: DataFile;
  readonly open: OpenFile;
  readonly columns: readonly ColumnProfile[];
  readonly rows: number;
  /** All rows were read. */
  readonly whole: boolean;
}

const openers: Readonly<Record<DataFormat, (path: string) => Promise<OpenFile>>> = {
  csv: openCsv,
  json: openJson,
  ndjson: openJson,
  parquet: openParquet,
};

export const openFile = (file: DataFile): Promise<OpenFile> => openers[file.format](file.path);

/** Reads a file, or the beginning of a large one, for what its values have in common. Throws a SeedloomError. */
export async function profileFile(file: DataFile): Promise<ProfiledFile> {
  const open = await openFile(file);
  if (open.columns.length === 0)
    throw new SeedloomError("source-empty", `The file ${file.path} holds no rows.`, "Choose another file.");
  const columns = open.columns.map((name) => new ColumnProfile(name, open.untyped));
  const limit = file.bytes <= wholeBytes ? Infinity : firstRows;
  let rows = 0;
  for await (const chunk of open.rows(limit)) {
    for (const row of chunk) columns.forEach((column, k) => column.add(row[k] ?? null));
    rows += chunk.length;
    if (rows >= limit) break;
  }
  return { file, open, columns, rows, whole: rows < limit };
}
