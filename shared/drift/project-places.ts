import { referencesOf } from "../expressions/check-expression.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Project, TableDesign } from "../project/project.ts";
import type { Rule } from "../rules/rule.ts";
import { ruleInputs } from "../rules/rule-inputs.ts";
import { keyOfStep, referenceName } from "../schema/parent-step.ts";
import { referencedTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";

/** The tables of a project, or of one of its scenarios. */
export interface DesignPlace {
  readonly scenario?: string;
  readonly tables: Readonly<Record<TableId, TableDesign>>;
}

/** Every place in which a project says something of tables. */
export const designPlaces = ({ tables, scenarios }: Project): readonly DesignPlace[] => [
  { tables },
  ...Object.entries(scenarios).map(([scenario, overlay]) => ({ scenario, tables: overlay.tables })),
];

/** A column that a rule reads; without a column, the table's rows. */
export interface ColumnRead {
  readonly table: TableId;
  readonly column?: string;
}

/** What a rule of `table` reads beside its own column, by the schema that it was made for. */
export function readsOf(
  rule: Rule,
  table: TableId,
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
): readonly ColumnRead[] {
  if (rule.kind === "mask")
    return rule.when === undefined ? [] : [...referencesOf(rule.when).paths].map((column) => ({ table, column }));
  const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
  if (rule.kind !== "generate" || generator === undefined) return [];
  const params = generator.params.safeParse(rule.params);
  if (!params.success) return [];
  const { data } = params;
  return [
    ...ruleInputs(rule, catalogue).flatMap((path) => along(model, table, path)),
    ...(generator.aggregates?.(data) ?? []).flatMap((of) =>
      of.expression === undefined
        ? [placeOf(of)]
        : of.expression.columns.map((column) => ({ table: of.table, column })),
    ),
    ...(generator.lookups?.(data) ?? []).map(placeOf),
  ];
}

const placeOf = ({ table, column }: { readonly table: string; readonly column?: string }): ColumnRead => ({
  table,
  ...(column === undefined ? {} : { column }),
});

/** The columns that a path goes through: `customer_id.country` reads orders.customer_id and customers.country. */
function along(model: SchemaModel, table: TableId, path: string): readonly ColumnRead[] {
  const found = model.tables.find(({ id }) => id === table);
  if (found === undefined) return [];
  if (found.columns.some(({ name }) => name === path)) return [{ table, column: path }];
  const dot = path.indexOf(".");
  if (dot < 0) return [{ table, column: path }];
  const step = path.slice(0, dot);
  // By the key's column, or by its short name.
  const key = keyOfStep(found, step);
  const column = key?.columns.find((name) => name === step || referenceName(found, name) === step) ?? step;
  const parent = key && referencedTable(model, key);
  return [{ table, column }, ...(parent ? along(model, parent.id, path.slice(dot + 1)) : [])];
}
