import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../driver.ts";
import { openSource } from "../open-source.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "read-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
/** Name, time of change and content of everything in the folder. */
const state = (): string[] =>
  readdirSync(folder)
    .toSorted()
    .map((name) => {
      const hash = createHash("sha256")
        .update(readFileSync(at(name)))
        .digest("hex");
      return `${name} ${statSync(at(name)).mtimeMs} ${hash}`;
    });

async function rowsOf(
  source: Source,
  table: string,
  more: Omit<ReadRequest, "table"> = {},
): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of source.read({ table: await tableOf(source, table), ...more })) rows.push(...chunk);
  return rows;
}

async function tableOf(source: Source, name: string): Promise<TableModel> {
  const found = (await source.model()).tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

const script = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, big BIGINT, yes BOOLEAN, bytes BLOB, real REAL);
  INSERT INTO t VALUES (2, 'två', 9007199254740993, 1, x'00ff', 1.5), (1, NULL, 7, 0, NULL, NULL);
`;
const expected = [
  [1, null, 7, false, null, null],
  [2, "två", 9007199254740993n, true, Buffer.from([0, 255]), 1.5],
];

test("rows come in the order of the key, as what is stored, and nothing changes beside them", async () => {
  const made = new Database(at("a.sqlite"));
  made.exec(script);
  made.close();
  const before = state();
  const source = await openSource(at("a.sqlite"));
  expect(await rowsOf(source, "t")).toEqual(expected);
  expect(await rowsOf(source, "t", { columns: ["name", "id"], limit: 1 })).toEqual([[null, 1]]);
  const ids = await rowsOf(source, "t", { columns: ["id"] });
  expect(await rowsOf(source, "t", { columns: ["id"], start: 1 })).toEqual(ids.slice(1));
  expect((await source.server()).version).toMatch(/^SQLite 3\.\d+\.\d+$/);
  await source.close();
  expect(state()).toEqual(before);
});

test("a write-ahead log's committed rows are read, those of an open transaction are not, and no byte changes", async () => {
  const writer = new Database(at("live.sqlite"));
  writer.pragma("journal_mode = WAL");
  writer.pragma("wal_autocheckpoint = 0");
  writer.exec(script);
  writer.exec("CREATE TABLE many (id INTEGER PRIMARY KEY, pad TEXT)");
  writer.exec(
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO many SELECT i, hex(i) FROM n",
  );
  writer.pragma("wal_checkpoint(PASSIVE)");
  writer.exec("UPDATE many SET pad = 'changed' WHERE id = 4000; BEGIN; DELETE FROM many WHERE id > 10");
  const before = state();
  const source = await openSource(at("live.sqlite"));
  expect(await rowsOf(source, "t")).toEqual(expected);
  const rows = await rowsOf(source, "many", { columns: ["id", "pad"] });
  expect(rows).toHaveLength(5000);
  expect(rows[3999]).toEqual([4000, "changed"]);
  await source.close();
  expect(state()).toEqual(before);
  writer.close();
});

test("all tables that one source reads are of one moment", async () => {
  const writer = new Database(at("live.sqlite"));
  writer.pragma("journal_mode = WAL");
  writer.exec(
    "CREATE TABLE a (n INTEGER); CREATE TABLE b (n INTEGER); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)",
  );
  const source = await openSource(at("live.sqlite"));
  expect(await rowsOf(source, "a")).toEqual([[1]]);
  writer.exec("UPDATE a SET n = 2; UPDATE b SET n = 2");
  expect(await rowsOf(source, "b")).toEqual([[1]]);
  await source.close();
  writer.close();
});

test("a database that waits for its rollback is refused: its rows would have to be written elsewhere first", async () => {
  const writer = new Database(at("a.sqlite"));
  writer.pragma("cache_size = 5");
  writer.exec(`${script} CREATE TABLE many (id INTEGER PRIMARY KEY, pad TEXT)`);
  writer.exec("BEGIN");
  const insert = writer.prepare("INSERT INTO many (pad) VALUES (?)");
  for (let k = 0; k < 2000; k++) insert.run("x".repeat(100));
  // What a crash leaves: the file and its journal in the middle of the transaction.
  copyFileSync(at("a.sqlite"), at("crashed.sqlite"));
  copyFileSync(at("a.sqlite-journal"), at("crashed.sqlite-journal"));
  writer.close();
  const before = state();
  const source = await openSource(at("crashed.sqlite"));
  await expect(rowsOf(source, "t")).rejects.toMatchObject({ code: "source-unreadable", message: /middle of a write/ });
  await source.close();
  expect(state()).toEqual(before);
});
