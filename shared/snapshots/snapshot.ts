import { z } from "zod";
import { schemaModelSchema } from "../project/schema-model-schema.ts";

/** What a snapshot may be called: it is the name of a folder, too. */
export const snapshotNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, "a name has letters, digits, blanks, -, _ and dots, up to 60")
  .refine((name) => !/[. ]$/.test(name), "a name ends in no dot and no blank");

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** Rows of one table, in a file of their own. */
const keptRowsSchema = z.strictObject({
  /** The table's identity in the schema. */
  table: z.string(),
  file: z.string().regex(/^\d{3,}\.rows\.gz$/),
  rows: count,
  /** Of the file. */
  bytes: count,
  sha256,
});

/** Where an engine keeps a copy of a whole database: a file of the snapshot, or a database on the same server. */
const databaseCopySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("file"), file: z.literal("database.sqlite"), bytes: count, sha256 }),
  z.strictObject({ kind: z.literal("server"), server: z.string(), database: z.string(), bytes: count }),
]);
export type DatabaseCopy = z.infer<typeof databaseCopySchema>;

const factsSchema = z.strictObject({
  /** Version of this format. */
  snapshot: z.literal(1),
  name: snapshotNameSchema,
  /** Where it was taken, as people read it: never an address. */
  of: z.string(),
  /** ISO timestamp. */
  takenAt: z.iso.datetime(),
  schema: schemaModelSchema,
});

/** What stands in snapshot.json, beside its seal: everything but the rows. */
export const snapshotSchema = z.discriminatedUnion("by", [
  factsSchema.extend({ by: z.literal("rows"), tables: z.array(keptRowsSchema).readonly() }),
  factsSchema.extend({
    by: z.literal("engine"),
    copy: databaseCopySchema,
    tables: z.array(z.strictObject({ table: z.string(), rows: count })).readonly(),
  }),
]);
export type SnapshotFacts = z.infer<typeof snapshotSchema>;

/** How a snapshot is kept: as rows that Seedloom reads, or by the engine's own means. */
export const snapshotMeansSchema = z.enum(["engine", "rows"]);
export type SnapshotMeans = z.infer<typeof snapshotMeansSchema>;

/** A snapshot in a list. */
export interface SnapshotView {
  readonly name: string;
  readonly of: string;
  readonly engine: SnapshotFacts["schema"]["engine"];
  readonly takenAt: string;
  readonly by: SnapshotMeans;
  /** The server that keeps it; absent where its files are here. */
  readonly server?: string;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly rows: number;
  readonly bytes: number;
  /** Columns that look personal, as table.column. */
  readonly personal: readonly string[];
  /** Why it cannot be used. */
  readonly damaged?: string;
}
