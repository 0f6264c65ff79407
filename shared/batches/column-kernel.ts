import type { AggregateRequest, Domain, Kernel, LookupRequest } from "../generators/generator.ts";
import { canAggregate } from "../plan/across-tables.ts";
import { compileContext } from "../plan/compile-context.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { permutation } from "../random/permutation.ts";
import { belowAt, childStream, streamOf, unitAt, wordAt, type Stream } from "../random/stream.ts";
import type { DesignedColumn } from "../rules/design.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import type { RelationReader } from "./relation-reader.ts";

/** What a column's kernel is given by the reader it belongs to. */
export interface ColumnSurroundings {
  readonly batchRows: number;
  readonly relations: RelationReader;
  inputs(column: string): Vector;
  /** The kernel of the parent's key for a column of a relation. */
  parentKey(relation: number, column: string): Kernel;
  aggregate(of: AggregateRequest): Kernel | undefined;
  lookup(column: string, of: LookupRequest): Kernel | undefined;
}

/** A column that is NULL in every row. */
export function nullKernel(batchRows: number): Kernel {
  const out = newTextVector(batchRows);
  out.nulls.fill(1);
  return {
    out,
    fill() {
      out.hasNulls = true;
    },
  };
}

/**
 * The kernel of one column: the generator's own, or the draws over its domain (uniform, without repetition, or as part of
 * a composite key), with the rule's share of NULLs on top.
 */
export function compileColumn(plan: Plan, table: TablePlan, entry: DesignedColumn, around: ColumnSurroundings): Kernel {
  const { rule, column } = entry;
  if (rule.kind !== "generate") return nullKernel(around.batchRows);
  const generator = plan.catalogue.get(rule.generator);
  const params = generator?.params.safeParse(rule.params);
  if (!generator || !params?.success) return nullKernel(around.batchRows);

  const relation = table.relations.findIndex((candidate) => candidate.carries.includes(column.name));
  if (generator.relation && relation < 0) return nullKernel(around.batchRows);
  const allowed = new Set(generator.inputs?.(params.data) ?? []);
  const unique = table.distinct.has(column.name);
  // As part of a key the column is drawn by index, so its generator must give its values as a list.
  const listed = table.tuples.some(({ components }) =>
    components.some((component) => component.column === column.name),
  );
  const context = compileContext(plan, table, entry, unique || listed, {
    batchRows: around.batchRows,
    input(name) {
      if (!allowed.has(name)) throw new TypeError(`${generator.id} reads ${name} without naming it in inputs().`);
      return around.inputs(name);
    },
    ...(generator.relation ? { parentKey: around.parentKey(relation, column.name) } : {}),
    aggregate: (of) => around.aggregate(of),
    lookup: (of) => around.lookup(column.name, of),
    ordinal: (_rows, count, ordinals) => ordinals.set(around.relations.ordinals().subarray(0, count)),
  });
  const of = generator.aggregates?.(params.data);
  const compiled =
    of && !canAggregate(plan, table.id, of) ? nullKernel(around.batchRows) : generator.compile(params.data, context);
  if (generator.relation && !("size" in compiled)) return compiled;
  const stream = streamOf(plan.design.seed, table.id, column.name);
  const kernel = "size" in compiled ? drawn(compiled, table, column.name, unique, stream, around) : compiled;
  const nulls = column.nullable ? (rule.nulls ?? 0) : 0;
  return nulls > 0 ? withNulls(kernel, nulls, childStream(stream, "nulls")) : kernel;
}

/** Draws indexes into a domain. */
function drawn(
  domain: Domain,
  table: TablePlan,
  column: string,
  unique: boolean,
  stream: Stream,
  around: ColumnSurroundings,
): Kernel {
  const { size } = domain;
  const draws = childStream(stream, "draw");
  const indexes = new Float64Array(around.batchRows);
  const { out } = domain;

  const tuple = table.tuples.findIndex((candidate) =>
    candidate.components.some((component) => component.column === column),
  );
  if (tuple >= 0) {
    const at = table.tuples[tuple]?.components.findIndex((component) => component.column === column) ?? 0;
    const component = around.relations.component(tuple, at);
    return { out, fill: (_rows, count) => domain.fillAt(component, count) };
  }
  if (unique) {
    const order = permutation(draws, size);
    return {
      out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) indexes[i] = order.at((rows[i] ?? 0) % size);
        domain.fillAt(indexes, count);
      },
    };
  }
  const { k0, k1 } = draws;
  const scale = size * 2.3283064365386963e-10;
  return {
    out,
    fill(rows, count) {
      if (size <= 0x100000)
        for (let i = 0; i < count; i++) indexes[i] = Math.floor((wordAt(k0, k1, rows[i] ?? 0, 0) >>> 0) * scale);
      else for (let i = 0; i < count; i++) indexes[i] = belowAt(draws, rows[i] ?? 0, size);
      domain.fillAt(indexes, count);
    },
  };
}

/** Turns a share of the rows into NULL. */
function withNulls(kernel: Kernel, share: number, stream: Stream): Kernel {
  const { out } = kernel;
  return {
    out,
    fill(rows, count) {
      kernel.fill(rows, count);
      const { nulls } = out;
      if (!out.hasNulls) nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) if (unitAt(stream, rows[i] ?? 0) < share) nulls[i] = 1;
      out.hasNulls = true;
    },
  };
}
