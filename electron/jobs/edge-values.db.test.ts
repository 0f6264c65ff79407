import Database from "better-sqlite3";
import { parse } from "csv-parse/sync";
import { createConnection } from "mysql2/promise";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { decodeUtf8 } from "../../shared/base/utf8.ts";
import { naughtyStrings } from "../../shared/generators/edge/naughty-strings.ts";
import { tableReader } from "../../shared/batches/table-reader.ts";
import { newByteBuffer } from "../../shared/encoders/byte-buffer.ts";
import { formatById } from "../../shared/encoders/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { Project } from "../../shared/project/project.ts";
import type { ColumnModel, EngineId, SchemaModel } from "../../shared/schema/schema-model.ts";
import type { ValueType } from "../../shared/schema/value-type.ts";
import { cellText } from "../../shared/vectors/cells.ts";
import { loadPlan } from "./load-plan.ts";

// Every edge value of every pack, exported and read back: what a tester mixes in is what the database then holds.

const types: Readonly<Record<EngineId, readonly (readonly [name: string, sql: string, type: ValueType])[]>> = {
  sqlite: [
    ["words", "TEXT", { kind: "text" }],
    ["amount", "DECIMAL(12,2)", { kind: "decimal", precision: 12, scale: 2 }],
    ["big", "INTEGER", { kind: "integer", bits: 64 }],
    ["moment", "TIMESTAMP", { kind: "timestamp" }],
    ["raw", "BLOB", { kind: "bytes" }],
  ],
  postgresql: [
    ["words", "text", { kind: "text" }],
    ["short", "varchar(20)", { kind: "text", maxLength: 20 }],
    ["amount", "numeric(12,2)", { kind: "decimal", precision: 12, scale: 2 }],
    ["big", "bigint", { kind: "integer", bits: 64 }],
    ["ratio", "double precision", { kind: "real", bits: 64 }],
    ["day", "date", { kind: "date" }],
    ["moment", "timestamp", { kind: "timestamp" }],
    ["raw", "bytea", { kind: "bytes" }],
    ["note", "json", { kind: "json" }],
  ],
  mysql: [
    ["words", "longtext", { kind: "text" }],
    ["short", "varchar(20)", { kind: "text", maxLength: 20 }],
    ["amount", "decimal(12,2)", { kind: "decimal", precision: 12, scale: 2 }],
    ["big", "bigint", { kind: "integer", bits: 64 }],
    ["ratio", "double", { kind: "real", bits: 64 }],
    ["day", "date", { kind: "date" }],
    ["moment", "datetime", { kind: "timestamp" }],
    ["stamped", "timestamp", { kind: "timestamp" }],
    ["raw", "longblob", { kind: "bytes" }],
  ],
};
const packs = ["boundaries", "unicode", "naughty", "injection", "time", "numbers", "cards", "emails"];
const rowCount = 8000;

async function planFor(engine: EngineId): Promise<Plan> {
  const columns: readonly ColumnModel[] = [
    { name: "id", type: "bigint", valueType: { kind: "integer", bits: 64 }, nullable: false },
    ...types[engine].map(([name, type, valueType]): ColumnModel => ({ name, type, valueType, nullable: true })),
  ];
  const model: SchemaModel = {
    engine,
    defaultSchema: "main",
    tables: [
      {
        id: "hard",
        schema: "main",
        name: "hard",
        columns,
        primaryKey: ["id"],
        uniques: [],
        foreignKeys: [],
        checks: [],
      },
    ],
    views: [],
  };
  const rules = types[engine].map(([name]) => [
    name,
    { kind: "generate" as const, generator: "edge", params: { packs } },
  ]);
  const project: Project = {
    seedloom: 1,
    source: "x",
    seed: 7,
    now: "2026-11-22",
    locales: { en: 1 },
    tables: {
      hard: {
        rows: rowCount,
        columns: { id: { kind: "generate", generator: "sequence", params: {} }, ...Object.fromEntries(rules) },
      },
    },
    scenarios: {},
    exports: [],
  };
  return loadPlan({ model, project, referenceDate: "2026-11-22" });
}

type Row = Readonly<Record<string, string | null>>;

function rowsOf(plan: Plan): readonly Row[] {
  const reader = tableReader(plan, "hard", { batchRows: 500 });
  const rows: Row[] = [];
  for (let start = 0; start < rowCount; start += 500) {
    const batch = reader.readRange(start, 500);
    for (let i = 0; i < 500; i++) {
      rows.push(
        Object.fromEntries(
          batch.columns.map((column, k) => {
            const vector = batch.vectors[k];
            return [column.name, vector ? cellText(vector, i) : null];
          }),
        ),
      );
    }
  }
  return rows;
}

function exported(plan: Plan, format: string, engine: EngineId): string {
  const reader = tableReader(plan, "hard", { batchRows: 500 });
  const encoder = formatById(format)?.encoder({
    table: reader.readRange(0, 1).table,
    columns: reader.columns,
    rowCount,
    dialect: engine,
    defaultSchema: "main",
  });
  const out = newByteBuffer(1 << 16);
  encoder?.header(out);
  for (let start = 0; start < rowCount; start += 500) encoder?.rows(reader.readRange(start, 500), out);
  encoder?.footer(out);
  return decodeUtf8(out.bytes, 0, out.length);
}

