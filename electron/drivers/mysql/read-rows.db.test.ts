import { describe, expect, test } from "vitest";
import { findTable, type TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../driver.ts";
import { parseAddress } from "./address.ts";
import { openMysql } from "./open-mysql.ts";
import { Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import {
  createDatabase,
  cutConnections,
  hasRealData,
  hasServer,
  realScript,
  type TestDatabase,
} from "./test-database.ts";

async function withSource(
  script: string,
  use: (source: Source, database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await createDatabase(script);
  const source = await openMysql(database.address);
  try {
    await use(source, database);
  } finally {
    await source.close();
    await database.drop();
  }
}

async function tableOf(source: Source, name: string): Promise<TableModel> {
  const table = findTable(await source.model(), name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

async function all(source: Source, request: ReadRequest): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of source.read(request)) rows.push(...chunk);
  return rows;
}

const many =
  "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200)); INSERT INTO t SELECT seq, REPEAT('x', 200) FROM seq_1_to_50000";

describe.skipIf(!hasServer)("rows (skipped where no server answers)", () => {
  test("come in canonical form, whatever the server's zone", () =>
    withSource(
      `CREATE TABLE t (id INT(5) ZEROFILL PRIMARY KEY, big BIGINT UNSIGNED, f FLOAT, d DOUBLE, de DECIMAL(30,4), b TINYINT(1), bits BIT(64), one BIT,
         dt DATETIME(6), ts TIMESTAMP NULL, ti TIME, da DATE, y YEAR, bi BINARY(3), e ENUM('a', 'b'), s SET('x', 'y'), g POINT, j JSON);
       SET time_zone = '+05:00'; INSERT INTO t VALUES (7, 18446744073709551615, 0.1, 0.1, 12345678901234567890.5, 2, b'101', 1, '2024-03-31 02:30:00.5',
         '2024-03-31 02:30:00', '-12:00:01', '0999-01-01', 1999, x'00ff', 'b', 'x,y', POINT(1, -2.5), '{"a": 1}')`,
      async (source) => {
        expect(await all(source, { table: await tableOf(source, "t") })).toEqual([
          [
            7,
            18446744073709551615n,
            Math.fround(0.1),
            0.1,
            "12345678901234567890.5000",
            2,
            "101".padStart(64, "0"),
            true,
            "2024-03-31 02:30:00.500000",
            "2024-03-30 21:30:00",
            "-12:00:01",
            "0999-01-01",
            1999,
            new Uint8Array([0, 255, 0]),
            "b",
            "x,y",
            "POINT(1 -2.5)",
            '{"a": 1}',
          ],
        ]);
      },
    ));

  test("come in the key's order, as many and as wide as asked for", () =>
    withSource(
      "CREATE TABLE t (a INT, b INT, c INT, PRIMARY KEY (b, a)); INSERT INTO t VALUES (1, 2, 3), (2, 1, 4), (1, 1, 5)",
      async (source) => {
        const table = await tableOf(source, "t");
        expect(await all(source, { table, columns: ["c", "b"] })).toEqual([
          [5, 1],
          [4, 1],
          [3, 2],
        ]);
        expect(await all(source, { table, columns: ["c"], limit: 2 })).toEqual([[5], [4]]);
        expect(await all(source, { table, limit: 0 })).toEqual([]);
        expect(await all(source, { table, columns: ["c"], start: 1, limit: 1 })).toEqual([[4]]);
        const whole = await all(source, { table, columns: ["c"] });
        expect(await all(source, { table, columns: ["c"], start: 1 })).toEqual(whole.slice(1));
      },
    ));

  test("are of one moment, that of the first read", () =>
    withSource(
      "CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (id INT PRIMARY KEY); INSERT INTO a VALUES (1)",
      async (source, { admin }) => {
        const [a, b] = [await tableOf(source, "a"), await tableOf(source, "b")];
        expect(await all(source, { table: a })).toEqual([[1]]);
        await admin.query("INSERT INTO b VALUES (1); DELETE FROM a");
        expect(await all(source, { table: b })).toEqual([]);
        expect(await all(source, { table: a })).toEqual([[1]]);
      },
    ));

  test("can be left early, and read again; two reads can go on together", () =>
    withSource(many, async (source) => {
      const table = await tableOf(source, "t");
      for await (const chunk of source.read({ table })) {
        expect(chunk).toHaveLength(1000);
        break;
      }
      const outer = source.read({ table })[Symbol.asyncIterator]();
      await outer.next();
      expect(await all(source, { table })).toHaveLength(50_000);
      await outer.return?.();
      expect(await all(source, { table })).toHaveLength(50_000);
    }));

  test("can be stopped", () =>
    withSource(many, async (source) => {
      const table = await tableOf(source, "t");
      const control = new AbortController();
      const read = async (): Promise<void> => {
        for await (const _ of source.read({ table, signal: control.signal })) control.abort();
      };
      await expect(read()).rejects.toMatchObject({ code: "cancelled" });
      expect(await all(source, { table, limit: 3 })).toHaveLength(3);
    }));

  test("a connection that is lost, and a column that is gone, are told", () =>
    withSource(many, async (source, database) => {
      const { admin, address } = database;
      const table = await tableOf(source, "t");
      const read = async (): Promise<void> => {
        for await (const _ of source.read({ table })) await cutConnections(database);
      };
      await expect(read()).rejects.toMatchObject({ code: "connection-lost" });
      const other = await openMysql(address);
      await admin.query("ALTER TABLE t DROP COLUMN v");
      await expect(all(other, { table })).rejects.toMatchObject({ code: "target-changed" });
      await other.close();
    }));

  test("nothing can be written", () =>
    withSource("CREATE TABLE t (id INT PRIMARY KEY)", async (_source, { address, admin }) => {
      const session = await Session.open(parseAddress(address), readSettings);
      await expect(session.run("INSERT INTO t VALUES (1)")).rejects.toMatchObject({ code: "permission-denied" });
      await session.close();
      const [rows] = await admin.query("SELECT * FROM t");
      expect(rows).toEqual([]);
    }));
});

describe.skipIf(!hasServer || !hasRealData)("Sakila's rows (skipped where ../shared/data is absent)", () => {
  test("are all there", () =>
    withSource(
      realScript("sakila/mysql-sakila-schema.sql") + realScript("sakila/mysql-sakila-data.sql"),
      async (source) => {
        let rows = 0;
        for (const table of (await source.model()).tables) rows += (await all(source, { table })).length;
        expect(rows).toBe(47_273);
      },
    ));
});
