import { columnsOfFigure, type GeneratorCatalogue } from "../generators/generator.ts";
import type { Design, DesignedColumn } from "../rules/design.ts";
import { nearestName } from "../rules/nearest-name.ts";
import type { Problem } from "../rules/problem.ts";
import type { GenerateRule } from "../rules/rule.ts";
import { readChecks } from "../schema/check-constraints.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { TablePlan } from "./plan.ts";

interface Tables {
  readonly design: Design;
  readonly catalogue: GeneratorCatalogue;
  readonly tables: ReadonlyMap<TableId, TablePlan>;
}

/** The edge values that a column's rule asks for, or why there are none, as the end of a sentence. */
export type EdgeChoice = { readonly values: readonly string[] } | { readonly refused: string };

/** Chooses the edge values of a column: none that would break a reference, a key of several columns, or a total. */
export function edgeChoice(plan: Tables, table: TablePlan, entry: DesignedColumn): EdgeChoice {
  const { column, rule } = entry;
  const { edges } = plan.catalogue;
  if (rule.kind !== "generate" || rule.edge === undefined || edges === undefined) return { values: [] };
  const generator = plan.catalogue.get(rule.generator);
  if (generator?.relation === true || table.relations.some(({ carries }) => carries.includes(column.name)))
    return { refused: "its values point to rows of another table" };
  if (table.tuples.some(({ components }) => components.some((component) => component.column === column.name)))
    return { refused: "it is part of a key of several columns" };
  const gatherer = gathererOf(plan, table.id, column.name);
  if (gatherer !== undefined) return { refused: `${gatherer} is a figure over its values, which would overflow` };
  const values = edges.values(rule.edge, {
    engine: plan.design.model.engine,
    column,
    type: column.valueType,
    table: table.table,
    unique: table.distinct.has(column.name),
    suited: generator?.edgePacks,
  });
  return values.length > 0 ? { values } : { refused: reasonForNone(plan, table, entry) };
}

/** The column of another table that takes a figure over this one's values. */
function gathererOf({ tables, catalogue }: Tables, table: TableId, column: string): string | undefined {
  for (const [id, { designed }] of tables) {
    for (const { column: other, rule } of designed.columns) {
      const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || generator?.aggregates === undefined) continue;
      const params = generator.params.safeParse(rule.params);
      const figures = params.success ? generator.aggregates(params.data) : [];
      if (figures.some((of) => of.table === table && columnsOfFigure(of).includes(column)))
        return `${id}.${other.name}`;
    }
  }
  return undefined;
}

function reasonForNone({ design }: Tables, { table, distinct }: TablePlan, { column }: DesignedColumn): string {
  const shared = readChecks(table, design.model.engine).some(
    ({ columns, expression, check }) =>
      (columns.includes(column.name) && columns.length > 1) ||
      (expression === null && check.expression.includes(column.name)),
  );
  if (shared) return "a CHECK ties it to other columns";
  return distinct.has(column.name)
    ? "its values must differ, and none of the packs' are sure to"
    : "no value of the packs fits its type and CHECKs";
}

/** Reports edge shares that have no effect, and packs that do not exist. */
export function reportEdges(plan: Tables, problems: Problem[]): void {
  const known = plan.catalogue.edges?.packs.map(({ id }) => id) ?? [];
  for (const table of plan.tables.values()) {
    if (table.designed.mode !== "generate") continue;
    for (const entry of table.designed.columns) {
      const { column, rule } = entry;
      if (rule.kind !== "generate" || rule.edge === undefined) continue;
      const at = { table: table.id, column: column.name, code: "edge-values" } as const;
      const unknown = rule.edge.packs?.find((id) => !known.includes(id));
      if (unknown !== undefined) {
        const near = nearestName(unknown, known);
        const packs = [...new Set((rule.edge.packs ?? []).flatMap((id) => (id === unknown ? (near ?? []) : id)))];
        problems.push({
          ...at,
          severity: "error",
          message: `${table.id}.${column.name} asks for edge values of the unknown pack \`${unknown}\`.`,
          explanation: `The packs are ${known.join(", ")}.`,
          fixes: [
            setEdge(table, entry, rule, near === undefined ? `Remove ${unknown}` : `Use ${near}`, {
              share: rule.edge.share,
              ...(packs.length > 0 ? { packs } : {}),
            }),
          ],
        });
        continue;
      }
      const choice = edgeChoice(plan, table, entry);
      if (!("refused" in choice)) continue;
      problems.push({
        ...at,
        severity: "warning",
        message: `${table.id}.${column.name} gets no edge values: ${choice.refused}.`,
        fixes: [setEdge(table, entry, rule, "Remove the edge share", undefined)],
      });
    }
  }
}

function setEdge(
  table: TablePlan,
  { column }: DesignedColumn,
  rule: GenerateRule,
  label: string,
  edge: GenerateRule["edge"],
): Problem["fixes"][number] {
  const { edge: _dropped, ...rest } = rule;
  return {
    label,
    edit: {
      kind: "set-rule",
      table: table.id,
      column: column.name,
      rule: edge === undefined ? rest : { ...rest, edge },
    },
  };
}
