import { z } from "zod";
import { exportFormatSchema, projectSchema, sqlDialectSchema } from "../project/project.ts";
import { maxRows, ruleSchema } from "../rules/rule.ts";

// Everything that the window may send, validated at the door.

export const sessionInput = z.strictObject({ session: z.string() });

export const openSourceInput = z.strictObject({ path: z.string().min(1) });
export const openProjectInput = z.strictObject({ folder: z.string().min(1) });
export const forgetRecentInput = z.strictObject({ folder: z.string() });

export const updateInput = z.strictObject({ session: z.string(), revision: z.int(), project: projectSchema });
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

export const exportRequestSchema = z.strictObject({
  format: exportFormatSchema,
  dialect: sqlDialectSchema.optional(),
  folder: z.string().min(1),
  /** Absent: all tables that are generated. */
  tables: z.array(z.string()).optional(),
  /** Row counts of this run only. */
  rows: z.record(z.string(), z.int().min(0).max(maxRows)).optional(),
  scenario: z.string().optional(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export const startJobInput = z.strictObject({ session: z.string(), request: exportRequestSchema });
export const jobInput = z.strictObject({ job: z.string() });

export const listFolderInput = z.strictObject({ folder: z.string().optional(), kind: z.enum(["database", "folder"]) });
export const revealInput = z.strictObject({ path: z.string() });
