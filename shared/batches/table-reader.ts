import type { Kernel } from "../generators/generator.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { streamOf } from "../random/stream.ts";
import type { ColumnModel, TableId } from "../schema/schema-model.ts";
import type { Vector } from "../vectors/vector.ts";
import type { Batch, TableReader } from "./batch.ts";
import { compileColumn, nullKernel } from "./column-kernel.ts";
import { relationReader, type PickedParents } from "./relation-reader.ts";

export interface TableReaderOptions {
  /** The columns to read; all written ones by default. */
  readonly columns?: readonly string[];
  /** The most rows of one read. */
  readonly batchRows?: number;
}

/** Rows of a batch: with some twelve columns about 0.3 MB, which the caches hold. */
export const defaultBatchRows = 2048;

/**
 * Compiles the columns of one table into kernels and reads rows with them. A foreign key's column is read from a reader of
 * the parent table, at the parent rows that the relation picked: no parent is held in memory, and none is generated first.
 */
export function tableReader(plan: Plan, table: TableId, options: TableReaderOptions = {}): TableReader {
  return newReader(plan, table, options.columns, options.batchRows ?? defaultBatchRows, []);
}

/** `path` names the columns whose compilation asked for this reader: a column that comes back to itself has no value. */
function newReader(
  plan: Plan,
  id: TableId,
  wanted: readonly string[] | undefined,
  batchRows: number,
  path: readonly string[],
): TableReader {
  const table = plan.tables.get(id);
  if (!table) throw new RangeError(`No table ${id} in the plan.`);
  const columns: readonly ColumnModel[] = wanted
    ? wanted.flatMap((name) => table.table.columns.filter((column) => column.name === name))
    : table.written;

  const relations = relationReader(table, streamOf(plan.design.seed, id), batchRows);
  const parents = new ParentReaders(plan, table, relations.picked, batchRows, path);
  const kernels = new Map<string, Kernel>();
  const order: Kernel[] = [];

  const kernelOf = (name: string, trail: readonly string[]): Kernel => {
    const known = kernels.get(name);
    if (known) return known;
    const address = `${id}.${name}`;
    const entry = table.designed.columns.find(({ column }) => column.name === name);
    const kernel =
      entry === undefined || trail.includes(address) || path.includes(address)
        ? nullKernel(batchRows)
        : compileColumn(plan, table, entry, {
            batchRows,
            relations,
            inputs: (input) => kernelOf(input, [...trail, address]).out,
            parentKey: (relation, column) => parents.key(relation, column, address),
          });
    kernels.set(name, kernel);
    order.push(kernel);
    return kernel;
  };

  const vectors: Vector[] = columns.map((column) => kernelOf(column.name, []).out);
  const range = new Float64Array(batchRows);

  function readRows(rows: Float64Array, count: number): Batch {
    relations.pick(rows, count);
    parents.read(count);
    for (const kernel of order) {
      // What an earlier batch left; a parent's vector was filled anew by the parent's own reader.
      if (!parents.lends(kernel.out)) kernel.out.hasNulls = false;
      kernel.fill(rows, count);
    }
    return { table: table?.table ?? missing(id), columns, vectors, count, start: rows[0] ?? 0 };
  }

  return {
    columns,
    batchRows,
    readRows,
    readRange(start, count) {
      for (let i = 0; i < count; i++) range[i] = start + i;
      return readRows(range, count);
    },
  };
}

const missing = (id: TableId): never => {
  throw new RangeError(`No table ${id} in the plan.`);
};

/** One reader of the parent table for each relation that is read, holding just the referenced columns. */
class ParentReaders {
  readonly #plan: Plan;
  readonly #table: TablePlan;
  readonly #picked: readonly PickedParents[];
  readonly #batchRows: number;
  readonly #path: readonly string[];
  readonly #readers = new Map<number, TableReader>();
  readonly #vectors = new Map<number, readonly Vector[]>();

  constructor(
    plan: Plan,
    table: TablePlan,
    picked: readonly PickedParents[],
    batchRows: number,
    path: readonly string[],
  ) {
    this.#plan = plan;
    this.#table = table;
    this.#picked = picked;
    this.#batchRows = batchRows;
    this.#path = path;
  }

  /** The kernel that hands over the parent's key for `column`. */
  key(relation: number, column: string, address: string): Kernel {
    const { foreignKey, parent } = this.#table.relations[relation] ?? missing(this.#table.id);
    let reader = this.#readers.get(relation);
    if (!reader) {
      reader = newReader(this.#plan, parent, foreignKey.referencedColumns, this.#batchRows, [...this.#path, address]);
      this.#readers.set(relation, reader);
      this.#vectors.set(relation, reader.readRows(new Float64Array(1), 0).vectors);
    }
    const picked = this.#picked[relation];
    const vector = this.#vectors.get(relation)?.[foreignKey.columns.indexOf(column)];
    if (!picked || !vector) return nullKernel(this.#batchRows);
    return {
      out: vector,
      fill(_rows, count) {
        if (!picked.hasNulls) return;
        const { nulls } = vector;
        if (!vector.hasNulls) nulls.fill(0, 0, count);
        for (let i = 0; i < count; i++) if (picked.nulls[i] === 1) nulls[i] = 1;
        vector.hasNulls = true;
      },
    };
  }

  /** Whether a vector belongs to a parent's reader. */
  lends(vector: Vector): boolean {
    for (const vectors of this.#vectors.values()) if (vectors.includes(vector)) return true;
    return false;
  }

  /** Reads the picked parent rows of every relation in use. */
  read(count: number): void {
    for (const [relation, reader] of this.#readers) {
      const rows = this.#picked[relation]?.rows;
      if (rows) reader.readRows(rows, count);
    }
  }
}
