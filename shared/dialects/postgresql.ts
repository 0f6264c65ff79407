import { SeedloomError } from "../base/errors.ts";
import type { Dialect } from "./dialect.ts";
import { excluded } from "./excluded.ts";
import { isPlainName, quoteName } from "./identifier.ts";
import type { Script } from "./script.ts";

const standardStrings = "standard_conforming_strings = on";
/** An escape of JSON whose backslash is not itself escaped. */
const escapedNul = /(?<!\\)(?:\\\\)*\\u0000/;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function deletedAtOnce(tables: readonly string[]): string {
  const [last = "", ...others] = tables.map((table) => `DELETE FROM ${table}`);
  const within = others.map((statement, k) => `emptied_${k + 1} AS (${statement})`);
  return within.length === 0 ? last : `WITH ${within.join(", ")} ${last}`;
}

const script: Script = {
  // Backslashes are plain characters only so; it has been the default since 9.1.
  session: (transaction) => (transaction ? [] : [`SET ${standardStrings}`]),
  begin: ["BEGIN", `SET LOCAL ${standardStrings}`],
  commit: ["COMMIT"],
  triggers: {
    off: (table) => [`ALTER TABLE ${table} DISABLE TRIGGER USER`],
    on: (table) => [`ALTER TABLE ${table} ENABLE TRIGGER USER`],
  },
  // Keys between the tables of a ring are checked at the end of a statement.
  deleted: (tables) => tables.toReversed().map(deletedAtOnce),
  truncated: { statements: (tables) => [`TRUNCATE ${tables.join(", ")}`] },
  numberOn: {
    statements(table, column, name) {
      // A sequence that the column does not own is named by its default alone.
      const sequence =
        /^nextval\(('(?:[^']|'')+')(?:::regclass)?\)$/i.exec(column.default ?? "")?.[1] ??
        `pg_get_serial_sequence(${text(table)}, ${text(column.name)})`;
      return [`SELECT setval(${sequence}, max(${name})) FROM ${table} HAVING max(${name}) > 0`];
    },
  },
  conflict: (key, others) => `ON CONFLICT (${key.join(", ")}) ${excluded(others)}`,
};

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
  unheld: (text, { type, valueType }) => {
    if (text.includes("\0")) return "has a NUL character, which PostgreSQL cannot hold";
    // JSON of PostgreSQL keeps the escape as it is written, and jsonb must hold the character.
    return valueType.kind === "json" && /^jsonb/i.test(type) && escapedNul.test(text)
      ? "has a NUL character, which jsonb of PostgreSQL cannot hold"
      : undefined;
  },
  bytes: ["'\\x", "'"],
  longestLiteral: (bytes) => bytes * 2 + 2,
  booleans: ["FALSE", "TRUE"],
  escaped: "\0",
  realLiteral: (value) => `'${String(value)}'`,
  script,
  emptyRow: (table) => `INSERT INTO ${table} DEFAULT VALUES`,
};
