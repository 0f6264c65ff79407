import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { GenerateRule, MaskRule, Rows, Rule } from "../rules/rule.ts";
import type { CustomGenerator, DataTarget, ExportTarget, Project, TableDesign } from "./project.ts";
import { budgetWords } from "./budget.ts";
import { referencesShape } from "./key-words.ts";
import { sampleShape } from "./sample-words.ts";
import { parameterNames, type Parameterised } from "../rules/generator-params.ts";
import { customWord, generatorOf, keepWord, maskWord, wordOf } from "./rule-words.ts";

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
    ...(project.newColumns === undefined
      ? {}
      : { "new-columns": project.newColumns === "null" ? null : project.newColumns }),
    ...(project.policies === undefined ? {} : { policies: project.policies }),
    ...(project.budget === undefined ? {} : { budget: budgetWords(project.budget) }),
    ...filled(
      "generators",
      mapRecord(project.generators ?? {}, (one) => generatorShape(one, catalogue)),
    ),
    ...filled("tables", tablesShape(project.tables, catalogue)),
    ...filled(
      "scenarios",
      mapRecord(project.scenarios, (scenario) => ({
        ...(scenario.seed === undefined ? {} : { seed: scenario.seed }),
        ...(scenario.rows === undefined ? {} : { rows: rowsShape(scenario.rows) }),
        ...filled("tables", tablesShape(scenario.tables, catalogue)),
      })),
    ),
    ...(project.exports.length === 0 ? {} : { exports: project.exports.map(exportShape) }),
  };
}

/** An export with its options beside its other settings: what and how, then where to. */
function exportShape({ options, ...target }: ExportTarget): FileShape {
  const { name, scenario, scenarios, to, ...kind } = target as DataTarget;
  const { compress, split, tables, ...rest } = kind;
  const shape = { name, scenario, scenarios, ...rest, ...options, compress, split, to, tables };
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
}

const filled = (name: string, record: FileShape): FileShape =>
  Object.keys(record).length === 0 ? {} : { [name]: record };

function mapRecord<T>(record: Readonly<Record<string, T>>, shape: (value: T) => FileShape | string): FileShape {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, shape(value)]));
}

/** A custom generator: its label, then its rule. */
function generatorShape({ label, ...rest }: CustomGenerator, catalogue: GeneratorCatalogue): FileShape | string {
  const shape = ruleShape({ kind: "generate", ...rest }, catalogue);
  if (label === undefined) return shape;
  return { label, ...(typeof shape === "string" ? { [shape]: {} } : shape) };
}

function tablesShape(tables: Readonly<Record<string, TableDesign>>, catalogue: GeneratorCatalogue): FileShape {
  return mapRecord(tables, (table) => ({
    ...(table.mode === undefined ? {} : { mode: table.mode }),
    ...(table.rows === undefined ? {} : { rows: rowsShape(table.rows) }),
    ...(table.sample === undefined ? {} : { sample: sampleShape(table.sample) }),
    ...(table.references === undefined ? {} : { references: referencesShape(table.references) }),
    ...filled("pinned", Object.fromEntries((table.pinned ?? []).map(({ name, values }) => [name, values]))),
    ...filled(
      "columns",
      mapRecord(table.columns, (rule) => ruleShape(rule, catalogue)),
    ),
  }));
}

/** A row count as the file writes it. */
export function rowsShape(rows: Rows): unknown {
  if (typeof rows === "number") return rows;
  return {
    per: rows.per,
    from: rows.from,
    to: rows.to,
    ...(rows.average === undefined ? {} : { average: rows.average }),
    ...(rows.without === 0 ? {} : { without: rows.without }),
    ...(rows.distribution === undefined ? {} : { distribution: rows.distribution }),
    ...(rows.weights === undefined ? {} : { weights: rows.weights }),
  };
}

/** A rule in the words of the map that stood for its column before, where that was of the same generator. */
export function respelledRule(rule: GenerateRule, catalogue: GeneratorCatalogue, standing: object): FileShape | string {
  const shape = ruleShape(rule, catalogue);
  if (rule.custom !== undefined) return shape;
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
export function ruleShape(rule: Rule, catalogue: GeneratorCatalogue): FileShape | string {
  if (rule.kind === "mask") return maskShape(rule, catalogue);
  if (rule.kind === "keep") return rule.reason === undefined ? keepWord : { [keepWord]: rule.reason };
  if (rule.kind !== "generate") return rule.kind;
  const { custom } = rule;
  const word = custom === undefined ? wordOf(catalogue, rule.generator) : customWord;
  const settings = {
    ...(rule.nulls === undefined ? {} : { nulls: rule.nulls }),
    ...(rule.when === undefined ? {} : { when: rule.when }),
    ...(rule.unique === undefined ? {} : { unique: rule.unique }),
    // The locale of a custom generator is its own.
    ...(rule.locale === undefined || custom !== undefined ? {} : { locale: rule.locale }),
    ...(rule.edge === undefined ? {} : { edge: edgeShape(rule.edge) }),
  };
  if (custom !== undefined) return { [word]: custom, ...settings };
  const params = paramsShape(rule.params, catalogue.get(rule.generator));
  if (params === undefined && Object.keys(settings).length === 0 && word !== "default" && word !== "null") return word;
  return { [word]: params ?? {}, ...settings };
}

/** `{ mask: hash }`, or `{ mask: { format-preserving: { keep-last: 4 } }, domain: cards }`. */
function maskShape({ mask, params: given, domain, when }: MaskRule, catalogue: GeneratorCatalogue): FileShape {
  const params = paramsShape(given, catalogue.masks?.get(mask));
  return {
    [maskWord]: params === undefined ? mask : { [mask]: params },
    ...(domain === undefined ? {} : { domain }),
    ...(when === undefined ? {} : { when }),
  };
}

/** `2%`, or `{ share: 2%, packs: [unicode] }`. */
function edgeShape({ share, packs, invalid }: NonNullable<GenerateRule["edge"]>): unknown {
  const percent = `${Number((share * 100).toFixed(8))}%`;
  if (packs === undefined && invalid !== true) return percent;
  return { share: percent, ...(packs ? { packs } : {}), ...(invalid === true ? { invalid } : {}) };
}

/** The shorthand parameter alone where it reads back as itself, else the parameters by name. */
function paramsShape(params: Readonly<Record<string, unknown>>, generator: Parameterised | undefined): unknown {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  if (generator === undefined) return Object.fromEntries(given);
  const [only] = given;
  if (given.length === 1 && only !== undefined && only[0] === generator.shorthand && readsAlone(only[1], generator))
    return only[1];
  return orderedParams(params, generator);
}

/** Parameters by name, in the order of their declaration. */
function orderedParams(params: Readonly<Record<string, unknown>>, generator: Parameterised): FileShape {
  const order = parameterNames(generator);
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** Whether a map in the file names parameters, and is not the value of the shorthand parameter. */
const isNamed = (value: unknown, generator: Parameterised): boolean =>
  isMapLike(value) && generator.params.safeParse(value).success;

/** A map alone could also be read as the parameters by name, and null as none. */
const readsAlone = (value: unknown, generator: Parameterised): boolean => value !== null && !isNamed(value, generator);

const isMapLike = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
