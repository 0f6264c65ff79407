import type { PoolFiles } from "../../shared/generators/generator.ts";
import { loadLocales } from "../../shared/generators/faker/locales.ts";
import { catalogue } from "../../shared/catalogue/index.ts";
import { compilePlan } from "../../shared/plan/compile-plan.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { WorkerShare } from "../../shared/plan/worker-share.ts";
import type { Project } from "../../shared/project/project.ts";
import type { Design } from "../../shared/rules/design.ts";
import { designOf } from "../../shared/rules/design-of.ts";
import { poolPaths, readPools } from "./read-pools.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";

export interface PlanRequest {
  readonly model: SchemaModel;
  readonly project: Project;
  readonly scenario?: string;
  readonly rowOverrides?: Readonly<Record<string, number>>;
  readonly worker?: WorkerShare;
  /** ISO date. */
  readonly referenceDate: string;
  /** The project's folder, where the files lie that rules name; absent before it is saved. */
  readonly folder?: string;
  /** Where the schema comes from, for rules that take values of it: a path or an address. */
  readonly source?: string;
  /** Those files and values, where they were read already. */
  readonly pools?: PoolFiles;
}

/** Compiles a project against its schema, with the locales that it and its rules name. */
export async function loadPlan(request: PlanRequest): Promise<Plan> {
  const { model, project, scenario, rowOverrides, referenceDate } = request;
  const extra = ruleLocales(project);
  const design = designOf(model, project, catalogue, scenario);
  const pools = request.pools ?? {
    ...(await readPools(request.folder, poolPaths(project, catalogue))),
    ...(await sourceValues(design, request.source)),
  };
  return compilePlan({
    design,
    catalogue,
    referenceDate,
    locales: await loadLocales(project.locales),
    ...(extra.length === 0 ? {} : { ruleLocales: await loadLocales(Object.fromEntries(extra.map((id) => [id, 1]))) }),
    ...(rowOverrides === undefined ? {} : { rowOverrides }),
    ...(request.worker === undefined ? {} : { worker: request.worker }),
    pools,
  });
}

/** Only the main side has a source: the drivers and what tells personal data would take 15 MB in every worker. */
async function sourceValues(design: Design, source: string | undefined): Promise<PoolFiles> {
  if (source === undefined) return {};
  const { readSourceValues } = await import("./read-source-values.ts");
  return await readSourceValues(design, catalogue, source);
}

/** The locales that single rules, and rules inside of them, ask for and the project does not have. */
function ruleLocales({ tables, scenarios, locales, generators = {} }: Project): readonly string[] {
  const designs = [tables, ...Object.values(scenarios).map((scenario) => scenario.tables)].flatMap((all) =>
    Object.values(all),
  );
  const rules = designs
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap((rule) => (rule.kind === "generate" ? [rule] : []));
  const named = [...rules, ...Object.values(generators)].flatMap(({ locale, params }) => [
    ...(locale === undefined ? [] : [locale]),
    ...localesIn(params),
  ]);
  return [...new Set(named)].filter((id) => !Object.hasOwn(locales, id));
}

/** `{ $rule: …, locale: de }` inside of parameters. */
function localesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(localesIn);
  return "$rule" in value && "locale" in value && typeof value.locale === "string" ? [value.locale, ...inner] : inner;
}
