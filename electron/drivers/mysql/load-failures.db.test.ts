import { describe, expect, test } from "vitest";
import { openMysqlTarget } from "./open-target.ts";
import { addressOf, cutConnections, hasServer, type TestDatabase } from "./test-database.ts";
import { loadRows, requestOf, rowsOf, withTarget, writeRows, type Given, type RowsOf } from "./test-rows.ts";

const plain = {};
const numbered = (count: number, from = 1): number[][] => Array.from({ length: count }, (_, i) => [from + i]);
const ids = (table: string, rows: readonly (readonly number[])[]): RowsOf => ({ table, columns: ["id"], rows });

/** Waits until somebody in the database waits for a row that another transaction holds. */
async function lockAwaited({ admin, name }: TestDatabase): Promise<void> {
  const waiting =
    "SELECT 1 FROM information_schema.INNODB_TRX JOIN information_schema.PROCESSLIST ON ID = trx_mysql_thread_id WHERE DB = ? AND trx_state = 'LOCK WAIT'";
  // InnoDB shows what it last showed to whoever asks again within 100 ms.
  await expect.poll(async () => (await admin.query(waiting, [name]))[0], { interval: 200 }).toHaveLength(1);
}

describe.skipIf(!hasServer)("a run that fails (skipped where no server answers)", () => {
  test("tells of tables without transactions before and after", () =>
    withTarget(
      "CREATE TABLE sure (id INT PRIMARY KEY); CREATE TABLE lasting (id INT PRIMARY KEY) ENGINE = MyISAM",
      plain,
      async (target, database) => {
        const given: Given = {
          tables: [ids("sure", numbered(5)), ids("lasting", numbered(5)), ids("sure", numbered(1))],
        };
        expect(await target.promise(requestOf(await target.model(), given))).toEqual({
          atomic: false,
          notes: [
            "lasting is a table of the engine MyISAM, which has no transactions: what a failed run wrote there stays.",
          ],
        });
        const failed = loadRows(target, given);
        await expect(failed).rejects.toMatchObject({ unchanged: false });
        await expect(failed).rejects.toThrow(
          "What was done to lasting stays, since its engine has no transactions. Everything else is as it was.",
        );
        expect(await rowsOf(database, "sure")).toEqual([]);
        expect(await rowsOf(database, "lasting")).toHaveLength(5);
      },
    ));

  test("tells that TRUNCATE stays", () =>
    withTarget("CREATE TABLE t (id INT PRIMARY KEY); INSERT INTO t VALUES (9)", plain, async (target, database) => {
      const given: Given = { clear: "truncate", tables: [ids("t", [[1], [1]])] };
      expect(await target.promise(requestOf(await target.model(), given))).toMatchObject({
        atomic: false,
        notes: [/TRUNCATE/],
      });
      await expect(loadRows(target, given)).rejects.toThrow(
        "The tables were emptied, and are empty now. Everything else is as it was.",
      );
      expect(await rowsOf(database, "t")).toEqual([]);
    }));

  test("meets a locked table and a locked row within seconds", () =>
    withTarget("CREATE TABLE t (id INT PRIMARY KEY); INSERT INTO t VALUES (5)", plain, async (target, database) => {
      const given: Given = { tables: [ids("t", numbered(3))] };
      await database.admin.query("LOCK TABLES t WRITE");
      await expect(loadRows(target, given)).rejects.toMatchObject({ code: "target-locked" });
      await database.admin.query("UNLOCK TABLES; START TRANSACTION; DELETE FROM t; INSERT INTO t VALUES (2)");
      await expect(loadRows(target, given)).rejects.toMatchObject({ code: "target-locked", unchanged: true });
      await database.admin.query("ROLLBACK");
      await loadRows(target, given);
      expect(await rowsOf(database, "t")).toEqual([[1], [2], [3], [5]]);
    }));

  test.each([{ localFiles: true }, { localFiles: false }])(
    "leaves nothing where the connection is cut at any row ($localFiles)",
    (options) =>
      withTarget(
        "CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (id))",
        options,
        async (target, database) => {
          const children: RowsOf = {
            table: "t",
            columns: ["id", "p"],
            rows: numbered(2000).map(([id = 0]) => [id, (id % 50) + 1]),
          };
          const tables = [ids("p", numbered(50)), children];
          for (const row of [0, 100, 700, 1200, 1900]) {
            const request = requestOf(await target.model(), { tables });
            const load = await target.begin(request);
            const written = writeRows(load, request, tables, 100, (table, at) =>
              table === "t" && at === row ? cutConnections(database) : undefined,
            ).then(() => load.commit());
            await expect(written).rejects.toMatchObject({ code: "connection-lost" });
            expect(await load.rollback()).toEqual({
              unchanged: true,
              message: "The server has taken back what was written: the database is as it was.",
            });
            expect(await rowsOf(database, "p")).toEqual([]);
            expect(await rowsOf(database, "t")).toEqual([]);
          }
        },
      ),
  );

  test.each([0, 3000, 9000])("leaves nothing where it is cancelled (before row %i)", (row) =>
    withTarget("CREATE TABLE t (id INT PRIMARY KEY)", plain, async (target, database) => {
      const control = new AbortController();
      const tables = [ids("t", numbered(10_000))];
      const request = requestOf(await target.model(), { tables, signal: control.signal });
      const load = await target.begin(request);
      await expect(
        writeRows(load, request, tables, 1000, (_, at) => {
          if (at === row) control.abort();
        }),
      ).rejects.toThrow();
      expect(await load.rollback()).toEqual({ unchanged: true, message: "The database is as it was." });
      expect(await rowsOf(database, "t")).toEqual([]);
    }),
  );

  test("is cancelled while it waits for somebody else's lock", () =>
    withTarget("CREATE TABLE t (id INT PRIMARY KEY)", plain, async (target, database) => {
      await database.admin.query("START TRANSACTION; INSERT INTO t VALUES (2)");
      const control = new AbortController();
      const tables = [ids("t", numbered(10))];
      const request = requestOf(await target.model(), { tables, signal: control.signal });
      const load = await target.begin(request);
      const cancel = lockAwaited(database).then(() => control.abort());
      await expect(writeRows(load, request, tables)).rejects.toMatchObject({ code: "cancelled" });
      await cancel;
      expect(await load.rollback()).toMatchObject({ unchanged: true });
      await database.admin.query("ROLLBACK");
      expect(await rowsOf(database, "t")).toEqual([]);
    }));

  test("is cancelled where the server lets no second connection in", () =>
    withTarget("CREATE TABLE t (id INT PRIMARY KEY)", plain, async (_, database) => {
      const { admin, name } = database;
      const user = `sl_${name.slice(14)}`;
      await admin.query(
        `CREATE USER '${user}'@'%' IDENTIFIED BY 'x' WITH MAX_USER_CONNECTIONS 1; GRANT ALL ON \`${name}\`.* TO '${user}'@'%'`,
      );
      try {
        const target = await openMysqlTarget(addressOf(name, user, "x"));
        await admin.query("START TRANSACTION; INSERT INTO t VALUES (2)");
        const control = new AbortController();
        const tables = [ids("t", numbered(10))];
        const request = requestOf(await target.model(), { tables, signal: control.signal });
        const load = await target.begin(request);
        const cancel = lockAwaited(database).then(() => control.abort());
        await expect(writeRows(load, request, tables)).rejects.toMatchObject({ code: "connection-lost" });
        await cancel;
        expect(await load.rollback()).toMatchObject({ unchanged: true });
        const [rows] = await admin.query("ROLLBACK; SELECT * FROM t");
        expect(rows).toMatchObject({ 1: [] });
      } finally {
        await admin.query(`ROLLBACK; DROP USER '${user}'@'%'`);
      }
    }));
});
