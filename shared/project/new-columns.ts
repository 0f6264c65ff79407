import { z } from "zod";

/**
 * What becomes of columns that the source has and the project was not made for. fail: the check fails until the project is
 * migrated; null and default: they are NULL, or left to the database, where it lets them; synthesise: they get the rule that is
 * suggested.
 */
export const newColumnsSchema = z.enum(["fail", "null", "default", "synthesise"]);
export type NewColumns = z.infer<typeof newColumnsSchema>;

/** Where a project says nothing: what nobody has looked at goes nowhere. */
export const defaultNewColumns: NewColumns = "fail";
