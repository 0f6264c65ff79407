import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from "yaml";
import { SeedloomError } from "../base/errors.ts";

/** A YAML value with its place. Maps are Map objects, so that no key can reach a prototype. */
export type SourceNode = SourceScalar | SourceMap | SourceList;

export interface SourceScalar {
  readonly kind: "scalar";
  readonly at: number;
  readonly value: string | number | boolean | null;
}
export interface SourceMap {
  readonly kind: "map";
  readonly at: number;
  readonly entries: ReadonlyMap<string, SourceEntry>;
}
export interface SourceList {
  readonly kind: "list";
  readonly at: number;
  readonly items: readonly SourceNode[];
}
export interface SourceEntry {
  readonly at: number;
  readonly value: SourceNode;
}

const maxNodes = 500_000;
const maxDepth = 64;
/** 20_000_000: groups of three digits, as people write row counts. */
const digitGroups = /^[-+]?\d{1,3}(_\d{3})+$/;

/** Whether a plain YAML text is read as a number with digit groups, so that a text of this form needs quotes. */
export const looksLikeDigitGroups = (text: string): boolean => digitGroups.test(text);

/** A name from the file inside a sentence: on one line, and not too long. */
export function shownName(name: string): string {
  const line = name.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** The name that a key stands for: as written where it has no quotes, so that `1`, `yes` and `null` are names too. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  return key.source ?? (typeof key.value === "number" || typeof key.value === "boolean" ? String(key.value) : "");
}

/**
 * The document as a tree of plain values with their places; aliases are followed.
 * @throws SeedloomError for duplicate keys, keys that are no names, `__proto__`, numbers out of range, endless aliases.
 */
export function sourceTree(document: Document, place: (offset: number) => string): SourceNode {
  const anchors = new Map<string, Node>();
  let nodes = 0;
  const fail = (at: number, message: string, hint?: string): never => {
    throw new SeedloomError("project-syntax", `${message} at ${place(at)}.`, hint);
  };

  function tree(node: unknown, fallback: number, depth: number): SourceNode {
    const at = offsetOf(node, fallback);
    if (++nodes > maxNodes || depth > maxDepth) return fail(at, "Aliases make the file too large");
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      return target === undefined
        ? fail(at, `The alias *${shownName(node.source)} has no anchor above it`)
        : tree(target, at, depth + 1);
    }
    if (isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return { kind: "scalar", at, value: scalarValue(node.value, node.type === "PLAIN", at) };
    }
    if (isMap(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      const entries = new Map<string, SourceEntry>();
      for (const pair of node.items) {
        const keyAt = offsetOf(pair.key, at);
        const name = keyOf(pair.key, keyAt);
        if (entries.has(name)) fail(keyAt, `\`${shownName(name)}\` occurs twice`, "Keep one of the two.");
        entries.set(name, { at: keyAt, value: tree(pair.value, keyAt, depth + 1) });
      }
      return { kind: "map", at, entries };
    }
    if (isSeq(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return { kind: "list", at, items: node.items.map((item) => tree(item, at, depth + 1)) };
    }
    return { kind: "scalar", at, value: null };
  }

  function keyOf(key: unknown, at: number): string {
    const name = keyName(isAlias(key) ? anchors.get(key.source) : key);
    if (name === undefined) return fail(at, "A key is not a name", "Write the key as a text.");
    if (name === "__proto__") return fail(at, "`__proto__` cannot be a name");
    if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
      return fail(
        at,
        "Merge keys (<<) are not read",
        "Write the merged settings out, or use an alias (*name) for the whole value.",
      );
    }
    if (isScalar(key) && key.anchor !== undefined) anchors.set(key.anchor, key);
    return name;
  }

  function scalarValue(value: unknown, plain: boolean, at: number): SourceScalar["value"] {
    if (plain && typeof value === "string" && digitGroups.test(value))
      return scalarValue(Number(value.replaceAll("_", "")), false, at);
    if (typeof value === "number") {
      if (!Number.isFinite(value))
        return fail(at, "A number is expected, not infinity or NaN,", "Write a finite number.");
      if (Number.isInteger(value) && !Number.isSafeInteger(value))
        return fail(
          at,
          "A number is beyond ±9007199254740991",
          "Write a smaller one. Only a generator's parameters may be longer, in quotes.",
        );
      return value;
    }
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    return fail(at, "A value has a type that is not read here");
  }

  return tree(document.contents, 0, 0);
}

function offsetOf(node: unknown, fallback: number): number {
  return isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? fallback) : fallback;
}

/** The tree as plain data. Keys were checked by {@link sourceTree}, so no key is `__proto__`. */
export function plainValue(node: SourceNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([name, entry]) => [name, plainValue(entry.value)]));
}

/** The place of the value at `path` inside the tree, or of the deepest part of the path that is there. */
export function offsetAt(node: SourceNode, path: readonly PropertyKey[]): number {
  const [step, ...rest] = path;
  if (step === undefined) return node.at;
  const next =
    node.kind === "map"
      ? node.entries.get(String(step))?.value
      : node.kind === "list"
        ? node.items[Number(step)]
        : undefined;
  return next === undefined ? node.at : offsetAt(next, rest);
}
