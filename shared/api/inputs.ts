import { z } from "zod";
import {
  compressionSchema,
  exportFormatSchema,
  projectSchema,
  splitSchema,
  sqlDialectSchema,
} from "../project/project.ts";
import { maxRows, ruleSchema } from "../rules/rule.ts";

// Everything that the window may send, validated at the door.

export const sessionInput = z.strictObject({ session: z.string() });

export const openSourceInput = z.strictObject({ path: z.string().min(1) });
export const openProjectInput = z.strictObject({ folder: z.string().min(1) });
export const forgetRecentInput = z.strictObject({ folder: z.string() });

export const updateInput = z.strictObject({
  session: z.string(),
  revision: z.int(),
  project: projectSchema,
  /** The scenario to look at; absent for the project itself. */
  scenario: z.string().optional(),
});
export const saveInput = z.strictObject({
  session: z.string(),
  folder: z.string().min(1),
  /** Overwrite what another window or an editor wrote meanwhile. */
  overwrite: z.boolean().default(false),
});

export const tableInput = z.strictObject({ session: z.string(), table: z.string() });
export const columnInput = z.strictObject({ session: z.string(), table: z.string(), column: z.string() });

const rowNumber = z.int().min(0).max(maxRows);
export const pageInput = z.strictObject({
  session: z.string(),
  table: z.string(),
  /** 0-based. */
  start: rowNumber,
  count: z.int().min(1).max(1000),
});
/** Samples of a rule that is not (yet) the column's: the live list of the picker. */
export const trialInput = z.strictObject({
  session: z.string(),
  table: z.string(),
  column: z.string(),
  rule: ruleSchema,
  start: rowNumber,
  count: z.int().min(1).max(50),
});

/** One of `count` runs that fill one database side by side; their keys and unique values never meet. */
const workerShareSchema = z
  .strictObject({ index: z.int().min(1), count: z.int().min(1).max(99_999) })
  .refine(({ index, count }) => index <= count, "worker index is beyond the count");

/** Which rows are looked through for originals before a run of masking writes anything; a sample of them where absent. */
export const leakCheckSchema = z.enum(["sample", "all", "off"]);
export type LeakCheckScope = z.infer<typeof leakCheckSchema>;

export const exportRequestSchema = z.strictObject({
  format: exportFormatSchema,
  dialect: sqlDialectSchema.optional(),
  /** Of the format; what is not said is the default. */
  options: z.record(z.string(), z.unknown()).optional(),
  compress: compressionSchema.optional(),
  split: splitSchema.optional(),
  /** Or a template of paths. */
  folder: z.string().min(1),
  /** Absent: all tables that are generated. */
  tables: z.array(z.string()).optional(),
  /** Row counts of this run only. */
  rows: z.record(z.string(), z.int().min(0).max(maxRows)).optional(),
  scenario: z.string().optional(),
  worker: workerShareSchema.optional(),
  leakCheck: leakCheckSchema.optional(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export const startJobInput = z.strictObject({ session: z.string(), request: exportRequestSchema });
export const jobInput = z.strictObject({ job: z.string() });

export const loadRequestSchema = z.strictObject({
  /** A connection, an address, or an engine of its own that is thrown away after. */
  to: z.union([
    z.strictObject({ connection: z.string() }),
    z.strictObject({ address: z.string().min(1) }),
    z.strictObject({ trial: z.literal(true) }),
  ]),
  clear: z.enum(["keep", "delete", "truncate"]).default("keep"),
  existing: z.enum(["refuse", "update"]).default("refuse"),
  triggers: z.enum(["on", "off"]).default("on"),
  /** Let the engine prove what was loaded; a trial always does. */
  proof: z.boolean().default(true),
  /** The typed name of a protected connection. */
  confirm: z.string().optional(),
  tables: z.array(z.string()).optional(),
  rows: z.record(z.string(), z.int().min(0).max(maxRows)).optional(),
  scenario: z.string().optional(),
  worker: workerShareSchema.optional(),
  leakCheck: leakCheckSchema.optional(),
});
export type LoadRequest = z.output<typeof loadRequestSchema>;
export const loadInput = z.strictObject({ session: z.string(), request: loadRequestSchema });

const connectionValues = z.record(z.string(), z.string());
/** A connection as the form has it. `id`: the one to change; a password that is left out stays as it is. */
export const saveConnectionInput = z.strictObject({
  id: z.string().optional(),
  label: z.string().trim().min(1).max(80),
  engine: z.enum(["sqlite", "postgresql", "mysql"]),
  values: connectionValues,
  protected: z.boolean().default(false),
});
export type SaveConnection = z.output<typeof saveConnectionInput>;
export const connectionInput = z.strictObject({ connection: z.string() });
/** Values of a form that is not saved yet, with the kept password of connection `id` where they have none. */
export const testConnectionInput = z.strictObject({
  id: z.string().optional(),
  engine: z.enum(["sqlite", "postgresql", "mysql"]),
  values: connectionValues,
});
export type TestConnection = z.output<typeof testConnectionInput>;
export const parseAddressInput = z.strictObject({ address: z.string().min(1) });

export const listFolderInput = z.strictObject({ folder: z.string().optional(), kind: z.enum(["database", "folder"]) });
export const pickFileInput = z.strictObject({ title: z.string().max(80) });
export const revealInput = z.strictObject({ path: z.string() });