/** Rows that did not come back as they were, a few of them, for a message that can be read. */
function lost(rows: readonly Row[], back: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  if (back.length !== rows.length) return [`${back.length} of ${rows.length} rows`];
  return rows
    .flatMap((row, at) =>
      Object.entries(row).flatMap(([name, value]) => {
        const read: unknown = back[at]?.[name];
        return same(value, read) ? [] : [[name, value?.slice(0, 60), read]];
      }),
    )
    .slice(0, 5);
}

function same(value: string | null, read: unknown): boolean {
  if (typeof read === "number") return value !== null && Number(value) === read;
  return String(value) === String(read);
}

const createTable = (engine: EngineId): string =>
  `CREATE TABLE hard (id bigint PRIMARY KEY, ${types[engine].map(([name, sql]) => `${name} ${sql}`).join(", ")})`;

describe("every edge value comes back", () => {
  test("from CSV, JSON and NDJSON", async () => {
    const plan = await planFor("mysql");
    const rows = rowsOf(plan);
    const words = new Set(rows.map((row) => row["words"]));
    expect(naughtyStrings.filter((text) => !words.has(text))).toEqual([]);
    const csv: unknown = parse(exported(plan, "csv", "mysql"), { columns: true });
    expect(lost(rows, csv as Row[])).toEqual([]);
    const texts = (all: readonly Row[]) => all.map(({ id, words, short }) => [Number(id), words, short]);
    expect(texts(JSON.parse(exported(plan, "json", "mysql")) as Row[])).toEqual(texts(rows));
    const lines = exported(plan, "ndjson", "mysql").trimEnd().split("\n");
    expect(texts(lines.map((line) => JSON.parse(line) as Row))).toEqual(texts(rows));
  });

  test("from SQLite", async () => {
    const plan = await planFor("sqlite");
    const database = new Database(":memory:");
    database.exec(createTable("sqlite"));
    database.exec(exported(plan, "sql", "sqlite"));
    const back = database
      .prepare(
        "SELECT id, words, CAST(amount AS TEXT) AS amount, CAST(big AS TEXT) AS big, moment, '\\x' || lower(hex(raw)) AS raw FROM hard ORDER BY id",
      )
      .all() as Record<string, unknown>[];
    const rows = rowsOf(plan).map((row) => ({ ...row, amount: String(Number(row["amount"])) }));
    expect(
      lost(
        rows,
        back.map((row) => ({ ...row, amount: String(Number(row["amount"])) })),
      ),
    ).toEqual([]);
  });
});

const postgresql = process.env["SEEDLOOM_TEST_PG"] ?? "postgresql://postgres@127.0.0.1:5432/postgres";
const mysql = process.env["SEEDLOOM_TEST_MYSQL"] ?? "mysql://root@127.0.0.1:3306/";

const pgClient = new pg.Client({ connectionString: postgresql, connectionTimeoutMillis: 3000 });
const pgThere = await pgClient.connect().then(
  () => true,
  () => false,
);
const myConnection = await createConnection({ uri: mysql, multipleStatements: true, connectTimeout: 3000 }).catch(
  () => undefined,
);
const mayMiss = process.env["CI"] !== "true";

describe("every edge value comes back from a server", () => {
  afterAll(async () => {
    if (pgThere) await pgClient.end();
    await myConnection?.end();
  });

  test.skipIf(!pgThere && mayMiss)("PostgreSQL (skipped where none answers)", async () => {
    const plan = await planFor("postgresql");
    await pgClient.query(createTable("postgresql").replace("TABLE", "TEMPORARY TABLE"));
    await pgClient.query(exported(plan, "sql", "postgresql"));
    const columns = types.postgresql.map(([name, , { kind }]) =>
      kind === "bytes" ? `'\\x' || encode(${name}, 'hex') AS ${name}` : `${name}::text AS ${name}`,
    );
    const { rows } = await pgClient.query<Row>(
      `SELECT id::text AS id, ${columns.join(", ")} FROM hard ORDER BY hard.id`,
    );
    const expected = rowsOf(plan);
    expect(lost(numbersAlike(expected), numbersAlike(rows))).toEqual([]);
  });

  test.skipIf(myConnection === undefined && mayMiss)("MySQL or MariaDB (skipped where none answers)", async () => {
    if (myConnection === undefined) throw new Error("No MySQL server answers.");
    const plan = await planFor("mysql");
    const name = `seedloom_edge_values_${process.pid}_${Date.now().toString(36)}`;
    await myConnection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    try {
      await myConnection.query(`USE ${name}; SET time_zone = 'Europe/Berlin'`).catch(() => undefined);
      await myConnection.query(`USE ${name}; ${createTable("mysql")}`);
      await myConnection.query(exported(plan, "sql", "mysql"));
      const columns = types.mysql.map(([name, , { kind }]) =>
        kind === "bytes"
          ? `CONCAT('\\\\x', LOWER(HEX(${name}))) AS ${name}`
          : kind === "text"
            ? name
            : `CAST(${name} AS CHAR) AS ${name}`,
      );
      const [back] = await myConnection.query(
        `SELECT CAST(id AS CHAR) AS id, ${columns.join(", ")} FROM hard ORDER BY hard.id`,
      );
      expect(lost(numbersAlike(rowsOf(plan)), numbersAlike(back as unknown as Row[]))).toEqual([]);
    } finally {
      await myConnection.query(`DROP DATABASE ${name}`);
    }
  });
});

/** Engines write the same double in ways of their own. */
const numbersAlike = (rows: readonly Row[]): readonly Record<string, string | null>[] =>
  rows.map((row) => ("ratio" in row ? { ...row, ratio: String(Number(row["ratio"])) } : { ...row }));
