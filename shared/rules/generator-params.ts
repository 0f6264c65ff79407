import { z } from "zod";
import type { Generator } from "../generators/generator.ts";

/** What generators and masks declare of their parameters alike. */
export type Parameterised = Pick<Generator, "id" | "params" | "shorthand">;

/** The names of a plug-in's parameters, as its Zod object declares them. */
export function parameterNames(generator: Parameterised): readonly string[] {
  return generator.params instanceof z.ZodObject ? Object.keys(generator.params.shape) : [];
}
