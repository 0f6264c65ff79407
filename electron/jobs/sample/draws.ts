/** Which rows are an exact share of a table: those that draw less than `draw`, and so many of those that draw just that. */
export interface ShareLimit {
  readonly draw: number;
  readonly ties: number;
}

/** The draws of all rows of a table, eight bytes each: its lowest are the share. */
export class Draws {
  #draws = new Float64Array(1024);
  #count = 0;

  add(draw: number): void {
    if (this.#count === this.#draws.length) {
      const more = new Float64Array(this.#count * 2);
      more.set(this.#draws);
      this.#draws = more;
    }
    this.#draws[this.#count++] = draw;
  }

  /** The limit under which are share × rows, rounded. */
  limit(share: number): ShareLimit {
    const taken = Math.round(share * this.#count);
    const sorted = this.#draws.subarray(0, this.#count).sort();
    const draw = sorted[taken - 1] ?? -1;
    return { draw, ties: taken === 0 ? 0 : taken - sorted.indexOf(draw) };
  }
}
