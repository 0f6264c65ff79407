import { basename, extname } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { NotUtf8, readText, startOfText, type Encoding } from "../text-files/read-text.ts";
import { StatementCutter } from "./cut-statements.ts";
import { detectDialect } from "./detect-dialect.ts";
import { mysqlReader } from "./mysql/read-mysql.ts";
import { postgresqlReader } from "./postgresql/read-postgresql.ts";
import { ScriptError, scriptFailure } from "./script-error.ts";
import type { ScriptReader, ScriptSchema, ScriptStart } from "./script-reader.ts";
import { sqliteReader } from "./sqlite/read-sqlite.ts";
import type { ScriptDialect, Statement } from "./statement.ts";

export interface ReadScript extends ScriptSchema {
  readonly dialect: ScriptDialect;
  /** The first characters of the script, in which tools say who they are. */
  readonly start: string;
}

const readers: Readonly<Record<ScriptDialect, (start: ScriptStart) => ScriptReader | Promise<ScriptReader>>> = {
  postgresql: postgresqlReader,
  mysql: mysqlReader,
  sqlite: sqliteReader,
};

/**
 * The schema that a script declares, in the dialect it is written in or in the one that is given. The script is read once from
 * begin to end, and no more of it is held than a statement.
 * @throws SeedloomError that names the file, and the line where there is one.
 */
export async function readScript(path: string, given?: ScriptDialect): Promise<ReadScript> {
  const { encoding, text: first } = await startOfText(path, "a script of SQL");
  // Of joined files each may have a byte order mark.
  const text = first.replaceAll("\uFEFF", "");
  const dialect = given ?? detectDialect(text);
  const start = { name: basename(path, extname(path)), text: text.slice(0, 4096) };
  const readAs = async (one: Encoding): Promise<ReadScript> => ({
    ...(await read(path, dialect, one, start)),
    dialect,
    start: start.text,
  });
  try {
    return await readAs(encoding);
  } catch (error) {
    if (error instanceof NotUtf8) return readAs("windows-1252");
    throw error;
  }
}

async function read(
  path: string,
  dialect: ScriptDialect,
  encoding: Encoding,
  start: ScriptStart,
): Promise<ScriptSchema> {
  const reader = await readers[dialect](start);
  try {
    const cutter = new StatementCutter(dialect);
    const apply = (statements: readonly Statement[]): void => {
      for (const statement of statements) reader.apply(statement);
    };
    for await (const piece of readText(path, encoding)) apply(cutter.push(piece));
    apply(cutter.end());
    const schema = reader.finish();
    if (schema.model.tables.length === 0) throw noTables(path);
    const note = "The script is not UTF-8; it was read as Windows-1252.";
    return encoding === "windows-1252" ? { ...schema, limits: [...schema.limits, note] } : schema;
  } catch (error) {
    throw error instanceof ScriptError ? scriptFailure(path, error) : error;
  } finally {
    reader.close?.();
  }
}

const noTables = (path: string): SeedloomError =>
  new SeedloomError(
    "source-empty",
    `The script ${path} makes no tables.`,
    "Choose the script with the CREATE TABLE statements.",
  );
