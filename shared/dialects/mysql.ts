import type { ColumnModel } from "../schema/schema-model.ts";
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

export const mysql: Dialect = {
  id: "mysql",
  label: "MySQL and MariaDB",
  identifier: (name) => (isPlainName(name) ? name : quoteName(name, "`")),
  textLiteral: (text) => `'${Array.from(text, (mark) => escapes[mark] ?? mark).join("")}'`,
  bytes: ["x'", "'"],
  conversion,
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
