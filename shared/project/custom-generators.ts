import { SeedloomError } from "../base/errors.ts";
import type { GenerateRule, Rule } from "../rules/rule.ts";
import { customReference, customsIn, mapCustoms, partsOfCustom, ringThrough, writtenOut } from "./nested-customs.ts";
import { own, without } from "./own.ts";
import type { CustomGenerator, Project, TableDesign } from "./project.ts";

/**
 * The project's own generators: rules with a name, used by columns and by each other. A rule that says `custom` holds the
 * generator, parameters and locale of that name too, so that nothing behind the project looks names up; what is here keeps
 * both in step.
 */

/** A column that uses a custom generator. */
export interface CustomUse {
  readonly table: string;
  readonly column: string;
  readonly scenario?: string;
}

/** The columns whose rule is the custom generator `name`, or has it in its parameters; those of scenarios included. */
export function usesOf(project: Project, name: string): readonly CustomUse[] {
  const inTables = (tables: Readonly<Record<string, TableDesign>>, scenario?: string): readonly CustomUse[] =>
    Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.entries(columns)
        .filter(
          ([, rule]) => customOf(rule) === name || (rule.kind === "generate" && customsIn(rule.params).includes(name)),
        )
        .map(([column]) => ({ table, column, ...(scenario === undefined ? {} : { scenario }) })),
    );
  return [
    ...inTables(project.tables),
    ...Object.entries(project.scenarios).flatMap(([scenario, { tables }]) => inTables(tables, scenario)),
  ];
}

/** The custom generators that are made of `name` directly. */
export const dependentsOf = (project: Project, name: string): readonly string[] =>
  Object.entries(project.generators ?? {})
    .filter(([, one]) => partsOfCustom(one).includes(name))
    .map(([other]) => other);

const customOf = (rule: Rule): string | undefined => (rule.kind === "generate" ? rule.custom : undefined);

/** What a column's rule takes from a custom generator; how many NULLs, and whether unique, is the column's own affair. */
export function customRule(name: string, { generator, params, locale }: CustomGenerator): GenerateRule {
  return { kind: "generate", generator, params, ...(locale === undefined ? {} : { locale }), custom: name };
}

/**
 * The project with a custom generator set, and with every rule and generator that uses it brought along; null removes it,
 * and its uses keep what it said as a rule of their own.
 * @throws SeedloomError `project-invalid` where it would be made of itself.
 */
export function setGenerator(project: Project, name: string, definition: CustomGenerator | null): Project {
  if (name === "__proto__") throw new SeedloomError("project-invalid", "`__proto__` cannot be a name in a project.");
  const generators = project.generators ?? {};
  if (definition === null) {
    const gone = own(generators, name);
    if (gone === undefined) return project;
    const left = changeReferences(project, without(generators, name), (other, reference) =>
      other === name ? writtenOut(gone) : reference,
    );
    return inStep(left.project, left.generators);
  }
  const next = { ...generators, [name]: definition };
  const ring = ringThrough(name, next);
  if (ring !== undefined) throw ringError(ring);
  return inStep(project, next);
}

/** References in the parameters of rules and of custom generators replaced. */
function changeReferences(
  project: Project,
  generators: Readonly<Record<string, CustomGenerator>>,
  change: (name: string, reference: unknown) => unknown,
): { readonly project: Project; readonly generators: Record<string, CustomGenerator> } {
  const inParams = <T extends Pick<CustomGenerator, "params">>(one: T): T => {
    const params = mapCustoms(one.params, change);
    return params === one.params ? one : { ...one, params };
  };
  return {
    project: changeRules(project, (rule) => (rule.kind === "generate" ? inParams(rule) : rule)),
    generators: mapValues(generators, inParams),
  };
}

/** The error of custom generators that are made of each other. */
export const ringError = (ring: readonly string[], place = ""): SeedloomError =>
  new SeedloomError(
    "project-invalid",
    `The custom generators ${ring.filter((name, k) => name !== ring[k - 1]).join(" → ")} are made of each other${place}.`,
    "Let one of them name a generator of its own.",
  );

