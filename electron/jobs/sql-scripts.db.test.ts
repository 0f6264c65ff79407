import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { createDatabase as createMysql, hasServer as hasMysql } from "../drivers/mysql/test-database.ts";
import { introspect } from "../drivers/sqlite/introspect.ts";
import { openSource } from "../drivers/open-source.ts";
import { createDatabase as createPostgresql, testServer } from "../drivers/postgresql/test-database.ts";
import { hasRealData } from "./load-engines.ts";
import { hasClient, jobOf, runClient, withFiles, type Rules } from "./script-bench.ts";

// What a tester does with an SQL file: the engine's own client runs it. Whatever the statement, the same rows stand there after.

async function modelOf(address: string): Promise<SchemaModel> {
  const source = await openSource(address);
  try {
    return await source.model();
  } finally {
    await source.close();
  }
}

const naughty = [
  "",
  " ",
  "NULL",
  "\\N",
  "\\.",
  "'",
  "''",
  '"',
  "\\",
  "\\'",
  "a\nb",
  "a\r\nb",
  "\t",
  "-- x",
  "; DROP",
  "$1",
  "{a}",
  "é💡",
  ".quit",
  "\\q",
  "\\! ls",
  "GO",
  "/* x",
  "\u001a",
  "%s",
  "`",
  "=1",
];
const blns: readonly string[] = hasRealData
  ? (JSON.parse(readFileSync("../shared/data/anchors/blns.json", "utf8")) as string[]).filter(
      (text) => text.length < 200,
    )
  : [];
const listed = {
  kind: "generate" as const,
  generator: "weighted-choice",
  params: { values: [...naughty, ...blns] },
};

const real = (path: string): string => (hasRealData ? readFileSync(`../shared/data/${path}`, "utf8") : "");

/** Sakila's triggers write the time of day, and its rules take no upsert. */
const withoutTriggers = (ddl: string): string =>
  ddl
    .replaceAll(/^CREATE TRIGGER [^;]*?\bBEGIN\b[\s\S]*?\bEND\s*(;;|\$\$|;)/gim, "")
    .replaceAll(/^CREATE (TRIGGER|RULE) [^;]*;/gim, "");

interface Case {
  readonly name: string;
  readonly ddl: string;
  readonly rules?: Rules;
  readonly needsData?: true;
}

const nasty = (id: string, text: string, bytes: string, ring: string): string => `
  CREATE TABLE "Order Details" (id ${id}, "select" ${text}, "a""b" ${text}, payload ${bytes}, "naïve 列" ${text} NOT NULL, amount DECIMAL(20,4), ratio DOUBLE PRECISION, ok BOOLEAN, day DATE, "at" TIMESTAMP NULL);
  CREATE TABLE plain (code VARCHAR(20) NOT NULL UNIQUE, detail_id INTEGER REFERENCES "Order Details" (id));
  CREATE TABLE only_key (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b));
  CREATE TABLE staff (id INTEGER PRIMARY KEY, name ${text}, store_id INTEGER NOT NULL); ${ring}`;
const lists: Rules = { "Order Details": { select: listed, 'a"b': listed, "naïve 列": listed } };

const upsertable = { statement: "upsert", "rows-per-statement": 7 };

describe.skipIf((await testServer()) === undefined || !hasClient("psql"))(
  "psql (skipped without its server or its client)",
  () => {
    const cases: readonly Case[] = [
      {
        name: "nasty names, naughty strings, a ring, numbered keys",
        ddl: `${nasty("INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "TEXT", "BYTEA", "CREATE TABLE stores (id SERIAL PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff); ALTER TABLE staff ADD FOREIGN KEY (store_id) REFERENCES stores;")}
        CREATE SEQUENCE loose; CREATE TABLE tickets (id INTEGER PRIMARY KEY DEFAULT nextval('loose'), tags TEXT[], body JSONB, seen TIMESTAMPTZ, span INT4RANGE);`,
        rules: lists,
      },
      { name: "Sakila", ddl: real("sakila/postgres-sakila-schema.sql"), needsData: true },
      { name: "Chinook", ddl: real("chinook/Chinook_PostgreSql.sql"), needsData: true },
    ];

    test.each(cases.filter(({ needsData }) => needsData !== true || hasRealData))(
      "$name",
      async ({ name, ddl, rules }) => {
        const database = await createPostgresql(
          withoutTriggers(ddl).replaceAll(/^(DROP DATABASE|CREATE DATABASE|\\c).*$/gm, ""),
        );
        try {
          const model = await modelOf(database.address);
          const quoted = (schema: string, table: string): string => `"${schema}"."${table.replaceAll('"', '""')}"`;
          const dump = async (): Promise<unknown> => {
            const rows: unknown[] = [];
            for (const { schema, name: table } of model.tables)
              rows.push(
                ...(await database.run(
                  `SELECT '${table}' AS name, count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")) AS rows FROM ONLY ${quoted(schema, table)} t`,
                )),
              );
            return rows;
          };
          const load = (options: Readonly<Record<string, unknown>>): Promise<void> =>
            withFiles(jobOf(model, { options, ...(rules === undefined ? {} : { rules }) }), ({ paths }) =>
              runClient("postgresql", database.address, paths),
            );
          await load({ clear: "truncate" });
          const inserted = await dump();
          expect(inserted).toContainEqual(expect.objectContaining({ n: 40 }));
          await load({ statement: "copy", clear: "delete", triggers: "off", comments: true });
          expect(await dump()).toEqual(inserted);
          await load({ ...upsertable, transaction: false });
          expect(await dump()).toEqual(inserted);
          await load({ statement: "copy", clear: "truncate", files: "one", sequences: false });
          expect(await dump()).toEqual(inserted);
          if (name.startsWith("nasty")) {
            await load({ files: "one", clear: "delete" });
            const [next] = await database.run(
              `INSERT INTO tickets DEFAULT VALUES; INSERT INTO "Order Details" ("naïve 列") VALUES ('x') RETURNING id`,
            );
            expect(next).toEqual({ id: 41 });
          }
        } finally {
          await database.drop();
        }
      },
    );
  },
);

