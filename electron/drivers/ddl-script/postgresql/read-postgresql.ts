import { hasSqlDetails, loadModule, parseSync } from "libpg-query";
import { ScriptError } from "../script-error.ts";
import type { ScriptReader } from "../script-reader.ts";
import type { Statement } from "../statement.ts";
import { applyStatement } from "./apply-statement.ts";
import { PgCatalogue } from "./catalogue.ts";
import { SourceText } from "./source-text.ts";
import { toModel } from "./to-model.ts";

/** Reads the statements of a PostgreSQL script with PostgreSQL's own grammar. */
export async function postgresqlReader(): Promise<ScriptReader> {
  await loadModule();
  const catalogue = new PgCatalogue();
  let database: string | undefined;
  return {
    apply(statement) {
      const connect = /^\\connect (\S+)/.exec(statement.text)?.[1];
      if (connect === undefined) return applyText(catalogue, statement);
      const name = connect.replaceAll(/[";]/g, "");
      if (database !== undefined && database !== name && catalogue.tables.length > 0)
        throw new ScriptError(
          statement.line,
          `the script goes on to another database, ${name}; a dump of one database is needed`,
        );
      database = name;
    },
    finish: () => ({
      model: toModel(catalogue),
      limits: catalogue.unknown.map((name) => `${name} is made by a query: its columns are not known.`),
    }),
  };
}

function applyText(catalogue: PgCatalogue, { text, line }: Statement): void {
  if (text.includes("\0")) throw new ScriptError(line, "a NUL character stands in this statement");
  const place = { catalogue, source: new SourceText(text), line };
  for (const { stmt } of parsed(text, line)) if (stmt !== undefined) applyStatement(place, stmt);
}

function parsed(text: string, line: number): NonNullable<ReturnType<typeof parseSync>["stmts"]> {
  try {
    return parseSync(text).stmts ?? [];
  } catch (error) {
    const details = hasSqlDetails(error) ? error.sqlDetails : undefined;
    const before = text.slice(0, details?.cursorPosition ?? 0);
    const message = error instanceof Error ? error.message : "this statement cannot be read";
    throw new ScriptError(line + before.split("\n").length - 1, message, { cause: error });
  }
}
