import type { Generator } from "../generator.ts";

/** Finds generators by id: the composed ones are made of others. */
export type FindGenerator = (id: string) => Generator | undefined;

/** A rule inside a document: a generator and its parameters, checked. */
export interface LeafRule {
  readonly generator: Generator;
  readonly params: Readonly<Record<string, unknown>>;
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
  "An object or a list; inside, plain values stand for themselves, {$rule: …} for a rule, {$column: name} for a column, {$list: …, min, max} for a list, {$maybe: …, share} for what may be missing, {$one: […]} for one of several.";

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
  const settings: Readonly<Record<string, readonly string[]>> = { $list: ["min", "max"], $maybe: ["share"] };
  const stranger = Object.keys(tree).find((name) => name !== command && !(settings[command] ?? []).includes(name));
  if (stranger !== undefined) throw new TreeFault(at, `has \`${stranger}\` beside \`${command}\``);
  const numberOf = (name: string, fallback: number): number => {
    const given = tree[name] ?? fallback;
    if (typeof given !== "number" || !(given >= 0)) throw new TreeFault(at, `has no number as \`${name}\``);
    return given;
  };
  switch (command) {
    case "$rule":
      return { kind: "rule", rule: readLeafRule(value, at, find) };
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
      throw new TreeFault(at, `has \`${command}\`, which is none of $rule, $column, $list, $maybe, $one`);
  }
}

/** `person.fullName`, or `{ integer: { min: 1 } }`, as a rule of a project writes it. */
export function readLeafRule(rule: unknown, at: string, find: FindGenerator): LeafRule {
  const [id, given] =
    typeof rule === "string"
      ? [rule, {}]
      : typeof rule === "object" && rule !== null && !Array.isArray(rule)
        ? (Object.entries(rule)[0] ?? [undefined, {}])
        : [undefined, {}];
  if (id === undefined) throw new TreeFault(at, "names no rule");
  const generator = find(id === "choice" ? "weighted-choice" : id);
  if (generator === undefined) throw new TreeFault(at, `has the unknown rule \`${id}\``);
  if (generator.relation === true || generator.aggregates || generator.lookups || generator.mostAlong !== undefined)
    throw new TreeFault(at, `cannot use \`${id}\`, which needs rows of its own; take {$column: …}`);
  const full = generator.params.safeParse(given ?? {});
  const params = full.success ? full : generator.params.safeParse({ [generator.shorthand ?? ""]: given });
  if (!params.success) throw new TreeFault(at, `has parameters that \`${id}\` does not take`);
  return { generator, params: params.data };
}

/** The columns of the row that a tree reads, each once. */
export function columnsOf(node: TreeNode): readonly string[] {
  switch (node.kind) {
    case "value":
      return [];
    case "rule":
      return node.rule.generator.inputs?.(node.rule.params) ?? [];
    case "column":
      return [node.column];
    case "list":
    case "maybe":
      return columnsOf(node.of);
    case "one":
    case "items":
      return [...new Set(node.of.flatMap(columnsOf))];
    case "fields":
      return [...new Set(node.of.flatMap(([, part]) => columnsOf(part)))];
  }
}

/** The ids of the generators that a tree uses. */
export function partsOf(node: TreeNode): readonly string[] {
  switch (node.kind) {
    case "rule":
      return [node.rule.generator.id, ...(node.rule.generator.parts?.(node.rule.params) ?? [])];
    case "list":
    case "maybe":
      return partsOf(node.of);
    case "one":
    case "items":
      return node.of.flatMap(partsOf);
    case "fields":
      return node.of.flatMap(([, part]) => partsOf(part));
    default:
      return [];
  }
}
