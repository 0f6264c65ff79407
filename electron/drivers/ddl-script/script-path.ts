import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { sqliteMagic, startOf } from "../shared-descriptor.ts";
import type { ScriptDialect } from "./statement.ts";

const dialects: readonly ScriptDialect[] = ["postgresql", "mysql", "sqlite"];

/** A path, and the dialect that it may name behind it: schema.sql?dialect=mysql. */
export function scriptPath(source: string): { readonly path: string; readonly dialect?: ScriptDialect } {
  const [, path, named] = /^(.+)\?dialect=(\w+)$/.exec(source) ?? [];
  const dialect = dialects.find((one) => one === named);
  return path === undefined || dialect === undefined || existsSync(source) ? { path: source } : { path, dialect };
}

/** Characters of a file without a name for it that are looked at for a table. */
const lookedAt = 64 * 1024;

/** Whether a source is a script: by its name, or as a text with tables. SQLite's own files keep to theirs, whatever they are called. */
export async function isScript(source: string): Promise<boolean> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return false;
  const { path, dialect } = scriptPath(source);
  if (dialect !== undefined) return true;
  const named = /\.(?:sql|ddl|dump)$/i.test(path);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return named;
  const start = startIfReadable(path, named ? sqliteMagic.length : lookedAt);
  if (start === undefined) return named;
  if (start.toString("latin1", 0, sqliteMagic.length) === sqliteMagic) return false;
  return named || (!start.includes(0) && /\bCREATE\s+TABLE\b/i.test(start.toString("latin1")));
}

function startIfReadable(path: string, count: number): Buffer | undefined {
  try {
    return startOf(path, count);
  } catch {
    // What cannot be read is told by whoever opens it.
    return undefined;
  }
}
