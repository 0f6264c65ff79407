import type { AggregateRequest, Domain, Kernel, LookupRequest, RowsReader } from "../generators/generator.ts";
import { canAggregate } from "../plan/across-tables.ts";
import { compileContext } from "../plan/compile-context.ts";
import { edgeChoice } from "../plan/edge-shares.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { permutation } from "../random/permutation.ts";
import { fillBelow } from "../random/batch-words.ts";
import { childStream, streamOf, unitAt, type Stream } from "../random/stream.ts";
import type { DesignedColumn } from "../rules/design.ts";
import { wherePossible } from "../rules/rule.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import { compileCondition, emptied } from "./condition.ts";
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
  ownRows(columns: readonly string[]): RowsReader;
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
export function compileColumn(plan: Plan, own: TablePlan, entry: DesignedColumn, around: ColumnSurroundings): Kernel {
  const { share } = own;
  const table = share === undefined ? own : { ...own, rowCount: share.rows };
  const local = new Float64Array(share === undefined ? 0 : around.batchRows);
  const { rule, column } = entry;
  if (rule.kind !== "generate") return nullKernel(around.batchRows);
  const generator = plan.catalogue.get(rule.generator);
  const params = generator?.params.safeParse(rule.params);
  if (!generator || !params?.success) return nullKernel(around.batchRows);

  const relation = table.relations.findIndex((candidate) => candidate.carries.includes(column.name));
  if (generator.relation && relation < 0) return nullKernel(around.batchRows);
  const allowed = new Set(generator.inputs?.(params.data) ?? []);
  const stream = streamOf(plan.design.seed, table.id, column.name);
  const { when } = rule;
  const asWhen = (kernel: Kernel): Kernel => {
    if (when === undefined || !column.nullable) return kernel;
    const draws = childStream(stream, "when");
    const unit = (row: number, lane: number): number => unitAt(draws, row, lane);
    const holds = compileCondition(plan, own, when, (path) => around.inputs(path), unit);
    return emptied(kernel, (at, row) => holds(at, row) !== true);
  };
  const unique = table.distinct.has(column.name);
  // As part of a key the column is drawn by index, so its generator must give its values as a list.
  const listed = table.tuples.some(({ components }) =>
    components.some((component) => component.column === column.name),
  );
  // Suggested to differ where no constraint asks for it: as long as there are values that have not been there yet.
  const spread = !unique && (rule.unique === wherePossible || (!entry.edited && rule.unique === true));
  const surroundings: Parameters<typeof compileContext>[4] = {
    batchRows: around.batchRows,
    input(name) {
      if (!allowed.has(name)) throw new TypeError(`${generator.id} reads ${name} without naming it in inputs().`);
      return around.inputs(name);
    },
    ...(generator.relation ? { parentKey: around.parentKey(relation, column.name) } : {}),
    aggregate: (of) => around.aggregate(of),
    lookup: (of) => around.lookup(column.name, of),
    ownRows: (columns) => around.ownRows(columns),
    ordinal: (rows, count, ordinals) => {
      // Without an owner a row's number is its address. Line numbers are the same at every worker's.
      if (share === undefined || own.owner === undefined) around.relations.ordinals(rows, count, ordinals);
      else around.relations.ordinals(movedBy(-share.first, rows, count, local), count, ordinals);
    },
  };
  const compileAs = (apart: boolean): Kernel | Domain =>
    generator.compile(params.data, compileContext(plan, table, entry, apart || listed, surroundings));
  const figures = generator.aggregates?.(params.data) ?? [];
  const compiled = !figures.every((of) => canAggregate(plan, table.id, of))
    ? nullKernel(around.batchRows)
    : spread
      ? listOrChance(compileAs)
      : compileAs(unique);
  if (generator.relation && !("size" in compiled)) return asWhen(compiled);
  const plain = "size" in compiled ? drawn(compiled, table, column.name, unique || spread, stream, around) : compiled;
  const edged = rule.edge === undefined ? plain : withEdges(plain, plan, table, entry, stream, around.batchRows);
  const kernel: Kernel = plain.troubles ? { ...edged, troubles: plain.troubles } : edged;
  const nulls = column.nullable ? (rule.nulls ?? 0) : 0;
  const whole = asWhen(nulls > 0 ? withNulls(kernel, nulls, childStream(stream, "nulls")) : kernel);
  // What looks at other rows, of parents, children or its owner, looks at those of its own worker.
  const along = generator.relation === true || figures.length > 0 || generator.mostAlong !== undefined;
  return share === undefined || along ? whole : fromRow(whole, share.first, around.batchRows);
}

/** A list of values that differ where the generator has one with enough of them, else values by chance. */
function listOrChance(compileAs: (apart: boolean) => Kernel | Domain): Kernel | Domain {
  const apart = compileAs(true);
  return "size" in apart ? apart : compileAs(false);
}

/** A kernel whose row 0 is row `first` of another. */
function fromRow(kernel: Kernel, first: number, batchRows: number): Kernel {
  const moved = new Float64Array(batchRows);
  return {
    ...kernel,
    fill(rows, count) {
      kernel.fill(movedBy(first, rows, count, moved), count);
    },
  };
}

/** Each row `first` further on, in the memory given. */
function movedBy(first: number, rows: Float64Array, count: number, moved: Float64Array): Float64Array {
  for (let i = 0; i < count; i++) moved[i] = first + (rows[i] ?? 0);
  return moved;
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
  return {
    out,
    fill(rows, count) {
      fillBelow(draws, rows, count, size, indexes);
      domain.fillAt(indexes, count);
    },
  };
}

/** Puts edge values into a share of the rows. */
function withEdges(
  kernel: Kernel,
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  stream: Stream,
  batchRows: number,
): Kernel {
  const choice = edgeChoice(plan, table, entry);
  const share = entry.rule.kind === "generate" ? (entry.rule.edge?.share ?? 0) : 0;
  if (!("values" in choice) || choice.values.length === 0) return kernel;
  const { rowCount, distinct } = table;
  const draw = {
    share,
    stream: childStream(stream, "edges"),
    unique: distinct.has(entry.column.name),
    rowCount,
    batchRows,
  };
  return plan.catalogue.edges?.overlay(kernel, choice.values, draw) ?? kernel;
}

/** Turns a share of the rows into NULL. */
function withNulls(kernel: Kernel, share: number, stream: Stream): Kernel {
  const { out, troubles } = kernel;
  return {
    out,
    ...(troubles ? { troubles } : {}),
    fill(rows, count) {
      kernel.fill(rows, count);
      const { nulls } = out;
      if (!out.hasNulls) nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) if (unitAt(stream, rows[i] ?? 0) < share) nulls[i] = 1;
      out.hasNulls = true;
    },
  };
}
