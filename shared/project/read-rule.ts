import { z } from "zod";
import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import { edgeSchema, uniqueSchema, type GenerateRule, type Rule } from "../rules/rule.ts";
import { checkedAt, failAt, nameHint } from "./file-errors.ts";
import { customRule } from "./custom-generators.ts";
import { nestedWord } from "./nested-customs.ts";
import type { CustomGenerator } from "./project.ts";
import { customWord, generatorOf, generatorWords, keepWord, maskWord, ruleSettings } from "./rule-words.ts";
import { readParams } from "./read-params.ts";
import { readSourceRule } from "./read-source-rule.ts";
import { shownName, type SourceEntry, type SourceMap, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

/** The project's own generators, as far as they are read. */
export interface CustomNames {
  readonly names: readonly string[];
  get(name: string): CustomGenerator | undefined;
}

const noCustoms: CustomNames = { names: [], get: () => undefined };

/** A share as the file has it: 2%, or 0.02. */
const shareText = (share: z.ZodType<number>): z.ZodType<number> =>
  z.preprocess(
    (value) =>
      typeof value === "string" && /^\d+(?:\.\d+)?\s*%$/.test(value)
        ? Number((Number.parseFloat(value) / 100).toFixed(10))
        : value,
    share,
  );
const shareWords = "is not a share such as 2% or 0.02";
const nullsText = shareText(z.number(shareWords).min(0, shareWords).max(1, "is more than 100%"));
const edgeShareText = shareText(z.number(shareWords).gt(0, shareWords).max(1, "is more than 100%"));

/** `edge: 2%`, or `edge: { share: 2%, packs: [unicode, injection] }`. */
const edgeText = z.preprocess(
  (value) => (typeof value === "object" ? value : { share: value }),
  edgeSchema.extend({ share: edgeShareText }),
);

/**
 * A column's rule: `integer`, `default`, `null`, or `{ integer: { minimum: 1 }, nulls: 0.1, unique: true, locale: de, edge: 2% }`,
 * where the generator's value may be its shorthand parameter alone.
 * @throws SeedloomError naming line and column, and the nearest name for an unknown generator or parameter.
 */
export function readRule(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  node: SourceNode,
  customs: CustomNames = noCustoms,
): Rule {
  if (node.kind === "scalar") {
    if (node.value === null || node.value === "null") return { kind: "null" };
    if (node.value === "default") return { kind: "default" };
    if (node.value === keepWord) return { kind: "keep" };
    const word = String(node.value);
    return { kind: "generate", generator: knownGenerator(source, catalogue, word, node.at).id, params: {} };
  }
  if (node.kind === "list")
    return failAt(source, node.at, "A rule is a generator's name or `{ generator: parameters }`, not a list,");
  return readRuleMap(source, catalogue, node, customs);
}

function readRuleMap(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceMap, customs: CustomNames): Rule {
  if (node.entries.has(maskWord) || node.entries.has(keepWord)) return readSourceRule(source, catalogue, node);
  const settings: readonly string[] = ruleSettings;
  const others = [...node.entries].filter(([name]) => !settings.includes(name));
  const isRule = (name: string): boolean => name === customWord || generatorOf(catalogue, name) !== undefined;
  const [first] = others.filter(([name]) => isRule(name)).concat(others);
  if (first === undefined) {
    const hint = node.entries.has("edge")
      ? "`edge` is a share of another rule's rows; `{ edge-values: { packs: [unicode] } }` makes edge values in every row."
      : "Write `{ generator: parameters }`.";
    return failAt(source, node.at, "The rule names no generator", hint);
  }
  const stranger = others.find(([name]) => name !== first[0]);
  if (stranger !== undefined) refuseSecond(source, catalogue, first[0], stranger);
  const [word, entry] = first;
  const setting = <T>(name: (typeof ruleSettings)[number], schema: z.ZodType<T>): T | undefined => {
    const value = node.entries.get(name)?.value;
    return value === undefined ? undefined : checkedAt(source, value, schema, `\`${name}\``);
  };
  const nulls = setting("nulls", nullsText);
  const when = setting("when", z.string().min(1));
  const unique = setting("unique", uniqueSchema);
  const locale = setting("locale", z.string());
  const share = node.entries.get("edge")?.value;
  if (share?.kind === "map" && !share.entries.has("share"))
    failAt(
      source,
      share.at,
      "`share` of `edge` is missing",
      "Write `edge: { share: 2%, packs: [unicode] }`, or `edge: 2%` for the usual packs.",
    );
  const edge = setting("edge", edgeText);
  return {
    ...(word === customWord
      ? readCustom(source, customs, entry.value)
      : readMade(source, catalogue, word, entry, customs)),
    ...(nulls === undefined ? {} : { nulls }),
    ...(when === undefined ? {} : { when }),
    ...(unique === undefined ? {} : { unique }),
    ...(locale === undefined ? {} : { locale }),
    ...(edge === undefined ? {} : { edge }),
  };
}

function readMade(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  word: string,
  entry: SourceEntry,
  customs: CustomNames,
): GenerateRule {
  const generator = knownGenerator(source, catalogue, word, entry.at);
  readReferences(source, customs, entry.value);
  return { kind: "generate", generator: generator.id, params: readParams(source, generator, entry.value) };
}

/** `custom: product-code`: what that generator of the project says. */
function readCustom(
  source: YamlSource,
  customs: CustomNames,
  node: SourceNode,
  word: string = customWord,
): GenerateRule {
  const name = node.kind === "scalar" ? String(node.value ?? "") : "";
  if (node.kind !== "scalar" || name === "")
    return failAt(source, node.at, `\`${word}\` takes the name of a generator of this project; it stands`);
  const definition = customs.get(name);
  if (definition !== undefined) return customRule(name, definition);
  const hint = nameHint(name, customs.names, "Custom generators") ?? "Add it to the section `generators`.";
  return failAt(source, node.at, `The project has no custom generator \`${shownName(name)}\``, hint);
}

/** `{ $custom: product-code }` inside of parameters: that there is such a generator, and that it is not made of itself. */
function readReferences(source: YamlSource, customs: CustomNames, node: SourceNode): void {
  if (node.kind === "list") for (const item of node.items) readReferences(source, customs, item);
  if (node.kind !== "map") return;
  const named = node.entries.get(nestedWord);
  if (named !== undefined && node.entries.size === 1) readCustom(source, customs, named.value, nestedWord);
  else for (const { value } of node.entries.values()) readReferences(source, customs, value);
}

function refuseSecond(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  generator: string,
  [name, entry]: [string, SourceEntry],
): never {
  if (name === customWord || generatorOf(catalogue, name) !== undefined) {
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
  if (word === "default" || word === "null")
    return failAt(source, at, `\`${word}\` takes no parameters; it has some`, `Write \`${word}\` alone.`);
  return failAt(
    source,
    at,
    `Unknown generator \`${shownName(word)}\``,
    nameHint(word, generatorWords(catalogue), "Generators"),
  );
}
