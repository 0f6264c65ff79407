import { z } from "zod";
import type { DriftReport } from "../drift/drift-report.ts";
import { saidRenameSchema } from "../drift/schema-change.ts";
import type { SingleEdit } from "../project/project-edit.ts";

export const driftInput = z.strictObject({
  session: z.string(),
  /** What the user says of names: the guesses hold for all others. */
  renames: z.array(saidRenameSchema).default([]),
  /** A kept connection to compare with, instead of the project's source. */
  connection: z.string().optional(),
});

/** What has changed, what it breaks, and what a migration would do about it. */
export interface DriftView {
  readonly report: DriftReport;
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
  readonly set: readonly string[];
  /** The migration; absent where another database than the project's source is looked at. */
  readonly edit?: Extract<SingleEdit, { kind: "migrate" }>;
}
