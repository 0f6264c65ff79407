import { z } from "zod";
import { leakCheckSchema } from "./inputs.ts";

// What the window asks of saved exports.

/** `base`: where the files of a project go that is not saved yet; a saved one's go from its folder. */
const placeSchema = z.strictObject({ session: z.string(), base: z.string().max(4096).optional() });

export const repositoryInput = placeSchema;

export const runTargetsInput = placeSchema.extend({
  /** By name; all where absent. */
  names: z.array(z.string()).optional(),
  write: z.boolean(),
  overwriteEdited: z.boolean().default(false),
  /** False: what only a database would refuse does not stop the run. */
  stopOnErrors: z.boolean().default(true),
  leakCheck: leakCheckSchema.optional(),
});

export const compareTargetsInput = placeSchema.extend({
  names: z.array(z.string()).optional(),
  stopOnErrors: z.boolean().default(true),
});

export const targetFileInput = placeSchema.extend({
  /** Of the last comparison that was made unasked, not of the last run. */
  compared: z.boolean().default(false),
  /** Relative to the root of the repository. */
  path: z.string(),
  /** The whole file as it is to be, not only what changes. */
  whole: z.boolean(),
});

export const commitTargetsInput = placeSchema.extend({
  message: z.string().min(1).max(10_000),
  /** A new branch; the current one where absent. */
  branch: z.string().min(1).max(200).optional(),
});
