import { streamOf, wordAt } from "../../shared/random/stream.ts";
import type { Redrawn } from "../../shared/api/views.ts";
import type { ByteBuffer } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { RangeEncoder } from "./encode-range.ts";
import { partRows, type RowRange } from "./ranges.ts";
import type { EncodedRange } from "./worker-pool.ts";

/** The rows of one table in one file. */
interface Part extends Pick<RowRange, "file" | "part"> {
  readonly from: number;
  readonly rows: number;
}

/**
 * Draws rows again, each by its number alone and with a reader of its own, and looks for their bytes in the pieces that a run
 * writes. Which rows is by chance, the last row of the largest table always among them.
 */
export class Redraw {
  readonly #job: CompiledJob;
  readonly #encoder: RangeEncoder;
  /** By file and part, in order. */
  readonly #asked: ReadonlyMap<string, readonly number[]>;
  readonly #out: ByteBuffer = { bytes: new Uint8Array(1024), length: 0 };
  #rows = 0;
  #same = 0;
  #furthest: Redrawn["furthest"];

  /** `most`: so many rows at the most. */
  constructor(job: CompiledJob, most: number) {
    this.#job = job;
    this.#encoder = new RangeEncoder(job);
    this.#asked = chosenRows(partsOf(job), most, job.plan.design.seed);
  }

  get result(): Redrawn {
    return {
      rows: this.#rows,
      same: this.#same,
      ...(this.#furthest === undefined ? {} : { furthest: this.#furthest }),
    };
  }

  look({ range, bytes, length }: Pick<EncodedRange, "range" | "bytes" | "length">): void {
    const { file, part, start, count } = range;
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, length);
    for (const row of this.#asked.get(`${file}.${part}`) ?? []) {
      if (row < start || row >= start + count) continue;
      this.#out.length = 0;
      this.#encoder.encode({ file, part, start: row, count: 1, first: false, last: false }, this.#out);
      this.#rows++;
      if (piece.includes(Buffer.from(this.#out.bytes.buffer, 0, this.#out.length))) this.#same++;
      const table = this.#job.files[file]?.holds[part]?.id ?? "";
      if (this.#furthest === undefined || row >= this.#furthest.row) this.#furthest = { table, row: row + 1 };
    }
  }
}

/** Where the bytes of a row stand by themselves: not in files that are put together in another way, nor where rows come from a source. */
function partsOf({ files, format }: CompiledJob): readonly Part[] {
  if (format.assembly !== undefined) return [];
  return files.flatMap((planned, file) =>
    partRows(planned).flatMap(({ from, to }, part) => {
      const masked = planned.holds[part]?.masked;
      return masked || to === from ? [] : [{ file, part, from, rows: to - from }];
    }),
  );
}

function chosenRows(parts: readonly Part[], most: number, seed: number): ReadonlyMap<string, readonly number[]> {
  const total = parts.reduce((sum, { rows }) => sum + rows, 0);
  const largest = parts.reduce<Part | undefined>(
    (best, part) => (best && best.rows >= part.rows ? best : part),
    undefined,
  );
  const chosen = new Set<number>();
  let offset = 0;
  for (const part of parts) {
    offset += part.rows;
    if (part === largest) chosen.add(offset - 1);
  }
  if (total <= most) for (let at = 0; at < total; at++) chosen.add(at);
  const { k0, k1 } = streamOf(seed, "rows that are drawn again");
  for (let draw = 0; chosen.size < Math.min(most, total); draw++) {
    const share = ((wordAt(k0, k1, draw, 0) >>> 0) * 2 ** 20 + (wordAt(k0, k1, draw, 1) >>> 12)) / 2 ** 52;
    chosen.add(Math.floor(share * total));
  }
  const found = new Map<string, number[]>();
  let begin = 0;
  const sorted = [...chosen].toSorted((a, b) => a - b);
  let next = 0;
  for (const { file, part, from, rows } of parts) {
    const own: number[] = [];
    for (; next < sorted.length && (sorted[next] ?? 0) < begin + rows; next++)
      own.push(from + (sorted[next] ?? 0) - begin);
    found.set(`${file}.${part}`, own);
    begin += rows;
  }
  return found;
}
