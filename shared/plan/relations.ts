import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Design, DesignedColumn, DesignedTable } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import { readChecks } from "../schema/check-constraints.ts";
import type { ForeignKeyModel, TableId, TableModel } from "../schema/schema-model.ts";
import { referencedTable } from "../schema/schema-model.ts";
import type { OwnerSpread } from "./owner-spread.ts";
import type { RowCounts } from "./row-counts.ts";

/** How the parent row of a foreign key follows from the child row. */
export type ParentPick =
  /** The table's owner: rows lie contiguous by parent. */
  | { readonly kind: "owner"; readonly spread: OwnerSpread }
  /** A self reference: an earlier row of the table (of the same owner, where `within` is given); the first row is the root. */
  | {
      readonly kind: "tree";
      readonly within?: OwnerSpread;
      /** At most so many levels, each `fanOut` times as wide as the one above; 0: any earlier row may be the parent. */
      readonly depth: number;
      readonly fanOut: number;
    }
  /** The top of the row's branch in the tree of another relation. */
  | { readonly kind: "root"; readonly of: number }
  /** A parent row that has the same owner as the row picked by the relation `via`. */
  | {
      readonly kind: "same-owner";
      readonly via: number;
      /** Present where the owner is not the row that `via` picks but that row's owner. */
      readonly viaSpread?: OwnerSpread;
      readonly spread: OwnerSpread;
      /** Part of a composite key that holds the owner too: rows of one owner pick without repetition. */
      readonly tuple?: number;
    }
  /** The owner of the row that the relation `via` picks. */
  | { readonly kind: "owner-of"; readonly via: number; readonly spread: OwnerSpread }
  /** Every child its own parent row: a foreign key that is unique. `first`: what other workers took of rows that all share. */
  | { readonly kind: "permuted"; readonly first?: number }
  /** Part of a composite key: the component of a tuple that is drawn without repetition. */
  | { readonly kind: "tuple"; readonly tuple: number; readonly component: number }
  /** Any parent row, each child for itself. */
  | { readonly kind: "free"; readonly skew: "uniform" | "zipf" | "even"; readonly exponent: number };

export interface RelationPlan {
  readonly foreignKey: ForeignKeyModel;
  readonly parent: TableId;
  readonly parentRows: number;
  /** Share of NULL references. */
  readonly nulls: number;
  /** The columns whose value this relation gives; a column that two foreign keys share is given by the first. */
  readonly carries: readonly string[];
  /** May be rewritten while tuples are planned. */
  pick: ParentPick;
  /** An earlier relation (by its place) to the same parents, whose row this one never picks: a CHECK says that the two differ. */
  apartFrom?: number;
}

/** How many rows of its parent a relation picks from: one less where it keeps apart from another. */
export const pickedFrom = ({ parentRows, apartFrom }: Pick<RelationPlan, "parentRows" | "apartFrom">): number =>
  apartFrom === undefined || parentRows < 2 ? parentRows : parentRows - 1;

/**
 * The relations of a table, in an order in which each needs earlier ones only: the owner first, then plain keys, then
 * those that share a column or an owner with another.
 */
export function planRelations(
  design: Design,
  designed: DesignedTable,
  counts: RowCounts,
  catalogue: GeneratorCatalogue,
  problems: Problem[],
): RelationPlan[] {
  const { table } = designed;
  const owner = counts.owners.get(table.id);
  const columns = new Map(designed.columns.map((entry) => [entry.column.name, entry]));
  const isRelation = (name: string): boolean => isRelationRule(columns.get(name), catalogue);
  const keys = table.foreignKeys
    .filter((key) => key.columns.some(isRelation) || key === owner?.foreignKey)
    .toSorted(
      (a, b) =>
        Number(b === owner?.foreignKey) - Number(a === owner?.foreignKey) ||
        Number(isSelf(design, a, table.id)) - Number(isSelf(design, b, table.id)) ||
        Number(isRoot(a, columns)) - Number(isRoot(b, columns)) ||
        a.columns.length - b.columns.length,
    );

  const relations: RelationPlan[] = [];
  const carried = new Set<string>();
  for (const foreignKey of keys) {
    const parentTable = referencedTable(design.model, foreignKey);
    if (!parentTable) continue;
    const carries = foreignKey.columns.filter((name) => !carried.has(name));
    const shared = foreignKey.columns.filter((name) => carried.has(name));
    const lead = carries.map((name) => columns.get(name)).find((entry) => entry && isRelationRule(entry, catalogue));
    const params = lead?.rule.kind === "generate" ? lead.rule.params : {};
    const required = carries.some((name) => columns.get(name)?.column.nullable === false);
    const parentRows = counts.rows.get(parentTable.id) ?? 0;
    const pick = pickOf(counts, { foreignKey, parent: parentTable.id, child: table.id, shared, params, relations });
    if (pick === undefined) {
      problems.push({
        severity: "warning",
        code: "foreign-key-conflict",
        table: table.id,
        column: shared[0] ?? "",
        message: `${table.id}.${shared.join(", ")} belongs to two foreign keys, and ${parentTable.id} has no owner that they share.`,
        explanation:
          "Rows of both parents must agree in this column. They do when each parent has rows per the same owner.",
        fixes: [],
      });
    }
    const nulls =
      !required && lead?.rule.kind === "generate" && foreignKey !== owner?.foreignKey ? (lead.rule.nulls ?? 0) : 0;
    if (carries.length > 0) for (const name of carries) carried.add(name);
    if (lead?.rule.kind === "generate" && lead.rule.when !== undefined && foreignKey === owner?.foreignKey) {
      const { when: _when, ...rule } = lead.rule;
      const edit = { kind: "set-rule", table: table.id, column: lead.column.name, rule } as const;
      problems.push({
        severity: "error",
        code: "foreign-key-conflict",
        table: table.id,
        column: lead.column.name,
        message: `Rows of ${table.id} belong to ${parentTable.id} by ${lead.column.name}, so it has a value in each of them.`,
        fixes: [{ label: "Give every row a value", edit }],
      });
    }
    relations.push({
      foreignKey,
      parent: parentTable.id,
      parentRows,
      nulls,
      carries,
      pick: pick ?? { kind: "free", skew: "uniform", exponent: 1 },
    });
  }
  keepApart(design, table, relations);
  return relations;
}

