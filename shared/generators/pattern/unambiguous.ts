import { alphabetOf, beginningsOf, lengthOf, sizeOf, type PatternNode } from "./pattern-node.ts";

// Counting ways counts texts only where no text can come about in two ways. That is shown by lengths and by characters that
// fence parts off; where it cannot be shown, the pattern is narrowed until it can.

const isFixed = (node: PatternNode): boolean => {
  const [least, most] = lengthOf(node);
  return least === most;
};

const disjoint = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => {
  for (const point of a) if (b.has(point)) return false;
  return true;
};

/** All texts of a small pattern as code points joined by commas; undefined where there are more than `most`. */
function textsOf(node: PatternNode, most: number): readonly string[] | undefined {
  if (sizeOf(node) > most) return undefined;
  switch (node.kind) {
    case "chars":
      return node.points.map((point) => `${point},`);
    case "choice":
      return node.options.flatMap((option) => textsOf(option, most) ?? []);
    case "sequence":
      return node.items.reduce<readonly string[]>((heads, item) => joined(heads, textsOf(item, most) ?? []), [""]);
    case "repeat": {
      const item = textsOf(node.item, most) ?? [];
      const all: string[] = [];
      let power: readonly string[] = [""];
      for (let count = 0; count <= node.max; count++) {
        if (count >= node.min) all.push(...power);
        if (count < node.max) power = joined(power, item);
      }
      return all;
    }
  }
}

const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

/** One length only: the longest way of everything that may vary. */
function fixLength(node: PatternNode): PatternNode {
  if (isFixed(node)) return unambiguous(node);
  switch (node.kind) {
    case "chars":
      return node;
    case "repeat":
      return { ...node, item: fixLength(node.item), min: node.max };
    case "sequence":
      return { kind: "sequence", items: node.items.map(fixLength) };
    case "choice":
      return fixLength(largest(node.options));
  }
}

const largest = (options: readonly PatternNode[]): PatternNode =>
  options.reduce(
    (best, option) => (sizeOf(option) > sizeOf(best) ? option : best),
    options[0] ?? { kind: "sequence", items: [] },
  );

/**
 * The pattern itself where each of its texts comes about in one way only; else a part of it for which that holds. Its size
 * is then the number of its distinct texts.
 */
export function unambiguous(node: PatternNode): PatternNode {
  const small = textsOf(node, 2000);
  if (small && new Set(small).size === small.length) return node;
  switch (node.kind) {
    case "chars":
      return { kind: "chars", points: [...new Set(node.points)] };
    case "repeat": {
      const item = isFixed(node.item) ? unambiguous(node.item) : fixLength(node.item);
      return lengthOf(item)[1] === 0 ? { kind: "sequence", items: [] } : { ...node, item };
    }
    case "choice":
      return separateOptions(node.options.map(unambiguous));
    case "sequence":
      return { kind: "sequence", items: fencedItems(node.items.map(unambiguous)) };
  }
}

/** Options that no text belongs to twice: each differs from those kept before in its length or its first character. */
function separateOptions(options: readonly PatternNode[]): PatternNode {
  const kept: PatternNode[] = [];
  for (const option of options.toSorted((a, b) => sizeOf(b) - sizeOf(a)))
    if (kept.every((other) => apart(option, other))) kept.push(option);
  return kept.length === 1 ? (kept[0] ?? { kind: "sequence", items: [] }) : { kind: "choice", options: kept };
}

function apart(a: PatternNode, b: PatternNode): boolean {
  const [aLeast, aMost] = lengthOf(a);
  const [bLeast, bMost] = lengthOf(b);
  if (aMost < bLeast || bMost < aLeast) return true;
  if (aLeast > 0 && bLeast > 0 && disjoint(beginningsOf(a), beginningsOf(b))) return true;
  const texts = textsOf({ kind: "choice", options: [a, b] }, 2000);
  return texts !== undefined && new Set(texts).size === texts.length;
}

/**
 * Items whose ends can be told from the text: of one length, or fenced off by a next character that cannot occur in them,
 * or the only ones that vary.
 */
function fencedItems(items: readonly PatternNode[]): readonly PatternNode[] {
  const lastVarying = items.findLastIndex((item) => !isFixed(item));
  return items.map((item, at) => {
    if (isFixed(item) || at === lastVarying) return item;
    const next = items[at + 1];
    const fenced = next !== undefined && lengthOf(next)[0] > 0 && disjoint(alphabetOf(item), beginningsOf(next));
    return fenced ? item : fixLength(item);
  });
}
