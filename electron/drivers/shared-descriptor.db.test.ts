import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import { fstatSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSource } from "./open-source.ts";
import { borrowFile, startOf } from "./shared-descriptor.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "descriptor-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The name has no ending that a script or a data file has, so that the file itself is asked what it is. */
function makeDatabase(mode: "DELETE" | "WAL"): string {
  const path = join(folder, "shop.db");
  const database = new Database(path);
  database.exec(
    `PRAGMA journal_mode = ${mode}; CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2)`,
  );
  database.close();
  return path;
}

/** What another program is told that writes a row. */
function writeElsewhere(path: string): string {
  const script = `
    const database = new (require("better-sqlite3"))(process.argv[1], { timeout: 0 });
    try { database.exec("INSERT INTO t VALUES (3)"); console.log("written"); } catch (error) { console.log(error.code); }
    database.close();`;
  const { stdout } = spawnSync(process.execPath, ["-e", script, path], { encoding: "utf8" });
  return stdout.trim();
}

/** All that looks into a file without SQLite: what kind of source it is, its header, and the pages of a write-ahead log's database. */
async function lookAtEverything(path: string): Promise<void> {
  const source = await openSource(path);
  const model = await source.model();
  const [table] = model.tables;
  if (table === undefined) throw new Error("There is no table.");
  expect(await source.count?.(table)).toBe(2);
  source.lend?.(table, ["id"]);
  await source.close();
}

describe("another connection of this process keeps its lock on a file that is looked into", () => {
  test("one that reads: nobody writes in the middle of its snapshot", async () => {
    const path = makeDatabase("DELETE");
    const reader = new Database(path, { readonly: true });
    reader.exec("BEGIN");
    expect(reader.prepare("SELECT count(*) FROM t").pluck().get()).toBe(2);
    await lookAtEverything(path);
    expect(writeElsewhere(path)).toBe("SQLITE_BUSY");
    reader.exec("COMMIT");
    reader.close();
    expect(writeElsewhere(path)).toBe("written");
  });

  test("a source whose rows are being read, while it is opened again", async () => {
    const path = makeDatabase("DELETE");
    const source = await openSource(path);
    const [table] = (await source.model()).tables;
    if (table === undefined) throw new Error("There is no table.");
    expect(await source.count?.(table)).toBe(2);
    await lookAtEverything(path);
    expect(writeElsewhere(path)).toBe("SQLITE_BUSY");
    await source.close();
    expect(writeElsewhere(path)).toBe("written");
  });

  test("one that writes with a write-ahead log: nobody takes the file over", async () => {
    const path = makeDatabase("WAL");
    const writer = new Database(path);
    writer.pragma("locking_mode = EXCLUSIVE");
    writer.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES (9)");
    await lookAtEverything(path);
    expect(writeElsewhere(path)).toBe("SQLITE_BUSY");
    writer.exec("COMMIT");
    writer.close();
    expect(writeElsewhere(path)).toBe("written");
  });
});

test.skipIf(process.platform === "win32")("a database has one descriptor, until it is removed (POSIX)", () => {
  const path = makeDatabase("DELETE");
  const first = borrowFile(path);
  first.release();
  expect(fstatSync(first.file).size).toBeGreaterThan(0);
  const second = borrowFile(path);
  second.release();
  expect(second.file).toBe(first.file);
  rmSync(path);
  makeDatabase("DELETE");
  expect(startOf(path, 6).toString()).toBe("SQLite");
  // Closed, and its number may have gone to the new file.
  expect(fstatSync(borrowFile(path).file).nlink).toBe(1);
});

test("what is no database is closed when the last one is done with it", () => {
  const path = join(folder, "notes.txt");
  writeFileSync(path, "notes");
  const one = borrowFile(path);
  const other = borrowFile(path);
  expect(other.file).toBe(one.file);
  one.release();
  expect(fstatSync(other.file).size).toBe(5);
  other.release();
  expect(() => fstatSync(one.file)).toThrow("EBADF");
});
