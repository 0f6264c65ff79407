import { z } from "zod";
import type { SchemaModel, TableId } from "../schema/schema-model.ts";

/** What somebody says of a name: it is `to` now, or nothing that is there now (null), whatever it looks like. */
export const saidRenameSchema = z.strictObject({
  /** The table as it was. */
  table: z.string(),
  /** Of the table itself where absent. */
  column: z.string().optional(),
  to: z.string().nullable(),
});
export type SaidRename = z.infer<typeof saidRenameSchema>;

/** A table or column that has another name now. */
export interface Rename {
  /** The table as it was. */
  readonly table: TableId;
  readonly column?: string;
  /** The name of the column, or the identity of the table, as it is. */
  readonly to: string;
  /** How sure it is; "said" where it is no guess. */
  readonly confidence: "said" | "high" | "medium" | "low";
}

/** One difference between a schema as it was saved and as it is. */
export interface SchemaChange {
  readonly kind: "added" | "removed" | "renamed" | "changed";
  readonly what:
    | "table"
    | "column"
    | "primary key"
    | "foreign key"
    | "unique constraint"
    | "check"
    | "exclusion"
    | "partitions";
  /** As it is; where it was removed, as it was. */
  readonly table: TableId;
  readonly column?: string;
  /** What was renamed or changed, as it was called: a table's identity, a column's name. */
  readonly was?: string;
  readonly confidence?: Rename["confidence"];
  /** One sentence. */
  readonly message: string;
}

/** All that has changed between two schemas, and which names were taken for others. */
export interface SchemaDrift {
  readonly changes: readonly SchemaChange[];
  readonly renames: readonly Rename[];
}

/** Two schemas, and which names of the first are others in the second. */
export interface Comparison {
  readonly before: SchemaModel;
  readonly after: SchemaModel;
  readonly renames: readonly Rename[];
}

/** What a table is called now; its own name where it was not renamed. */
export const tableNow = (renames: readonly Rename[], table: TableId): TableId =>
  renames.find((rename) => rename.column === undefined && rename.table === table)?.to ?? table;

/** What a column is called now, of a table as it was. */
export const columnNow = (renames: readonly Rename[], table: TableId, column: string): string =>
  renames.find((rename) => rename.table === table && rename.column === column)?.to ?? column;
