import { setImmediate as nextTurn } from "node:timers/promises";
import { keyReader, type RowKey } from "../../../shared/plan/sample/sample-key.ts";
import { findColumn, type ColumnModel, type TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../../drivers/driver.ts";
import type { SelectedRows } from "./selected-rows.ts";

/** A row as it is found: what tells it apart, and its cells in the columns that were asked for. */
export interface FoundRow {
  readonly key: RowKey;
  readonly cells: readonly Cell[];
}

/** Keys that a source is asked for at once. */
const keysAtOnce = 500;

/** The kinds of columns whose values a driver reads as the engine takes them back. */
const askable: ReadonlySet<string> = new Set(["integer", "decimal", "text", "uuid", "date"]);
const uuid = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i;

export interface KeysWanted {
  readonly columns: readonly ColumnModel[];
  /** As the source has them, by key. */
  readonly keys: ReadonlyMap<RowKey, readonly Cell[]>;
  /** Up to which part of the table's rows asking by keys is worth more than reading all. */
  readonly worth: number;
}

/** Reads rows of sampled tables, one read after another. */
export class RowReader {
  readonly #source: Source;
  readonly #signal: AbortSignal;
  readonly #counts = new Map<TableModel, number>();

  constructor(source: Source, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  /** How many rows a table has; Infinity where reading them is the only way to know. */
  async count(table: TableModel): Promise<number> {
    const known = this.#counts.get(table);
    if (known !== undefined) return known;
    const rows = (await this.#source.count?.(table)) ?? Infinity;
    this.#counts.set(table, rows);
    return rows;
  }

  /** The rows of a request, with a turn for others now and then: a file is read without a pause otherwise. */
  async *#read(request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[]> {
    let chunks = 0;
    for await (const chunk of this.#source.read(request)) {
      yield chunk;
      if (++chunks % 16 !== 0) continue;
      await nextTurn();
      this.#signal.throwIfAborted();
    }
  }

  /** All rows of a table, each with its key. */
  async *all(rows: SelectedRows, columns: readonly string[]): AsyncGenerator<readonly FoundRow[]> {
    const { table, identity } = rows;
    const asked = withIdentity(columns, identity);
    let place = 0;
    for await (const chunk of this.#read({ table, columns: asked.names, signal: this.#signal })) {
      const first = place;
      place += chunk.length;
      yield found(rows, asked, chunk, first);
    }
  }

  /** The rows for which the source's own condition is true. */
  async *where(rows: SelectedRows, columns: readonly string[], where: string): AsyncGenerator<readonly FoundRow[]> {
    const { table, identity } = rows;
    const signal = this.#signal;
    if (identity.length > 0) {
      const asked = withIdentity(columns, identity);
      for await (const chunk of this.#read({ table, columns: asked.names, where, signal }))
        yield found(rows, asked, chunk, 0);
      return;
    }
    // Without a key their place in the table tells rows apart: equal rows are all in, or all out.
    const names = table.columns.map(({ name }) => name);
    const wanted = new Set<string>();
    for await (const chunk of this.#read({ table, columns: names, where, signal }))
      for (const cells of chunk) wanted.add(wholeRow(cells));
    let place = 0;
    for await (const chunk of this.#read({ table, columns: names, signal })) {
      const first = place;
      place += chunk.length;
      const picked = columns.map((name) => names.indexOf(name));
      yield chunk.flatMap((cells, i): FoundRow[] =>
        wanted.has(wholeRow(cells)) ? [{ key: first + i, cells: picked.map((k) => cells[k] ?? null) }] : [],
      );
    }
  }

  /** The rows that have one of these keys in some of their columns, each with that key. */
  async *among(
    rows: SelectedRows,
    columns: readonly string[],
    wanted: KeysWanted,
  ): AsyncGenerator<readonly (FoundRow & { readonly by: RowKey })[]> {
    const all = [...columns, ...wanted.columns.map(({ name }) => name)];
    const by = keyReader(wanted.columns);
    const matching = (chunk: readonly FoundRow[]) =>
      chunk.flatMap(({ key, cells }) => {
        const found = by(cells.slice(columns.length));
        return found === undefined || !wanted.keys.has(found) ? [] : [{ key, cells, by: found }];
      });
    if (!(await this.canAsk(rows, wanted))) {
      for await (const chunk of this.all(rows, all)) yield matching(chunk);
      return;
    }
    const { table, identity } = rows;
    const asked = withIdentity(all, identity);
    const names = wanted.columns.map(({ name }) => name);
    for (const keys of inParts([...wanted.keys.values()].filter((key) => isAskable(wanted.columns, key)))) {
      const request = { table, columns: asked.names, among: { columns: names, keys }, signal: this.#signal };
      for await (const chunk of this.#read(request)) yield matching(found(rows, asked, chunk, 0));
    }
  }

  /** Whether the source is asked for these keys: else all rows of the table are read. */
  async canAsk(
    { table, identity }: SelectedRows,
    { columns, keys, worth }: Pick<KeysWanted, "columns" | "worth"> & { readonly keys: { readonly size: number } },
  ): Promise<boolean> {
    if (this.#source.selects !== true || identity.length === 0) return false;
    if (!columns.every(({ valueType }) => askable.has(valueType.kind))) return false;
    return keys.size <= (await this.count(table)) * worth;
  }
}

/** A value that is none of the column's type is none of its values; an engine may refuse to compare it. */
function isAskable(columns: readonly ColumnModel[], key: readonly Cell[]): boolean {
  return columns.every(({ valueType: { kind } }, k) => {
    const text = String(key[k] ?? "");
    if (kind === "integer") return /^-?\d{1,19}$/.test(text);
    if (kind === "decimal") return /^-?\d+(?:\.\d+)?$/.test(text);
    if (kind === "uuid") return uuid.test(text);
    return kind !== "date" || /^\d{4}-\d\d-\d\d$/.test(text);
  });
}

function* inParts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += keysAtOnce) yield items.slice(at, at + keysAtOnce);
}

interface Asked {
  readonly names: readonly string[];
  readonly columns: number;
}

/** The columns to read: those asked for, and behind them the key's. */
const withIdentity = (columns: readonly string[], identity: readonly ColumnModel[]): Asked => ({
  names: [...columns, ...identity.map(({ name }) => name)],
  columns: columns.length,
});

function found(
  { identity, keyOf }: SelectedRows,
  asked: Asked,
  chunk: readonly (readonly Cell[])[],
  first: number,
): readonly FoundRow[] {
  if (identity.length === 0) return chunk.map((cells, i) => ({ key: first + i, cells }));
  return chunk.flatMap((cells): FoundRow[] => {
    const key = keyOf(cells.slice(asked.columns));
    return key === undefined ? [] : [{ key, cells: cells.slice(0, asked.columns) }];
  });
}

const wholeRow = (cells: readonly Cell[]): string =>
  JSON.stringify(cells, (_, value: unknown) => (typeof value === "bigint" ? `n${value}` : value));

/** The columns of a table with these names, in their order. */
export const columnsNamed = (table: TableModel, names: readonly string[]): readonly ColumnModel[] =>
  names.flatMap((name) => findColumn(table, name) ?? []);
