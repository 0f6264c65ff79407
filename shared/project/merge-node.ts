import { isAlias, isMap, isScalar, isSeq, Pair, Scalar, visit, type Document, type Node, type YAMLMap } from "yaml";
import { keyName, looksLikeDigitGroups } from "./source-tree.ts";

/** Values up to so many characters stand on one line, in braces. */
const lineLength = 100;

/** A new YAML node for plain data: on one line where it is short. */
export function newNode(document: Document, value: unknown, path: readonly string[]): Node {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node;
  visit(node, {
    Scalar(role, scalar) {
      if (typeof scalar.value !== "string") return;
      if (looksLikeDigitGroups(scalar.value) || (role === "key" && scalar.value === "<<"))
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  setFlow(node, path.length === 1 && path[0] === "exports");
  return node;
}

/** A new key; quoted where the plain text would mean something else. */
export function newKey(document: Document, name: string): Node {
  const key = document.createNode(name) as Node;
  if (name === "<<" && isScalar(key)) key.type = Scalar.QUOTE_DOUBLE;
  return key;
}

function setFlow(node: unknown, block: boolean): void {
  if (!isMap(node) && !isSeq(node)) return;
  node.flow = !block && JSON.stringify(node.toJSON()).length <= lineLength;
  if (node.flow) return;
  if (isSeq(node)) node.items.forEach((item) => setFlow(item, false));
  if (isMap(node)) for (const pair of node.items) setFlow(pair.value, false);
}

/** `node` changed to say `value`, keeping its comments, its style and what it says already. */
export function mergedNode(document: Document, node: unknown, value: unknown, path: readonly string[]): Node {
  if (isMap(node) && isRecord(value)) return mergedMap(document, node, value, path);
  if (isSeq(node) && Array.isArray(value)) {
    const old = node.items;
    node.items = value.map((item: unknown, k) =>
      k < old.length ? mergedNode(document, old[k], item, [...path, ""]) : newNode(document, item, [...path, ""]),
    );
    return node;
  }
  if (isScalar(node) && node.tag === undefined && isPlain(value)) {
    if (meaning(node) === value) return node;
    const quoted = typeof value === "string" && typeof node.value === "string";
    node.value = value;
    delete node.source;
    delete node.format;
    delete node.minFractionDigits;
    if (!quoted) delete node.type;
    if (typeof value === "string" && looksLikeDigitGroups(value)) node.type = Scalar.QUOTE_DOUBLE;
    return node;
  }
  const fresh = newNode(document, value, path);
  if (isAlias(node) || isScalar(node) || isMap(node) || isSeq(node)) {
    fresh.comment = node.comment ?? null;
    fresh.commentBefore = node.commentBefore ?? null;
    if (node.spaceBefore === true) fresh.spaceBefore = true;
  }
  return fresh;
}

function mergedMap(
  document: Document,
  map: YAMLMap,
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Node {
  const names = Object.keys(value);
  const known = new Map(
    map.items.map((pair) => [keyName(isAlias(pair.key) ? pair.key.resolve(document) : pair.key), pair]),
  );
  map.items = map.items.filter((pair) =>
    names.includes(keyName(isAlias(pair.key) ? pair.key.resolve(document) : pair.key) ?? ""),
  );
  for (const name of names) {
    const pair = known.get(name);
    if (pair !== undefined) pair.value = mergedNode(document, pair.value, value[name], [...path, name]);
    else map.items.push(new Pair(newKey(document, name), newNode(document, value[name], [...path, name])));
  }
  // The order of weights counts; that of an export's or a rule's own settings is the user's.
  if (path[0] === "exports" && path.length === 2) return map;
  if (path.at(-2) !== "columns") {
    const rank = (key: unknown): number => names.indexOf(keyName(isAlias(key) ? key.resolve(document) : key) ?? "");
    map.items = map.items.toSorted((a, b) => rank(a.key) - rank(b.key));
  } else if (names.length > 1) {
    // The generator's word leads.
    const [word] = names;
    map.items = map.items.toSorted((a, b) => Number(keyName(b.key) === word) - Number(keyName(a.key) === word));
  }
  return map;
}

/** The value that a scalar is read as. */
function meaning(node: Scalar): unknown {
  const { value } = node;
  return typeof value === "string" && node.type === Scalar.PLAIN && looksLikeDigitGroups(value)
    ? Number(value.replaceAll("_", ""))
    : value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
