import type { ColumnView, TableView } from "../../../shared/api/views.ts";
import type { Generator } from "../../../shared/generators/generator.ts";
import type { DesignedColumn } from "../../../shared/rules/design.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Known } from "./check-findings.ts";
import { constraintViews } from "./constraint-views.ts";
import { relationViews, relationWords } from "./relation-views.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { tablePlan, type Compiled } from "./session.ts";

/** A table as the designer shows it: every column with the rule in force, in words. */
export function tableView({ plan, problems }: Compiled, id: string, rows: Known): TableView {
  const planned = tablePlan(plan, id);
  const { table, designed, rowCount } = planned;
  const own = [...problems.filter((problem) => problem.table === id), ...rows.problems];
  return {
    id,
    name: table.name,
    schema: table.schema,
    ...(table.comment === undefined ? {} : { comment: table.comment }),
    mode: designed.mode,
    rowCount,
    rows: designed.rows,
    rowsEdited: designed.rowsEdited,
    columns: designed.columns.map((column) => withRelation(planned, columnView(plan, table, column, own))),
    primaryKey: table.primaryKey,
    uniques: table.uniques,
    foreignKeys: table.foreignKeys,
    checks: table.checks,
    constraints: constraintViews(planned, own, rows.findings, plan.catalogue),
    relations: relationViews(plan, planned),
    ownedTables: [...plan.tables.values()].filter(({ owner }) => owner?.owner === id).map((owned) => owned.id),
  };
}

function columnView(
  plan: Pick<Plan, "catalogue" | "design">,
  table: TableModel,
  { column, rule, edited, suggestion, unique }: DesignedColumn,
  problems: readonly Problem[],
): ColumnView {
  return {
    column,
    key: keyOf(table, column.name),
    rule,
    edited,
    suggestion,
    ...inWords(plan, { column, rule }),
    nulls: rule.kind === "null" ? 1 : rule.kind === "generate" ? (rule.nulls ?? 0) : 0,
    unique,
    problems: problems.filter((problem) => problem.column === column.name),
  };
}

/** The options of a foreign key say what becomes of them here: "customers, 1 to 5 each". */
function withRelation(planned: TablePlan, view: ColumnView): ColumnView {
  const relation = planned.relations.find(({ carries }) => carries.includes(view.column.name));
  return view.family === "relation" && relation !== undefined
    ? { ...view, options: relationWords(planned, relation) }
    : view;
}

function keyOf(table: TableModel, column: string): ColumnView["key"] {
  if (table.primaryKey.includes(column)) return "primary";
  if (table.foreignKeys.some(({ columns }) => columns.includes(column))) return "foreign";
  return table.uniques.some(({ columns }) => columns.length === 1 && columns[0] === column) ? "unique" : "none";
}

/** The rule's name and options as a person reads them. */
export function inWords(
  { catalogue, design }: Pick<Plan, "catalogue" | "design">,
  { column, rule }: Pick<DesignedColumn, "column" | "rule">,
): Pick<ColumnView, "label" | "options" | "icon" | "family"> {
  if (column.generated !== undefined) {
    return { label: "Computed", options: "by the database", icon: "math-function", family: "none" };
  }
  switch (rule.kind) {
    case "null":
      return { label: "NULL", options: "", icon: "circle-off", family: "none" };
    case "default":
      return { label: "Default", options: column.default ?? "set by the database", icon: "database", family: "none" };
    case "keep":
      return { label: "Keep", options: rule.reason ?? "as in the source", icon: "copy", family: "none" };
    case "mask": {
      const mask = catalogue.masks?.get(rule.mask);
      const params = mask?.params.safeParse(rule.params);
      if (mask === undefined || params?.success !== true) {
        return { label: mask?.label ?? rule.mask, options: "unknown", icon: "help", family: "none" };
      }
      return {
        label: mask.label,
        options: mask.describe(params.data, column.valueType),
        icon: mask.icon,
        family: "mask",
      };
    }
    case "generate": {
      const generator = catalogue.get(rule.generator);
      if (generator === undefined) return { label: rule.generator, options: "unknown", icon: "help", family: "none" };
      const params = generator.params.safeParse(rule.params);
      const { custom } = rule;
      return {
        label: custom === undefined ? generator.label : (design.project.generators?.[custom]?.label ?? custom),
        options: params.success ? generator.describe(params.data, column.valueType) : "",
        icon: generator.icon,
        family: familyOf(generator),
      };
    }
  }
}

export function familyOf(generator: Generator): ColumnView["family"] {
  if (generator.relation === true) return "relation";
  return generator.category === "keys" ? "key" : "generate";
}
