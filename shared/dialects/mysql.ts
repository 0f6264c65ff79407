import type { ColumnModel } from "../schema/schema-model.ts";
import type { Dialect } from "./dialect.ts";
import { isPlainName, quoteName } from "./identifier.ts";
import { deletedInTurn, type Script } from "./script.ts";

// The mysql client turns CR LF into LF and lets a NUL end the statement, so neither may stand there as it is.
const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\r": "\\r",
  "\\": "\\\\",
  "'": "''",
  "\u001a": "\\Z",
};

/** Text is no number of bits, no shape and no vector to these engines. */
function conversion({ valueType, type }: ColumnModel): readonly [string, string] | undefined {
  if (valueType.kind !== "notation") return undefined;
  switch (valueType.notation) {
    case "bits":
      return ["CAST(CONV(", ", 2, 10) AS UNSIGNED)"];
    case "geometry": {
      const srid = /\bsrid (\d+)$/.exec(type)?.[1];
      // MySQL takes the latitude first where the reference system says so; texts here have x, the longitude, first.
      return ["ST_GeomFromText(", srid === undefined || srid === "0" ? ")" : `, ${srid}, 'axis-order=long-lat')`];
    }
    case "vector":
      // Each product reads only the comment that is meant for it.
      return ["/*!90000 STRING_TO_VECTOR*//*M!110700 VEC_FromText*/(", ")"];
    default:
      return undefined;
  }
}

// Switching the checks back on re-checks nothing; the keys hold because every reference is computed from its parent.
const checksOff = "SET @seedloom_checks = @@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS = 0";
const checksOn = "SET FOREIGN_KEY_CHECKS = @seedloom_checks";

const script: Script = {
  session: () => ["SET NAMES utf8mb4"],
  begin: ["START TRANSACTION"],
  commit: ["COMMIT"],
  ring: { before: () => [checksOff], after: () => [checksOn] },
  // A row is checked when it goes: one that others of its own table refer to could not.
  deleted: (tables) => [checksOff, ...deletedInTurn(tables), checksOn],
  truncated: {
    statements: (tables) => [checksOff, ...tables.toReversed().map((table) => `TRUNCATE TABLE ${table}`), checksOn],
    commits: true,
  },
  // A number below the greatest key is taken for the one behind it.
  numberOn: { statements: (table) => [`ALTER TABLE ${table} AUTO_INCREMENT = 1`], whenDeleted: true, commits: true },
  // MariaDB has no other word for the new row.
  conflict: (key, others) =>
    `ON DUPLICATE KEY UPDATE ${(others.length > 0 ? others : key).map((column) => `${column} = VALUES(${column})`).join(", ")}`,
};

export const mysql: Dialect = {
  id: "mysql",
  label: "MySQL and MariaDB",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, "`")),
  textLiteral: (text) => `'${Array.from(text, (mark) => escapes[mark] ?? mark).join("")}'`,
  bytes: ["x'", "'"],
  conversion,
  longestLiteral: (bytes) => bytes * 2 + 2,
  booleans: ["0", "1"],
  escaped: "\0\r\\\u001a",
  script,
  emptyRow: (table) => `INSERT INTO ${table} () VALUES ()`,
};
