import type { ColumnModel } from "../schema/schema-model.ts";

/** What a script of a dialect says around its rows, as statements without an end. Tables are names as they stand in one. */
export interface Script {
  /** What the literals need, to be read as they are; `transaction`: {@link begin} follows. */
  session(transaction: boolean): readonly string[];
  readonly begin: readonly string[];
  readonly commit: readonly string[];
  /** Around the rows of tables that reference each other in a ring; absent where one statement must hold them all. */
  readonly ring?: {
    before(tables: readonly string[]): readonly string[];
    after(tables: readonly string[]): readonly string[];
    /** It lasts no longer than a transaction, so that there must be one. */
    readonly needsTransaction?: true;
  };
  /** Triggers that are not the engine's own; absent where they cannot be switched. */
  readonly triggers?: Readonly<Record<"off" | "on", (table: string) => readonly string[]>>;
  /** Around rows that give the numbers of a column which the engine would number. */
  readonly numbers?: Readonly<Record<"before" | "after", (table: string) => readonly string[]>>;
  /** Takes all rows of tables, parents first; those of a ring stand together. */
  deleted(tables: readonly (readonly string[])[]): readonly string[];
  readonly truncated: {
    statements(tables: readonly string[]): readonly string[];
    /** It ends a transaction, so that it stands before one. */
    readonly commits?: true;
    /** Why tables that others refer to cannot be emptied so: the end of a sentence. */
    readonly refusesParents?: string;
  };
  /** Lets the engine number on behind the greatest key there is; absent where it does so by itself. */
  readonly numberOn?: {
    /** `name`: the column's, as it stands in a statement. */
    statements(table: string, column: Pick<ColumnModel, "name" | "default">, name: string): readonly string[];
    /** Only rows that were deleted leave the engine's number too high. */
    readonly whenDeleted?: true;
    /** It ends a transaction, so that it stands behind one. */
    readonly commits?: true;
  };
  /** What stands behind the rows of an INSERT that updates rows which are there; absent where that is another statement. */
  conflict?(key: readonly string[], others: readonly string[]): string;
}

/** `DELETE FROM` for each table, the last first. */
export const deletedInTurn = (tables: readonly (readonly string[])[]): readonly string[] =>
  tables
    .flat()
    .toReversed()
    .map((table) => `DELETE FROM ${table}`);
