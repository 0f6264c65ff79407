import { SourceWindow, type SourceChunk } from "../../shared/batches/source-rows.ts";
import { defaultBatchRows, tableReader } from "../../shared/batches/table-reader.ts";
import type { TableReader } from "../../shared/batches/batch.ts";
import type { ByteBuffer, TableEncoder } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { encodeTarget } from "./encode-target.ts";
import { jobMasking, withoutValues } from "./job-masking.ts";
import type { RowRange } from "./ranges.ts";

interface Part {
  readonly reader: TableReader;
  readonly encoder: TableEncoder;
  /** What the rows of a masked table are read through. */
  readonly window?: SourceWindow;
}

/** Ranges come in the files' order, so the tables of the last few ranges are the ones to keep compiled. */
const keptParts = 3;

/** Generates and encodes row ranges of one job. */
export class RangeEncoder {
  readonly #job: CompiledJob;
  readonly #parts = new Map<string, Part>();

  constructor(job: CompiledJob) {
    this.#job = job;
  }

  /** Appends the bytes of `range` to `out`; `rows` are the source's, for a table that is masked. */
  encode(range: RowRange, out: ByteBuffer, rows?: SourceChunk): void {
    const { reader, encoder, window } = this.#part(range);
    if (window === undefined) return this.#rows(range, reader, encoder, out);
    if (rows !== undefined) window.open(rows);
    try {
      this.#rows(range, reader, encoder, out);
    } catch (error) {
      throw withoutValues(error);
    }
  }

  #rows(range: RowRange, reader: TableReader, encoder: TableEncoder, out: ByteBuffer): void {
    if (range.first) encoder.header(out);
    const end = range.start + range.count;
    for (let row = range.start; row < end; row += reader.batchRows) {
      encoder.rows(reader.readRange(row, Math.min(reader.batchRows, end - row)), out);
    }
    if (range.last) encoder.footer(out);
  }

  #part(range: RowRange): Part {
    const key = `${range.file}.${range.part}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const file = this.#job.files[range.file];
    const table = file?.holds[range.part];
    if (file === undefined || table === undefined) throw new RangeError(`The file plan has no part ${key}.`);
    const batchRows = Math.max(1, Math.min(defaultBatchRows, table.rowCount));
    const { plan, masking } = this.#job;
    const window = table.masked && new SourceWindow(table, batchRows);
    const part: Part = {
      reader: tableReader(plan, table.id, {
        batchRows,
        ...(masking === undefined ? {} : { masking: jobMasking(plan, masking, batchRows, window) }),
      }),
      ...(window === undefined ? {} : { window }),
      encoder: this.#job.format.encoder(encodeTarget(this.#job, file, table)),
    };
    this.#parts.set(key, part);
    const oldest = this.#parts.keys().next().value;
    if (this.#parts.size > keptParts && oldest !== undefined) this.#parts.delete(oldest);
    return part;
  }
}
