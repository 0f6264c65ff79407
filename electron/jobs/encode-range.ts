import { SourceWindow } from "../../shared/batches/source-rows.ts";
import { defaultBatchRows, tableReader } from "../../shared/batches/table-reader.ts";
import type { TableReader } from "../../shared/batches/batch.ts";
import type { ByteBuffer, TableEncoder } from "../../shared/encoders/encoder.ts";
import type { CompiledJob } from "./compile-job.ts";
import { encodeTarget } from "./encode-target.ts";
import { RowsAtHand, type FedRows } from "./fed-rows.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import { jobMasking, withoutValues } from "./job-masking.ts";
import type { RowRange } from "./ranges.ts";

/** What makes the rows of a table, for all files that it is in. */
interface TableRows {
  readonly reader: TableReader;
  /** What the rows of a masked table are read through, and what brings them to hand. */
  readonly masked?: { readonly window: SourceWindow; readonly rows: RowsAtHand };
}

interface Part extends TableRows {
  readonly encoder: TableEncoder;
  /** The table's row that the file begins with. */
  readonly firstRow: number;
}

/** Ranges come in the files' order, so the tables of the last few ranges are the ones to keep compiled. */
const kept = 3;

/** Generates and encodes row ranges of one job. */
export class RangeEncoder {
  readonly #job: CompiledJob;
  readonly #parts = new Map<string, Part>();
  readonly #tables = new Map<TableId, TableRows>();

  constructor(job: CompiledJob) {
    this.#job = job;
  }

  /** Appends the bytes of `range` to `out`; `rows` are the source's, for a table that is masked. */
  encode(range: RowRange, out: ByteBuffer, rows?: FedRows): void {
    const part = this.#part(range);
    const { masked } = part;
    if (masked === undefined) return this.#rows(range, part, out);
    try {
      this.#rows(range, part, out, rows);
    } catch (error) {
      throw withoutValues(error);
    }
  }

  #rows(range: RowRange, { reader, encoder, firstRow, masked }: Part, out: ByteBuffer, rows?: FedRows): void {
    if (range.first) encoder.header(out);
    const end = encoder.silent === true ? range.start : range.start + range.count;
    for (let row = range.start; row < end; row += reader.batchRows) {
      if (rows !== undefined) masked?.window.open(masked.rows.chunk(rows, row));
      const batch = reader.readRange(row, Math.min(reader.batchRows, end - row));
      encoder.rows(firstRow === 0 ? batch : { ...batch, start: batch.start - firstRow }, out);
    }
    encoder.flush?.(out);
    if (range.last) encoder.footer(out);
  }

  #part(range: RowRange): Part {
    const key = `${range.file}.${range.part}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const file = this.#job.files[range.file];
    const table = file?.holds[range.part];
    if (file === undefined || table === undefined) throw new RangeError(`The file plan has no part ${key}.`);
    const part: Part = {
      ...this.#table(table),
      encoder: this.#job.format.encoder(encodeTarget(this.#job, file, table)),
      firstRow: file.rows?.from ?? 0,
    };
    keepLast(this.#parts, key, part);
    return part;
  }

  #table(table: TablePlan): TableRows {
    const known = this.#tables.get(table.id);
    if (known !== undefined) return known;
    const batchRows = Math.max(1, Math.min(defaultBatchRows, table.rowCount));
    const { plan, masking } = this.#job;
    const window = table.masked && new SourceWindow(table, batchRows);
    const rows: TableRows = {
      reader: tableReader(plan, table.id, {
        batchRows,
        ...(masking === undefined ? {} : { masking: jobMasking(plan, masking, batchRows, window) }),
      }),
      ...(window === undefined ? {} : { masked: { window, rows: new RowsAtHand(table) } }),
    };
    keepLast(this.#tables, table.id, rows);
    return rows;
  }
}

function keepLast<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > kept && oldest.done !== true) map.delete(oldest.value);
}
