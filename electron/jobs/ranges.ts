import type { PlannedFile } from "./file-plan.ts";
import type { Shard } from "./job-spec.ts";

/** Consecutive rows of one table, encoded as one piece of a file. */
export interface RowRange {
  /** Index into the file plan. */
  readonly file: number;
  /** Index into the file's `holds`. */
  readonly part: number;
  readonly start: number;
  readonly count: number;
  /** The piece has the bytes before the table's first row, and those behind its last. */
  readonly first: boolean;
  readonly last: boolean;
}

/** About what a piece should have: caches hold it, and messages are few (PERFORMANCE.md, section 8). */
export const pieceBytes = 768 * 1024;
const firstRows = 64;
const mostRows = 65_536;

/** What of one table a run writes into a file. */
export interface PartRows {
  /** Rows from … to − 1. */
  readonly from: number;
  readonly to: number;
  /** With the bytes before the table's first row, and those behind its last. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * What a shard writes of each table that a file holds. The rows of all of them in order are cut into contiguous parts, so
 * that the shards' files, one after another, are the whole file; its first bytes are with shard 1, its last with the last.
 */
export function partRows(file: PlannedFile, shard: Shard = { index: 1, count: 1 }): readonly PartRows[] {
  const [begins, ends] = [file.rows?.from ?? 0, file.rows?.to];
  const counts = file.holds.map(({ rowCount }) => (ends ?? rowCount) - begins);
  const total = counts.reduce((sum, rows) => sum + rows, 0);
  const cut = (part: number): number => Number((BigInt(total) * BigInt(part)) / BigInt(shard.count));
  const from = cut(shard.index - 1);
  const to = cut(shard.index);
  let offset = 0;
  return counts.map((rows, part) => {
    const begin = offset;
    const end = (offset += rows);
    const within = (row: number): number => begins + Math.min(Math.max(row - begin, 0), rows);
    const last = shard.index === shard.count;
    const opens = part === 0 ? shard.index === 1 : from <= begin && (begin < to || (begin === total && last));
    return {
      from: within(from),
      to: within(to),
      opens,
      closes: part === counts.length - 1 ? last : rows === 0 ? opens : from < end && end <= to,
    };
  });
}

/** The rows that a run writes into a file. */
export const fileRows = (file: PlannedFile, shard: Shard | undefined): number =>
  partRows(file, shard).reduce((sum, { from, to }) => sum + to - from, 0);

type BytesPerRow = (file: number, part: number) => number | undefined;

/**
 * The pieces of all files in order. How many rows a piece has follows from the bytes of earlier pieces of its table, as
 * `bytesPerRow` knows them when the piece is asked for; the bytes of the file do not depend on it.
 */
export function* rowRanges(
  files: readonly PlannedFile[],
  shard: Shard | undefined,
  bytesPerRow: BytesPerRow,
  pieceRows: (file: PlannedFile) => number | undefined = () => undefined,
): Generator<RowRange, void, undefined> {
  for (const [file, planned] of files.entries()) {
    yield* fileRanges(file, planned, shard, bytesPerRow, pieceRows(planned));
  }
}

/**
 * The pieces of one file; `file` is its index in the file plan, `pieceRows` the rows of each piece where the bytes depend on
 * them. A file that is cut by its bytes can be cut between any two pieces, and what opens and closes its parts is in none.
 */
export function* fileRanges(
  file: number,
  planned: PlannedFile,
  shard: Shard | undefined,
  bytesPerRow: BytesPerRow,
  pieceRows?: number,
): Generator<RowRange, void, undefined> {
  const cut = planned.cutBytes !== undefined;
  for (const [part, { from, to, opens, closes }] of partRows(planned, shard).entries()) {
    if (from === to && !opens && !closes) continue;
    let unknown = firstRows;
    let start = from;
    do {
      const known = bytesPerRow(file, part);
      const rows = known === undefined ? unknown : Math.max(1, Math.round(pieceBytes / Math.max(1, known)));
      const count = Math.min(pieceRows ?? Math.min(rows, mostRows), to - start);
      unknown *= 2;
      const first = opens && start === from && !cut;
      yield { file, part, start, count, first, last: closes && start + count === to && !cut };
      start += count;
    } while (start < to);
  }
}
