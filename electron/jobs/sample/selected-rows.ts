import { keyReader, type RowKey } from "../../../shared/plan/sample/sample-key.ts";
import type { ColumnModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";

/** Why a row is in the sample: chosen itself, or through a relation from a row that was there before. */
export type Reason =
  | { readonly kind: "drawn" }
  | { readonly kind: "picked" }
  | {
      readonly kind: "child" | "parent";
      /** Its place in the plan's relations. */
      readonly relation: number;
      /** The row at the other end, by its number in that table's selected rows. */
      readonly from: number;
    };

/**
 * The rows of one table that are taken, numbered as they were found. Of a row its key and its reason are held; where the table
 * has no key, rows are told apart by their place in the table.
 */
export class SelectedRows {
  readonly table: TableModel;
  /** The columns that tell rows apart; none where their place does. */
  readonly identity: readonly ColumnModel[];
  readonly keyOf: (cells: readonly Cell[]) => RowKey | undefined;
  readonly #numbers = new Map<RowKey, number>();
  readonly #keys: RowKey[] = [];
  /** As the source has them; not kept where the key itself says them. */
  readonly #cells: (readonly Cell[])[] = [];
  readonly #plain: boolean;
  #chosen = 0;
  readonly #reasons = new Numbers();
  readonly #origins = new Numbers();
  readonly #descending = new Numbers();

  constructor(table: TableModel) {
    this.table = table;
    this.identity = identityOf(table);
    // Two rows are one only where they are so to the letter, whatever the columns compare alike.
    this.keyOf = keyReader(
      this.identity.map(({ name, type, valueType, nullable }) => ({ name, type, valueType, nullable })),
    );
    this.#plain = this.identity.length === 1 && this.identity[0]?.valueType.kind === "integer";
  }

  get size(): number {
    return this.#keys.length;
  }

  /** How many of them the table's own sample has chosen. */
  get chosen(): number {
    return this.#chosen;
  }

  numberOf(key: RowKey): number | undefined {
    return this.#numbers.get(key);
  }

  keyAt(number: number): RowKey {
    const key = this.#keys[number];
    if (key === undefined) throw new RangeError(`No row ${number} of ${this.table.id} is in the sample.`);
    return key;
  }

  /** The cells of its identity, as a source is asked for them. */
  cellsAt(number: number): readonly Cell[] {
    return this.#plain ? [this.keyAt(number)] : (this.#cells[number] ?? []);
  }

  /** Adds a row that is not there yet, and answers with its number. */
  add(key: RowKey, cells: readonly Cell[], reason: Reason, descending: boolean): number {
    const number = this.#keys.length;
    this.#numbers.set(key, number);
    this.#keys.push(key);
    if (!this.#plain && this.identity.length > 0) this.#cells.push(cells);
    if (reason.kind === "drawn" || reason.kind === "picked") this.#chosen++;
    const relation = "relation" in reason ? reason.relation : 0;
    this.#reasons.push(relation * 4 + kinds.indexOf(reason.kind));
    this.#origins.push("from" in reason ? reason.from : 0);
    this.#descending.push(descending ? 1 : 0);
    return number;
  }

  /** Whether the row brings its children, and not only what it refers to. */
  isDescending(number: number): boolean {
    return this.#descending.at(number) === 1;
  }

  descend(number: number): void {
    this.#descending.set(number, 1);
  }

  reasonOf(number: number): Reason {
    const packed = this.#reasons.at(number);
    const kind = kinds[packed % 4] ?? "drawn";
    if (kind === "drawn" || kind === "picked") return { kind };
    return { kind, relation: Math.floor(packed / 4), from: this.#origins.at(number) };
  }
}

const kinds = ["drawn", "picked", "child", "parent"] as const;

/** A list of whole numbers below 2^32, four bytes each. */
class Numbers {
  #values = new Uint32Array(64);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const more = new Uint32Array(this.#length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

/** The primary key, or a unique constraint over columns that are never NULL. */
function identityOf(table: TableModel): readonly ColumnModel[] {
  const uniques = table.uniques.filter(
    ({ where, expressions, prefixes }) => where === undefined && expressions === undefined && prefixes === undefined,
  );
  for (const names of [table.primaryKey, ...uniques.map(({ columns }) => columns)]) {
    const columns = names.flatMap((name) => table.columns.filter((column) => column.name === name && !column.nullable));
    if (names.length > 0 && columns.length === names.length) return columns;
  }
  return [];
}
