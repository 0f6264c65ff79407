import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { findTable, type SchemaModel, type TableModel } from "../../../shared/schema/schema-model.ts";
import { openMysql } from "../mysql/open-mysql.ts";
import * as mysqlTest from "../mysql/test-database.ts";
import { openSource } from "../open-source.ts";
import { postgresqlDriver } from "../postgresql/driver.ts";
import * as postgresqlTest from "../postgresql/test-database.ts";
import { readScript } from "./read-script.ts";

const folder = mkdtempSync(join(tmpdir(), "script-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function scriptFile(content: string | Uint8Array): string {
  const path = join(folder, `script-${++files}.sql`);
  writeFileSync(path, content);
  return path;
}

const modelOf = async (
  content: string | Uint8Array,
  dialect?: "postgresql" | "mysql" | "sqlite",
): Promise<SchemaModel> => (await readScript(scriptFile(content), dialect)).model;

async function tableOf(script: string, dialect: "postgresql" | "mysql" | "sqlite", id = "t"): Promise<TableModel> {
  const table = findTable(await modelOf(script, dialect), id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

async function failure(path: string): Promise<string> {
  try {
    await readScript(path);
  } catch (error) {
    if (isSeedloomError(error)) return `${error.code}: ${error.message.replace(path, "FILE")}`;
    throw error;
  }
  throw new Error("read");
}

const data = "../shared/data";
describe.skipIf(!existsSync(data))("real scripts (skipped where ../shared/data is absent)", () => {
  const letter = (action: string | undefined): string =>
    ({ RESTRICT: "r", CASCADE: "c", "SET NULL": "n", "SET DEFAULT": "d" })[action ?? ""] ?? "a";
  const keysOf = (model: SchemaModel): string[] =>
    model.tables
      .flatMap((table) =>
        table.foreignKeys.map((key) => {
          const { columns, referencedTable: parent, referencedColumns, onUpdate, onDelete } = key;
          if (model.engine !== "postgresql") {
            const none = "NO ACTION";
            const [name, end] = model.engine === "mysql" ? [key.name, "no"] : ["", ""];
            return [
              name,
              table.name,
              columns.join(),
              parent.name,
              referencedColumns.join(),
              onUpdate ?? none,
              onDelete ?? none,
              end,
            ].join("\t");
          }
          const named = [key.name, `${table.schema}.${table.name}`, columns.join(), `${parent.schema}.${parent.name}`];
          const deferrable = key.deferrable === true ? "yes" : "no";
          return [...named, referencedColumns.join(), letter(onUpdate), letter(onDelete), deferrable].join("\t");
        }),
      )
      .toSorted();

  test.each([
    ["chinook/Chinook_PostgreSql.sql", "chinook.postgres", 11],
    ["sakila/postgres-sakila-schema.sql", "sakila.postgres", 21],
    ["northwind/northwind_postgres.sql", "northwind.postgres", 14],
    ["omop-cdm/omop_cdm_5.4_postgres.sql", "omop-cdm.postgres", 39],
    ["guacamole/guacamole_postgresql.sql", "guacamole.postgres", 23],
    ["chinook/Chinook_MySql.sql", "chinook.mysql", 11],
    ["sakila/mysql-sakila-schema.sql", "sakila.mysql", 16],
    ["guacamole/guacamole_mysql.sql", "guacamole.mysql", 23],
    ["sakila/sqlite-sakila-schema.sql", "sakila.sqlite", 16],
    ["northwind/northwind_sqlite.sql", "northwind.sqlite", 13],
  ])("%s has every foreign key of the database that it makes", async (path, truth, tables) => {
    const { model } = await readScript(`${data}/${path}`);
    const lines = readFileSync(`${data}/truth/${truth}.fks.tsv`, "utf8").replace(/\n$/, "").split("\n").slice(1);
    expect(keysOf(model)).toEqual(lines.toSorted());
    expect(model.tables).toHaveLength(tables);
  });

  test("a script without tables says so, one without keys has its columns", async () => {
    expect(await failure(`${data}/sakila/postgres-sakila-insert-data-using-copy.sql`)).toMatch(
      /no table|makes no tables/,
    );
    const { model, dialect } = await readScript(`${data}/omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql`);
    expect(dialect).toBe("sqlite");
    expect(model.tables.flatMap((table) => table.columns)).toHaveLength(432);
  });
});

/** A script's own model beside the server's. Expressions are compared by their words: a server prints them with casts and brackets. */
const loosely = (model: SchemaModel): unknown =>
  JSON.parse(
    JSON.stringify({ ...model, defaultSchema: "" }, (name, value: unknown) => {
      if (name === "schema" && value === model.defaultSchema) return "";
      const expression = ["expression", "expressions", "default", "where", "bounds", "key"].includes(name);
      if (expression && typeof value === "string") return words(value);
      return expression && Array.isArray(value) ? value.map((one) => words(String(one))) : value;
    }),
  );
const words = (sql: string): string =>
  sql
    .replaceAll(/::[a-z ]+/g, "")
    .replaceAll(/[\s`()]/g, "")
    .toLowerCase();

const hard = (dialect: string): string =>
  readFileSync(new URL(`test-scripts/hard.${dialect}.sql`, import.meta.url), "utf8");
const postgresql = await postgresqlTest.testServer();

describe.skipIf(postgresql === undefined)(
  "a PostgreSQL script is read as the server does (skipped where there is none)",
  () => {
    async function served(script: string): Promise<SchemaModel> {
      const database = await postgresqlTest.createDatabase(script);
      try {
        const source = await postgresqlDriver.open(database.address);
        const model = await source.model();
        await source.close();
        return model;
      } finally {
        await database.drop();
      }
    }

    test
      .skipIf(!existsSync(data))
      .each([
        "chinook/Chinook_PostgreSql.sql",
        "sakila/postgres-sakila-schema.sql",
        "northwind/northwind_postgres.sql",
        "omop-cdm/omop_cdm_5.4_postgres.sql",
        "guacamole/guacamole_postgresql.sql",
      ])("%s, to the letter", async (path) => {
      const { model } = await readScript(`${data}/${path}`);
      expect(model).toEqual(await served(postgresqlTest.realScript(path)));
    });

    test("types, keys, partitions, inheritance, schemas and hostile names", async () => {
      const script = hard("postgresql");
      expect(loosely(await modelOf(script))).toEqual(loosely(await served(script)));
    });
  },
);

describe.skipIf(!mysqlTest.hasServer)("a MySQL script is read as the server does (skipped where there is none)", () => {
  async function served(script: string): Promise<SchemaModel> {
    const database = await mysqlTest.createDatabase(script);
    try {
      const source = await openMysql(database.address);
      const model = await source.model();
      await source.close();
      return { ...model, defaultSchema: database.name };
    } finally {
      await database.drop();
    }
  }

  test
    .skipIf(!existsSync(data))
    .each(["chinook/Chinook_MySql.sql", "sakila/mysql-sakila-schema.sql", "guacamole/guacamole_mysql.sql"])(
    "%s",
    async (path) => {
      const { model } = await readScript(`${data}/${path}`);
      expect(loosely(model)).toEqual(loosely(await served(mysqlTest.realScript(path))));
    },
  );

  test("types, keys, partitions, generated columns and hostile names", async () => {
    const script = hard("mysql");
    expect(loosely(await modelOf(script))).toEqual(loosely(await served(script)));
  });
});

describe("a script is a source", () => {
  test("of no rows, by its name", async () => {
    const path = scriptFile("CREATE TABLE t (id integer PRIMARY KEY, name text)");
    const source = await openSource(path);
    const model = await source.model();
    expect(model.tables.map(({ name }) => name)).toEqual(["t"]);
    const [table] = model.tables;
    if (table === undefined) throw new Error("no table");
    for await (const rows of source.read({ table })) expect(rows).toEqual([]);
    expect((await source.server()).limits[0]).toMatch(/no rows/);
    await source.close();
  });

  test("a file without such a name is one where it makes tables", async () => {
    const path = join(folder, "dump");
    writeFileSync(path, "-- PostgreSQL database dump\nCREATE TABLE t (id integer);\n");
    expect((await openSource(path)).engine).toBe("postgresql");
    writeFileSync(path, "Dear reader, this is prose.");
    await expect(openSource(path)).rejects.toThrow(/not a SQLite database/);
  });

  test("a SQLite database is one by whatever name", async () => {
    const path = join(folder, "database.sql");
    const database = new Database(path);
    database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");
    database.close();
    const source = await openSource(path);
    expect((await source.server()).version).toMatch(/^SQLite 3/);
    await source.close();
  });

  test("in the dialect that its address says", async () => {
    const path = scriptFile("CREATE TABLE t (a int, b text)");
    const engines = await Promise.all(
      ["", "?dialect=postgresql", "?dialect=mysql"].map(async (end) => (await openSource(path + end)).engine),
    );
    expect(engines).toEqual(["sqlite", "postgresql", "mysql"]);
  });

  test.each([
    ["UTF-8 with a mark and CRLF", Buffer.from('\ufeffCREATE TABLE t (\r\n  "größe" int\r\n);\r\n')],
    ["UTF-16", Buffer.from('\ufeffCREATE TABLE t ("größe" int);', "utf16le")],
    ["two UTF-8 files, each with a mark", Buffer.from('\ufeffSET x = 1;\ufeffCREATE TABLE t ("größe" int);')],
    ["two UTF-16 files", Buffer.from('\ufeffSET x = 1;\n\ufeffCREATE TABLE t (\ufeff"größe" int);', "utf16le")],
    ["Latin-1", Buffer.from('CREATE TABLE t ("größe" int);', "latin1")],
    [
      "Latin-1 far behind the start",
      Buffer.from(`${"-- padding\n".repeat(40_000)}CREATE TABLE t ("größe" int);`, "latin1"),
    ],
  ])("in %s", async (_, content) => {
    const model = await modelOf(content, "postgresql");
    expect(findTable(model, "t")?.columns.map(({ name }) => name)).toEqual(["größe"]);
  });
});

test("a dump joined behind another file says its dialect and version, although its byte order mark stands before them", async () => {
  const path = scriptFile(
    "-- notes\n\ufeff-- PostgreSQL database dump\n\ufeff-- Dumped from database version 15.2\nCREATE TABLE t (a int);",
  );
  const source = await openSource(path);
  expect(source.engine).toBe("postgresql");
  expect((await source.server()).version).toBe("PostgreSQL 15.2 (script)");
});

describe("nothing of a script is executed", () => {
  test("SQLite: no file is attached, no query runs, and no row is written", async () => {
    const stray = join(folder, "stray.sqlite");
    const model = await modelOf(
      `ATTACH '${stray}' AS x; CREATE TABLE x.y (a);
       CREATE TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i FROM c;`
        .split(";")
        .slice(2)
        .join(";"),
      "sqlite",
    );
    expect(model.tables.map(({ name }) => name)).toEqual(["n"]);
    expect(await failure(scriptFile(`PRAGMA x=1; ATTACH '${stray}' AS x; CREATE TABLE x.y (a);`))).toMatch(
      /line 1: unknown database x/,
    );
    expect(existsSync(stray)).toBe(false);
  });

  test("meta-commands of the clients are passed over", async () => {
    const script = `\\! touch ${join(folder, "ran")}\n\\i other.sql\n\\copy t from 'x'\nCREATE TABLE t (a int);`;
    expect((await tableOf(script, "postgresql")).columns).toHaveLength(1);
    expect((await tableOf(script, "mysql")).columns).toHaveLength(1);
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });
});

describe("what is wrong is told in one sentence, with its line", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["an empty file", "", "source-empty: The file FILE is empty."],
    ["no tables", "-- nothing\nSELECT 1;", "source-empty: The script FILE makes no tables."],
    ["bytes", Buffer.from([1, 0, 2, 0, 3]), "source-not-a-database: The file FILE is not a script of SQL."],
    [
      "a dump in custom format",
      "PGDMP\0\x01",
      "source-not-a-database: The file FILE is a PostgreSQL dump in custom format.",
    ],
    [
      "a syntax error",
      "SET search_path = x;\nCREATE TABLE t (\n  id serial,\n  nam e text\n);",
      `source-damaged: FILE, line 4: syntax error at or near "text".`,
    ],
    [
      "a syntax error of MySQL",
      "CREATE TABLE `t` (\n  id INT,\n  , b INT\n) ENGINE=InnoDB;",
      "source-damaged: FILE, line 3: syntax error at ,.",
    ],
    ["a syntax error of SQLite", "PRAGMA a;\n\nCREATE TABLE t (;", `source-damaged: FILE, line 3: incomplete input.`],
    [
      "an open quote",
      "CREATE TABLE t (id serial);\nCOMMENT ON TABLE t IS 'no end;",
      "source-damaged: FILE, line 2: a ' is opened here and never closed.",
    ],
    [
      "a parent that is not there",
      "SET search_path = x;\nCREATE TABLE t (a int REFERENCES p);",
      "source-damaged: FILE, line 2: there is no table p for t to refer to.",
    ],
    ["no SQL at all", "Dear reader,\nthis is prose.", "source-damaged: FILE, line 1: no statement begins with Dear."],
    [
      "a NUL in a statement",
      `SET search_path = x;${" ".repeat(300_000)}\nCREATE TABLE t (a text DEFAULT '\0');`,
      "source-damaged: FILE, line 2: a NUL character stands in this statement.",
    ],
  ])("%s", async (_, content, expected) => {
    expect(await failure(scriptFile(content))).toBe(expected);
  });

  test("a file that is not there", async () => {
    expect(await failure(join(folder, "none.sql"))).toMatch(/^source-not-found: There is no file/);
  });
});
