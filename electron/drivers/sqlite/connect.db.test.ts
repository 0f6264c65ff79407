import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { openSource } from "../open-source.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "driver-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
/** Name, time of change and content of everything in the folder. */
const state = (): string[] =>
  readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${name} ${statSync(at(name)).mtimeMs} ${createHash("sha256")
          .update(readFileSync(at(name)))
          .digest("hex")}`,
    );

async function tablesOf(path: string): Promise<string[]> {
  const source = await openSource(path);
  try {
    return (await source.model()).tables.map((table) => table.name);
  } finally {
    await source.close();
  }
}
async function failure(path: string): Promise<{ code: string; message: string; hint: string }> {
  try {
    await tablesOf(path);
  } catch (error) {
    if (isSeedloomError(error)) return { code: error.code, message: error.message, hint: error.hint ?? "" };
    throw error;
  }
  throw new Error("opened");
}

function make(name: string, script: string): string {
  const database = new Database(at(name));
  database.exec(script);
  database.close();
  return at(name);
}
const many = (count: number, prefix = "table"): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `CREATE TABLE ${prefix}_${i} (id INTEGER PRIMARY KEY, name TEXT CHECK (name <> '${"long ".repeat(i % 40)}'));`,
  ).join("\n");

describe("not a byte changes in the file or beside it", () => {
  test("of an ordinary database", async () => {
    const path = make("plain.sqlite", many(30));
    const before = state();
    expect(await tablesOf(path)).toHaveLength(30);
    expect(state()).toEqual(before);
  });

  test.each([512, 4096, 65536])("of a write-ahead database that was closed, with pages of %d bytes", async (size) => {
    const path = make(
      "wal.sqlite",
      `PRAGMA page_size = ${size}; PRAGMA journal_mode = WAL; ${many(60)} INSERT INTO table_0 VALUES (1, 'a'); ANALYZE`,
    );
    const before = state();
    expect(before).toHaveLength(1);
    expect(await tablesOf(path)).toHaveLength(60);
    expect(state()).toEqual(before);
  });

  test("of a write-ahead database that another connection has open, whose log it sees", async () => {
    const path = make("live.sqlite", `PRAGMA journal_mode = WAL; ${many(5)}`);
    const writer = new Database(path);
    try {
      writer.exec(many(40, "new"));
      writer.exec("BEGIN; CREATE TABLE not_committed (id)");
      const before = state();
      expect(before).toHaveLength(3);
      const tables = await tablesOf(path);
      expect(tables).toHaveLength(45);
      expect(tables).not.toContain("not_committed");
      expect(state()).toEqual(before);
    } finally {
      writer.close();
    }
  });

  test("of a write-ahead database copied with its log, and without its index", async () => {
    const path = make("a.sqlite", `PRAGMA journal_mode = WAL; ${many(2)}`);
    const writer = new Database(path);
    writer.exec("CREATE TABLE logged (id); DROP TABLE table_1");
    for (const suffix of ["", "-wal"]) copyFileSync(path + suffix, at(`copy.sqlite${suffix}`));
    writer.close();
    const before = state();
    expect(await tablesOf(at("copy.sqlite"))).toEqual(["table_0", "logged"]);
    expect(state()).toEqual(before);
  });

  test("of a write-ahead database whose log was cut off or spoilt: what was committed before counts", async () => {
    const path = make("a.sqlite", `PRAGMA journal_mode = WAL; ${many(2)}`);
    const writer = new Database(path);
    writer.exec("CREATE TABLE first (id)");
    const committed = statSync(`${path}-wal`).size;
    writer.exec("CREATE TABLE second (id)");
    for (const suffix of ["", "-wal"]) copyFileSync(path + suffix, at(`cut.sqlite${suffix}`));
    for (const suffix of ["", "-wal"]) copyFileSync(path + suffix, at(`bad.sqlite${suffix}`));
    writer.close();
    truncateSync(at("cut.sqlite-wal"), committed + 100);
    const log = readFileSync(at("bad.sqlite-wal"));
    log[committed + 200] = (log[committed + 200] ?? 0) ^ 1;
    writeFileSync(at("bad.sqlite-wal"), log);
    const before = state();
    expect(await tablesOf(at("cut.sqlite"))).toEqual(["table_0", "table_1", "first"]);
    expect(await tablesOf(at("bad.sqlite"))).toEqual(["table_0", "table_1", "first"]);
    expect(state()).toEqual(before);
  });

  test("of a database that a crash left in the middle of a write: the schema before it counts", async () => {
    const path = make("a.sqlite", many(3));
    // Enough pages for SQLite to write to the file before the commit.
    const writer = new Database(path);
    writer.exec("PRAGMA cache_size = 2; BEGIN; CREATE TABLE half (id, text)");
    const insert = writer.prepare("INSERT INTO half VALUES (?, ?)");
    for (let k = 0; k < 500; k++) insert.run(k, "x".repeat(500));
    for (const suffix of ["", "-journal"]) copyFileSync(path + suffix, at(`crashed.sqlite${suffix}`));
    writer.exec("ROLLBACK");
    writer.close();
    const before = state();
    expect(await tablesOf(at("crashed.sqlite"))).toEqual(["table_0", "table_1", "table_2"]);
    expect(state()).toEqual(before);
  });

  test("through a link, in a folder with blanks and accents in its name", async () => {
    mkdirSync(at("söme folder"));
    const path = make("söme folder/data #1 100%.sqlite", "PRAGMA journal_mode = WAL; CREATE TABLE t (id)");
    symlinkSync(path, at("link"));
    expect(await tablesOf(at("link"))).toEqual(["t"]);
    expect(await tablesOf(`file://${encodeURI(at("söme folder/data "))}%231%20100%25.sqlite`)).toEqual(["t"]);
    expect(readdirSync(at("söme folder"))).toEqual(["data #1 100%.sqlite"]);
  });
});

