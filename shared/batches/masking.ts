import type { MaskKeys } from "../keyed/mask-keys.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { SourceRows } from "./source-rows.ts";

/** What readers of masked tables work with: the key, and the source's rows. */
export interface Masking {
  /** Absent where there is no key: masks that work with one then refuse. */
  readonly keys?: MaskKeys;
  /**
   * The rows of a masked table for one reader. "read": those that are read in order; "any": the columns of the whole table
   * that the run holds in memory, for references to it and masks that look at other rows.
   */
  source(table: TableId, rows: "read" | "any"): SourceRows;
}
