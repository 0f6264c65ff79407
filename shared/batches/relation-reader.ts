import { belowAt, childStream, unitAt, type Stream } from "../random/stream.ts";
import { permutation, type Permutation } from "../random/permutation.ts";
import { freeRows, type RowStep as Step } from "./free-rows.ts";
import type { TablePlan } from "../plan/plan.ts";
import { pickedFrom, type ParentPick, type RelationPlan } from "../plan/relations.ts";
import type { TuplePlan } from "../plan/tuples.ts";

/** Where each row of the current batch points to. */
export interface PickedParents {
  /** Parent row of each row; 0 where there is none. */
  readonly rows: Float64Array;
  /** 1 where the reference is NULL. */
  readonly nulls: Uint8Array;
  hasNulls: boolean;
}

/** The parents and key tuples of one table's batch. Only what a column of the reader uses is drawn. */
export interface RelationReader {
  /** The parents that a relation picks; asking for them makes {@link pick} draw them. */
  parents(relation: number): PickedParents | undefined;
  /** Writes each row's number within its owner, or its own where the table has none. `rows` are those picked last. */
  ordinals(rows: Float64Array, count: number, into: Float64Array): void;
  /** The index drawn for a component of a tuple. */
  component(tuple: number, component: number): Float64Array;
  /** Draws what is in use for the rows of a batch. */
  pick(rows: Float64Array, count: number): void;
}

/** Computes parent rows from the plan: a function of each row's number alone. */
export function relationReader(table: TablePlan, tableStream: Stream, batchRows: number): RelationReader {
  const ordinals = new Float64Array(batchRows);
  const owners = new Float64Array(batchRows);
  const picked: PickedParents[] = table.relations.map(() => ({
    rows: new Float64Array(batchRows),
    nulls: new Uint8Array(batchRows),
    hasNulls: false,
  }));
  const tuples = table.tuples.map((tuple) =>
    tupleReader(tuple, childStream(tableStream, `unique ${tuple.columns.join(" ")}`), batchRows),
  );
  const steps = table.relations.map((relation, at) =>
    relationStep(table, relation, at, picked, tuples, owners, ordinals, tableStream),
  );

  const used = { owner: false, tuples: new Set<number>(), relations: new Set<number>() };

  function useRelation(at: number): void {
    const relation = table.relations[at];
    if (!relation || used.relations.has(at)) return;
    used.relations.add(at);
    const { pick } = relation;
    if (pick.kind === "owner" || pick.kind === "tree" || pick.kind === "root") used.owner = true;
    if (pick.kind === "tuple") useTuple(pick.tuple);
    if (pick.kind === "same-owner" || pick.kind === "owner-of") useRelation(pick.via);
    if (relation.apartFrom !== undefined) useRelation(relation.apartFrom);
    if (pick.kind === "same-owner" && pick.tuple !== undefined) useTuple(pick.tuple);
  }

  function useTuple(at: number): void {
    if (used.tuples.has(at)) return;
    used.tuples.add(at);
    // Each takes its part of the index in turn, so all must.
    table.tuples[at]?.sameOwner.forEach(useRelation);
    if (table.tuples[at]?.within) used.owner = true;
  }

  return {
    parents(relation) {
      useRelation(relation);
      return picked[relation];
    },
    ordinals(rows, count, into) {
      if (table.owner && used.owner) into.set(ordinals.subarray(0, count));
      else if (table.owner) table.owner.spread.locate(rows, count, owners, into);
      else into.set(rows.subarray(0, count));
    },
    component(tuple, component) {
      useTuple(tuple);
      return tuples[tuple]?.components[component] ?? new Float64Array(batchRows);
    },
    pick(rows, count) {
      if (used.owner && table.owner) table.owner.spread.locate(rows, count, owners, ordinals);
      else if (used.owner) ordinals.set(rows.subarray(0, count));
      tuples.forEach((tuple, at) => used.tuples.has(at) && tuple.draw(rows, owners, ordinals, count));
      // In their planned order: a relation may build on an earlier one.
      steps.forEach((step, at) => used.relations.has(at) && step(rows, count));
    },
  };
}

