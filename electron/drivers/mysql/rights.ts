import { isSeedloomError } from "../../../shared/base/errors.ts";
import type { ServerInfo } from "../driver.ts";
import { fetchServerFacts } from "./server-facts.ts";
import type { Session } from "./session.ts";
import { qualified } from "./sql-text.ts";
import { listed } from "./words.ts";

/** The server's version, and what this user may not do with the tables that are listed. */
export async function fetchServerInfo(session: Session, database: string, use: "read" | "write"): Promise<ServerInfo> {
  const { product, version } = await fetchServerFacts(session);
  const rows = await session.rows(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = ? AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME`,
    [database],
  );
  const tables = rows.map((row) => String(row["name"]));
  const who = session.address.user ?? "without a name";
  const limits: string[] = [];
  for (const { verb, probe } of use === "read" ? reading : [...reading, ...writing]) {
    const refused: string[] = [];
    for (const name of tables) {
      if (await isRefused(session, probe(qualified({ schema: database, name })))) refused.push(name);
    }
    if (refused.length > 0) limits.push(`The user ${who} may not ${verb} ${tablesOf(refused, tables.length)}.`);
  }
  if (tables.length === 0) limits.push(`There is no table in ${database} that the user ${who} may see.`);
  return { version: `${product} ${version}`, limits };
}

interface Right {
  readonly verb: string;
  /** A statement that needs the right and does nothing. */
  readonly probe: (table: string) => string;
}
const reading: readonly Right[] = [{ verb: "read", probe: (table) => `SELECT 1 FROM ${table} LIMIT 0` }];
const writing: readonly Right[] = [
  { verb: "insert into", probe: (table) => `EXPLAIN INSERT INTO ${table} SELECT * FROM ${table} WHERE FALSE` },
  { verb: "delete from", probe: (table) => `EXPLAIN DELETE FROM ${table} WHERE FALSE` },
];

async function isRefused(session: Session, statement: string): Promise<boolean> {
  try {
    await session.rows(statement);
    return false;
  } catch (error) {
    if (session.lost) throw error;
    return isSeedloomError(error) && error.code === "permission-denied";
  }
}

/** "film and store (2 of 16 tables)", "any of the 16 tables" */
function tablesOf(names: readonly string[], of: number): string {
  if (names.length < of) return `${listed(names)} (${names.length} of ${of} tables)`;
  return of === 1 ? listed(names) : `any of the ${of} tables`;
}
