import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import { vectorLike } from "../vectors/copy-vector.ts";
import { reserveBytes } from "../vectors/new-vector.ts";
import type { Cell, TextVector, BytesVector, Vector } from "../vectors/vector.ts";
import type { TablePlan } from "../plan/plan.ts";
import { sourceColumn, sourceVector, type SourceColumn, type SourceForm } from "./source-column.ts";

/** Consecutive rows of a table in the source, by columns. Plain data: it crosses to the workers as it is. */
export interface SourceChunk {
  /** 0-based number of the first row. */
  readonly start: number;
  readonly count: number;
  readonly columns: Readonly<Record<string, Vector>>;
}

/** Rows of the source as a reader of a masked table sees them. Its vectors are its own, and change with each load. */
export interface SourceRows {
  /** How many rows the table has. */
  readonly rows: number;
  vector(column: string): Vector;
  /** Fills the vectors with these rows. Throws a RangeError where one of them is not at hand: no other row takes its place. */
  load(rows: Float64Array, count: number): void;
}

/** The form in which a column of a masked table is read: masks and what they look at are typed, what is kept is exact. */
function sourceForm({ masked }: Pick<TablePlan, "masked">, column: string): SourceForm {
  return masked?.get(column) ? "typed" : "exact";
}

/** Makes a chunk of rows as a driver reads them: each as many cells as `columns`. */
export function sourceChunk(
  table: Pick<TablePlan, "masked">,
  columns: readonly ColumnModel[],
  start: number,
  rows: readonly (readonly Cell[])[],
): SourceChunk {
  const made = sourceColumns(table, columns, rows.length);
  for (const [i, cells] of rows.entries()) for (const [k, column] of made.entries()) column.put(i, cells[k] ?? null);
  return chunkOf(columns, made, start, rows.length);
}

/** What takes up to `rows` cells of each of these columns. */
export const sourceColumns = (
  table: Pick<TablePlan, "masked">,
  columns: readonly ColumnModel[],
  rows: number,
): readonly SourceColumn[] => columns.map((column) => sourceColumn(column, sourceForm(table, column.name), rows));

/** The chunk of rows that were put into `made`, which stands in the order of `columns`. */
export const chunkOf = (
  columns: readonly ColumnModel[],
  made: readonly SourceColumn[],
  start: number,
  count: number,
): SourceChunk => ({
  start,
  count,
  columns: Object.fromEntries(columns.flatMap(({ name }, k) => (made[k] ? [[name, made[k].vector]] : []))),
});

/** A window over one chunk after another: what a reader takes its rows from. */
export class SourceWindow implements SourceRows {
  readonly rows: number;
  readonly #table: TableModel;
  readonly #form: (column: string) => SourceForm;
  readonly #batchRows: number;
  readonly #vectors = new Map<string, Vector>();
  #chunk: SourceChunk | undefined;

  constructor(plan: Pick<TablePlan, "table" | "masked" | "rowCount">, batchRows: number, chunk?: SourceChunk) {
    this.rows = plan.rowCount;
    this.#table = plan.table;
    this.#form = (column) => sourceForm(plan, column);
    this.#batchRows = batchRows;
    this.#chunk = chunk;
  }

  open(chunk: SourceChunk): void {
    this.#chunk = chunk;
  }

