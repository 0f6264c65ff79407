import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { readFailure } from "../text-files/read-failure.ts";

export type DataFormat = "csv" | "json" | "ndjson" | "parquet";

export interface DataFile {
  readonly path: string;
  readonly table: string;
  readonly format: DataFormat;
  readonly bytes: number;
}

const formats: Readonly<Record<string, DataFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".tab": "csv",
  ".psv": "csv",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
  ".pq": "parquet",
};

const formatOf = (path: string): DataFormat | undefined => formats[extname(path).toLowerCase()];

/** Whether a source is data files: one by its name, or a folder in which some are. */
export async function isDataSource(source: string): Promise<boolean> {
  if (formatOf(source) !== undefined) return true;
  const found = await stat(source).catch(() => undefined);
  return found?.isDirectory() === true && (await readdir(source).catch(() => [])).some((name) => isData(name));
}

/** A project's own files are JSON, too, and none of its data. */
const isData = (name: string): boolean =>
  !name.startsWith(".") && name !== "schema.lock.json" && name !== "manifest.json" && formatOf(name) !== undefined;

/** The files of a source, each a table, in the order of their names. Throws a SeedloomError. */
export async function listFiles(source: string): Promise<readonly DataFile[]> {
  try {
    const found = await stat(source);
    const paths = found.isDirectory()
      ? (await readdir(source, { withFileTypes: true }))
          .filter((entry) => !entry.isDirectory() && isData(entry.name))
          .map((entry) => join(source, entry.name))
          .toSorted()
      : [source];
    const files: DataFile[] = [];
    for (const path of paths) {
      const format = formatOf(path);
      if (format === undefined) continue;
      const { size } = await stat(path);
      files.push({ path, table: freeName(basename(path, extname(path)), format, files), format, bytes: size });
    }
    return files;
  } catch (error) {
    throw readFailure(error, source);
  }
}

/** Two files of one name are told apart by their formats. */
function freeName(name: string, format: DataFormat, files: readonly DataFile[]): string {
  const taken = (one: string): boolean => files.some((file) => file.table === one);
  let free = taken(name) ? `${name}_${format}` : name;
  for (let k = 2; taken(free); k++) free = `${name}_${k}`;
  return free;
}
