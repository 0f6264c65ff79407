import type { Kernel } from "../generators/generator.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { newRun, setRun } from "../random/batch-words.ts";
import { streamOf } from "../random/stream.ts";
import { keyOfStep } from "../schema/parent-step.ts";
import type { ColumnModel, TableId } from "../schema/schema-model.ts";
import type { Vector } from "../vectors/vector.ts";
import type { Batch, TableReader } from "./batch.ts";
import { aggregateKernel } from "./aggregate-kernel.ts";
import { compileColumn, nullKernel } from "./column-kernel.ts";
import { emptied } from "./condition.ts";
import { generatedKernel } from "./generated-kernel.ts";
import { maskedKernel } from "./masked-kernel.ts";
import type { Masking } from "./masking.ts";
import { lookupKernel } from "./lookup-kernel.ts";
import { pinnedKernel } from "./pinned-kernel.ts";
import { ParentReaders } from "./parent-readers.ts";
import { relationReader } from "./relation-reader.ts";

export interface TableReaderOptions {
  /** The columns to read; all written ones by default. */
  readonly columns?: readonly string[];
  /** The most rows of one read. */
  readonly batchRows?: number;
  /** The key and the source's rows, where a table that is read comes from the source. */
  readonly masking?: Masking;
}

/** Rows of a batch: with some twelve columns about 0.3 MB, which the caches hold. */
export const defaultBatchRows = 2048;

/**
 * Compiles the columns of one table into kernels and reads rows with them. A foreign key's column is read from a reader of
 * the parent table, at the parent rows that the relation picked: no parent is held in memory, and none is generated first.
 */
export function tableReader(plan: Plan, table: TableId, options: TableReaderOptions = {}): TableReader {
  const { columns, batchRows = defaultBatchRows, masking } = options;
  return newReader({ plan, masking }, table, columns, batchRows, []);
}

/** What all readers of one reading share. */
interface Reading {
  readonly plan: Plan;
  readonly masking: Masking | undefined;
  /** Rows as they would be if none were pinned. */
  readonly unpinned?: true;
}

/**
 * `wanted` are columns, or paths such as `customer_id.country`: the column of the row that a foreign key points to.
 * `trail` names the columns whose compilation asked for this reader: a column that comes back to itself has no value.
 */
