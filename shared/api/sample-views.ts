import { z } from "zod";
import type { TableId } from "../schema/schema-model.ts";

/** How many rows of each table a sample takes. */
export interface SampleCounts {
  /** Absent where no table is sampled. */
  readonly tables: readonly {
    readonly table: TableId;
    readonly rows: number;
    /** How many of them its own sample has chosen; the others belong to chosen rows. */
    readonly chosen: number;
    /** Rows of the table in the source. */
    readonly of: number;
  }[];
  /** Masked tables that no key connects with those: all their rows are taken. None where no table is sampled. */
  readonly whole: readonly { readonly table: TableId; readonly rows: number }[];
}

/** What a masked table's sample can be set to. */
export interface SampleChoices {
  /** The columns by which rows are picked; none where the table has no primary key. */
  readonly key: readonly string[];
  /** The rows that refer to this table's, by the name that a sample gives them. */
  readonly children: readonly { readonly name: string; readonly table: TableId; readonly columns: readonly string[] }[];
}

/** One row of the chain that leads from a row that was chosen to another. */
export interface SampleStep {
  readonly table: TableId;
  /** 0-based number in the sample. */
  readonly row: number;
  /** "id = 17"; absent where the key is masked, for then it is nobody's to see. */
  readonly key?: string;
  readonly reason: "drawn" | "picked" | "child" | "parent";
  /** The reference: of this row to the one before (child), or of that one to this (parent). */
  readonly columns?: readonly string[];
}

export const sampleRowInput = z.strictObject({
  session: z.string(),
  table: z.string(),
  /** 0-based number in the sample. */
  row: z.int().min(0),
});

/** Why a row stands where it does in its chain, as the end of a sentence. */
export function stepWords({ table, reason, columns = [] }: SampleStep, before: SampleStep | undefined): string {
  const by = columns.join(", ");
  switch (reason) {
    case "picked":
      return "picked";
    case "drawn":
      return `chosen by the sample of ${table}`;
    case "child":
      return `belongs to that row of ${before?.table ?? ""} by ${by}`;
    case "parent":
      return `that row of ${before?.table ?? ""} refers to it by ${by}`;
  }
}