test("a text that the dialect cannot hold is told with its column, before the first row", async () => {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  const model = introspect(database);
  database.close();
  const body = {
    kind: "generate" as const,
    generator: "weighted-choice",
    params: { values: ["b", "a\0"] },
  };
  for (const statement of ["insert", "copy"]) {
    const spec = jobOf(model, { options: { statement }, dialect: "postgresql", rules: { notes: { body } } });
    await expect(withFiles(spec, () => undefined)).rejects.toMatchObject({
      code: "export-blocked",
      message: "A value of notes.body has a NUL character, which PostgreSQL cannot hold.",
    });
  }
});

test.each([
  [{ statement: "copy" }, "mysql", /COPY is PostgreSQL's/],
  [{ statement: "upsert" }, "sqlite", /log cannot be upserted: it has no key/],
  [{ triggers: "off" }, "sqlite", /SQLite has no statement that switches triggers off/],
  [{ clear: "truncate" }, "sqlserver", /notes cannot be truncated/],
  [{ go: true }, "postgresql", /GO is SQL Server's/],
] as const)("%j for %s is refused before the first row", async (options, dialect, message) => {
  const database = new Database(":memory:");
  database.exec(
    "CREATE TABLE notes (id INTEGER PRIMARY KEY); CREATE TABLE log (line TEXT, note_id INTEGER REFERENCES notes)",
  );
  const model = introspect(database);
  database.close();
  await expect(withFiles(jobOf(model, { options, dialect }), () => undefined)).rejects.toMatchObject({
    code: "export-blocked",
    message: expect.stringMatching(message) as string,
  });
});

describe.skipIf(!hasMysql || !hasClient("mariadb"))("mariadb (skipped without its server or its client)", () => {
  const cases: readonly Case[] = [
    {
      name: "nasty names, naughty strings, a ring, numbered keys",
      ddl: nasty(
        "INTEGER AUTO_INCREMENT PRIMARY KEY",
        "TEXT",
        "BLOB",
        "CREATE TABLE stores (id INTEGER AUTO_INCREMENT PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff (id)); ALTER TABLE staff ADD FOREIGN KEY (store_id) REFERENCES stores (id);",
      )
        .replaceAll('"', "`")
        .replaceAll("a``b", 'a"b'),
      rules: lists,
    },
    { name: "Sakila", ddl: real("sakila/mysql-sakila-schema.sql"), needsData: true },
    { name: "Chinook", ddl: real("chinook/Chinook_MySql.sql"), needsData: true },
  ];

  test.each(cases.filter(({ needsData }) => needsData !== true || hasRealData))("$name", async ({ ddl, rules }) => {
    const database = await createMysql(withoutTriggers(ddl));
    try {
      const model = await modelOf(database.address);
      const dump = async (): Promise<unknown> => {
        const [answer] = await database.admin.query(
          `CHECKSUM TABLE ${model.tables.map(({ name }) => `\`${name}\``).join(", ")}`,
        );
        return answer;
      };
      const load = (options: Readonly<Record<string, unknown>>): Promise<void> =>
        withFiles(jobOf(model, { options, ...(rules === undefined ? {} : { rules }) }), ({ paths }) =>
          runClient("mysql", database.address, paths),
        );
      await load({ clear: "truncate" });
      const inserted = await dump();
      await load({ clear: "delete", files: "one", comments: true });
      expect(await dump()).toEqual(inserted);
      await load({ ...upsertable, transaction: false });
      expect(await dump()).toEqual(inserted);
    } finally {
      await database.drop();
    }
  });
});

describe.skipIf(!hasClient("sqlite3"))("sqlite3 (skipped where it is not installed)", () => {
  const folder = mkdtempSync(join(tmpdir(), "sqlite-scripts-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const cases: readonly Case[] = [
    {
      name: "nasty names, naughty strings, a ring, numbered keys",
      ddl: nasty(
        "INTEGER PRIMARY KEY AUTOINCREMENT",
        "TEXT",
        "BLOB",
        "CREATE TABLE stores (id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff);",
      ).replace("store_id INTEGER NOT NULL", "store_id INTEGER NOT NULL REFERENCES stores"),
      rules: lists,
    },
    { name: "Sakila", ddl: real("sakila/sqlite-sakila-schema.sql"), needsData: true },
  ];

  test.each(cases.filter(({ needsData }) => needsData !== true || hasRealData))(
    "$name",
    async ({ name, ddl, rules }) => {
      const path = join(folder, `${name.replaceAll(/\W/g, "")}.sqlite`);
      const database = new Database(path);
      database.exec(withoutTriggers(ddl));
      const model = await modelOf(path);
      const dump = (): unknown =>
        model.tables.map((table) => database.prepare(`SELECT * FROM "${table.name}" ORDER BY 1, 2`).raw().all());
      const load = (options: Readonly<Record<string, unknown>>): Promise<void> =>
        withFiles(jobOf(model, { options, ...(rules === undefined ? {} : { rules }) }), ({ paths }) =>
          runClient("sqlite", path, paths),
        );
      await load({ clear: "truncate" });
      const inserted = dump();
      await load({ clear: "delete", files: "one", comments: true });
      expect(dump()).toEqual(inserted);
      await load({ ...upsertable, transaction: false });
      expect(dump()).toEqual(inserted);
      expect(database.pragma("foreign_key_check")).toEqual([]);
      database.close();
    },
  );
});
