import { SeedloomError } from "../base/errors.ts";
import type { Dialect } from "./dialect.ts";
import { isPlainName, quoteName } from "./identifier.ts";

export const postgresql: Dialect = {
  id: "postgresql",
  label: "PostgreSQL",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, '"')),
  textLiteral(text) {
    if (text.includes("\0")) {
      throw new SeedloomError(
        "export-blocked",
        "PostgreSQL cannot hold text with a NUL character.",
        "Choose a rule without NUL characters for this column.",
      );
    }
    return `'${text.replaceAll("'", "''")}'`;
  },
  bytes: ["'\\x", "'"],
  booleans: ["FALSE", "TRUE"],
  escaped: "\0",
  // Backslashes are plain characters only so; it has been the default since 9.1.
  begin: "BEGIN;\nSET LOCAL standard_conforming_strings = on;\n",
  commit: "COMMIT;\n",
  emptyRow: (table) => `INSERT INTO ${table} DEFAULT VALUES;\n`,
};
