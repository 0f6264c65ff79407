import { z } from "zod";

/** A share of the rows that hold edge values instead: boundaries, naughty strings, time traps. */
export const edgeSchema = z.strictObject({
  /** Above 0, at most 1. */
  share: z.number().gt(0).max(1),
  /** Ids of packs; those that suit the column where absent. */
  packs: z.array(z.string()).min(1).optional(),
  /** Values that the type or a CHECK refuses stay in, to see the database refuse them. */
  invalid: z.boolean().optional(),
});

/** How a kept suggestion says that values differ as far as they go: no more than that was ever promised. */
export const wherePossible = "where possible";
export const uniqueSchema = z.union([z.boolean(), z.literal(wherePossible)]);

/** What fills a column. Plain data, as the window edits it; the project file writes it shorter. */
export const ruleSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("generate"),
    generator: z.string(),
    /** Only what differs from the generator's defaults. */
    params: z.record(z.string(), z.unknown()).default({}),
    /** The share of rows that are NULL, 0 to 1. */
    nulls: z.number().min(0).max(1).optional(),
    /** Asks for distinct values where the schema does not already: of all rows, or as long as there are values that were not there yet. */
    unique: uniqueSchema.optional(),
    /** A condition on the row, in CEL: where it is not true, the column is NULL. */
    when: z.string().min(1).optional(),
    /** Another locale than the project's. */
    locale: z.string().optional(),
    edge: edgeSchema.optional(),
    /** The project's own generator that says generator, params and locale; they are held here too (custom-generators.ts). */
    custom: z.string().optional(),
  }),
  /** The database's default fills it: the column is left out of what is written. */
  z.strictObject({ kind: z.literal("default") }),
  z.strictObject({ kind: z.literal("null") }),
  /** The source's value, changed: in tables whose rows come from the source. */
  z.strictObject({
    kind: z.literal("mask"),
    mask: z.string(),
    /** Only what differs from the mask's defaults. */
    params: z.record(z.string(), z.unknown()).default({}),
    /** Columns of one domain mask equal values alike; that of its key, or of the whole project, where absent. */
    domain: z.string().min(1).max(100).optional(),
    /** A condition on the source's row, in CEL: where it is false, the value is kept. */
    when: z.string().min(1).optional(),
  }),
  /** The source's value as it is. A personal column is only kept with a reason. */
  z.strictObject({ kind: z.literal("keep"), reason: z.string().min(1).max(300).optional() }),
]);

export type Rule = z.infer<typeof ruleSchema>;
export type GenerateRule = Extract<Rule, { kind: "generate" }>;
export type MaskRule = Extract<Rule, { kind: "mask" }>;

/** A suggested rule as the project has to say it for the same values: that they differ was meant as far as they go. */
export const asSuggested = (rule: Rule): Rule =>
  rule.kind === "generate" && rule.unique === true ? { ...rule, unique: wherePossible } : rule;

/**
 * generate: rows are made; mask: rows come from the source; existing: rows already in the target, used for keys; skip:
 * nothing is written.
 */
export const tableModeSchema = z.enum(["generate", "mask", "existing", "skip"]);
export type TableMode = z.infer<typeof tableModeSchema>;

/** The most rows of a table: below 10^12. */
export const maxRows = 999_999_999_999;

/**
 * A table's row count: a number, or so many rows for each row of the owner table, `from` to `to` of them, `average` of
 * them. `without` is the share of owner rows that have none, whatever the others have.
 */
export const rowsSchema = z.union([
  z.int().min(0).max(maxRows),
  z.strictObject({
    per: z.string(),
    from: z.int().min(0).max(1_000_000).default(1),
    to: z.int().min(0).max(1_000_000).default(5),
    average: z.number().min(0).max(1_000_000).optional(),
    without: z.number().min(0).max(1).default(0),
    /** How the counts between `from` and `to` are weighted: evenly around the average, Poisson, zipf, or by `weights`. */
    distribution: z.enum(["spread", "poisson", "zipf", "histogram"]).optional(),
    /** For a histogram: count → weight. */
    weights: z.record(z.string().regex(/^\d{1,6}$/, "is not a number of rows"), z.number().min(0)).optional(),
  }),
]);
export type Rows = z.infer<typeof rowsSchema>;
export type OwnedRows = Exclude<Rows, number>;

/** Why a rule was suggested: one clause each, e.g. "name matches *email*". */
export interface Suggestion {
  readonly rule: Rule;
  readonly reasons: readonly string[];
  readonly confidence: "low" | "medium" | "high";
  /** Other rules a person might prefer, best first. */
  readonly alternatives: readonly { readonly rule: Rule; readonly reason: string }[];
}
