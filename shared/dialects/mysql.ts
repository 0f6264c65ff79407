import type { Dialect } from "./dialect.ts";
import { isPlainName, quoteName } from "./identifier.ts";

// The mysql client turns CR LF into LF and lets a NUL end the statement, so neither may stand there as it is.
const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\r": "\\r",
  "\\": "\\\\",
  "'": "''",
  "\u001a": "\\Z",
};

export const mysql: Dialect = {
  id: "mysql",
  label: "MySQL and MariaDB",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, "`")),
  textLiteral: (text) => `'${Array.from(text, (mark) => escapes[mark] ?? mark).join("")}'`,
  bytes: ["x'", "'"],
  booleans: ["0", "1"],
  escaped: "\0\r\\\u001a",
  begin: "SET NAMES utf8mb4;\nSTART TRANSACTION;\n",
  commit: "COMMIT;\n",
  // Switching the checks back on re-checks nothing; the keys hold because every reference is computed from its parent.
  ring: {
    begin:
      "SET NAMES utf8mb4;\nSET @seedloom_checks = @@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS = 0;\nSTART TRANSACTION;\n",
    commit: "COMMIT;\nSET FOREIGN_KEY_CHECKS = @seedloom_checks;\n",
  },
  emptyRow: (table) => `INSERT INTO ${table} () VALUES ();\n`,
};