interface TupleReader {
  readonly components: readonly Float64Array[];
  /** What the components leave of each row's index; relations of the same owner take their part of it in turn. */
  readonly rest: Float64Array;
  draw(rows: Float64Array, owners: Float64Array, ordinals: Float64Array, count: number): void;
}

function tupleReader(tuple: TuplePlan, stream: Stream, batchRows: number): TupleReader {
  const sizes = tuple.components.map((component) => Math.max(1, component.size));
  const product = sizes.reduce((total, size) => total * size, 1);
  const order: Permutation = permutation(stream, product);
  const components = sizes.map(() => new Float64Array(batchRows));
  const remaining = new Float64Array(batchRows);
  const { first = 0 } = tuple;
  return {
    components,
    rest: remaining,
    draw(rows, owners, ordinals, count) {
      for (let i = 0; i < count; i++) {
        // Within an owner, the ordinals are shifted by the owner's own amount: distinct among its rows, different elsewhere.
        const at = first + ((tuple.within ? ordinals[i] : rows[i]) ?? 0);
        const index = tuple.within ? (at + belowAt(stream, owners[i] ?? 0, product, 2)) % product : at % product;
        remaining[i] = Math.floor(at / product);
        let rest = order.at(index);
        for (let k = 0; k < sizes.length; k++) {
          const size = sizes[k] ?? 1;
          const component = components[k];
          if (component) component[i] = rest % size;
          rest = Math.floor(rest / size);
        }
      }
    },
  };
}

function relationStep(
  table: TablePlan,
  relation: RelationPlan,
  at: number,
  picked: readonly PickedParents[],
  tuples: readonly TupleReader[],
  owners: Float64Array,
  ordinals: Float64Array,
  tableStream: Stream,
): Step {
  const own = picked[at];
  if (!own) throw new RangeError(`Relation ${at} of ${table.id} has no memory.`);
  const stream = relationStream(tableStream, relation);
  const nullStream = childStream(stream, "nulls");
  const { rows: parents, nulls } = own;
  const draw = drawParents(table, relation, own, picked, tuples, owners, ordinals, tableStream);
  const none = relation.parentRows === 0;
  // Drawn from one row less: those from the other relation's row on are one further.
  const apart = relation.apartFrom === undefined || relation.parentRows < 2 ? undefined : picked[relation.apartFrom];
  const mayBeNull = none || relation.nulls > 0 || relation.pick.kind === "tree" || relation.pick.kind === "same-owner";
  return (rows, count) => {
    if (mayBeNull) nulls.fill(0, 0, count);
    draw(rows, count);
    if (apart)
      for (let i = 0; i < count; i++) if ((parents[i] ?? 0) >= (apart.rows[i] ?? 0)) parents[i] = (parents[i] ?? 0) + 1;
    if (!mayBeNull) return;
    own.hasNulls = false;
    for (let i = 0; i < count; i++) {
      if (none || (relation.nulls > 0 && unitAt(nullStream, rows[i] ?? 0) < relation.nulls)) nulls[i] = 1;
      if (nulls[i] === 1) {
        parents[i] = 0;
        own.hasNulls = true;
      }
    }
  };
}

