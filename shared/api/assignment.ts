import { z } from "zod";
import { ruleSchema } from "../rules/rule.ts";
import type { Rule } from "../rules/rule.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { ColumnView } from "./views.ts";

// Assigning one rule to many columns: which ones are meant, and what would become of them.

const pattern = z.string().max(400).default("");
const columnSelectorSchema = z.strictObject({
  name: pattern,
  table: pattern,
  kind: pattern,
  personal: pattern,
  rule: pattern,
});

export const assignmentInput = z.strictObject({
  session: z.string(),
  /** A pattern, or the very columns. */
  columns: z.union([
    columnSelectorSchema,
    z.array(z.strictObject({ table: z.string(), column: z.string() })).max(10_000),
  ]),
  /** Absent while none is chosen: what is meant is shown already. */
  rule: ruleSchema.optional(),
});
export type AssignmentRequest = z.output<typeof assignmentInput>;

/** What an assignment would do. Nothing is changed by asking. */
export interface Assignment {
  readonly hits: readonly AssignmentHit[];
  /** What selectors may ask for in this schema. */
  readonly facets: Readonly<Record<"kind" | "personal" | "rule", readonly Facet[]>>;
}

export interface Facet {
  readonly id: string;
  readonly label: string;
  readonly columns: number;
}

export interface AssignmentHit {
  readonly table: TableId;
  readonly column: string;
  /** As the database declares it. */
  readonly type: string;
  /** The kind of its type, as rules accept it. */
  readonly kind: string;
  readonly present: Pick<ColumnView, "label" | "options" | "icon" | "family">;
  /** The user set the present rule. */
  readonly edited: boolean;
  /** What it would get; absent where none is chosen, or where it does not fit. */
  readonly rule?: Rule;
  /** A value that it would have then. */
  readonly sample?: string | null;
  /** Why it is left out. */
  readonly unfit?: string;
  /** It is taken, but look. */
  readonly warning?: string;
}
