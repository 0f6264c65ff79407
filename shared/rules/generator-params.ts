import { z } from "zod";
import type { Generator } from "../generators/generator.ts";

/** The names of a generator's parameters, as its Zod object declares them. */
export function parameterNames(generator: Generator): readonly string[] {
  return generator.params instanceof z.ZodObject ? Object.keys(generator.params.shape) : [];
}
