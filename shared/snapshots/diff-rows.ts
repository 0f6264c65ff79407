import type { Cell } from "../vectors/vector.ts";

/** A row that differs, by its key; of a changed one the columns that do. Texts, as they are shown. */
export interface RowChange {
  readonly kind: "added" | "removed" | "changed";
  readonly key: readonly string[];
  readonly cells: readonly { readonly column: string; readonly before?: string; readonly after?: string }[];
}

/** What differs between two states of one table. */
export interface TableDiff {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Changed rows by the column that changed. */
  readonly columns: Readonly<Record<string, number>>;
  /** The first of each kind. */
  readonly samples: readonly RowChange[];
}

/** Two states of one database, and what only one of them has. */
export interface SnapshotDiff {
  readonly tables: readonly TableDiff[];
  /** Tables, and columns as table.column, that are not in both: they are not compared. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** A cell as it is compared and shown. */
function shownCell(cell: Cell): string {
  if (cell === null) return "NULL";
  if (!(cell instanceof Uint8Array)) return String(cell);
  return `0x${Array.from(cell, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** More rows wait for their like than may be held: look at fewer keys at a time. */
export class TooManyWaiting extends Error {}

interface Row {
  readonly key: readonly string[];
  readonly cells: readonly string[];
}

const shownSamples = 10;

/**
 * Pairs the rows of two states by their keys, whatever order they come in, and holds those only that still wait for the other.
 * Rows of a table without a key are pairs where all their cells are equal.
 */
export class RowMatcher {
  readonly #columns: readonly string[];
  readonly #keyOf: readonly number[];
  readonly #most: number;
  readonly #waiting = { before: new Map<string, Row[]>(), after: new Map<string, Row[]>() };
  #held = 0;
  #changed = 0;
  #unchanged = 0;
  readonly #byColumn = new Map<string, number>();
  readonly #samples: RowChange[] = [];

  /** `keyOf`: the places of the key's columns; all columns where there is no key. At most `most` rows wait. */
  constructor(columns: readonly string[], keyOf: readonly number[], most: number) {
    this.#columns = columns;
    this.#keyOf = keyOf;
    this.#most = most;
  }

  /** The text by which rows are paired. */
  keyText(cells: readonly Cell[]): string {
    return JSON.stringify(this.#keyOf.map((k) => shownCell(cells[k] ?? null)));
  }

  take(side: "before" | "after", keyText: string, cells: readonly Cell[]): void {
    const texts = cells.map(shownCell);
    const row: Row = { key: this.#keyOf.map((k) => texts[k] ?? ""), cells: texts };
    const others = this.#waiting[side === "before" ? "after" : "before"];
    const found = others.get(keyText);
    const other = found?.pop();
    if (other === undefined) {
      const mine = this.#waiting[side];
      const rows = mine.get(keyText);
      if (rows === undefined) mine.set(keyText, [row]);
      else rows.push(row);
      if (++this.#held > this.#most) throw new TooManyWaiting();
      return;
    }
    if (found?.length === 0) others.delete(keyText);
    this.#held--;
    this.#pair(side === "before" ? row : other, side === "before" ? other : row);
  }

  /** What was found; rows that found no like were added or removed. */
  result(): Omit<TableDiff, "table"> {
    const removed = [...this.#waiting.before.values()].flat();
    const added = [...this.#waiting.after.values()].flat();
    const lone = (kind: "added" | "removed", { key, cells }: Row): RowChange => ({
      kind,
      key,
      cells: this.#columns.map((column, k) => ({
        column,
        ...(kind === "added" ? { after: cells[k] ?? "" } : { before: cells[k] ?? "" }),
      })),
    });
    return {
      added: added.length,
      removed: removed.length,
      changed: this.#changed,
      unchanged: this.#unchanged,
      columns: Object.fromEntries(this.#byColumn),
      samples: [
        ...added.slice(0, shownSamples).map((row) => lone("added", row)),
        ...removed.slice(0, shownSamples).map((row) => lone("removed", row)),
        ...this.#samples,
      ],
    };
  }

  #pair(before: Row, after: Row): void {
    const cells = this.#columns.flatMap((column, k) =>
      before.cells[k] === after.cells[k]
        ? []
        : [{ column, before: before.cells[k] ?? "", after: after.cells[k] ?? "" }],
    );
    if (cells.length === 0) {
      this.#unchanged++;
      return;
    }
    this.#changed++;
    for (const { column } of cells) this.#byColumn.set(column, (this.#byColumn.get(column) ?? 0) + 1);
    if (this.#samples.length < shownSamples) this.#samples.push({ kind: "changed", key: after.key, cells });
  }
}

/** Two findings on disjoint keys of one table as one. */
export function joinDiffs(diffs: readonly Omit<TableDiff, "table">[]): Omit<TableDiff, "table"> {
  const columns: Record<string, number> = {};
  for (const diff of diffs)
    for (const [name, count] of Object.entries(diff.columns)) columns[name] = (columns[name] ?? 0) + count;
  const sum = (of: (diff: Omit<TableDiff, "table">) => number): number => diffs.reduce((all, one) => all + of(one), 0);
  const kinds = ["added", "removed", "changed"] as const;
  return {
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed),
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    columns,
    samples: kinds.flatMap((kind) =>
      diffs.flatMap(({ samples }) => samples.filter((one) => one.kind === kind)).slice(0, shownSamples),
    ),
  };
}
