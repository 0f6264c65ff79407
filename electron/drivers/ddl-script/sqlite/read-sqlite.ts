import Database from "better-sqlite3";
import { isKeyword, isOperator, tokenizeSql, type SqlToken } from "../../../../shared/schema/sql-tokens.ts";
import { introspect } from "../../sqlite/introspect.ts";
import { ScriptError } from "../script-error.ts";
import type { ScriptReader } from "../script-reader.ts";
import type { Statement } from "../statement.ts";

/**
 * Reads the statements of a SQLite script by running those that declare tables, indexes and views in an empty database in
 * memory. Nothing else is run: no row is written, no file attached, no extension loaded, no query of the script executed.
 */
export function sqliteReader(): ScriptReader {
  const database = new Database(":memory:");
  database.pragma("trusted_schema = OFF");
  return {
    apply: (statement) => run(database, statement),
    finish: () => ({ model: introspect(database), limits: [] }),
    close: () => void database.close(),
  };
}

function run(database: Database.Database, { text, line }: Statement): void {
  const safe = safeText(text);
  if (safe === undefined) return;
  try {
    database.exec(safe);
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new ScriptError(line, error.message, { cause: error });
    throw error;
  }
}

/** The statement as it may be run; undefined where it says nothing of a table. */
function safeText(text: string): string | undefined {
  const tokens = tokenizeSql(text, "sqlite").filter((token) => token.kind !== "comment");
  const temporary = isKeyword(tokens[1], "TEMP") || isKeyword(tokens[1], "TEMPORARY");
  if (temporary || isKeyword(tokens[1], "VIRTUAL")) return undefined;
  const query = queryOf(tokens);
  // The columns follow from the query, which gives no row: its limit is looked at before anything is read.
  return query === undefined
    ? text
    : `${text.slice(0, query.start)}SELECT * FROM (${text.slice(query.start)}\n) LIMIT 0`;
}

/** The first token of the query in CREATE TABLE t AS SELECT …. */
function queryOf(tokens: readonly SqlToken[]): SqlToken | undefined {
  if (!isKeyword(tokens[0], "CREATE") || !isKeyword(tokens[1], "TABLE")) return undefined;
  const as = tokens.findIndex((token) => isKeyword(token, "AS") || isOperator(token, "("));
  return isKeyword(tokens[as], "AS") ? tokens[as + 1] : undefined;
}
