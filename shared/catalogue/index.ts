import { codeTargets } from "../code/index.ts";
import { formats } from "../encoders/index.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import { generatorCatalogue } from "../generators/index.ts";
import { kits } from "../kits/index.ts";
import { maskCatalogue } from "../masks/index.ts";

/** Everything that a project may name: generators, edge packs, masks, and kinds of exports. What hosts hand to the stages. */
export const catalogue: GeneratorCatalogue = {
  ...generatorCatalogue,
  masks: maskCatalogue,
  exports: { format: formats, code: codeTargets, kit: kits },
};
