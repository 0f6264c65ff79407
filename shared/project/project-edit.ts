import { z } from "zod";
import { designVersionsSchema } from "./design-versions.ts";
import { newColumnsSchema } from "./new-columns.ts";
import { takenSchemaSchema } from "./taken-schema.ts";
import { pinnedRowSchema } from "./pinned-row.ts";
import {
  customGeneratorSchema,
  exportTargetSchema,
  generatorNameSchema,
  scenarioNameSchema,
  scenarioSchema,
  tableDesignSchema,
  virtualKeySchema,
} from "./project.ts";
import { policyIdSchema } from "../rules/personal/policy-id.ts";
import { rowsSchema, ruleSchema, tableModeSchema } from "../rules/rule.ts";
import { sampleSchema } from "../rules/sample-rule.ts";

/** A change of the project: one step of undo, and what a problem's fix applies. `null` takes a setting back to what is suggested. */
export const projectEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set-rule"), table: z.string(), column: z.string(), rule: ruleSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-rows"), table: z.string(), rows: rowsSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-mode"), table: z.string(), mode: tableModeSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-sample"), table: z.string(), sample: sampleSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-seed"), seed: z.int() }),
  z.strictObject({ kind: z.literal("set-now"), now: z.string() }),
  z.strictObject({ kind: z.literal("set-locales"), locales: z.record(z.string(), z.number().positive()) }),
  z.strictObject({ kind: z.literal("remove-table"), table: z.string() }),
  z.strictObject({ kind: z.literal("set-pinned"), table: z.string(), pinned: z.array(pinnedRowSchema).readonly() }),
  /** Adds or changes a scenario; null removes it, and the exports that name it. */
  z.strictObject({ kind: z.literal("set-scenario"), name: scenarioNameSchema, scenario: scenarioSchema.nullable() }),
  z.strictObject({ kind: z.literal("rename-scenario"), name: z.string(), to: scenarioNameSchema }),
  /** Adds a foreign key that the database does not declare; one over the same columns gives way. */
  z.strictObject({ kind: z.literal("add-key"), table: z.string(), key: virtualKeySchema }),
  z.strictObject({ kind: z.literal("remove-key"), table: z.string(), columns: z.array(z.string()).readonly() }),
  /** Sets a custom generator for all that use it; null removes it, and its uses keep what it said. */
  z.strictObject({
    kind: z.literal("set-generator"),
    name: generatorNameSchema,
    generator: customGeneratorSchema.nullable(),
  }),
  /** Takes the values that newer generators give: the versions go into the lock. */
  z.strictObject({ kind: z.literal("accept-versions"), versions: designVersionsSchema }),
  /** Takes the rules that are suggested now for those that the lock has. */
  z.strictObject({ kind: z.literal("take-suggestions") }),
  /** Writes rules and row counts that were suggested before into the project itself, whatever scenario is on screen. */
  z.strictObject({ kind: z.literal("keep-rules"), tables: z.record(z.string(), tableDesignSchema) }),
  z.strictObject({ kind: z.literal("rename-generator"), name: z.string(), to: generatorNameSchema }),
  /** The exports as they are to be; `what` names the step, as undo shows it. */
  z.strictObject({ kind: z.literal("set-exports"), exports: z.array(exportTargetSchema), what: z.string() }),
  /** What becomes of columns that the source gets. */
  z.strictObject({ kind: z.literal("set-new-columns"), policy: newColumnsSchema.nullable() }),
  /** The laws and standards that personal columns are under; none takes the setting back. */
  z.strictObject({ kind: z.literal("set-policies"), policies: z.array(policyIdSchema).readonly() }),
  /** Takes the schema of the source as it is: with the project as it was moved along (migrate-project.ts). */
  z.strictObject({
    kind: z.literal("migrate"),
    taken: takenSchemaSchema,
    tables: z.record(z.string(), tableDesignSchema),
    scenarios: z.record(z.string(), scenarioSchema),
    exports: z.array(exportTargetSchema),
  }),
]);
export type SingleEdit = z.infer<typeof projectEditSchema>;

/** One edit, or several under one name ("Mask 3 columns"). */
export type ProjectEdit =
  | SingleEdit
  | { readonly kind: "several"; readonly label: string; readonly edits: readonly SingleEdit[] };
