import type { ColumnModel } from "../schema/schema-model.ts";
import type { Dialect } from "./dialect.ts";
import { deletedInTurn, type Script } from "./script.ts";

const identifier = (name: string): string => `[${name.replaceAll("]", "]]")}]`;
const literal = (text: string): string => `N'${text.replaceAll("'", "''")}'`;

/** The most characters of a piece before the sum of pieces must be told to be longer ("+ (String Concatenation)"). */
const longestSum = 4000;

/**
 * A backslash joins lines within a literal, and sqlcmd looks for its own words in them: GO, `:r` and `!!` at the start of a
 * line, `$(name)` anywhere. So line ends stand as numbers, and `$(` in two pieces.
 */
function textLiteral(text: string): string {
  if (text === "") return literal("");
  const pieces = text
    .split(/([\0\r\n]|(?<=\$)(?=\())/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^[\0\r\n]$/.test(piece) ? `NCHAR(${piece.charCodeAt(0)})` : literal(piece)));
  const long = pieces.length > 1 && text.length > longestSum ? ["CAST(N'' AS nvarchar(max))"] : [];
  const begun = long.length > 0 || pieces[0]?.startsWith("N'") !== true ? ["N''", ...long] : [];
  return [...begun, ...pieces].join(" + ");
}

/** Text is no shape to the engine. */
function conversion({ valueType }: ColumnModel): readonly [string, string] | undefined {
  return valueType.kind === "notation" && valueType.notation === "geometry"
    ? ["geometry::STGeomFromText(", ", 0)"]
    : undefined;
}

const script: Script = {
  // An error then takes back the whole transaction, and dates are read as they are written whatever the login's language.
  session: () => ["SET NOCOUNT, XACT_ABORT ON", "SET DATEFORMAT ymd"],
  begin: ["BEGIN TRANSACTION"],
  commit: ["COMMIT TRANSACTION"],
  ring: {
    before: (tables) => tables.map((table) => `ALTER TABLE ${table} NOCHECK CONSTRAINT ALL`),
    after: (tables) => tables.map((table) => `ALTER TABLE ${table} WITH CHECK CHECK CONSTRAINT ALL`),
  },
  triggers: {
    off: (table) => [`DISABLE TRIGGER ALL ON ${table}`],
    on: (table) => [`ENABLE TRIGGER ALL ON ${table}`],
  },
  numbers: {
    before: (table) => [
      `IF OBJECTPROPERTY(OBJECT_ID(${literal(table)}), 'TableHasIdentity') = 1 SET IDENTITY_INSERT ${table} ON`,
    ],
    after: (table) => [
      `IF OBJECTPROPERTY(OBJECT_ID(${literal(table)}), 'TableHasIdentity') = 1 SET IDENTITY_INSERT ${table} OFF`,
    ],
  },
  deleted(tables) {
    const rings = tables.filter((ring) => ring.length > 1).flat();
    return [
      ...rings.map((table) => `ALTER TABLE ${table} NOCHECK CONSTRAINT ALL`),
      ...deletedInTurn(tables),
      ...rings.map((table) => `ALTER TABLE ${table} WITH CHECK CHECK CONSTRAINT ALL`),
    ];
  },
  truncated: {
    statements: (tables) => tables.toReversed().map((table) => `TRUNCATE TABLE ${table}`),
    refusesParents: "SQL Server truncates no table that another refers to",
  },
  numberOn: {
    // What is told stands below the least key, and the second takes the greatest.
    statements: (table) => [
      `IF OBJECTPROPERTY(OBJECT_ID(${literal(table)}), 'TableHasIdentity') = 1 BEGIN DBCC CHECKIDENT (${literal(table)}, RESEED, 0) WITH NO_INFOMSGS; DBCC CHECKIDENT (${literal(table)}, RESEED) WITH NO_INFOMSGS; END`,
    ],
    whenDeleted: true,
  },
};

/** T-SQL, as the documentation of SQL Server 2022 has it. */
export const sqlserver: Dialect = {
  id: "sqlserver",
  label: "SQL Server",
  identifier,
  textLiteral,
  textPrefix: "N",
  // Of `N'' + CAST(N'' AS nvarchar(max)) + …`, and of `' + NCHAR(10) + N'` for each line end.
  longestLiteral: (bytes) => bytes * 20 + 48,
  bytes: ["0x", ""],
  conversion,
  booleans: ["0", "1"],
  escaped: "\0\r\n$",
  zoneMinutes: ":00",
  script,
  emptyRow: (table) => `INSERT INTO ${table} DEFAULT VALUES`,
};
