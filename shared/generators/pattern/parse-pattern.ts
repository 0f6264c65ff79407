import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { lengthOf, type PatternNode } from "./pattern-node.ts";

export interface ParsedPattern {
  readonly node: PatternNode;
  /** Sentences about what cannot be read or made; the pattern then leaves it out. */
  readonly errors: readonly string[];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);
const digits = range(48, 57);
const upper = range(65, 90);
const lower = range(97, 122);
const word = [...digits, ...upper, 95, ...lower];
/** What `.` and negated sets are drawn from: printable ASCII. */
const printable = range(32, 126);

/** Unicode properties, by their letters in ASCII. */
const properties: Readonly<Record<string, readonly number[]>> = {
  L: [...upper, ...lower],
  Letter: [...upper, ...lower],
  Lu: upper,
  Uppercase_Letter: upper,
  Ll: lower,
  Lowercase_Letter: lower,
  N: digits,
  Number: digits,
  Nd: digits,
  Decimal_Number: digits,
};

/** The most characters of a text. */
const longestText = 100_000;

/**
 * Reads a regular expression (ECMAScript) into what can be drawn from. Open repetitions (`*`, `+`, `{2,}`) end `extra` times
 * after their least count. A pattern describes the whole text, with or without ^ and $.
 */
export function parsePattern(source: string, extra: number): ParsedPattern {
  const errors: string[] = [];
  let pattern: AST.Pattern;
  try {
    const unicode = /[\u{10000}-\u{10ffff}]|\\u\{|\\[pP]\{/u.test(source);
    pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, { unicode });
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: \/[\s\S]*\/\w*: /, "") : "";
    return {
      node: { kind: "sequence", items: [] },
      errors: [`The pattern cannot be read: ${reason.toLowerCase() || "syntax error"}.`],
    };
  }
  const node = alternatives(pattern.alternatives, extra, errors);
  const [, most] = lengthOf(node);
  if (most <= longestText) return { node, errors: [...new Set(errors)] };
  // Repetitions of repetitions multiply: nobody waits for such a text, and no memory holds a batch of them.
  return {
    node: { kind: "sequence", items: [] },
    errors: [`The pattern makes texts of up to ${most} characters; ${longestText} is the most.`],
  };
}

function alternatives(list: readonly AST.Alternative[], extra: number, errors: string[]): PatternNode {
  const options = list.map((alternative): PatternNode => {
    const { elements } = alternative;
    const items = elements.flatMap((element) => elementNode(element, extra, errors));
    const inside = elements.find((element, k) => isInside(element, k === 0, k === elements.length - 1));
    if (inside) errors.push(`${inside.raw} stands inside the text, so that nothing matches.`);
    return items.length === 1 && items[0] ? items[0] : { kind: "sequence", items };
  });
  return options.length === 1 && options[0] ? options[0] : { kind: "choice", options };
}

/** A start behind something, or an end before something. */
const isInside = (element: AST.Element, first: boolean, last: boolean): boolean =>
  element.type === "Assertion" && ((element.kind === "start" && !first) || (element.kind === "end" && !last));

function elementNode(element: AST.Element, extra: number, errors: string[]): readonly PatternNode[] {
  switch (element.type) {
    case "Character":
      return [{ kind: "chars", points: [element.value] }];
    case "CharacterSet":
    case "CharacterClass": {
      const points = pointsOf(element, errors);
      if (points.length > 0) return [{ kind: "chars", points }];
      errors.push(`${element.raw} matches nothing that can be made.`);
      return [];
    }
    case "Group":
    case "CapturingGroup":
      return [alternatives(element.alternatives, extra, errors)];
    case "Quantifier": {
      const item = elementNode(element.element, extra, errors)[0];
      if (!item) return [];
      const max = element.max === Infinity ? element.min + extra : element.max;
      if (max > 10_000) {
        errors.push(`${element.raw} asks for more than 10,000 repetitions.`);
        return [];
      }
      return [{ kind: "repeat", item, min: element.min, max }];
    }
    case "Assertion":
      // The whole text is made anyway.
      if (element.kind !== "start" && element.kind !== "end")
        errors.push(`${element.raw} cannot be made: conditions on the text around a place are not known here.`);
      return [];
    case "Backreference":
      errors.push(`${element.raw} cannot be made: repeating what a group matched is not known here.`);
      return [];
    case "ExpressionCharacterClass":
      errors.push(`${element.raw} cannot be made.`);
      return [];
  }
}

type SetNode = AST.CharacterSet | AST.CharacterClass;

function pointsOf(set: SetNode, errors: string[]): readonly number[] {
  if (set.type === "CharacterClass") {
    const members = new Set<number>();
    for (const element of set.elements) for (const point of memberPoints(element, errors)) members.add(point);
    return set.negate ? printable.filter((point) => !members.has(point)) : [...members].sort((a, b) => a - b);
  }
  const known = knownSet(set, errors);
  return "negate" in set && set.negate ? printable.filter((point) => !known.includes(point)) : known;
}

function knownSet(set: AST.CharacterSet, errors: string[]): readonly number[] {
  switch (set.kind) {
    case "any":
      return printable;
    case "digit":
      return digits;
    case "word":
      return word;
    case "space":
      return [32];
    case "property": {
      const points = properties[set.value ?? set.key];
      if (points) return points;
      errors.push(`${set.raw} cannot be made; \\p{L}, \\p{Lu}, \\p{Ll} and \\p{N} can.`);
      return [];
    }
  }
}

function memberPoints(element: AST.CharacterClass["elements"][number], errors: string[]): readonly number[] {
  switch (element.type) {
    case "Character":
      return [element.value];
    case "CharacterClassRange":
      return range(element.min.value, Math.min(element.max.value, element.min.value + 70_000)).filter(
        (point) => point < 0xd800 || point > 0xdfff,
      );
    case "CharacterSet":
    case "CharacterClass":
      return pointsOf(element, errors);
    case "ExpressionCharacterClass":
    case "ClassStringDisjunction":
      errors.push(`${element.raw} cannot be made.`);
      return [];
  }
}
