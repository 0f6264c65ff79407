import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { encodeUtf8 } from "../../../shared/base/utf8.ts";
import type { Load, LoadRequest, TableIntake } from "../driver.ts";
import { connectedTarget } from "./open-target.ts";
import { TargetThread } from "./target-thread.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "target-thread-"));
  path = join(folder, "a.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function on<T>(run: (database: Database.Database) => T): T {
  const database = new Database(path);
  try {
    return run(database);
  } finally {
    database.close();
  }
}

interface Running {
  readonly thread: TargetThread;
  readonly load: Load;
  readonly intake: Extract<TableIntake, { kind: "bytes" }>;
  readonly stop: AbortController;
  /** Settles when the thread has let go of the file. */
  readonly gone: Promise<void>;
}

/** A load into the table t that has begun. */
async function begun(script: string): Promise<Running> {
  on((database) => database.exec(script));
  const gone = Promise.withResolvers<void>();
  const thread = new TargetThread({ kind: "file", given: path, path }, () => gone.resolve());
  const target = await connectedTarget(thread, { label: "a.sqlite", path });
  const [table] = (await target.model()).tables;
  if (table === undefined) throw new Error("There is no table.");
  const stop = new AbortController();
  const loaded = { table, columns: table.columns, rowCount: 3, ring: [] };
  const request: LoadRequest = {
    tables: [loaded],
    clear: "delete",
    existing: "refuse",
    triggers: "on",
    signal: stop.signal,
  };
  const load = await target.begin(request);
  const intake = await load.into(loaded);
  if (intake.kind !== "bytes") throw new Error("It takes batches.");
  return { thread, load, intake, stop, gone: gone.promise };
}

const table = "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (7)";
const row = (id: number): Uint8Array => encodeUtf8(`INSERT INTO t VALUES (${id})`);
const rows = (): unknown => on((database) => database.prepare("SELECT id FROM t").pluck().all());

/** Far longer than a cancel waits; SQLite ends it after some seconds. */
const slow = `CREATE TRIGGER slow AFTER INSERT ON t BEGIN
  SELECT (WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 40000000) SELECT count(*) FROM c);
END`;

describe("a target's thread", () => {
  test("that ends in the middle of a load leaves the file as it was, and says so", async () => {
    const { thread, load, intake, gone } = await begun(table);
    await intake.write(row(1));
    await thread.kill();
    await expect(intake.write(row(2))).rejects.toMatchObject({ code: "load-failed", message: /^SQLite stopped/ });
    expect(await load.rollback()).toEqual({ unchanged: true, message: "Nothing was changed." });
    await gone;
    expect(rows()).toEqual([7]);
  });

  test("answers a cancel while SQLite is busy, and takes all back when it no longer is", async () => {
    const { thread, load, intake, stop, gone } = await begun(`${table}; ${slow}`);
    const writing = intake.write(row(1));
    stop.abort();
    await expect(writing).rejects.toBe(stop.signal.reason);
    expect(thread.busy).toBe(true);
    expect(await load.rollback()).toEqual({
      unchanged: true,
      message: "Nothing was changed; a.sqlite stays in use until SQLite has taken back what it wrote.",
    });
    await thread.end();
    await gone;
    expect(rows()).toEqual([7]);
  });

  test("commits nothing after a cancel", async () => {
    const { thread, load, intake, stop } = await begun(table);
    await intake.write(row(1));
    const committing = load.commit();
    stop.abort();
    const outcome = await committing.then(
      () => "loaded",
      (error: unknown) => error,
    );
    if (outcome !== "loaded") {
      expect(outcome).toBe(stop.signal.reason);
      expect(await load.rollback()).toMatchObject({ unchanged: true });
    }
    await thread.end();
    expect(rows()).toEqual(outcome === "loaded" ? [1] : [7]);
  });

  test("says what SQLite says of rows, and lets go of the file when it is closed", async () => {
    const { thread, load, intake } = await begun(table);
    await expect(intake.write(encodeUtf8("INSERT INTO t VALUES (1), (1)"))).rejects.toMatchObject({
      code: "load-failed",
      message: "A row's t.id stands in the table already, where it must be unique.",
    });
    await load.rollback();
    await thread.end();
    on((database) => database.exec("BEGIN EXCLUSIVE; DELETE FROM t; COMMIT"));
    expect(rows()).toEqual([]);
  });
});
