import { loadLocales } from "../../shared/generators/faker/locales.ts";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { compilePlan } from "../../shared/plan/compile-plan.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { Project } from "../../shared/project/project.ts";
import { designOf } from "../../shared/rules/design-of.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";

export interface PlanRequest {
  readonly model: SchemaModel;
  readonly project: Project;
  readonly scenario?: string;
  readonly rowOverrides?: Readonly<Record<string, number>>;
  /** ISO date. */
  readonly referenceDate: string;
}

/** Compiles a project against its schema, with the locales that it and its rules name. */
export async function loadPlan(request: PlanRequest): Promise<Plan> {
  const { model, project, scenario, rowOverrides, referenceDate } = request;
  const extra = ruleLocales(project);
  return compilePlan({
    design: designOf(model, project, generatorCatalogue, scenario),
    catalogue: generatorCatalogue,
    referenceDate,
    locales: await loadLocales(project.locales),
    ...(extra.length === 0 ? {} : { ruleLocales: await loadLocales(Object.fromEntries(extra.map((id) => [id, 1]))) }),
    ...(rowOverrides === undefined ? {} : { rowOverrides }),
  });
}

/** The locales that single rules ask for and the project does not have. */
function ruleLocales({ tables, scenarios, locales }: Project): readonly string[] {
  const designs = [tables, ...Object.values(scenarios).map((scenario) => scenario.tables)].flatMap((all) =>
    Object.values(all),
  );
  const named = designs
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap((rule) => (rule.kind === "generate" && rule.locale !== undefined ? [rule.locale] : []));
  return [...new Set(named)].filter((id) => !Object.hasOwn(locales, id));
}
