import type { GeneratorCatalogue } from "../generators/generator.ts";
import { generatorCatalogue } from "../generators/index.ts";
import { maskCatalogue } from "../masks/index.ts";

/** Everything that a rule may name: generators, edge packs and masks. What hosts hand to the stages. */
export const catalogue: GeneratorCatalogue = { ...generatorCatalogue, masks: maskCatalogue };