function drawParents(
  table: TablePlan,
  relation: RelationPlan,
  own: PickedParents,
  picked: readonly PickedParents[],
  tuples: readonly TupleReader[],
  owners: Float64Array,
  ordinals: Float64Array,
  tableStream: Stream,
): Step {
  const stream = relationStream(tableStream, relation);
  const { pick, parentRows } = relation;
  const { rows: parents, nulls } = own;
  switch (pick.kind) {
    case "owner":
      return (_rows, count) => parents.set(owners.subarray(0, count));
    case "tuple": {
      const indexes = tuples[pick.tuple]?.components[pick.component] ?? parents;
      return (_rows, count) => parents.set(indexes.subarray(0, count));
    }
    case "permuted": {
      const order = permutation(stream, Math.max(1, parentRows));
      const { first = 0 } = pick;
      return (rows, count) => {
        for (let i = 0; i < count; i++) parents[i] = order.at((first + (rows[i] ?? 0)) % Math.max(1, parentRows));
      };
    }
    case "tree": {
      const required = mustPoint(table, relation);
      const parentOf = treeParents(pick, stream, childStream(stream, "nulls"), relation.nulls);
      return (rows, count) => {
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const parent = parentOf(row, pick.within ? (ordinals[i] ?? 0) : row);
          if (parent >= 0) parents[i] = parent;
          else if (required) parents[i] = row;
          else nulls[i] = 1;
        }
      };
    }
    case "root": {
      const tree = table.relations[pick.of];
      if (tree?.pick.kind !== "tree") return () => undefined;
      const { within } = tree.pick;
      const treeStream = relationStream(tableStream, tree);
      const parentOf = treeParents(tree.pick, treeStream, childStream(treeStream, "nulls"), tree.nulls);
      return (rows, count) => {
        for (let i = 0; i < count; i++) {
          let row = rows[i] ?? 0;
          const first = within ? row - (ordinals[i] ?? 0) : 0;
          for (let up = parentOf(row, row - first); up >= 0; up = parentOf(row, row - first)) row = up;
          parents[i] = row;
        }
      };
    }
    case "same-owner": {
      const via = picked[pick.via];
      const viaOwners = new Float64Array(parents.length);
      const ignored = new Float64Array(parents.length);
      // A reference that may not be NULL goes to any parent where the owner has none; the planner says so beforehand.
      const required = mustPoint(table, relation);
      const rest = pick.tuple === undefined ? undefined : tuples[pick.tuple]?.rest;
      return (rows, count) => {
        if (!via) return;
        if (pick.viaSpread) pick.viaSpread.locate(via.rows, count, viaOwners, ignored);
        else viaOwners.set(via.rows.subarray(0, count));
        for (let i = 0; i < count; i++) {
          const owner = viaOwners[i] ?? 0;
          const first = pick.spread.firstChild(owner);
          const size = pick.spread.firstChild(owner + 1) - first;
          if (via.nulls[i] === 1 || size === 0) {
            if (required) parents[i] = belowAt(stream, rows[i] ?? 0, Math.max(1, parentRows));
            else nulls[i] = 1;
          } else if (rest) {
            const index = rest[i] ?? 0;
            parents[i] = first + ((index + belowAt(stream, owners[i] ?? 0, size, 2)) % size);
            rest[i] = Math.floor(index / size);
          } else parents[i] = first + belowAt(stream, rows[i] ?? 0, size);
        }
      };
    }
    case "owner-of": {
      const via = picked[pick.via];
      const ignored = new Float64Array(parents.length);
      return (_rows, count) => {
        if (via) pick.spread.locate(via.rows, count, parents, ignored);
      };
    }
    case "free":
      return freeRows(stream, Math.max(1, pickedFrom(relation)), pick, parents);
  }
}

const relationStream = (tableStream: Stream, relation: RelationPlan): Stream =>
  childStream(tableStream, `reference ${relation.foreignKey.columns.join(" ")}`);

type TreePick = Extract<ParentPick, { kind: "tree" }>;

/**
 * The parent row in a tree of a row that has `earlier` rows before it in the tree; -1 for a root. With levels, level l holds
 * fanOut^l rows and the last one all that remain, so a row's level follows from its place.
 */
function treeParents(
  pick: TreePick,
  stream: Stream,
  nullStream: Stream,
  nulls: number,
): (row: number, earlier: number) => number {
  const { depth, fanOut } = pick;
  const starts = [0];
  for (let level = 1; level < depth; level++) starts.push((starts[level - 1] ?? 0) + fanOut ** (level - 1));
  return (row, earlier) => {
    if (earlier === 0 || (nulls > 0 && unitAt(nullStream, row) < nulls)) return -1;
    const first = row - earlier;
    if (depth === 0) return first + belowAt(stream, row, earlier);
    let level = starts.length - 1;
    while (level > 0 && (starts[level] ?? 0) > earlier) level--;
    if (level === 0) return -1;
    const above = starts[level - 1] ?? 0;
    return first + above + belowAt(stream, row, (starts[level] ?? 0) - above);
  };
}

/** Whether the reference must point somewhere: a tree's root is then its own parent. */
function mustPoint(table: TablePlan, relation: RelationPlan): boolean {
  return !relation.carries.some((name) =>
    table.table.columns.some((column) => column.name === name && column.nullable),
  );
}