/** The project with a custom generator under another name, in its place, and its uses with it. */
export function renameGenerator(project: Project, name: string, to: string): Project {
  const generators = project.generators ?? {};
  if (name === to || !Object.hasOwn(generators, name)) return project;
  if (to === "__proto__" || Object.hasOwn(generators, to))
    throw new SeedloomError("project-invalid", `There is a custom generator ${to} already.`, "Choose another name.");
  const changed = changeReferences(project, generators, (other, reference) =>
    other === name ? customReference(to) : reference,
  );
  const moved = Object.fromEntries(
    Object.entries(changed.generators).map(([key, one]): [string, CustomGenerator] => [
      key === name ? to : key,
      one.custom === name ? { ...one, custom: to } : one,
    ]),
  );
  return inStep(
    changeRules(changed.project, (rule) => (customOf(rule) === name ? { ...rule, custom: to } : rule)),
    moved,
  );
}

/** A column's rule as set: what it changes of its custom generator is changed for all that use it. */
export function withRule(project: Project, rule: Rule): { readonly project: Project; readonly rule: Rule } {
  const name = customOf(rule);
  if (rule.kind !== "generate" || name === undefined) return { project, rule };
  const definition = own(project.generators ?? {}, name);
  const { custom: _, ...plain } = rule;
  if (definition === undefined) return { project, rule: plain };
  if (sameValues(definition, rule)) return { project, rule };
  const { label } = definition;
  const { generator, params, locale } = rule;
  const changed = {
    ...(label === undefined ? {} : { label }),
    generator,
    params,
    ...(locale === undefined ? {} : { locale }),
  };
  return { project: setGenerator(project, name, changed), rule };
}

/** The project with these generators, and every rule that names one made equal to it. */
function inStep(project: Project, given: Readonly<Record<string, CustomGenerator>>): Project {
  const resolved = new Map<string, CustomGenerator>();
  const resolve = (name: string): CustomGenerator | undefined => {
    const known = resolved.get(name);
    const one = own(given, name);
    if (known !== undefined || one === undefined) return known;
    const base = one.custom === undefined ? undefined : resolve(one.custom);
    const { custom, label } = one;
    const { custom: _, label: _label, ...said } = base ?? one;
    const made = {
      ...(label === undefined ? {} : { label }),
      ...said,
      ...(base && custom !== undefined ? { custom } : {}),
    };
    resolved.set(name, made);
    return made;
  };
  for (const name of Object.keys(given)) resolve(name);
  const generators = Object.fromEntries(
    Object.keys(given).flatMap((name) => {
      const one = resolved.get(name);
      return one === undefined ? [] : [[name, one] as const];
    }),
  );
  const { generators: _, ...rest } = project;
  const next: Project = Object.keys(generators).length === 0 ? rest : { ...rest, generators };
  return changeRules(next, (rule) => {
    const name = customOf(rule);
    if (rule.kind !== "generate" || name === undefined) return rule;
    const definition = own(generators, name);
    const { locale: _locale, custom: _custom, ...plain } = rule;
    if (definition === undefined) return { ...plain, ...(rule.locale === undefined ? {} : { locale: rule.locale }) };
    return sameValues(definition, rule) ? rule : { ...plain, ...customRule(name, definition) };
  });
}

const sameValues = (
  a: Pick<CustomGenerator, "generator" | "params" | "locale">,
  b: Pick<CustomGenerator, "generator" | "params" | "locale">,
): boolean =>
  a.generator === b.generator && a.locale === b.locale && JSON.stringify(a.params) === JSON.stringify(b.params);

/** Every rule of the project changed; what stays as it was is the same object. */
function changeRules(project: Project, change: (rule: Rule) => Rule): Project {
  const tables = changeTables(project.tables, change);
  const scenarios = mapValues(project.scenarios, (scenario) => {
    const changed = changeTables(scenario.tables, change);
    return changed === scenario.tables ? scenario : { ...scenario, tables: changed };
  });
  return tables === project.tables && scenarios === project.scenarios ? project : { ...project, tables, scenarios };
}

const changeTables = (tables: Project["tables"], change: (rule: Rule) => Rule): Project["tables"] =>
  mapValues(tables, (table) => {
    const columns = mapValues(table.columns, change);
    return columns === table.columns ? table : { ...table, columns };
  });

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  const entries = Object.entries(record).map(([name, value]): [string, T] => [name, change(value)]);
  return entries.some(([name, value]) => value !== record[name]) ? Object.fromEntries(entries) : record;
}
