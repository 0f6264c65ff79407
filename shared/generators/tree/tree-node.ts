import type { ValueType } from "../../schema/value-type.ts";
import type { Generator, ParameterProblem } from "../generator.ts";

/** Finds generators by id: the composed ones are made of others. */
export type FindGenerator = (id: string) => Generator | undefined;

/** A rule inside a document: a generator and its parameters, checked. */
export interface LeafRule {
  readonly generator: Generator;
  readonly params: Readonly<Record<string, unknown>>;
  /** Another locale than the column's. */
  readonly locale?: string;
  /** Its place: "items[0].price". */
  readonly at: string;
}

/** A document's shape, ready to be compiled. */
export type TreeNode =
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "rule"; readonly rule: LeafRule }
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "list"; readonly of: TreeNode; readonly min: number; readonly max: number }
  | { readonly kind: "maybe"; readonly of: TreeNode; readonly share: number }
  | { readonly kind: "one"; readonly of: readonly TreeNode[] }
  | { readonly kind: "items"; readonly of: readonly TreeNode[] }
  | { readonly kind: "fields"; readonly of: readonly (readonly [name: string, node: TreeNode])[] };

/** What is wrong at a place of a tree: "items[0].price", and the end of a sentence. */
export class TreeFault extends Error {
  readonly at: string;
  constructor(at: string, message: string) {
    super(message);
    this.at = at;
  }
}

/** The most elements of a list: each is compiled on its own. */
export const longestList = 100;
/** The most leaves of a document, lists counted by their longest. */
const mostLeaves = 5000;

/** How a tree is written, for messages and help. */
export const treeForms =
  "An object or a list; inside, plain values stand for themselves, {$rule: …} for a rule, {$custom: name} for one of the project's own, {$column: name} for a column, {$list: …, min, max} for a list, {$maybe: …, share} for what may be missing, {$one: […]} for one of several.";

/**
 * Reads a tree as the project file has it: `{ name: {$rule: person.fullName}, tags: {$list: {$rule: lorem.word}, max: 3} }`.
 * @throws TreeFault naming the place.
 */
export function readTree(tree: unknown, find: FindGenerator): TreeNode {
  const node = readNode(tree, "", find);
  const leaves = countLeaves(node);
  if (leaves > mostLeaves) throw new TreeFault("", `has up to ${leaves} values; ${mostLeaves} is the most`);
  return node;
}

const countLeaves = (node: TreeNode): number => {
  switch (node.kind) {
    case "list":
      return node.max * countLeaves(node.of);
    case "maybe":
      return countLeaves(node.of);
    case "one":
    case "items":
      return node.of.reduce((sum, part) => sum + countLeaves(part), 0);
    case "fields":
      return node.of.reduce((sum, [, part]) => sum + countLeaves(part), 0);
    default:
      return 1;
  }
};

function readNode(tree: unknown, at: string, find: FindGenerator): TreeNode {
  if (tree === null || typeof tree === "string" || typeof tree === "number" || typeof tree === "boolean")
    return { kind: "value", value: tree };
  if (Array.isArray(tree)) return { kind: "items", of: tree.map((part, k) => readNode(part, `${at}[${k}]`, find)) };
  if (typeof tree !== "object") throw new TreeFault(at, "is no value");
  const entries = Object.entries(tree);
  const command = entries.find(([name]) => name.startsWith("$"));
  if (command === undefined) {
    return {
      kind: "fields",
      of: entries.map(([name, part]) => [name, readNode(part, at === "" ? name : `${at}.${name}`, find)]),
    };
  }
  return readCommand(command[0], tree as Readonly<Record<string, unknown>>, at, find);
}

function readCommand(
  command: string,
  tree: Readonly<Record<string, unknown>>,
  at: string,
  find: FindGenerator,
): TreeNode {
  const value = tree[command];
  const settings: Readonly<Record<string, readonly string[]>> = {
    $rule: ["locale"],
    $list: ["min", "max"],
    $maybe: ["share"],
  };
  const stranger = Object.keys(tree).find((name) => name !== command && !(settings[command] ?? []).includes(name));
  if (stranger !== undefined) throw new TreeFault(at, `has \`${stranger}\` beside \`${command}\``);
  const numberOf = (name: string, fallback: number): number => {
    const given = tree[name] ?? fallback;
    if (typeof given !== "number" || !(given >= 0)) throw new TreeFault(at, `has no number as \`${name}\``);
    return given;
  };
  switch (command) {
    case "$rule":
      return { kind: "rule", rule: readLeafRule(tree, at, find, "take {$column: …}") };
    case "$custom":
      throw new TreeFault(at, `names the custom generator \`${String(value)}\`, which the project does not have`);
    case "$column":
      if (typeof value !== "string" || value === "") throw new TreeFault(at, "names no column");
      return { kind: "column", column: value };
    case "$list": {
      const [min, max] = [numberOf("min", 0), numberOf("max", 3)].map(Math.round);
      if (min === undefined || max === undefined || min > max)
        throw new TreeFault(at, `has at least ${min} elements and at most ${max}`);
      if (max > longestList) throw new TreeFault(at, `has up to ${max} elements; ${longestList} is the most`);
      return { kind: "list", of: readNode(value, `${at}[]`, find), min, max };
    }
    case "$maybe": {
      const share = numberOf("share", 0.5);
      if (share > 1) throw new TreeFault(at, "has a share above 1");
      return { kind: "maybe", of: readNode(value, at, find), share };
    }
    case "$one":
      if (!Array.isArray(value) || value.length === 0) throw new TreeFault(at, "has nothing to choose from");
      return { kind: "one", of: value.map((part, k) => readNode(part, `${at}|${k}`, find)) };
    default:
      throw new TreeFault(at, `has \`${command}\`, which is none of $rule, $custom, $column, $list, $maybe, $one`);
  }
}

