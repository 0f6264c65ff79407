import { encodeUtf8 } from "../base/utf8.ts";
import type { Dialect } from "./dialect.ts";
import { isPlainName, quoteName } from "./identifier.ts";

const hex = (text: string): string =>
  Array.from(encodeUtf8(text), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const sqlite: Dialect = {
  id: "sqlite",
  label: "SQLite",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, '"')),
  // A NUL would end the statement's text, and the sqlite3 shell drops a CR at the end of a line that it reads.
  textLiteral: (text) =>
    text.includes("\0") || text.includes("\r\n") ? `CAST(x'${hex(text)}' AS TEXT)` : `'${text.replaceAll("'", "''")}'`,
  bytes: ["x'", "'"],
  booleans: ["0", "1"],
  escaped: "\0\r",
  begin: "BEGIN;\n",
  commit: "COMMIT;\n",
  // Foreign keys are then checked at the commit.
  ring: { begin: "BEGIN;\nPRAGMA defer_foreign_keys = ON;\n", commit: "COMMIT;\n" },
  emptyRow: (table) => `INSERT INTO ${table} DEFAULT VALUES;\n`,
};
