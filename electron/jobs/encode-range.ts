import { defaultBatchRows, tableReader } from "../../shared/batches/table-reader.ts";
import type { TableReader } from "../../shared/batches/batch.ts";
import type { ByteBuffer, TableEncoder } from "../../shared/encoders/encoder.ts";
import type { SqlDialectId } from "../../shared/project/project.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { RowRange } from "./ranges.ts";

interface Part {
  readonly reader: TableReader;
  readonly encoder: TableEncoder;
}

/** Ranges come in the files' order, so the tables of the last few ranges are the ones to keep compiled. */
const keptParts = 3;

/** Generates and encodes row ranges of one job. */
export class RangeEncoder {
  readonly #job: CompiledJob;
  readonly #dialect: SqlDialectId;
  readonly #parts = new Map<string, Part>();

  constructor(job: CompiledJob, dialect: SqlDialectId) {
    this.#job = job;
    this.#dialect = dialect;
  }

  /** Appends the bytes of `range` to `out`. */
  encode(range: RowRange, out: ByteBuffer): void {
    const { reader, encoder } = this.#part(range);
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
    const holds = this.#job.files[range.file]?.holds ?? [];
    const table = holds[range.part];
    if (table === undefined) throw new RangeError(`The file plan has no part ${key}.`);
    const part = {
      reader: tableReader(this.#job.plan, table.id, {
        batchRows: Math.max(1, Math.min(defaultBatchRows, table.rowCount)),
      }),
      encoder: this.#job.format.encoder({
        table: table.table,
        columns: table.written,
        rowCount: table.rowCount,
        dialect: this.#dialect,
        defaultSchema: this.#job.plan.design.model.defaultSchema,
        ...(holds.length > 1 ? { ring: { first: range.part === 0, last: range.part === holds.length - 1 } } : {}),
      }),
    };
    this.#parts.set(key, part);
    const oldest = this.#parts.keys().next().value;
    if (this.#parts.size > keptParts && oldest !== undefined) this.#parts.delete(oldest);
    return part;
  }
}