  vector(name: string): Vector {
    const known = this.#vectors.get(name);
    if (known !== undefined) return known;
    const column = this.#table.columns.find((one) => one.name === name);
    if (column === undefined) throw new RangeError(`No column ${name} in ${this.#table.id}.`);
    const vector = sourceVector(column.valueType, this.#form(name), this.#batchRows);
    this.#vectors.set(name, vector);
    return vector;
  }

  load(rows: Float64Array, count: number): void {
    const chunk = this.#chunk;
    const start = chunk?.start ?? 0;
    const end = start + (chunk?.count ?? 0);
    let consecutive = true;
    for (let i = 0; i < count; i++) {
      const row = rows[i] ?? -1;
      if (row < start || row >= end) throw new RangeError(`Row ${row} of ${this.#table.id} is not at hand.`);
      consecutive &&= row === (rows[0] ?? 0) + i;
    }
    for (const [name, to] of this.#vectors) {
      const from = chunk?.columns[name];
      if (count === 0) to.hasNulls = false;
      else if (from?.kind !== to.kind) throw new RangeError(`${this.#table.id}.${name} was not read.`);
      else if (consecutive) copyRange(from, (rows[0] ?? 0) - start, to, count);
      else gather(from, rows, start, to, count);
    }
  }
}

function copyRange(from: Vector, first: number, to: Vector, count: number): void {
  const end = first + count;
  to.hasNulls = from.hasNulls;
  if (from.hasNulls) to.nulls.set(from.nulls.subarray(first, end));
  if (isTextual(from) && isTextual(to)) {
    const base = from.offsets[first] ?? 0;
    const last = from.offsets[end] ?? 0;
    reserveBytes(to, last - base).set(from.bytes.subarray(base, last));
    for (let i = 0; i <= count; i++) to.offsets[i] = (from.offsets[first + i] ?? 0) - base;
  } else if (from.kind === "bigint" && to.kind === "bigint") to.values.set(from.values.subarray(first, end));
  else if (isNumeric(from) && isNumeric(to)) to.values.set(from.values.subarray(first, end));
}

function gather(from: Vector, rows: Float64Array, start: number, to: Vector, count: number): void {
  to.hasNulls = from.hasNulls;
  for (let i = 0; i < count; i++) {
    const k = (rows[i] ?? 0) - start;
    to.nulls[i] = from.nulls[k] ?? 0;
    if (isTextual(from) && isTextual(to)) {
      const cell = from.bytes.subarray(from.offsets[k] ?? 0, from.offsets[k + 1] ?? 0);
      const at = to.offsets[i] ?? 0;
      reserveBytes(to, at + cell.length).set(cell, at);
      to.offsets[i + 1] = at + cell.length;
    } else if (from.kind === "bigint" && to.kind === "bigint") to.values[i] = from.values[k] ?? 0n;
    else if (isNumeric(from) && isNumeric(to)) to.values[i] = from.values[k] ?? 0;
  }
}

const isTextual = (vector: Vector): vector is TextVector | BytesVector =>
  vector.kind === "text" || vector.kind === "bytes";

type NumericVector = Exclude<Extract<Vector, { readonly values: unknown }>, { readonly kind: "bigint" }>;
const isNumeric = (vector: Vector): vector is NumericVector => "values" in vector && vector.kind !== "bigint";

/** Chunks that follow each other as one: a whole column held in memory. */
export function joinChunks(chunks: readonly SourceChunk[]): SourceChunk {
  const [first] = chunks;
  const count = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
  const columns = Object.entries(first?.columns ?? {}).map(([name, sample]) => {
    const whole = vectorLike(sample, count);
    let at = 0;
    let bytes = 0;
    for (const chunk of chunks) {
      const part = chunk.columns[name];
      if (part === undefined) continue;
      whole.hasNulls ||= part.hasNulls;
      if (part.hasNulls) whole.nulls.set(part.nulls.subarray(0, chunk.count), at);
      if (isTextual(part) && isTextual(whole)) {
        const length = part.offsets[chunk.count] ?? 0;
        reserveBytes(whole, bytes + length).set(part.bytes.subarray(0, length), bytes);
        for (let i = 1; i <= chunk.count; i++) whole.offsets[at + i] = bytes + (part.offsets[i] ?? 0);
        bytes += length;
      } else if (part.kind === "bigint" && whole.kind === "bigint")
        whole.values.set(part.values.subarray(0, chunk.count), at);
      else if (isNumeric(part) && isNumeric(whole)) whole.values.set(part.values.subarray(0, chunk.count), at);
      at += chunk.count;
    }
    return [name, whole] as const;
  });
  return { start: first?.start ?? 0, count, columns: Object.fromEntries(columns) };
}
