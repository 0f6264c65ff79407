import { compareKeys, type RowKey } from "../../../shared/plan/sample/sample-key.ts";

/** Keeps the `most` items with the lowest draws of all that are offered; equal draws go by their keys. */
export class Fewest<T> {
  readonly #most: number;
  #kept: { readonly draw: number; readonly key: RowKey; readonly item: T }[] = [];

  constructor(most: number) {
    this.#most = Math.max(0, most);
  }

  offer(draw: number, key: RowKey, item: T): void {
    this.#kept.push({ draw, key, item });
    // Sorting only now and then makes each offer cheap.
    if (this.#kept.length >= 2 * this.#most + 256) this.#cut();
  }

  /** Lowest draw first. */
  all(): readonly T[] {
    this.#cut();
    return this.#kept.map(({ item }) => item);
  }

  #cut(): void {
    this.#kept.sort((a, b) => a.draw - b.draw || compareKeys(a.key, b.key));
    if (this.#kept.length > this.#most) this.#kept = this.#kept.slice(0, this.#most);
  }
}
