import { isAlias, isMap, isScalar, isSeq, Pair, YAMLMap, type Document, type Node } from "yaml";
import { SeedloomError } from "../base/errors.ts";
import type { FileShape } from "./file-shape.ts";
import { keyName } from "./source-tree.ts";
import { mergedNode, newKey, newNode } from "./merge-node.ts";

/** The names of a map's entries in the order in which new ones are put in; undefined: at the end. */
export type KeyOrder = (path: readonly string[]) => readonly string[] | undefined;

const rootOrder = [
  "seedloom",
  "source",
  "seed",
  "now",
  "locales",
  "rows",
  "new-columns",
  "policies",
  "budget",
  "generators",
  "tables",
  "scenarios",
  "exports",
];
const tableOrder = ["mode", "rows", "sample", "columns"];
const scenarioOrder = ["seed", "rows", "tables"];

/** Changes `document`, which says `before`, so that it says `after`; what both say is not touched. */
export function reconcile(
  document: Document,
  before: FileShape,
  after: FileShape,
  order: KeyOrder,
  spelling: Spelling,
): void {
  if (!isMap(document.contents)) document.contents = new YAMLMap();
  reconcileMap({ document, order, spelling }, document.contents as YAMLMap, before, after, []);
}

/** What `value` is in the words of the value that stands at `path` in the file. */
export type Spelling = (path: readonly string[], value: unknown, standing: unknown) => unknown;

interface Merge {
  readonly document: Document;
  readonly order: KeyOrder;
  readonly spelling: Spelling;
}

function reconcileMap(merge: Merge, map: YAMLMap, before: FileShape, after: FileShape, path: readonly string[]): void {
  for (const name of Object.keys(before)) {
    if (!Object.hasOwn(after, name)) map.items = map.items.filter((pair) => nameOf(merge.document, pair.key) !== name);
  }
  const wasEmpty = map.items.length === 0;
  for (const [name, value] of Object.entries(after)) {
    if (name === "__proto__")
      throw new SeedloomError("project-invalid", "`__proto__` cannot be a name in a project file.");
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    const pair = map.items.find((item) => nameOf(merge.document, item.key) === name);
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(value)) continue;
    const inside = [...path, name];
    if (!isStructure(inside)) {
      if (pair === undefined)
        insert(merge, map, new Pair(newKey(merge.document, name), newNode(merge.document, value, inside)), path);
      else {
        const standing = isMap(pair.value) ? pair.value.toJS(merge.document) : undefined;
        pair.value = mergedNode(merge.document, pair.value, merge.spelling(inside, value, standing), inside);
      }
      continue;
    }
    const child = mapIn(merge.document, pair?.value);
    reconcileMap(merge, child, isRecord(old) ? old : {}, isRecord(value) ? value : {}, inside);
    if (pair === undefined) insert(merge, map, new Pair(newKey(merge.document, name), child), path);
    else pair.value = child;
  }
  // `tables: {}` grows into lines.
  if (wasEmpty && map.items.length > 0) map.flow = false;
}

/** root · generators · tables.T.columns · scenarios.S.tables.T.columns: maps whose entries are set one by one. */
function isStructure(path: readonly string[]): boolean {
  const [first, , ...rest] = path;
  if (first === "generators") return path.length === 1;
  if (first === "scenarios") return path.length <= 2 || isStructure(rest);
  return first === "tables" && (path.length <= 2 || (path.length === 3 && path[2] === "columns"));
}

function namesFor(merge: Merge, path: readonly string[]): readonly string[] | undefined {
  if (path.length === 0) return rootOrder;
  const inScenario = path[0] === "scenarios" ? path.slice(2) : path;
  if (path[0] === "scenarios" && path.length === 2) return scenarioOrder;
  return inScenario[0] === "tables" && inScenario.length === 2 ? tableOrder : merge.order(path);
}

/** Puts a new pair behind its nearest predecessor in the order, or before its nearest successor, or at the end. */
function insert(merge: Merge, map: YAMLMap, pair: Pair<Node, Node>, path: readonly string[]): void {
  const names = namesFor(merge, path) ?? [];
  const rank = names.indexOf(nameOf(merge.document, pair.key) ?? "");
  const ranks = map.items.map((item) => names.indexOf(nameOf(merge.document, item.key) ?? ""));
  if (rank >= 0) {
    const before = ranks.reduce(
      (best, other, k) => (other >= 0 && other < rank && other > (ranks[best] ?? -1) ? k : best),
      -1,
    );
    const after = ranks.reduce(
      (best, other, k) => (other > rank && (best < 0 || other < (ranks[best] ?? 0)) ? k : best),
      -1,
    );
    if (before >= 0 || after >= 0) {
      map.items.splice(before >= 0 ? before + 1 : after, 0, pair);
      return;
    }
  }
  map.items.push(pair);
}

function nameOf(document: Document, key: unknown): string | undefined {
  return keyName(isAlias(key) ? key.resolve(document) : key);
}

/** The map to edit for this value: itself, a copy of what an alias stands for, or a new one. */
function mapIn(document: Document, value: unknown): YAMLMap {
  const node = isAlias(value) ? copyOf(value.resolve(document)) : value;
  if (isMap(node)) return node;
  const map = new YAMLMap(document.schema);
  if (isScalar(node)) {
    map.comment = node.comment ?? null;
    map.commentBefore = node.commentBefore ?? null;
  }
  return map;
}

function copyOf(node: Node | undefined): Node | undefined {
  const copy = node?.clone() as Node | undefined;
  if (copy !== undefined) dropAnchors(copy);
  return copy;
}

function dropAnchors(node: unknown): void {
  if (isScalar(node) || isMap(node) || isSeq(node)) delete node.anchor;
  if (isMap(node)) for (const pair of node.items) [pair.key, pair.value].forEach(dropAnchors);
  if (isSeq(node)) node.items.forEach(dropAnchors);
}

const isRecord = (value: unknown): value is FileShape =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Replaces every alias by a copy of what it stands for, and drops the anchors. The document's reader bounded their size. */
export function expandAliases(document: Document): void {
  const anchors = new Map<string, Node>();
  const expand = (node: unknown): unknown => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      return target === undefined ? node : target.clone();
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        pair.key = expand(pair.key);
        pair.value = expand(pair.value);
      }
    }
    if (isSeq(node)) node.items = node.items.map(expand);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
      anchors.set(node.anchor, node);
      delete node.anchor;
    }
    return node;
  };
  expand(document.contents);
}
