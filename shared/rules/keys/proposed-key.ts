import type { TableId } from "../../schema/schema-model.ts";

export type KeyConfidence = "high" | "medium" | "low";

/** A foreign key that nobody declared, as names and types suggest it. */
export interface ProposedKey {
  readonly table: TableId;
  readonly columns: readonly string[];
  readonly referencedTable: TableId;
  /** Same length and order as `columns`. */
  readonly referencedColumns: readonly string[];
  readonly confidence: KeyConfidence;
  /** One sentence. */
  readonly reason: string;
  /** The share of values that were found in the parent, 0 to 1, where values were looked at. */
  readonly share?: number;
}
