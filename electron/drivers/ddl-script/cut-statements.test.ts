import { describe, expect, test } from "vitest";
import { StatementCutter } from "./cut-statements.ts";
import { ScriptError } from "./script-error.ts";
import type { ScriptDialect, Statement } from "./statement.ts";

function cut(script: string, dialect: ScriptDialect, size = script.length): readonly Statement[] {
  const cutter = new StatementCutter(dialect);
  const found: Statement[] = [];
  for (let at = 0; at < script.length; at += size) found.push(...cutter.push(script.slice(at, at + size)));
  return [...found, ...cutter.end()];
}
const texts = (script: string, dialect: ScriptDialect): readonly string[] =>
  cut(script, dialect).map(({ text }) => text);

const postgresql = String.raw`
\restrict abc'def
-- a comment; with a semicolon
/* one /* inside; */ another */
CREATE TABLE a (x text DEFAULT 'it''s; (', y text DEFAULT E'\'; --', "a;b" int);
INSERT INTO a VALUES ('CREATE TABLE no1 (x int);');
COPY a (x) FROM stdin;
CREATE TABLE no2 (x int);
don't stop \.here
\.
CREATE FUNCTION f() RETURNS int AS $body$ CREATE TABLE no3 (x int); $body$ LANGUAGE sql;
CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
CREATE RULE r AS ON INSERT TO a DO ALSO (INSERT INTO a VALUES (1); INSERT INTO a VALUES (2));
\! rm -rf /
\copy a from 'x'
CREATE TABLE b$1$ (x int);
COMMENT ON TABLE a IS 'done'
`;

const mysql = `
/*!40101 SET NAMES utf8mb4 */;
/*M!999999\\- enable the sandbox mode */
CREATE TABLE \`a;\` (x TEXT DEFAULT 'a\\';', y INT COMMENT "b;\\"" /*!50606 STORAGE DISK */) # not; here
ENGINE=InnoDB;
INSERT INTO t VALUES ('\\\\'),('CREATE TABLE no1 (x INT);');
DELIMITER ;;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; CREATE TABLE no2 (x INT); END;;
/*!50003 CREATE PROCEDURE p() BEGIN SELECT 1; END */;;
DELIMITER ;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`%\` SQL SECURITY DEFINER */
/*!50001 VIEW v AS SELECT 1 */;
source other.sql
\\! rm -rf /
USE b--c
;
CREATE TABLE c (x INT)`;

const sqlite = `
PRAGMA foreign_keys=ON;
.read other.sql
CREATE TABLE [a;b] (x DEFAULT 'c:\\', "y;" INT);
CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; INSERT INTO b VALUES (1); END;
INSERT INTO a VALUES (';CREATE TABLE no (x);');
ATTACH 'x.db' AS x;
SELECT load_extension('x');
CREATE VIEW v AS SELECT ';';
`;

