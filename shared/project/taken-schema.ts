import { z } from "zod";

/** The schema that a project was migrated to while it is open, and the names that moved with it. */
export const takenSchemaSchema = z.strictObject({
  /** Which schema: as the backend identifies it. */
  schema: z.string(),
  renamed: z
    .array(
      z.strictObject({
        /** The table as it was. */
        table: z.string(),
        /** Of the table itself where absent. */
        column: z.string().optional(),
        to: z.string(),
      }),
    )
    .readonly(),
});
export type TakenSchema = z.infer<typeof takenSchemaSchema>;
/** A table or column under another name in the project file. */
export type RenamedName = TakenSchema["renamed"][number];
