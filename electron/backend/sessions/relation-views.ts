import type { RelationView } from "../../../shared/api/views.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import type { RelationPlan } from "../../../shared/plan/relations.ts";

/** A table's foreign keys as its rows are made for them. */
export function relationViews(plan: Plan, planned: TablePlan): readonly RelationView[] {
  return planned.relations.map((relation) => {
    const { foreignKey, parent, parentRows } = relation;
    const onDelete = foreignKey.onDelete?.toLowerCase();
    return {
      name: foreignKey.name,
      columns: foreignKey.columns,
      parent,
      parentColumns: foreignKey.referencedColumns,
      parentRows,
      ...(onDelete === undefined ? {} : { onDelete }),
      pick: pickOf(relation),
      canOwn: parent !== planned.id && isFirstTo(parent, relation, planned),
      parameters: parametersOf(plan, planned, relation),
    };
  });
}

function pickOf({ pick }: RelationPlan): RelationView["pick"] {
  if (pick.kind === "permuted") return "each once";
  return pick.kind === "tuple" ? "together" : pick.kind;
}

/** Of several keys to the same table, rows are grouped by the one that the planner takes. */
function isFirstTo(parent: string, relation: RelationPlan, { table, relations, owner }: TablePlan): boolean {
  if (owner?.owner === parent) return owner.foreignKey === relation.foreignKey;
  const keys = relations.filter((other) => other.parent === parent).map(({ foreignKey }) => foreignKey);
  const required = (names: readonly string[]): boolean =>
    names.every((name) => table.columns.some((column) => column.name === name && !column.nullable));
  const first =
    keys.find(({ columns }) => columns.every((name) => table.primaryKey.includes(name))) ??
    keys.find(({ columns }) => required(columns)) ??
    keys[0];
  return first === relation.foreignKey;
}

/** The parameters of a foreign key's rule that change anything for this relation. */
function parametersOf(plan: Plan, planned: TablePlan, relation: RelationPlan): readonly string[] {
  const { pick, parent } = relation;
  const trees = planned.relations.filter((other) => other.parent === planned.id).length;
  switch (pick.kind) {
    case "tree":
      return ["depth", ...(pick.depth > 0 ? ["fanOut"] : []), ...(trees > 1 ? ["root"] : [])];
    case "root":
      return ["root"];
    case "same-owner":
      return relation.foreignKey.columns.length === relation.carries.length ? ["sameOwner"] : [];
    case "free":
      return [
        "pick",
        ...(pick.kind === "free" && pick.skew === "zipf" ? ["exponent"] : []),
        ...(parent !== planned.id && sharesOwner(plan, planned, relation) ? ["sameOwner"] : []),
      ];
    case "owner":
    case "owner-of":
    case "permuted":
    case "tuple":
      return [];
  }
}

/** Whether another relation leads to the table that owns the parent's rows: by itself, or over its own parent. */
function sharesOwner(plan: Plan, planned: TablePlan, relation: RelationPlan): boolean {
  const owner = plan.tables.get(relation.parent)?.owner?.owner;
  if (owner === undefined) return false;
  return planned.relations.some(
    (other) => other !== relation && (other.parent === owner || plan.tables.get(other.parent)?.owner?.owner === owner),
  );
}

/** How a relation finds its parents, as short as a column's options: "customers, 1 to 5 each". */
export function relationWords({ designed }: TablePlan, { pick, parent }: RelationPlan): string {
  const { rows } = designed;
  switch (pick.kind) {
    case "owner":
      if (typeof rows === "number") return `${parent}, grouped`;
      return `${parent}, ${rows.from === rows.to ? rows.to : `${rows.from} to ${rows.to}`} each`;
    case "tree":
      return pick.depth > 0 ? `earlier rows, at most ${pick.depth} levels` : "earlier rows";
    case "root":
      return "top of the tree";
    case "same-owner":
      return `${parent}, same owner`;
    case "owner-of":
      return `${parent}, by another key`;
    case "permuted":
      return `${parent}, each once`;
    case "tuple":
      return `${parent}, no combination twice`;
    case "free":
      return `${parent}, ${pick.skew}`;
  }
}
