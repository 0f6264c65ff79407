import type { Design } from "../../shared/rules/design.ts";
import type { GeneratorCatalogue } from "../../shared/generators/generator.ts";
import type { DesignVersions } from "../../shared/project/schema-lock.ts";

/** Raised when the engine gives other values than before for the same address, whatever the generator. */
const engineVersion = 1;

/** The versions that a design's values are made with. */
export function designVersions(design: Design, catalogue: GeneratorCatalogue): DesignVersions {
  const generators: Record<string, number> = {};
  for (const { columns } of design.tables.values()) {
    for (const { rule } of columns) {
      const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
      if (generator !== undefined) generators[generator.id] = generator.version;
    }
  }
  return { engine: engineVersion, generators };
}

/** What an upgrade changed since the project was saved, in a sentence; undefined where values are the same as then. */
export function versionChange(before: DesignVersions, after: DesignVersions): string | undefined {
  if (before.engine !== after.engine)
    return "This version of Seedloom gives other values than the one that saved the project.";
  const changed = Object.entries(after.generators)
    .filter(([id, version]) => Object.hasOwn(before.generators, id) && before.generators[id] !== version)
    .map(([id]) => id);
  if (changed.length === 0) return undefined;
  return `This version of Seedloom gives other values for ${changed.join(", ")} than the one that saved the project.`;
}
