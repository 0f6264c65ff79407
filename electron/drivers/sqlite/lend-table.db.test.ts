import Database from "better-sqlite3";
import * as fc from "fast-check";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chunkOf, sourceChunk, sourceColumns, type SourceChunk } from "../../../shared/batches/source-rows.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { streamOf, unitAt } from "../../../shared/random/stream.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import { cellAt } from "../../../shared/vectors/cells.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../driver.ts";
import { openSource } from "../open-source.ts";
import { PageRowsReader } from "./page-rows.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lend-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** A database made by `make`; its path. */
function made(make: (database: Database.Database) => void): string {
  const path = join(folder, `${++files}.sqlite`);
  const database = new Database(path);
  make(database);
  database.close();
  return path;
}

const cellsOf = ({ count, columns }: SourceChunk): readonly (readonly Cell[])[] =>
  Array.from({ length: count }, (_, i) => Object.values(columns).map((vector) => cellAt(vector, i)));

const textsOf = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  rows.map((cells) =>
    cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("latin1") : String(cell))).join("|"),
  );

/** All rows in the order of the key, as SQLite gives them. */
async function readAll(source: Source, table: TableModel): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of source.read({ table })) rows.push(...chunk);
  return cellsOf(sourceChunk({}, table.columns, 0, rows));
}

/** All rows from the pages, in pieces of so many. */
function readLent(source: Source, table: TableModel, rows: number, piece: number): readonly (readonly Cell[])[] {
  const { columns } = table;
  const lent = source.lend?.(
    table,
    columns.map(({ name }) => name),
  );
  if (lent === undefined) throw new Error(`${table.name} is not lent.`);
  const reader = new PageRowsReader();
  const found: (readonly Cell[])[] = [];
  for (let start = 0; start < rows; start += piece) {
    const count = Math.min(piece, rows - start);
    const into = sourceColumns({}, columns, count);
    reader.read(lent.next(count), into);
    found.push(...cellsOf(chunkOf(columns, into, start, count)));
  }
  return found;
}

