import type { ValueKind } from "../../schema/value-type.ts";

/** What kinds of column a pattern speaks of. */
export const typeGroups = {
  text: ["text", "unknown"],
  whole: ["integer"],
  number: ["integer", "decimal", "real"],
  /** Numbers, or text and undeclared columns that may hold them. */
  figure: ["integer", "decimal", "real", "unknown"],
  moment: ["date", "timestamp", "unknown"],
  /** Databases without a type for dates keep them as text or as seconds since 1970. */
  anyMoment: ["date", "timestamp", "text", "integer", "unknown"],
  time: ["time", "text", "unknown"],
  flag: ["boolean", "integer"],
  json: ["json", "text"],
  bytes: ["bytes"],
  identifier: ["uuid", "text", "bytes", "unknown"],
} as const satisfies Record<string, readonly ValueKind[]>;

export type TypeGroup = keyof typeof typeGroups;

/** A generator that fits a meaning. */
export interface Idea {
  readonly generator: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** The usual length of its longest texts: a column that takes less gets the next idea. */
  readonly longest?: number;
  /** It goes into columns of just so many characters. */
  readonly only?: number;
  /** A list that a unique column may take whole, so that it needs no room beyond the rows. */
  readonly whole?: boolean;
  /** The length of its shortest texts, where that is above 2. */
  readonly shortest?: number;
  /** Its numbers, where its parameters have no ends. */
  readonly range?: readonly [low: number, high: number];
  /** A text that it may make, to try the patterns of checks on. */
  readonly example?: string;
  readonly letterCase?: "upper" | "lower";
  /** Made from the checks of the column, which it therefore keeps. */
  readonly madeForChecks?: boolean;
}

/** A meaning that a column's name shows. */
export interface NamePattern {
  /** Matched against the column's words: "first name". */
  readonly name: RegExp;
  /** Matched against what the column is of: the words before the last, else the table's noun. */
  readonly subject?: RegExp;
  /** Another column of the table has to match it. */
  readonly beside?: RegExp;
  /** No column of the table may match it. */
  readonly without?: RegExp;
  /** A table of the schema has to be called so. */
  readonly among?: RegExp;
  readonly types: readonly TypeGroup[];
  /** Best first; the others become alternatives. */
  readonly ideas: readonly Idea[];
  /** The share of NULL where the column takes NULL; 0.1 where absent. */
  readonly nulls?: number;
  /** Of words, not of the long texts of MySQL's type TEXT. */
  readonly short?: boolean;
  /** A short list of names, which cannot tell the rows of a key apart. */
  readonly few?: boolean;
  /** The name alone may mean something else. */
  readonly vague?: boolean;
}

/** An idea without parameters. */
export const idea = (generator: string, longest?: number): Idea =>
  longest === undefined ? { generator } : { generator, longest };

/** Up to `max` plausible sentences or phrases of a kind; a column of `longest` characters has several that fit uncut. */
export const prose = (about: string, longest: number, max = 1): Idea => ({
  generator: "prose",
  params: { about, ...(max === 2 ? {} : { max }) },
  longest,
});

/** Values with weights. */
export const choice = (values: Readonly<Record<string, number>>): Idea => ({
  generator: "weighted-choice",
  params: { values },
  longest: Math.max(...Object.keys(values).map((value) => value.length)),
});
