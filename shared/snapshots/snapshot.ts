import { z } from "zod";
import { schemaModelSchema } from "../project/schema-model-schema.ts";

/** What a snapshot may be called: it is the name of a folder, too. */
export const snapshotNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, "a name has letters, digits, blanks, -, _ and dots, up to 60")
  .refine((name) => !/[. ]$/.test(name), "a name ends in no dot and no blank");

const snapshotTableSchema = z.strictObject({
  /** The table's identity in the schema. */
  table: z.string(),
  file: z.string().regex(/^\d{3,}\.rows\.gz$/),
  rows: z.int().min(0),
  /** Of the file. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What stands in snapshot.json, beside its seal: everything but the rows. */
export const snapshotSchema = z.strictObject({
  /** Version of this format. */
  snapshot: z.literal(1),
  name: snapshotNameSchema,
  /** Where it was taken, as people read it: never an address. */
  of: z.string(),
  /** ISO timestamp. */
  takenAt: z.iso.datetime(),
  schema: schemaModelSchema,
  tables: z.array(snapshotTableSchema).readonly(),
});
export type SnapshotFacts = z.infer<typeof snapshotSchema>;

/** A snapshot in a list. */
export interface SnapshotView {
  readonly name: string;
  readonly of: string;
  readonly engine: SnapshotFacts["schema"]["engine"];
  readonly takenAt: string;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly rows: number;
  readonly bytes: number;
  /** Why it cannot be used. */
  readonly damaged?: string;
}
