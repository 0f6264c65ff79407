import { streamOf } from "../random/stream.ts";
import type { Design, DesignedTable } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import type { OwnedRows } from "../rules/rule.ts";
import type { ForeignKeyModel, TableId, TableModel } from "../schema/schema-model.ts";
import { referencedTable } from "../schema/schema-model.ts";
import { childShapeProblems } from "./check-child-shape.ts";
import { naturalMean, shapeWithMean, type ChildShape } from "./child-counts.ts";
import { ownerSpread, type OwnerSpread } from "./owner-spread.ts";

/** A table's owner relation: the foreign key its rows are grouped by, and the spread of its rows over the owner's. */
export interface OwnerRelation {
  readonly owner: TableId;
  readonly foreignKey: ForeignKeyModel;
  readonly spread: OwnerSpread;
}

export interface RowCounts {
  readonly rows: ReadonlyMap<TableId, number>;
  readonly owners: ReadonlyMap<TableId, OwnerRelation>;
  readonly problems: readonly Problem[];
}

/** The most rows that a derived count may reach; beyond it the count is cut and said to be. */
const mostRows = 1_000_000_000_000;

/**
 * Row counts of all tables: fixed numbers, or derived from the owner's by the distribution of children. A table whose count
 * is overridden keeps its owner, and its rows are spread over the owner's with the new mean. Owners that form a cycle are
 * reported and treated as free tables.
 */
export function rowCounts(design: Design, overrides: Readonly<Record<TableId, number>>): RowCounts {
  const rows = new Map<TableId, number>();
  const owners = new Map<TableId, OwnerRelation>();
  const problems: Problem[] = [];

  // Iterative post-order along the owner chain: a chain is at most as long as there are tables.
  for (const start of design.tables.keys()) {
    const chain: TableId[] = [];
    for (let id: TableId | undefined = start; id !== undefined && !rows.has(id);) {
      if (chain.includes(id)) {
        const ring = [...chain.slice(chain.indexOf(id)), id];
        problems.push({
          severity: "error",
          code: "owner-cycle",
          table: id,
          message: `The row counts of ${ring.join(" → ")} depend on each other.`,
          explanation: "A table's rows can follow another table's, but not in a ring.",
          fixes: [{ label: `Give ${id} a fixed number of rows`, edit: { kind: "set-rows", table: id, rows: 1000 } }],
        });
        rows.set(id, overrides[id] ?? 0);
        break;
      }
      chain.push(id);
      id = ownerOf(design, design.tables.get(id));
    }
    for (const id of chain.toReversed()) {
      if (rows.has(id)) continue;
      const designed = design.tables.get(id);
      if (designed) rows.set(id, countRows(design, designed, overrides, rows, owners, problems));
    }
  }
  return { rows, owners, problems };
}

/** The table by which the rows are grouped: with a row count of its own, not where the user chose how parents are picked. */
function ownerOf(design: Design, designed: DesignedTable | undefined): TableId | undefined {
  if (designed === undefined) return undefined;
  if (typeof designed.rows !== "number") return designed.rows.per;
  const { owner, columns } = designed;
  const key = owner === undefined ? undefined : ownerKey(design, designed.table, owner);
  const chosen = columns.some(
    ({ column, rule, edited }) =>
      edited &&
      key?.columns.includes(column.name) === true &&
      rule.kind === "generate" &&
      rule.params["pick"] !== undefined,
  );
  return chosen ? undefined : owner;
}

