import { encodeUtf8 } from "../base/utf8.ts";
import type { Dialect } from "./dialect.ts";
import { excluded } from "./excluded.ts";
import { isPlainName, quoteName } from "./identifier.ts";
import { deletedInTurn, type Script } from "./script.ts";

const hex = (text: string): string =>
  Array.from(encodeUtf8(text), (byte) => byte.toString(16).padStart(2, "0")).join("");

// Foreign keys are then checked at the commit.
const defer = "PRAGMA defer_foreign_keys = ON";

const script: Script = {
  session: () => [],
  begin: ["BEGIN"],
  commit: ["COMMIT"],
  ring: { before: () => [defer], after: () => [], needsTransaction: true },
  deleted: (tables) =>
    tables.some((ring) => ring.length > 1) ? [defer, ...deletedInTurn(tables)] : deletedInTurn(tables),
  // A DELETE of all rows is what the engine has for it, and as quick.
  truncated: { statements: (tables) => [defer, ...deletedInTurn([tables])] },
  conflict: (key, others) => `ON CONFLICT (${key.join(", ")}) ${excluded(others)}`,
};

export const sqlite: Dialect = {
  id: "sqlite",
  label: "SQLite",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, '"')),
  // A NUL would end the statement's text, and the sqlite3 shell drops a CR at the end of a line that it reads.
  textLiteral: (text) =>
    text.includes("\0") || text.includes("\r\n") ? `CAST(x'${hex(text)}' AS TEXT)` : `'${text.replaceAll("'", "''")}'`,
  // Of CAST(x'…' AS TEXT).
  longestLiteral: (bytes) => bytes * 2 + 24,
  bytes: ["x'", "'"],
  booleans: ["0", "1"],
  escaped: "\0\r",
  realLiteral: (value) => (Number.isNaN(value) ? undefined : value > 0 ? "9e999" : "-9e999"),
  script,
  emptyRow: (table) => `INSERT INTO ${table} DEFAULT VALUES`,
};
