import { z } from "zod";
import { rowsSchema, ruleSchema, tableModeSchema } from "../rules/rule.ts";

/** A change of the project: one step of undo, and what a problem's fix applies. `null` takes a setting back to what is suggested. */
export const projectEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set-rule"), table: z.string(), column: z.string(), rule: ruleSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-rows"), table: z.string(), rows: rowsSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-mode"), table: z.string(), mode: tableModeSchema.nullable() }),
  z.strictObject({ kind: z.literal("set-seed"), seed: z.int() }),
  z.strictObject({ kind: z.literal("set-now"), now: z.string() }),
  z.strictObject({ kind: z.literal("set-locales"), locales: z.record(z.string(), z.number().positive()) }),
  z.strictObject({ kind: z.literal("remove-table"), table: z.string() }),
]);
export type SingleEdit = z.infer<typeof projectEditSchema>;

/** One edit, or several under one name ("Mask 3 columns"). */
export type ProjectEdit =
  | SingleEdit
  | { readonly kind: "several"; readonly label: string; readonly edits: readonly SingleEdit[] };