function newReader(
  reading: Reading,
  id: TableId,
  wanted: readonly string[] | undefined,
  batchRows: number,
  trail: readonly string[],
): TableReader {
  const { plan, masking } = reading;
  const planned = plan.tables.get(id);
  const table = reading.unpinned === true && planned ? firstWorkers(planned) : planned;
  if (!table) throw new RangeError(`No table ${id} in the plan.`);
  const names = wanted ?? table.written.map((column) => column.name);
  const columns: readonly ColumnModel[] = names.flatMap((name) =>
    table.table.columns.filter((column) => column.name === name),
  );

  const relations = relationReader(table, streamOf(plan.design.seed, id), batchRows);
  // The trail of the column that is being compiled, for readers of other tables that it asks for.
  let compiling: readonly string[] = trail;
  const parents = new ParentReaders(table, relations, (other, paths) =>
    newReader(reading, other, paths, batchRows, compiling),
  );
  // Whoever asks for this reader by way of another column may want any row.
  const source = table.masked && masking?.source(id, trail.length === 0 ? "read" : "any");
  const lent = new Set<Vector>();
  const kernels = new Map<string, Kernel>();
  const order: Kernel[] = [];

  function kernelOf(name: string): Kernel {
    const known = kernels.get(name);
    if (known) return known;
    const address = `${id}.${name}`;
    const before = compiling;
    compiling = [...before, address];
    const kernel = (before.includes(address) ? undefined : newKernel(name)) ?? nullKernel(batchRows);
    compiling = before;
    kernels.set(name, kernel);
    order.push(kernel);
    return kernel;
  }

  function newKernel(name: string): Kernel | undefined {
    const entry = table?.designed.columns.find(({ column }) => column.name === name);
    if (!table) return undefined;
    if (entry?.column.generated) {
      return generatedKernel(
        table.table,
        entry.column,
        plan.design.model.engine,
        batchRows,
        (input) => kernelOf(input).out,
      );
    }
    if (entry && table.masked) {
      // Without the source at hand, as in a window that shows rules, its columns are NULL.
      if (masking === undefined || source === undefined) return nullKernel(batchRows);
      const kernel = maskedKernel(plan, table, entry, { batchRows, masking, source });
      if (kernel !== undefined && entry.rule.kind === "keep") lent.add(kernel.out);
      if (kernel !== undefined) return kernel;
    }
    if (entry) {
      const kernel = compileColumn(plan, table, entry, {
        batchRows,
        relations,
        inputs: (input) => kernelOf(input).out,
        parentKey: (relation, column) => parents.key(relation, column) ?? nullKernel(batchRows),
        lookup: (column, of) =>
          lookupKernel(plan, streamOf(plan.design.seed, id, column), of, batchRows, (other, paths) =>
            newReader(reading, other, paths, batchRows, compiling),
          ),
        ownRows: (columns) => {
          const reader = newReader(reading, id, columns, batchRows, compiling);
          return { read: (rows, count) => reader.readRows(rows, count).vectors };
        },
        aggregate: (of) =>
          aggregateKernel(plan, table, of, batchRows, (other, paths, rows) =>
            newReader(reading, other, paths, rows, compiling),
          ),
      });
      return pinned(kernel, entry.column);
    }
    // customer_id.country, or customer.country: a foreign key, then a column or a path of its parent.
    const step = name.slice(0, Math.max(0, name.indexOf(".")));
    const carrying = table.relations.findIndex(({ carries }) => carries.includes(step));
    const key = keyOfStep(table.table, step);
    const relation = carrying >= 0 ? carrying : table.relations.findIndex(({ foreignKey }) => foreignKey === key);
    const parent = relation < 0 ? undefined : parents.column(relation, name.slice(step.length + 1));
    return parent && whereKeyIs(parent, table.relations[relation]?.carries ?? []);
  }

  /** A row has no parent where the condition of its key does not hold. */
  function whereKeyIs(parent: Kernel, carries: readonly string[]): Kernel {
    const conditional = carries.find((name) =>
      table?.designed.columns.some(
        ({ column, rule }) => column.name === name && rule.kind === "generate" && rule.when !== undefined,
      ),
    );
    if (conditional === undefined) return parent;
    const key = kernelOf(conditional).out;
    return emptied(parent, (at) => key.hasNulls && key.nulls[at] === 1);
  }

  function pinned(kernel: Kernel, column: ColumnModel): Kernel {
    const rows = table?.designed.pinned ?? [];
    if (reading.unpinned === true || !rows.some(({ values }) => Object.hasOwn(values, column.name))) return kernel;
    const apart = table?.distinct.has(column.name) === true;
    // Pinned rows are the first worker's. The others keep their values apart from them.
    const here = (table?.share?.first ?? 0) === 0;
    if (!here && !apart) return kernel;
    const given = apart ? newReader({ ...reading, unpinned: true }, id, [column.name], rows.length, trail) : undefined;
    return pinnedKernel(kernel, column, rows, given, batchRows, here);
  }

  const vectors: Vector[] = names.map((name) => kernelOf(name).out);
  const troubles = new Map(
    names.flatMap((name) => {
      const found = kernelOf(name).troubles;
      return found ? [[name, found] as const] : [];
    }),
  );
  const range = newRun(batchRows);

  function readRows(rows: Float64Array, count: number): Batch {
    relations.pick(rows, count);
    parents.read(count);
    source?.load(rows, count);
    for (const kernel of order) {
      // What an earlier batch left; a parent's vector was filled anew by its own reader, the source's by its window.
      if (!parents.lends(kernel.out) && !lent.has(kernel.out)) kernel.out.hasNulls = false;
      kernel.fill(rows, count);
    }
    return { table: (table ?? missing(id)).table, columns, vectors, count, start: rows[0] ?? 0 };
  }

  return {
    columns,
    batchRows,
    troubles,
    readRows,
    readRange(start, count) {
      setRun(range, start, count);
      return readRows(range, count);
    },
  };
}

/** The table as the first worker makes it. */
const firstWorkers = (table: TablePlan): TablePlan =>
  table.share === undefined ? table : { ...table, share: { ...table.share, first: 0 } };

const missing = (id: TableId): never => {
  throw new RangeError(`No table ${id} in the plan.`);
};
