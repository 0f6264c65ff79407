import type { GeneratorCatalogue } from "../generators/generator.ts";
import { checkedAt, failAt, mapAt } from "./file-errors.ts";
import { customGeneratorSchema, generatorNameSchema, type CustomGenerator } from "./project.ts";
import { readRule, type CustomNames } from "./read-rule.ts";
import { ringError } from "./custom-generators.ts";
import type { SourceEntry, SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

/**
 * The section `generators`: a name, and a rule with a label beside it. One may be made of another by `custom: name`.
 * @throws SeedloomError naming line and column; also where they are made of each other.
 */
export function readGenerators(
  source: YamlSource,
  catalogue: GeneratorCatalogue,
  node: SourceNode | undefined,
): Readonly<Record<string, CustomGenerator>> {
  if (node === undefined) return {};
  const { entries } = mapAt(source, node, "`generators`");
  const known = new Map<string, CustomGenerator>();
  const open: string[] = [];

  const customs: CustomNames = {
    names: [...entries.keys()],
    get(name) {
      const entry = entries.get(name);
      return entry && read(name, entry);
    },
  };

  function read(name: string, entry: SourceEntry): CustomGenerator {
    const found = known.get(name);
    if (found) return found;
    if (open.includes(name))
      throw ringError([...open.slice(open.indexOf(name)), name], ` at ${source.place(entry.at)}`);
    checkedAt(
      source,
      { kind: "scalar", at: entry.at, value: name },
      generatorNameSchema,
      "the name of a custom generator",
    );
    open.push(name);
    const made = definitionOf(entry.value);
    open.pop();
    known.set(name, made);
    return made;
  }

  function definitionOf(value: SourceNode): CustomGenerator {
    const label = value.kind === "map" ? value.entries.get("label") : undefined;
    const rest: SourceNode =
      value.kind === "map"
        ? { ...value, entries: new Map([...value.entries].filter(([key]) => key !== "label")) }
        : value;
    const rule = readRule(source, catalogue, rest, customs);
    if (rule.kind !== "generate")
      return failAt(source, value.at, "A custom generator has a rule that makes values; it has none");
    for (const setting of ["nulls", "when", "unique", "edge"] as const) {
      if (rule[setting] !== undefined && value.kind === "map")
        return failAt(
          source,
          value.entries.get(setting)?.at ?? value.at,
          `\`${setting}\` is the column's, not the custom generator's; it stands`,
          "Say it beside `custom:` at the column.",
        );
    }
    const { generator, params, locale, custom } = rule;
    if (custom !== undefined && value.kind === "map" && value.entries.has("locale"))
      failAt(
        source,
        value.entries.get("locale")?.at ?? value.at,
        `\`locale\` is that of \`${custom}\`; it stands`,
        "Name the generator itself to give it another locale.",
      );
    return {
      ...(label === undefined
        ? {}
        : { label: checkedAt(source, label.value, customGeneratorSchema.shape.label.unwrap(), "`label`") }),
      generator,
      params,
      ...(locale === undefined ? {} : { locale }),
      ...(custom === undefined ? {} : { custom }),
    };
  }

  return Object.fromEntries([...entries].map(([name, entry]) => [name, read(name, entry)]));
}
