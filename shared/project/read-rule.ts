import { z } from "zod";
import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import type { Rule } from "../rules/rule.ts";
import { checkedAt, failAt, failIssue, nameHint } from "./file-errors.ts";
import { parameterNames } from "../rules/generator-params.ts";
import { generatorOf, generatorWords, reservedWords, ruleSettings, shorthandParams } from "./rule-words.ts";
import { plainValue, shownName, type SourceEntry, type SourceMap, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

/**
 * A column's rule: `integer`, `default`, `null`, or `{ integer: { minimum: 1 }, nulls: 0.1, unique: true, locale: de }`,
 * where the generator's value may be its shorthand parameter alone.
 * @throws SeedloomError naming line and column, and the nearest name for an unknown generator or parameter.
 */
export function readRule(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceNode): Rule {
  if (node.kind === "scalar") {
    if (node.value === null || node.value === "null") return { kind: "null" };
    if (node.value === "default") return { kind: "default" };
    const word = String(node.value);
    return { kind: "generate", generator: knownGenerator(source, catalogue, word, node.at).id, params: {} };
  }
  if (node.kind === "list")
    return failAt(source, node.at, "A rule is a generator's name or `{ generator: parameters }`, not a list,");
  return readRuleMap(source, catalogue, node);
}

function readRuleMap(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceMap): Rule {
  const settings: readonly string[] = ruleSettings;
  const others = [...node.entries].filter(([name]) => !settings.includes(name));
  const [first] = others.filter(([name]) => generatorOf(catalogue, name) !== undefined).concat(others);
  if (first === undefined)
    return failAt(source, node.at, "The rule names no generator", "Write `{ generator: parameters }`.");
  const stranger = others.find(([name]) => name !== first[0]);
  if (stranger !== undefined) refuseSecond(source, catalogue, first[0], stranger);
  const [word, entry] = first;
  const generator = knownGenerator(source, catalogue, word, entry.at);
  const setting = <T>(name: (typeof ruleSettings)[number], schema: z.ZodType<T>): T | undefined => {
    const value = node.entries.get(name)?.value;
    return value === undefined ? undefined : checkedAt(source, value, schema, `\`${name}\``);
  };
  const nulls = setting("nulls", z.number().min(0).max(1));
  const unique = setting("unique", z.boolean());
  const locale = setting("locale", z.string());
  return {
    kind: "generate",
    generator: generator.id,
    params: readParams(source, generator, entry.value),
    ...(nulls === undefined ? {} : { nulls }),
    ...(unique === undefined ? {} : { unique }),
    ...(locale === undefined ? {} : { locale }),
  };
}

function refuseSecond(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  generator: string,
  [name, entry]: [string, SourceEntry],
): never {
  if (generatorOf(catalogue, name) !== undefined) {
    return failAt(
      source,
      entry.at,
      `The rule has two generators, \`${generator}\` and \`${name}\`,`,
      "Keep one of the two.",
    );
  }
  return failAt(
    source,
    entry.at,
    `Unknown setting \`${shownName(name)}\` of a rule`,
    nameHint(name, ruleSettings, "Settings"),
  );
}

function knownGenerator(source: YamlSource, catalogue: GeneratorCatalogue, word: string, at: number): Generator {
  const generator = generatorOf(catalogue, word);
  if (generator !== undefined) return generator;
  if (reservedWords.includes(word)) {
    return failAt(
      source,
      at,
      `A rule of kind \`${word}\` is not available in this version; it stands`,
      "Choose a generator instead.",
    );
  }
  if (word === "default" || word === "null")
    return failAt(source, at, `\`${word}\` takes no parameters; it has some`, `Write \`${word}\` alone.`);
  return failAt(
    source,
    at,
    `Unknown generator \`${shownName(word)}\``,
    nameHint(word, generatorWords(catalogue), "Generators"),
  );
}

function readParams(source: YamlSource, generator: Generator, node: SourceNode): Record<string, unknown> {
  const value = plainValue(node);
  if (value === null) return {};
  const known = parameterNames(generator);
  const short = shorthandParams(generator, value);
  const shortResult = short === undefined ? undefined : generator.params.safeParse(short);
  const what = `parameters of ${generator.id}`;
  if (node.kind === "map") {
    const full = value as Record<string, unknown>;
    const fullResult = generator.params.safeParse(full);
    if (fullResult.success) return full;
    if (short !== undefined && shortResult?.success === true) return { ...short };
    return failIssue(source, node, fullResult.error, what, known);
  }
  if (short === undefined || shortResult === undefined) {
    return failAt(
      source,
      node.at,
      `${generator.id} takes its parameters by name, not a value alone,`,
      nameHint("", known, "Parameters"),
    );
  }
  if (shortResult.success) return { ...short };
  const wrapped: SourceNode = {
    kind: "map",
    at: node.at,
    entries: new Map([[generator.shorthand ?? "", { at: node.at, value: node }]]),
  };
  return failIssue(source, wrapped, shortResult.error, what, known);
}