function countRows(
  design: Design,
  designed: DesignedTable,
  overrides: Readonly<Record<TableId, number>>,
  rows: ReadonlyMap<TableId, number>,
  owners: Map<TableId, OwnerRelation>,
  problems: Problem[],
): number {
  const { table } = designed;
  const owner = ownerOf(design, designed);
  const fixed = overrides[table.id] ?? (typeof designed.rows === "number" ? designed.rows : undefined);
  if (designed.mode === "skip") return 0;
  if (owner === undefined) return Math.max(fixed ?? 0, designed.pinned?.length ?? 0);
  const foreignKey = ownerKey(design, table, owner);
  if (!foreignKey) {
    problems.push({
      severity: "error",
      code: "unknown-table",
      table: table.id,
      message: `${table.id} is to have rows per ${owner}, but has no foreign key to it.`,
      fixes: [{ label: "Use the suggested row count", edit: { kind: "set-rows", table: table.id, rows: null } }],
    });
    return fixed ?? 0;
  }
  const ownerRows = rows.get(owner) ?? 0;
  if (fixed === undefined && typeof designed.rows !== "number")
    problems.push(...childShapeProblems(table.id, designed.rows));
  const asked = typeof designed.rows === "number" ? defaultShape : shapeOf(designed.rows);
  const known = (id: TableId): number | undefined => {
    const plain = design.tables.get(id)?.rows;
    return rows.get(id) ?? overrides[id] ?? (typeof plain === "number" ? plain : undefined);
  };
  const mean = ownerRows === 0 ? 0 : (fixed ?? 0) / ownerRows;
  const shape =
    fixed === undefined ? asked : within(shapeWithMean(asked, mean), roomPerOwner(design, table, foreignKey, known));
  const stream = streamOf(design.seed, table.id, "owner", ...foreignKey.columns);
  const spread =
    fixed === undefined
      ? ownerSpread(stream, ownerRows, shape)
      : ownerSpread(stream, ownerRows, shape, ownerRows === 0 ? 0 : fixed);
  if (spread.childCount > mostRows) {
    problems.push({
      severity: "error",
      code: "capacity",
      table: table.id,
      message: `${table.id} would have more than 10^12 rows.`,
      fixes: [{ label: "Set 1,000,000 rows", edit: { kind: "set-rows", table: table.id, rows: 1_000_000 } }],
    });
    return 0;
  }
  owners.set(table.id, { owner, foreignKey, spread });
  return spread.childCount;
}

/**
 * How many rows of one owner the table's keys can tell apart by their other foreign keys: so many film roles as there are
 * actors. Infinity where another column of the key can do it.
 */
function roomPerOwner(
  design: Design,
  table: TableModel,
  owner: ForeignKeyModel,
  rowsOf: (id: TableId) => number | undefined,
): number {
  const rooms = [table.primaryKey, ...table.uniques.map((unique) => unique.columns)].map((key) => {
    if (key.length === 0 || !owner.columns.every((name) => key.includes(name))) return Infinity;
    const rest = key.filter((name) => !owner.columns.includes(name));
    const parents = table.foreignKeys.filter(
      (other) => other !== owner && other.columns.every((name) => rest.includes(name)),
    );
    if (rest.some((name) => !parents.some((other) => other.columns.includes(name)))) return Infinity;
    return parents.reduce(
      (room, other) => room * (rowsOf(referencedTable(design.model, other)?.id ?? "") ?? Infinity),
      1,
    );
  });
  return Math.min(...rooms, Infinity);
}

/** The shape with no owner above `room` children. */
const within = (shape: ChildShape, room: number): ChildShape =>
  shape.to <= room
    ? shape
    : { ...shape, from: Math.min(shape.from, room), to: room, average: Math.min(shape.average, room) };

const defaultShape: ChildShape = { from: 1, to: 5, average: 2.5, without: 0 };

/** The shape that a row rule says; without an average it is the distribution's own. */
export function shapeOf(rows: OwnedRows): ChildShape {
  const { distribution, weights, without } = rows;
  const counts = Object.keys(weights ?? {}).map(Number);
  const histogram = distribution === "histogram" && counts.length > 0;
  const from = histogram ? Math.min(...counts) : Math.min(rows.from, rows.to);
  const to = histogram ? Math.max(...counts) : Math.max(rows.from, rows.to);
  const limits = {
    from,
    to,
    ...(distribution ? { distribution } : {}),
    ...(histogram
      ? { weights: Array.from({ length: to - from + 1 }, (_, at) => weights?.[String(from + at)] ?? 0) }
      : {}),
  };
  const natural = naturalMean(limits);
  return { ...limits, average: Math.min(to, Math.max(from, histogram ? natural : (rows.average ?? natural))), without };
}

/** The foreign key by which `table` belongs to `owner`: one in the primary key first, then one that is NOT NULL. */
function ownerKey(design: Design, table: TableModel, owner: TableId): ForeignKeyModel | undefined {
  const keys = table.foreignKeys.filter(
    (key) => referencedTable(design.model, key)?.id === owner && owner !== table.id,
  );
  const required = (key: ForeignKeyModel): boolean =>
    key.columns.every((name) => table.columns.some((column) => column.name === name && !column.nullable));
  return (
    keys.find((key) => key.columns.every((name) => table.primaryKey.includes(name))) ?? keys.find(required) ?? keys[0]
  );
}
