import { z } from "zod";

/** What fills a column. Plain data, as the window edits it; the project file writes it shorter. */
export const ruleSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("generate"),
    generator: z.string(),
    /** Only what differs from the generator's defaults. */
    params: z.record(z.string(), z.unknown()).default({}),
    /** The share of rows that are NULL, 0 to 1. */
    nulls: z.number().min(0).max(1).optional(),
    /** Asks for distinct values where the schema does not already. */
    unique: z.boolean().optional(),
    /** Another locale than the project's. */
    locale: z.string().optional(),
  }),
  /** The database's default fills it: the column is left out of what is written. */
  z.strictObject({ kind: z.literal("default") }),
  z.strictObject({ kind: z.literal("null") }),
]);

export type Rule = z.infer<typeof ruleSchema>;
export type GenerateRule = Extract<Rule, { kind: "generate" }>;

/** generate: rows are made; existing: rows already in the target, used for keys; skip: nothing is written. */
export const tableModeSchema = z.enum(["generate", "existing", "skip"]);
export type TableMode = z.infer<typeof tableModeSchema>;

/** The most rows of a table: below 10^12. */
export const maxRows = 999_999_999_999;

/**
 * A table's row count: a number, or so many rows for each row of the owner table, `from` to `to` of them, `average` on the
 * whole. `without` is the share of owner rows that have none.
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
