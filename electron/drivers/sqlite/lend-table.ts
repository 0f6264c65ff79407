import Database from "better-sqlite3";
import { readSync } from "node:fs";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { LentTable } from "../driver.ts";
import { headerSize } from "./file-state.ts";
import { changeOffset, leafKind, type PageColumn, type PageRows } from "./page-rows.ts";

const innerKind = 5;
/** A tree of pages with a fan-out of two would hold more than a file can. */
const mostDepth = 64;

/** A column as SQLite's own catalogue has it. */
interface StoredColumn {
  readonly name: string;
  readonly type: string;
  readonly dflt_value: string | null;
  readonly pk: number;
  /** Not 0 of generated and hidden columns. */
  readonly hidden: number;
}

/**
 * Says where the rows of a table lie in a file, for other threads. Only of tables in the order of an INTEGER PRIMARY KEY, which
 * is how their tree lies, in a database of UTF-8 and without generated columns; undefined for others. `database` is in a transaction, `file`
 * the descriptor of its file.
 */
export function lendTable(
  database: Database.Database,
  file: number,
  table: TableModel,
  columns: readonly string[],
): LentTable | undefined {
  if (database.pragma("encoding", { simple: true }) !== "UTF-8") return undefined;
  const root = rootOf(database, table.name);
  const stored = database
    .prepare<[string], StoredColumn>("SELECT * FROM pragma_table_xinfo(?, 'main')")
    .all(table.name);
  const key = stored.filter(({ pk }) => pk > 0);
  // A primary key that is not the rows' own number has an index.
  const indexes = database
    .prepare<[string], { origin: string }>("SELECT origin FROM pragma_index_list(?, 'main')")
    .all(table.name);
  const numbered = key.length === 1 && table.primaryKey.length === 1 && !indexes.some(({ origin }) => origin === "pk");
  if (root === undefined || !numbered || stored.some(({ hidden }) => hidden !== 0)) return undefined;
  const wanted = columns.map((name): PageColumn | undefined => {
    const place = stored.findIndex((column) => column.name === name);
    const column = stored[place];
    const missing = column && missingCell(column);
    return missing === undefined || column === undefined ? undefined : { name, place, rowid: column.pk > 0, missing };
  });
  if (wanted.includes(undefined)) return undefined;
  return new PageTable(
    table.id,
    file,
    root,
    wanted.filter((column) => column !== undefined),
  );
}

/** The first page of a table of rows; undefined of views, virtual tables and tables without row numbers. */
function rootOf(database: Database.Database, name: string): number | undefined {
  const found = database
    .prepare<[string], { rootpage: number }>(
      "SELECT s.rootpage FROM main.sqlite_schema s JOIN pragma_table_list(s.name) l ON l.schema = 'main' AND l.type = 'table' AND l.wr = 0 WHERE s.type = 'table' AND s.name = ? COLLATE NOCASE",
    )
    .get(name);
  return found !== undefined && found.rootpage > 1 ? found.rootpage : undefined;
}

/** What a row has that is older than the column; undefined where that cannot be told. */
function missingCell({ dflt_value: given, type }: StoredColumn): Cell | undefined {
  if (given === null) return null;
  const database = new Database(":memory:");
  try {
    database.exec(`CREATE TABLE t (k, c ${type === "" ? "" : sqlite.identifier(type)} DEFAULT ${given})`);
    database.exec("INSERT INTO t (k) VALUES (1)");
    const cell = database.prepare<[], Cell>("SELECT c FROM t").pluck().safeIntegers().get() ?? null;
    return typeof cell === "bigint" && Number.isSafeInteger(Number(cell)) ? Number(cell) : cell;
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

interface Leaf {
  readonly page: number;
  readonly rows: number;
}

class PageTable implements LentTable {
  readonly #id: string;
  readonly #leaves: Iterator<Leaf>;
  readonly #frame: Pick<PageRows, "file" | "pageSize" | "usable" | "change" | "columns">;
  /** The leaf whose rows come next, and how many of them were told. */
  #leaf: Leaf = { page: 0, rows: 0 };
  #told = 0;

  constructor(id: string, file: number, root: number, columns: readonly PageColumn[]) {
    this.#id = id;
    const header = this.#read(file, 0, headerSize);
    const size = header.readUInt16BE(16);
    const pageSize = size === 1 ? 65_536 : size;
    const usable = pageSize - (header[20] ?? 0);
    this.#frame = { file, pageSize, usable, change: header.readUInt32BE(changeOffset), columns };
    this.#leaves = this.#walk(root, 0);
  }

  next(count: number): PageRows {
    const pages: number[] = [];
    const skip = this.#told < this.#leaf.rows ? this.#told : 0;
    for (let found = 0; found < count;) {
      if (this.#told === this.#leaf.rows) {
        const leaf = this.#leaves.next();
        if (leaf.done === true) throw this.#short();
        this.#leaf = leaf.value;
        this.#told = 0;
      }
      const taken = Math.min(count - found, this.#leaf.rows - this.#told);
      if (taken > 0) pages.push(this.#leaf.page);
      this.#told += taken;
      found += taken;
    }
    return { ...this.#frame, pages: Uint32Array.from(pages), skip, count };
  }

  *#walk(page: number, depth: number): Generator<Leaf, void, undefined> {
    const { file, pageSize } = this.#frame;
    if (depth > mostDepth || page < 1) throw this.#short();
    const at = (page - 1) * pageSize;
    const head = this.#read(file, at, 12);
    const cells = head.readUInt16BE(3);
    if (head[0] === leafKind) return yield { page, rows: cells };
    if (head[0] !== innerKind || 12 + 2 * cells > pageSize) throw this.#short();
    const whole = this.#read(file, at, pageSize);
    for (let cell = 0; cell < cells; cell++) {
      const pointer = whole.readUInt16BE(12 + 2 * cell);
      if (pointer + 4 > pageSize) throw this.#short();
      yield* this.#walk(whole.readUInt32BE(pointer), depth + 1);
    }
    yield* this.#walk(head.readUInt32BE(8), depth + 1);
  }

  #read(file: number, at: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(file, bytes, 0, length, at) < length) throw this.#short();
    return bytes;
  }

  #short(): SeedloomError {
    const message = `${this.#id} has fewer rows than it had when it was counted.`;
    return new SeedloomError("source-unreadable", message, "Nothing was written. Start again.");
  }
}