/** Whether a generator may stand inside another rule: its values are not those of the parent row or of the rows before. */
export const standsAlone = (generator: Generator): boolean =>
  generator.relation !== true && !generator.ownValues && generator.mostAlong === undefined;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `person.fullName`, or `{ integer: { min: 1 } }`, as a rule of a project writes it; or either as `{ $rule: …, locale: de }`. */
export function readLeafRule(
  rule: unknown,
  at: string,
  find: FindGenerator,
  instead = "take {copy: column}",
): LeafRule {
  if (!isMap(rule)) return leafOf(rule, at, find, instead);
  if ("$custom" in rule)
    throw new TreeFault(
      at,
      `names the custom generator \`${String(rule["$custom"])}\`, which the project does not have`,
    );
  if (!("$rule" in rule)) return leafOf(rule, at, find, instead);
  const { $rule: inner, locale } = rule;
  if (locale !== undefined && typeof locale !== "string") throw new TreeFault(at, "has no name as `locale`");
  return { ...leafOf(inner, at, find, instead), ...(locale === undefined ? {} : { locale }) };
}

/** The generator that a rule inside another names: `integer` of `{ integer: { min: 1 } }`. */
export function ruleName(rule: unknown): string | undefined {
  if (!isMap(rule)) return typeof rule === "string" && rule !== "" ? rule : undefined;
  return "$rule" in rule ? ruleName(rule["$rule"]) : Object.keys(rule)[0];
}

/** Words of the project file for generators whose id is another (rule-words.ts). */
const fileWords: Readonly<Record<string, string>> = { choice: "weighted-choice", "edge-values": "edge" };

function leafOf(rule: unknown, at: string, find: FindGenerator, instead: string): LeafRule {
  const [id, given] = typeof rule === "string" ? [rule, {}] : isMap(rule) ? (Object.entries(rule)[0] ?? []) : [];
  if (id === undefined) throw new TreeFault(at, "names no rule");
  const generator = find(fileWords[id] ?? id);
  if (generator === undefined) throw new TreeFault(at, `has the unknown rule \`${id}\``);
  if (!standsAlone(generator)) throw new TreeFault(at, `cannot use \`${id}\`, which needs rows of its own; ${instead}`);
  const full = generator.params.safeParse(given ?? {});
  const params = full.success ? full : generator.params.safeParse({ [generator.shorthand ?? ""]: given });
  if (!params.success) throw new TreeFault(at, `has parameters that \`${id}\` does not take`);
  return { generator, params: params.data, at };
}

/** The rules of a tree, in its order. */
export function rulesOf(node: TreeNode): readonly LeafRule[] {
  switch (node.kind) {
    case "rule":
      return [node.rule];
    case "list":
    case "maybe":
      return rulesOf(node.of);
    case "one":
    case "items":
      return node.of.flatMap(rulesOf);
    case "fields":
      return node.of.flatMap(([, part]) => rulesOf(part));
    default:
      return [];
  }
}

/** The columns of the row that a tree reads, each once. */
export const columnsOf = (node: TreeNode): readonly string[] => [
  ...new Set([...namedColumns(node), ...insides(rulesOf(node)).inputs]),
];

function namedColumns(node: TreeNode): readonly string[] {
  switch (node.kind) {
    case "column":
      return [node.column];
    case "list":
    case "maybe":
      return namedColumns(node.of);
    case "one":
    case "items":
      return node.of.flatMap(namedColumns);
    case "fields":
      return node.of.flatMap(([, part]) => namedColumns(part));
    default:
      return [];
  }
}

/** What rules inside another read, which that one then has to declare as its own. */
export function insides(rules: readonly LeafRule[]) {
  const all = <T>(read: (rule: LeafRule) => readonly T[] | undefined): readonly T[] =>
    rules.flatMap((rule) => read(rule) ?? []);
  return {
    inputs: all(({ generator, params }) => generator.inputs?.(params)),
    aggregates: all(({ generator, params }) => generator.aggregates?.(params)),
    lookups: all(({ generator, params }) => generator.lookups?.(params)),
    files: all(({ generator, params }) => generator.files?.(params)),
    /** Ids of the generators. */
    parts: all(({ generator, params }) => [generator.id, ...(generator.parts?.(params) ?? [])]),
  };
}

type ProblemContext = Parameters<NonNullable<Generator["problems"]>>[1];

/** What is wrong with rules inside another, each with its place. */
export const problemsInside = (
  rules: readonly LeafRule[],
  what: string,
  typeOf: (rule: LeafRule) => ValueType,
  context: ProblemContext,
): readonly ParameterProblem[] =>
  rules.flatMap((rule) => {
    const { generator, params, at } = rule;
    const found = generator.problems?.(params, { ...context, type: typeOf(rule) }) ?? [];
    // A fix would be for the parameters of the rule inside.
    return found.map(({ severity, message, locale }) => ({
      severity,
      ...(locale === undefined ? {} : { locale }),
      message: `The ${what}${at === "" ? "" : ` at ${at}`}, ${generator.label}: ${message}`,
    }));
  });
