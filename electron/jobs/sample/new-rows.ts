import type { Cell } from "../../../shared/vectors/vector.ts";

/** A row that was found in the last round, with its cells in the columns of its table's relations. */
export interface NewRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** It was not there before: what it refers to is still to be found. */
  readonly isNew: boolean;
  /** Its children are still to be found. */
  readonly descends: boolean;
}

/** The rows of a table that a round has found, without an object for each: a round may find a large part of a table. */
export class NewRows implements Iterable<NewRow> {
  readonly #width: number;
  readonly #numbers: number[] = [];
  readonly #cells: Cell[] = [];
  readonly #flags: number[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  push({ number, cells, isNew, descends }: NewRow): void {
    this.#numbers.push(number);
    this.#flags.push((isNew ? 1 : 0) + (descends ? 2 : 0));
    for (let k = 0; k < this.#width; k++) this.#cells.push(cells[k] ?? null);
  }

  *[Symbol.iterator](): Iterator<NewRow> {
    for (const [at, number] of this.#numbers.entries()) {
      const cells = this.#cells.slice(at * this.#width, (at + 1) * this.#width);
      const flags = this.#flags[at] ?? 0;
      yield { number, cells, isNew: flags % 2 === 1, descends: flags >= 2 };
    }
  }
}