async function withTable<T>(
  path: string,
  name: string,
  use: (source: Source, table: TableModel) => Promise<T>,
): Promise<T> {
  const source = await openSource(path);
  try {
    const table = (await source.model()).tables.find((one) => one.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    return await use(source, table);
  } finally {
    await source.close();
  }
}

/** Rows of every kind and length, so that pages of all kinds and chains of them come about. */
function fill(database: Database.Database, count: number): void {
  const insert = database.prepare("INSERT OR IGNORE INTO t VALUES (?, ?, ?, ?, ?, ?, ?)");
  const stream = streamOf(1, "rows");
  const unit = (row: number, lane: number): number => unitAt(stream, row, lane);
  const whole = (row: number, lane: number): bigint =>
    BigInt(Math.floor((unit(row, lane) - 0.5) * 2 ** Math.floor(unit(row, lane + 1) * 64)));
  database.transaction(() => {
    for (let i = 0; i < count; i++) {
      const length = Math.floor(unit(i, 0) ** 12 * 9000);
      const key = unit(i, 1) < 0.2 ? BigInt.asIntN(64, whole(i, 2)) : BigInt(i);
      insert.run(
        key,
        unit(i, 4) < 0.1 ? null : "é𝄞x ".repeat(length / 4) + "a".repeat(Math.floor(unit(i, 5) * 90)),
        unit(i, 6) < 0.1 ? null : BigInt.asIntN(64, whole(i, 7)),
        unit(i, 9) < 0.1 ? null : (unit(i, 10) - 0.5) * 10 ** Math.floor(unit(i, 11) * 20),
        unit(i, 12) < 0.1 ? null : Buffer.alloc(Math.floor(length / 2), i),
        unit(i, 13) < 0.3 ? null : unit(i, 14) < 0.5 ? 1 : 0,
        unit(i, 15) < 0.5 ? BigInt(i) : "12.5",
      );
    }
    database.exec("DELETE FROM t WHERE id % 7 = 3");
  })();
}

const columns =
  "id INTEGER PRIMARY KEY, name TEXT, number BIGINT, measure REAL, data BLOB, yes BOOLEAN, amount DECIMAL(20, 3)";

describe("rows that are read from the pages of a file", () => {
  it.each([512, 4096, 65_536])(
    "are those that SQLite gives, in pieces of any size (pages of %i bytes)",
    async (size) => {
      const path = made((database) => {
        database.pragma(`page_size = ${size}`);
        database.exec(`CREATE TABLE t (${columns})`);
        fill(database, 700);
      });
      await withTable(path, "t", async (source, table) => {
        const expected = await readAll(source, table);
        expect(expected.length).toBeGreaterThan(500);
        for (const piece of [1, 37, 5000])
          expect(textsOf(readLent(source, table, expected.length, piece))).toEqual(textsOf(expected));
      });
    },
  );

  it("have the default of a column that is younger than they are", async () => {
    const path = made((database) => {
      database.exec("CREATE TABLE t (name TEXT, id INTEGER PRIMARY KEY); INSERT INTO t VALUES ('old', 5)");
      for (const more of ["a TEXT", "b INTEGER DEFAULT '7'", "c TEXT DEFAULT 'it''s'", "d REAL DEFAULT 2"])
        database.exec(`ALTER TABLE t ADD COLUMN ${more}`);
      database.exec("INSERT INTO t VALUES ('new', 6, 'x', 1, 'y', 0.5)");
    });
    await withTable(path, "t", async (source, table) => {
      const rows = readLent(source, table, 2, 2);
      expect(rows).toEqual(await readAll(source, table));
      expect(rows[0]).toEqual(["old", 5n, null, 7n, "it's", 2]);
    });
  });

  it("have the replacement character for bytes that are no text", async () => {
    const path = made((database) => {
      database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)");
      // The first two are a character together, and none alone.
      database.exec("INSERT INTO t (name) VALUES (CAST(x'41c3' AS TEXT)), (CAST(x'a942' AS TEXT)), ('é'), (NULL)");
    });
    await withTable(path, "t", async (source, table) => {
      const rows = readLent(source, table, 4, 4);
      expect(rows).toEqual(await readAll(source, table));
      expect(rows.map(([, name]) => name)).toEqual(["A\uFFFD", "\uFFFDB", "é", null]);
    });
  });

  it("are not lent where they lie in another order, or otherwise", async () => {
    const path = made((database) => {
      database.exec(`
        CREATE TABLE a (id INTEGER PRIMARY KEY, c TEXT) WITHOUT ROWID;
        CREATE TABLE b (id TEXT PRIMARY KEY, c TEXT);
        CREATE TABLE c (id INTEGER PRIMARY KEY DESC, c TEXT);
        CREATE TABLE d (id INTEGER PRIMARY KEY, c TEXT, e TEXT AS (c || '!'));
        CREATE TABLE f (id INTEGER, c TEXT);
        CREATE TABLE g (id INTEGER, c TEXT, PRIMARY KEY (id, c));
      `);
    });
    for (const name of ["a", "b", "c", "d", "f", "g"])
      await withTable(path, name, async (source, table) => expect(source.lend?.(table, ["c"])).toBeUndefined());
    const make = (pragma: string): string =>
      made((database) => {
        database.pragma(pragma);
        database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, c TEXT); INSERT INTO t VALUES (1, 'x')");
      });
    for (const pragma of ["encoding = 'UTF-16le'", "journal_mode = WAL"])
      await withTable(make(pragma), "t", async (source, table) => expect(source.lend?.(table, ["c"])).toBeUndefined());
  });

  it("are refused where another program has changed the file since, or there are fewer", async () => {
    const path = made((database) => {
      database.exec(`CREATE TABLE t (${columns})`);
      fill(database, 200);
    });
    await withTable(path, "t", async (source, table) => {
      const lent = source.lend?.(table, ["name"]);
      const reader = new PageRowsReader();
      const into = sourceColumns({}, table.columns.slice(1, 2), 10);
      const [first, second] = [lent?.next(10), lent?.next(10)];
      expect(() => lent?.next(1000)).toThrow(/fewer rows/u);
      if (first === undefined || second === undefined) throw new Error("no rows");
      reader.read(first, into);
      const file = openSync(path, "r+");
      writeSync(file, Buffer.from([1, 2, 3, 4]), 0, 4, 24);
      closeSync(file);
      expect(() => reader.read(second, into)).toThrow(/was changed while/u);
    });
  });

  it("of a damaged file are an error or come to an end", async () => {
    const path = made((database) => {
      database.pragma("page_size = 512");
      database.exec(`CREATE TABLE t (${columns})`);
      fill(database, 120);
    });
    const whole = readFileSync(path);
    await withTable(path, "t", async (source, table) => {
      const names = table.columns.map(({ name }) => name);
      const lent = source.lend?.(table, names);
      const rows = lent?.next(90);
      if (rows === undefined) throw new Error("no rows");
      const other = join(folder, "damaged.sqlite");
      const damage = fc.array(fc.tuple(fc.integer({ min: 512, max: whole.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 40,
      });
      fc.assert(
        fc.property(damage, (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          writeFileSync(other, bytes);
          const file = openSync(other, "r");
          try {
            new PageRowsReader().read({ ...rows, file }, sourceColumns({}, table.columns, rows.count));
          } catch (error) {
            expect(error).toBeInstanceOf(SeedloomError);
          } finally {
            closeSync(file);
          }
        }),
        { numRuns: 100 },
      );
    });
  });
});