describe("a script is cut as the dialect's own client does", () => {
  test("PostgreSQL: dollar quotes, bodies, COPY rows and meta-commands", () => {
    const found = texts(postgresql, "postgresql");
    expect(found.map((text) => /^\w+ \w+ \S+/.exec(text)?.[0])).toEqual([
      "CREATE TABLE a",
      "CREATE TABLE b$1$",
      "COMMENT ON TABLE",
    ]);
    expect(found[0]).toContain(String.raw`E'\'; --', "a;b" int)`);
  });

  test("MySQL: delimiters, conditional comments, backslashes and commands of the client", () => {
    const found = texts(mysql, "mysql");
    expect(found.map((text) => text.replaceAll(/\s+/g, " "))).toEqual([
      `CREATE TABLE \`a;\` (x TEXT DEFAULT 'a\\';', y INT COMMENT "b;\\"" STORAGE DISK ) # not; here ENGINE=InnoDB`,
      "CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW v AS SELECT 1 ",
      "USE b--c ",
      "CREATE TABLE c (x INT)",
    ]);
  });

  test("SQLite: bracketed names, triggers, and nothing of the shell", () => {
    expect(texts(sqlite, "sqlite")).toEqual([
      `CREATE TABLE [a;b] (x DEFAULT 'c:\\', "y;" INT)`,
      "CREATE VIEW v AS SELECT ';'",
    ]);
  });

  test.each([
    ["postgresql", postgresql],
    ["mysql", mysql],
    ["sqlite", sqlite],
  ] as const)("%s: wherever the pieces are cut", (dialect, script) => {
    const padded = `${script}\n${"-- padding\n".repeat(40)}`;
    const whole = cut(padded, dialect);
    for (const size of [1, 2, 3, 7, 50, 127, 128, 129, 500])
      expect(cut(padded, dialect, size), `${size}`).toEqual(whole);
  });

  test("in dumps from before PostgreSQL 9.1 a backslash escapes in every text", () => {
    const script = String.raw`SET standard_conforming_strings = off; INSERT INTO a VALUES ('\''); CREATE TABLE b (x int);`;
    expect(texts(script, "postgresql").at(-1)).toBe("CREATE TABLE b (x int)");
  });

  test.each(["postgresql", "mysql", "sqlite"] as const)(
    "%s: byte order marks of joined files are white space, and stay in texts",
    (dialect) => {
      const script =
        "\uFEFF-- one\nCREATE\uFEFFTABLE a (x text DEFAULT '\uFEFF');\uFEFF\uFEFFCREATE TABLE b\uFEFF(\uFEFFx int)\n;\n\uFEFF";
      const padded = `${script}\n${"-- padding\n".repeat(20)}`;
      for (const size of [padded.length, 1, 2, 3, 127])
        expect(cut(padded, dialect, size), `${size}`).toEqual([
          { text: "CREATE TABLE a (x text DEFAULT '\uFEFF')", line: 2 },
          { text: "CREATE TABLE b ( x int)\n", line: 2 },
        ]);
    },
  );

  test("rows behind COPY end where another file is joined right behind them", () => {
    const script = "COPY a (x) FROM stdin;\n1\n\\.\uFEFFCREATE TABLE b (x int);";
    expect(texts(script, "postgresql")).toEqual(["CREATE TABLE b (x int)"]);
  });

  test("each statement has the line on which it begins, also behind rows and CRLF", () => {
    const script =
      "-- 1\r\nINSERT INTO a VALUES ('\r\n');\r\n\r\n/* 5\r\n*/ CREATE TABLE b (\r\n x int);\r\nCREATE TABLE c (x int);";
    expect(cut(script, "postgresql").map(({ line }) => line)).toEqual([6, 8]);
  });
});

describe("what cannot be cut names its line", () => {
  test.each([
    ["postgresql", "CREATE TABLE a (x int);\nINSERT INTO a VALUES ('never closed);", 2, /'/],
    ["postgresql", "\n\nCREATE FUNCTION f() AS $x$ no end", 3, /\$x\$/],
    ["mysql", "/* no end\n\n", 1, /comment/],
    ["sqlite", "CREATE TABLE a (x);\nCREAT TABLE b (x);", 2, /CREAT/],
    ["mysql", "\n<html>", 2, /<html>/],
    ["postgresql", "CREATE TABLE a (x int);\nCREATE TABEL b (x int);", 2, /CREATE TABEL/],
  ] as const)("%s %j", (dialect, script, line, message) => {
    expect.assertions(3);
    try {
      cut(script, dialect);
    } catch (error) {
      expect(error).toBeInstanceOf(ScriptError);
      expect((error as ScriptError).line).toBe(line);
      expect((error as ScriptError).message).toMatch(message);
    }
  });
});

test("100,000 statements and a row of many megabytes pass, and are not kept", () => {
  const cutter = new StatementCutter("mysql");
  let count = 0;
  const rows = `('${"x".repeat(500)}'),`.repeat(2000);
  cutter.push("INSERT INTO big VALUES ");
  for (let k = 0; k < 20; k++) expect(cutter.push(rows)).toEqual([]);
  cutter.push("('end');");
  for (let k = 0; k < 100; k++) count += cutter.push("CREATE TABLE t (x INT);\n".repeat(1000)).length;
  expect(count + cutter.end().length).toBe(100_000);
});
