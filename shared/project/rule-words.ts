import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import type { Parameterised } from "../rules/generator-params.ts";

/** Words of the file for generators whose id is longer, or is a setting of every rule. */
const words: readonly (readonly [word: string, id: string])[] = [
  ["choice", "weighted-choice"],
  ["edge-values", "edge"],
];

/** The words for rules about the source's values: `{ mask: hash }`, `keep`, `{ keep: not about people }`. */
export const maskWord = "mask";
export const keepWord = "keep";

/** The keys beside `mask` in a rule. */
export const maskSettings = ["domain", "when"] as const;

/** The word for one of the project's own generators: `{ custom: product-code }`. */
export const customWord = "custom";

/** The keys beside the generator's own in a rule. */
export const ruleSettings = ["nulls", "when", "unique", "locale", "edge"] as const;

/** The generator that a word in the file means. */
export function generatorOf(catalogue: GeneratorCatalogue, word: string): Generator | undefined {
  return catalogue.get(word) ?? catalogue.get(words.find(([short]) => short === word)?.[1] ?? "");
}

/** The word that the file has for a generator: its id, or the shorter word where that is no id itself. */
export function wordOf(catalogue: GeneratorCatalogue, id: string): string {
  const word = words.find(([, long]) => long === id)?.[0];
  return word !== undefined && catalogue.get(word) === undefined ? word : id;
}

/** Every word that may stand for a generator. */
export function generatorWords(catalogue: GeneratorCatalogue): readonly string[] {
  return [
    ...catalogue.all.map((generator) => generator.id),
    ...words.filter(([, id]) => catalogue.get(id) !== undefined).map(([word]) => word),
  ];
}

/** The parameters for a value that the file writes alone, or undefined where the generator takes none so. */
export function shorthandParams(
  generator: Parameterised,
  value: unknown,
): Readonly<Record<string, unknown>> | undefined {
  return generator.shorthand === undefined ? undefined : { [generator.shorthand]: value };
}
