import { z } from "zod";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Mask } from "../masks/mask.ts";
import type { MaskRule, Rule } from "../rules/rule.ts";
import { checkedAt, failAt, nameHint } from "./file-errors.ts";
import { readParams } from "./read-params.ts";
import { keepWord, maskSettings, maskWord } from "./rule-words.ts";
import { shownName, type SourceEntry, type SourceMap, type SourceNode } from "./source-tree.ts";
import type { YamlSource } from "./yaml-source.ts";

const noReason = "say in a few words why these values may be kept as they are, as in { keep: the office's own number }";
const keepReason = z.string(noReason).trim().min(1, noReason).max(300, "it takes 300 characters at most");

/**
 * A rule about the source's value: `{ keep: reason }`, `{ mask: hash }`, or
 * `{ mask: { format-preserving: { keep-last: 4 } }, domain: cards, when: country != "SE" }`.
 * @throws SeedloomError naming line and column, and the nearest name for an unknown mask or parameter.
 */
export function readSourceRule(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceMap): Rule {
  const mask = node.entries.get(maskWord);
  const word = mask === undefined ? keepWord : maskWord;
  const known: readonly string[] = mask === undefined ? [] : maskSettings;
  const stranger = [...node.entries].find(([name]) => name !== word && !known.includes(name));
  if (stranger !== undefined) refuse(source, stranger, known);
  if (mask === undefined) {
    const reason = node.entries.get(keepWord)?.value ?? node;
    return {
      kind: "keep",
      reason: checkedAt(source, reason, keepReason, "the reason to keep it"),
    };
  }
  const setting = (name: (typeof maskSettings)[number]): string | undefined => {
    const value = node.entries.get(name)?.value;
    return value === undefined ? undefined : checkedAt(source, value, z.string().trim().min(1), `\`${name}\``);
  };
  const domain = setting("domain");
  const when = setting("when");
  return {
    ...readMask(source, catalogue, mask.value),
    ...(domain === undefined ? {} : { domain }),
    ...(when === undefined ? {} : { when }),
  };
}

/** `hash`, or `{ hash: 24 }`. */
function readMask(source: YamlSource, catalogue: GeneratorCatalogue, node: SourceNode): MaskRule {
  if (node.kind === "scalar") {
    return { kind: "mask", mask: knownMask(source, catalogue, String(node.value ?? ""), node.at).id, params: {} };
  }
  const [only, ...more] = node.kind === "map" ? [...node.entries] : [];
  if (only === undefined || more.length > 0) {
    return failAt(
      source,
      node.at,
      "`mask` takes the name of one mask, or `{ mask: parameters }`, which is not what stands",
    );
  }
  const [word, entry] = only;
  const mask = knownMask(source, catalogue, word, entry.at);
  return { kind: "mask", mask: mask.id, params: readParams(source, mask, entry.value) };
}

function knownMask(source: YamlSource, catalogue: GeneratorCatalogue, word: string, at: number): Mask {
  const mask = catalogue.masks?.get(word);
  if (mask !== undefined) return mask;
  const names = catalogue.masks?.all.map(({ id }) => id) ?? [];
  return failAt(source, at, `Unknown mask \`${shownName(word)}\``, nameHint(word, names, "Masks"));
}

const refuse = (source: YamlSource, [name, entry]: [string, SourceEntry], known: readonly string[]): never =>
  failAt(source, entry.at, `Unknown setting \`${shownName(name)}\` beside a mask`, nameHint(name, known, "Settings"));
