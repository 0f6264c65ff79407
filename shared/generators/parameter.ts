import { z } from "zod";
import type { ParameterMeta } from "./generator.ts";

/** A parameter's schema with what the form shows of it; to be the outermost call, around the default. */
export const parameter = <T extends z.ZodType>(schema: T, meta: ParameterMeta): T => schema.meta({ ...meta });

/** A whole number within ±2^53, or a longer one of 64 bits written as text. */
export const wholeNumber = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/, "is not a whole number")]);

/** A finite number. */
export const finiteNumber = z.number();

/** A share, 0 to 1. */
export const share = z.number().min(0).max(1);
