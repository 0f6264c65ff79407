import { z } from "zod";
import type { EngineId } from "../schema/schema-model.ts";
import { snapshotMeansSchema, snapshotNameSchema, type SnapshotMeans } from "../snapshots/snapshot.ts";

/** A database: a kept connection, or the source of an open project. */
export const databaseSchema = z.union([
  z.strictObject({ connection: z.string() }),
  z.strictObject({ session: z.string() }),
]);
export type DatabaseRef = z.infer<typeof databaseSchema>;

const tables = z.array(z.string()).min(1).optional();
/** The engine's own means where absent, wherever they do. */
const by = snapshotMeansSchema.optional();

export const saveSnapshotInput = z.strictObject({ of: databaseSchema, name: snapshotNameSchema, tables, by });
export const restoreSnapshotInput = z.strictObject({
  name: z.string(),
  to: databaseSchema,
  tables,
  by,
  /** "today", or a number of days: "+30d". */
  shift: z.string().optional(),
  /** Columns whose dates stay, as table.column. */
  keepDates: z.array(z.string()).default([]),
  /** The typed name of a protected connection. */
  confirm: z.string().optional(),
});
export const diffSnapshotInput = z.strictObject({
  name: z.string(),
  /** A later snapshot, or a database as it is. */
  with: z.union([z.strictObject({ snapshot: z.string() }), databaseSchema]),
});
export const snapshotInput = z.strictObject({ name: z.string() });
export const databasesInput = z.strictObject({ session: z.string().optional() });
export const databaseInput = z.strictObject({ database: databaseSchema });

/** A database that snapshots can be taken of and restored into. */
export interface DatabaseView {
  readonly ref: DatabaseRef;
  readonly label: string;
  readonly engine: EngineId;
  /** The engine's own means to keep it whole; absent where it has none. */
  readonly means?: string;
  /** The name that must be typed before it is written to. */
  readonly confirm?: string;
}

/** What a save has kept. */
export interface SavedView {
  readonly name: string;
  readonly by: SnapshotMeans;
  /** Why in this way. */
  readonly why: string;
}

/** What a restore has done. */
export interface RestoredView {
  readonly target: string;
  readonly rows: number;
  readonly tables: number;
  /** Days that dates were moved by. */
  readonly days: number;
  readonly by: SnapshotMeans;
  /** Why in this way. */
  readonly why: string;
}
