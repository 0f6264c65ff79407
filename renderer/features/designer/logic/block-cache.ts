import type { PreviewPage } from "../../../../shared/api/views.ts";

/**
 * What the preview last saw of each block of rows, whatever the revision: shown until the block of the present revision
 * arrives, so that an edit never blanks the grid. Holds the blocks used last.
 */
export class BlockCache {
  readonly #pages = new Map<string, PreviewPage>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(session: string, table: string, block: number): PreviewPage | undefined {
    return this.#pages.get(key(session, table, block));
  }

  put(session: string, block: number, page: PreviewPage): void {
    const name = key(session, page.table, block);
    const known = this.#pages.get(name);
    // An answer that was overtaken by a later edit's must not replace it.
    if (known && known.revision > page.revision) return;
    this.#pages.delete(name);
    this.#pages.set(name, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.#limit) break;
      this.#pages.delete(oldest);
    }
  }

  get size(): number {
    return this.#pages.size;
  }
}

const key = (session: string, table: string, block: number): string => `${session}\n${table}\n${block}`;

/** The blocks of `size` rows that the rows first … first + visible − 1 touch. */
export function blocksOf(first: number, visible: number, rowCount: number, size: number): readonly number[] {
  if (rowCount === 0) return [];
  const from = Math.floor(first / size);
  const to = Math.floor(Math.min(rowCount - 1, first + Math.max(1, Math.ceil(visible)) - 1) / size);
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
}

/** Rows of a block: small ones for wide tables, so that an answer stays near ten thousand cells. */
export function blockRows(columns: number): number {
  if (columns <= 100) return 100;
  return columns <= 400 ? 50 : 25;
}
