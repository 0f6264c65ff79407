/** A regular expression as what can be counted and drawn from. Points are Unicode code points. */
export type PatternNode =
  | { readonly kind: "chars"; readonly points: readonly number[] }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly min: number; readonly max: number };

/** How many ways there are to draw; a double, so only roughly right beyond 2^53. */
export function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "chars":
      return node.points.length;
    case "sequence":
      return node.items.reduce((product, item) => product * sizeOf(item), 1);
    case "choice":
      return node.options.reduce((sum, option) => sum + sizeOf(option), 0);
    case "repeat": {
      const size = sizeOf(node.item);
      let sum = 0;
      for (let count = node.min; count <= node.max; count++) sum += size ** count;
      return sum;
    }
  }
}

/** The least and the largest number of characters. */
export function lengthOf(node: PatternNode): readonly [number, number] {
  switch (node.kind) {
    case "chars":
      return [1, 1];
    case "sequence": {
      const lengths = node.items.map(lengthOf);
      return [lengths.reduce((sum, [least]) => sum + least, 0), lengths.reduce((sum, [, most]) => sum + most, 0)];
    }
    case "choice": {
      const lengths = node.options.map(lengthOf);
      return [
        lengths.reduce((most, [least]) => Math.min(most, least), Infinity),
        lengths.reduce((most, [, longest]) => Math.max(most, longest), 0),
      ];
    }
    case "repeat": {
      const [least, most] = lengthOf(node.item);
      return [least * node.min, most * node.max];
    }
  }
}

/** Every character that may occur. */
export function alphabetOf(node: PatternNode): ReadonlySet<number> {
  switch (node.kind) {
    case "chars":
      return new Set(node.points);
    case "sequence":
      return new Set(node.items.flatMap((item) => [...alphabetOf(item)]));
    case "choice":
      return new Set(node.options.flatMap((option) => [...alphabetOf(option)]));
    case "repeat":
      return node.max === 0 ? new Set() : alphabetOf(node.item);
  }
}

/** Every character that a text may begin with. */
export function beginningsOf(node: PatternNode): ReadonlySet<number> {
  switch (node.kind) {
    case "chars":
      return new Set(node.points);
    case "sequence": {
      const found = new Set<number>();
      for (const item of node.items) {
        for (const point of beginningsOf(item)) found.add(point);
        if (lengthOf(item)[0] > 0) break;
      }
      return found;
    }
    case "choice":
      return new Set(node.options.flatMap((option) => [...beginningsOf(option)]));
    case "repeat":
      return node.max === 0 ? new Set() : beginningsOf(node.item);
  }
}

/** The same pattern with another set of characters in each place. */
export function mapChars(node: PatternNode, change: (points: readonly number[]) => readonly number[]): PatternNode {
  switch (node.kind) {
    case "chars":
      return { kind: "chars", points: change(node.points) };
    case "sequence":
      return { kind: "sequence", items: node.items.map((item) => mapChars(item, change)) };
    case "choice":
      return { kind: "choice", options: node.options.map((option) => mapChars(option, change)) };
    case "repeat":
      return { ...node, item: mapChars(node.item, change) };
  }
}

/** Whether the pattern has a part that may be repeated a varying number of times. */
export function varies(node: PatternNode): boolean {
  switch (node.kind) {
    case "chars":
      return false;
    case "sequence":
      return node.items.some(varies);
    case "choice":
      return node.options.some(varies);
    case "repeat":
      return node.min !== node.max || varies(node.item);
  }
}

/** The pattern with fewer repetitions, so that its texts are at most `most` characters long where that is possible. */
export function shorten(node: PatternNode, most: number): PatternNode {
  const [least, longest] = lengthOf(node);
  if (longest <= most) return node;
  switch (node.kind) {
    case "chars":
      return node;
    case "choice": {
      const fitting = node.options.filter((option) => lengthOf(option)[0] <= most);
      return {
        kind: "choice",
        options: (fitting.length > 0 ? fitting : node.options).map((option) => shorten(option, most)),
      };
    }
    case "repeat": {
      const [itemLeast, itemMost] = lengthOf(node.item);
      if (itemMost === 0) return node;
      const max = Math.max(node.min, Math.floor(most / itemMost));
      const item =
        max * itemMost <= most
          ? node.item
          : shorten(node.item, Math.max(itemLeast, Math.floor(most / Math.max(1, max))));
      return { ...node, item, max };
    }
    case "sequence": {
      // What may be given up is taken from the last parts first.
      let excess = longest - Math.max(most, least);
      const items = node.items.toReversed().map((item) => {
        const [itemLeast, itemMost] = lengthOf(item);
        const shorter =
          excess > 0 && itemMost > itemLeast ? shorten(item, Math.max(itemLeast, itemMost - excess)) : item;
        excess -= itemMost - lengthOf(shorter)[1];
        return shorter;
      });
      return { kind: "sequence", items: items.toReversed() };
    }
  }
}