describe("what cannot be opened gets one sentence and what to do", () => {
  test.each<[string, () => string, string, RegExp]>([
    ["a missing file", () => at("no.sqlite"), "source-not-found", /There is no file .*no\.sqlite\.$/],
    ["a file in a missing folder", () => at("no/no.sqlite"), "source-not-found", /There is no file/],
    ["a name that no file can have", () => "a\0b", "source-not-found", /There is no file/],
    ["a folder", () => folder, "source-not-a-database", /is a folder/],
    ["an empty file", () => (writeFileSync(at("empty"), ""), at("empty")), "source-empty", /is empty\.$/],
    [
      "a text",
      () => (writeFileSync(at("text"), "Words, and no SQL. ".repeat(20)), at("text")),
      "source-not-a-database",
      /is not a SQLite database/,
    ],
    [
      "the start of a header",
      () => (writeFileSync(at("start"), "SQLite format 3\0"), at("start")),
      "source-not-a-database",
      /is not a SQLite database/,
    ],
    ["a device", () => "/dev/null", "source-not-a-database", /is not a SQLite database/],
    [
      "a database of another kind",
      () => "oracle://me:secret@host/db",
      "source-unsupported",
      /^Databases of the kind oracle cannot be opened\.$/,
    ],
  ])("%s", async (_, path, code, message) => {
    const error = await failure(path());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe("");
    expect(error.message + error.hint).not.toContain("secret");
  });

  test.each(["DELETE", "WAL"])(
    "damage anywhere in a database (journal mode %s) is said, or does not matter",
    async (mode) => {
      const path = make("whole.sqlite", `PRAGMA page_size = 512; PRAGMA journal_mode = ${mode}; ${many(12)}`);
      const whole = readFileSync(path);
      const spoilt = at("spoilt.sqlite");
      let damaged = 0;
      for (let k = 0; k < 150; k++) {
        // Truncated in a third of the cases, spoilt in the others; places spread by a fixed rule.
        const place = (k * 7919) % whole.length;
        const bytes = Buffer.from(whole.subarray(0, k % 3 === 0 ? place : whole.length));
        if (k % 3 !== 0)
          for (let j = 0; j < 8 && place + j < bytes.length; j++) bytes[place + j] = (k * 31 + j * 17) & 255;
        writeFileSync(spoilt, bytes);
        const outcome = await tablesOf(spoilt).catch((error: unknown) =>
          isSeedloomError(error) ? error.code : Promise.reject(error),
        );
        if (typeof outcome !== "string") continue;
        damaged++;
        expect(["source-damaged", "source-not-a-database", "source-empty"]).toContain(outcome);
      }
      expect(damaged).toBeGreaterThan(40);
    },
  );

  test("a database that another program is writing", async () => {
    const path = make("busy.sqlite", "CREATE TABLE t (id)");
    const script = `const D = require("better-sqlite3"); const d = new D(process.argv[1]); d.exec("BEGIN EXCLUSIVE"); console.log("locked"); process.stdin.on("data", () => process.exit())`;
    const other = spawn(process.execPath, ["-e", script, path], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      await once(other.stdout, "data");
      const error = await failure(path);
      expect(error.code).toBe("source-locked");
      expect(error.message).toMatch(/is locked by another program\.$/);
    } finally {
      other.kill();
    }
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a file without permission to read (skipped for root, who may read all)",
    async () => {
      const path = make("closed.sqlite", "CREATE TABLE t (id)");
      chmodSync(path, 0);
      expect((await failure(path)).code).toBe("source-unreadable");
    },
  );
});

test("nothing is left behind in the folder for temporary files", async () => {
  const path = make("wal.sqlite", "PRAGMA journal_mode = WAL; CREATE TABLE t (id)");
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  for (const name of ["TMPDIR", "TEMP", "TMP"]) vi.stubEnv(name, temporary);
  try {
    await tablesOf(path);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(readdirSync(temporary)).toEqual([]);
});

test("a change of the schema shows when it is read again", async () => {
  const path = make("wal.sqlite", "PRAGMA journal_mode = WAL; CREATE TABLE t (id)");
  const source = await openSource(path);
  expect((await source.model()).tables).toHaveLength(1);
  make("wal.sqlite", "CREATE TABLE u (id)");
  expect((await source.model()).tables).toHaveLength(2);
  expect(source.label).toBe("wal.sqlite");
  await source.close();
});
