import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import type { GenerateRule, Rows, Rule } from "../rules/rule.ts";
import type { Project, TableDesign } from "./project.ts";
import { parameterNames } from "../rules/generator-params.ts";
import { generatorOf, wordOf } from "./rule-words.ts";

/** A project as the file says it: short forms, keys in the file's order, nothing that a reader would supply. */
export type FileShape = Readonly<Record<string, unknown>>;

/** The short form of a project. */
export function fileShape(project: Project, catalogue: GeneratorCatalogue): FileShape {
  return {
    seedloom: project.seedloom,
    source: project.source,
    seed: project.seed,
    now: project.now,
    locales: project.locales,
    ...(project.rows === undefined ? {} : { rows: project.rows }),
    ...filled("tables", tablesShape(project.tables, catalogue)),
    ...filled(
      "scenarios",
      mapRecord(project.scenarios, (scenario) => ({
        ...(scenario.seed === undefined ? {} : { seed: scenario.seed }),
        ...(scenario.rows === undefined ? {} : { rows: rowsShape(scenario.rows) }),
        ...filled("tables", tablesShape(scenario.tables, catalogue)),
      })),
    ),
    ...(project.exports.length === 0 ? {} : { exports: project.exports }),
  };
}

const filled = (name: string, record: FileShape): FileShape =>
  Object.keys(record).length === 0 ? {} : { [name]: record };

function mapRecord<T>(record: Readonly<Record<string, T>>, shape: (value: T) => FileShape | string): FileShape {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, shape(value)]));
}

function tablesShape(tables: Readonly<Record<string, TableDesign>>, catalogue: GeneratorCatalogue): FileShape {
  return mapRecord(tables, (table) => ({
    ...(table.mode === undefined ? {} : { mode: table.mode }),
    ...(table.rows === undefined ? {} : { rows: rowsShape(table.rows) }),
    ...filled(
      "columns",
      mapRecord(table.columns, (rule) => ruleShape(rule, catalogue)),
    ),
  }));
}

function rowsShape(rows: Rows): unknown {
  if (typeof rows === "number") return rows;
  return {
    per: rows.per,
    from: rows.from,
    to: rows.to,
    ...(rows.average === undefined ? {} : { average: rows.average }),
    ...(rows.without === 0 ? {} : { without: rows.without }),
  };
}

/** A rule in the words of the map that stood for its column before, where that was of the same generator. */
export function respelledRule(rule: GenerateRule, catalogue: GeneratorCatalogue, standing: object): FileShape | string {
  const shape = ruleShape(rule, catalogue);
  const generator = catalogue.get(rule.generator);
  const old = Object.entries(standing).find(
    ([word]) => generator !== undefined && generatorOf(catalogue, word) === generator,
  );
  if (old === undefined || generator === undefined) return shape;
  const [word, value]: [string, unknown] = old;
  const named = isNamed(value, generator);
  const rest = typeof shape === "string" ? {} : Object.fromEntries(Object.entries(shape).slice(1));
  return {
    [word]: named
      ? orderedParams(rule.params, generator)
      : typeof shape === "string"
        ? {}
        : (Object.values(shape)[0] ?? {}),
    ...rest,
  };
}

/** A rule as the file writes it: a word, or a map with the generator's word first. */
function ruleShape(rule: Rule, catalogue: GeneratorCatalogue): FileShape | string {
  if (rule.kind !== "generate") return rule.kind;
  const word = wordOf(catalogue, rule.generator);
  const settings = {
    ...(rule.nulls === undefined ? {} : { nulls: rule.nulls }),
    ...(rule.unique === undefined ? {} : { unique: rule.unique }),
    ...(rule.locale === undefined ? {} : { locale: rule.locale }),
  };
  const params = paramsShape(rule.params, rule.generator, catalogue);
  if (params === undefined && Object.keys(settings).length === 0 && word !== "default" && word !== "null") return word;
  return { [word]: params ?? {}, ...settings };
}

/** The shorthand parameter alone where it reads back as itself, else the parameters by name. */
function paramsShape(params: Readonly<Record<string, unknown>>, id: string, catalogue: GeneratorCatalogue): unknown {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  const generator = catalogue.get(id);
  if (generator === undefined) return Object.fromEntries(given);
  const [only] = given;
  if (given.length === 1 && only !== undefined && only[0] === generator.shorthand && readsAlone(only[1], generator))
    return only[1];
  return orderedParams(params, generator);
}

/** Parameters by name, in the order of their declaration. */
function orderedParams(params: Readonly<Record<string, unknown>>, generator: Generator): FileShape {
  const order = parameterNames(generator);
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** Whether a map in the file names parameters, and is not the value of the shorthand parameter. */
const isNamed = (value: unknown, generator: Generator): boolean =>
  isMapLike(value) && generator.params.safeParse(value).success;

/** A map alone could also be read as the parameters by name, and null as none. */
const readsAlone = (value: unknown, generator: Generator): boolean => value !== null && !isNamed(value, generator);

const isMapLike = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
