import type { GeneratorCard } from "../../../../shared/api/views.ts";
import { customReference, referredCustom } from "../../../../shared/project/nested-customs.ts";

/** A rule inside of another, as a form edits it: a generator with its parameters, or one of the project's own. */
export type InnerRule =
  | {
      readonly kind: "rule";
      readonly generator: string;
      readonly params: Readonly<Record<string, unknown>>;
      readonly locale?: string;
    }
  | { readonly kind: "custom"; readonly name: string };

/** A document's shape as a form edits it; `share` of the documents have it, all where absent. */
export type Part = (
  | InnerRule
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "object"; readonly fields: readonly Field[] }
  | { readonly kind: "list"; readonly of: Part; readonly min: number; readonly max: number }
  | { readonly kind: "items"; readonly parts: readonly Part[] }
  | { readonly kind: "one"; readonly parts: readonly Part[] }
) & { readonly share?: number };

export interface Field {
  readonly name: string;
  readonly part: Part;
}

type Cards = ReadonlyMap<string, Pick<GeneratorCard, "fields" | "shorthand">>;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number";

/** Reads a tree as the project holds it; undefined where it says what no form shows, so that only its text can be edited. */
export function readPart(tree: unknown, cards: Cards): Part | undefined {
  if (tree === null || typeof tree === "string" || typeof tree === "number" || typeof tree === "boolean")
    return { kind: "value", value: tree };
  if (Array.isArray(tree)) {
    const parts = readAll(tree, cards);
    return parts && { kind: "items", parts };
  }
  if (!isMap(tree)) return undefined;
  const command = Object.keys(tree).find((name) => name.startsWith("$"));
  if (command !== undefined) return readCommand(command, tree, cards);
  const parts = readAll(Object.values(tree), cards);
  return parts && { kind: "object", fields: Object.keys(tree).flatMap((name, k) => fieldOf(name, parts[k])) };
}

const fieldOf = (name: string, part: Part | undefined): readonly Field[] => (part ? [{ name, part }] : []);

function readAll(trees: readonly unknown[], cards: Cards): readonly Part[] | undefined {
  const parts = trees.flatMap((tree) => readPart(tree, cards) ?? []);
  return parts.length === trees.length ? parts : undefined;
}

function readCommand(command: string, tree: Readonly<Record<string, unknown>>, cards: Cards): Part | undefined {
  const value = tree[command];
  switch (command) {
    case "$rule":
    case "$custom":
      return readInner(tree, cards);
    case "$column":
      return typeof value === "string" ? { kind: "column", column: value } : undefined;
    case "$list": {
      const { min = 0, max = 3 } = tree;
      const of = readPart(value, cards);
      return of && isNumber(min) && isNumber(max) ? { kind: "list", of, min, max } : undefined;
    }
    case "$maybe": {
      const { share = 0.5 } = tree;
      const part = readPart(value, cards);
      return part && isNumber(share) ? { ...part, share: share * (part.share ?? 1) } : undefined;
    }
    case "$one": {
      const parts = Array.isArray(value) ? readAll(value, cards) : undefined;
      return parts && { kind: "one", parts };
    }
    default:
      return undefined;
  }
}

/** Reads `lorem.word`, `{ integer: { min: 1 } }`, `{ $rule: …, locale: de }` or `{ $custom: name }`. */
export function readInner(rule: unknown, cards: Cards): InnerRule | undefined {
  const name = referredCustom(rule);
  if (name !== undefined) return { kind: "custom", name };
  if (!isMap(rule))
    return typeof rule === "string" && rule !== "" ? { kind: "rule", generator: rule, params: {} } : undefined;
  if ("$rule" in rule) {
    const inner = readInner(rule["$rule"], cards);
    const { locale } = rule;
    return inner?.kind === "rule" && typeof locale === "string" ? { ...inner, locale } : inner;
  }
  const [entry, ...more] = Object.entries(rule);
  if (entry === undefined || more.length > 0 || entry[0].startsWith("$")) return undefined;
  const [id, given] = entry;
  const generator = cards.has(id) || id !== "choice" ? id : "weighted-choice";
  return { kind: "rule", generator, params: readParams(given, cards.get(generator)) };
}

/** Parameters by name, or the shorthand parameter alone. */
function readParams(given: unknown, card: ReturnType<Cards["get"]>): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {};
  const named =
    isMap(given) && Object.keys(given).every((name) => card?.fields.some((field) => field.name === name) ?? true);
  if (named) return given;
  return card?.shorthand === undefined ? {} : { [card.shorthand]: given };
}

/** The tree of a part, as short as the project file has it. */
export function writePart(part: Part): unknown {
  const { share, ...rest } = part;
  if (share !== undefined && share < 1) return { $maybe: writePart(rest), share };
  switch (part.kind) {
    case "rule":
    case "custom":
      return writeInner(part);
    case "column":
      return { $column: part.column };
    case "value":
      return part.value;
    case "object":
      return Object.fromEntries(part.fields.map(({ name, part: inner }) => [name, writePart(inner)]));
    case "list":
      return { $list: writePart(part.of), min: part.min, max: part.max };
    case "items":
      return part.parts.map(writePart);
    case "one":
      return { $one: part.parts.map(writePart) };
  }
}

/** A rule where only a rule can stand: without the word that tells it from a value. */
export function writeRule(rule: InnerRule): string | Readonly<Record<string, unknown>> {
  if (rule.kind === "custom" || rule.locale !== undefined) return writeInner(rule);
  return Object.keys(rule.params).length === 0 ? rule.generator : { [rule.generator]: rule.params };
}

/** A rule as it stands in a tree. */
export function writeInner(rule: InnerRule): Readonly<Record<string, unknown>> {
  if (rule.kind === "custom") return customReference(rule.name);
  const { generator, params, locale } = rule;
  const bare = Object.keys(params).length === 0;
  return { $rule: bare ? generator : { [generator]: params }, ...(locale === undefined ? {} : { locale }) };
}