/** CHECK (follower_id <> followee_id): of two keys to the same rows, the later one picks among the others. */
function keepApart({ model }: Design, table: TableModel, relations: readonly RelationPlan[]): void {
  const twins = relations.filter((one) => relations.some((other) => other !== one && other.parent === one.parent));
  if (twins.length === 0 || table.checks.length === 0) return;
  for (const constraint of readChecks(table, model.engine).flatMap((reading) => reading.constraints)) {
    if (constraint.kind !== "order" || constraint.operator !== "<>") continue;
    const [first = -1, second = -1] = [constraint.left, constraint.right]
      .map((name) => relations.findIndex(({ foreignKey }) => foreignKey.columns.join("\n") === name))
      .toSorted((a, b) => a - b);
    const [one, other] = [relations[first], relations[second]];
    if (!one || !other || one.parent !== other.parent || other.pick.kind !== "free") continue;
    if (one.foreignKey.referencedColumns.join("\n") === other.foreignKey.referencedColumns.join("\n"))
      other.apartFrom = first;
  }
}

const isSelf = (design: Design, key: ForeignKeyModel, id: TableId): boolean =>
  referencedTable(design.model, key)?.id === id;

/** A reference to the top of the tree comes after the one that makes the tree. */
function isRoot(key: ForeignKeyModel, columns: ReadonlyMap<string, DesignedColumn>): boolean {
  return key.columns.some((name) => {
    const rule = columns.get(name)?.rule;
    return rule?.kind === "generate" && rule.params["root"] === true;
  });
}

function isRelationRule(entry: DesignedColumn | undefined, catalogue: GeneratorCatalogue): boolean {
  return entry?.rule.kind === "generate" && catalogue.get(entry.rule.generator)?.relation === true;
}

interface PickRequest {
  readonly foreignKey: ForeignKeyModel;
  readonly parent: TableId;
  readonly child: TableId;
  readonly shared: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly relations: readonly RelationPlan[];
}

function pickOf(counts: RowCounts, request: PickRequest): ParentPick | undefined {
  const { foreignKey, parent, child, shared, params, relations } = request;
  const owner = counts.owners.get(child);
  if (foreignKey === owner?.foreignKey) return { kind: "owner", spread: owner.spread };
  if (parent === child) {
    const of = relations.findIndex(({ pick }) => pick.kind === "tree");
    if (params["root"] === true && of >= 0) return { kind: "root", of };
    const levels = { depth: Number(params["depth"] ?? 0), fanOut: Number(params["fanOut"] ?? 4) };
    return { kind: "tree", ...levels, ...(owner && shared.length > 0 ? { within: owner.spread } : {}) };
  }
  if (shared.length === foreignKey.columns.length) {
    // Another key has given all its columns: it points where that one's row belongs.
    const via = relations.findIndex((other) => counts.owners.get(other.parent)?.owner === parent);
    const spread = counts.owners.get(relations[via]?.parent ?? "")?.spread;
    if (spread) return { kind: "owner-of", via, spread };
  }
  if (shared.length > 0 || params["sameOwner"] === true) {
    const together = sameOwner(counts, request);
    if (together) return together;
    if (shared.length > 0) {
      // A shared key that points to the same rows: class-table inheritance by two routes.
      const twin = relations.findIndex((other) => other.parent === parent && other.pick.kind !== "free");
      if (twin < 0) return undefined;
    }
  }
  const skew = params["pick"];
  return {
    kind: "free",
    skew: skew === "zipf" || skew === "even" ? skew : "uniform",
    exponent: Number(params["exponent"] ?? 1),
  };
}

/** The parent table has an owner, and an earlier relation of the child leads to that same owner: by itself, or over its parent. */
function sameOwner(counts: RowCounts, request: PickRequest): ParentPick | undefined {
  const parentOwner = counts.owners.get(request.parent);
  if (!parentOwner) return undefined;
  for (const [via, relation] of request.relations.entries()) {
    if (relation.parent === parentOwner.owner) return { kind: "same-owner", via, spread: parentOwner.spread };
  }
  for (const [via, relation] of request.relations.entries()) {
    const viaOwner = counts.owners.get(relation.parent);
    if (viaOwner?.owner === parentOwner.owner) {
      return { kind: "same-owner", via, viaSpread: viaOwner.spread, spread: parentOwner.spread };
    }
  }
  return undefined;
}
