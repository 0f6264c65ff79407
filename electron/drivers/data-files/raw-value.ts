import type { ValueType } from "../../../shared/schema/value-type.ts";

/**
 * A value as a file has it. Text is what it is in JSON and Parquet; in CSV it may be anything. `json` is a nested value as JSON
 * text.
 */
export type RawValue = null | string | number | bigint | boolean | Uint8Array | { readonly json: string };

/** A row: a value for each of the file's columns, in their order. */
export type RawRow = readonly RawValue[];

/** A file whose columns are known, ready to be read. */
export interface OpenFile {
  readonly columns: readonly string[];
  /** The types that the file itself declares (Parquet); absent where values tell them. */
  readonly declared?: ReadonlyMap<string, DeclaredColumn>;
  /** Whether a text may stand for a number, a date or the like (CSV). */
  readonly untyped: boolean;
  /** What is said of how it was read: its encoding, where that was a guess. */
  readonly notes: readonly string[];
  /** Rows in chunks; `limit` is what is needed of them. Throws a SeedloomError. */
  rows(limit?: number): AsyncIterable<readonly RawRow[]>;
}

export interface DeclaredColumn {
  readonly type: ValueType;
  readonly nullable: boolean;
}
