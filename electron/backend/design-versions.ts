import { fakerVersion } from "../../shared/generators/faker/version.ts";
import type { Generator, GeneratorCatalogue } from "../../shared/generators/generator.ts";
import type { DesignVersions } from "../../shared/project/design-versions.ts";
import type { Design } from "../../shared/rules/design.ts";
import type { Problem } from "../../shared/rules/problem.ts";

/** Raised when the engine gives other values than before for the same address, whatever the generator. */
const engineVersion = 1;

/** A column and the generators that its values are made by. */
interface ColumnParts {
  readonly name: string;
  readonly parts: readonly Generator[];
}

function columnsOf(design: Design, catalogue: GeneratorCatalogue): readonly ColumnParts[] {
  return [...design.tables.values()].flatMap(({ table, columns }) =>
    columns.flatMap(({ column, rule }): ColumnParts[] => {
      const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || generator === undefined) return [];
      const params = generator.params.safeParse(rule.params);
      const inner = params.success ? (generator.parts?.(params.data) ?? []) : [];
      const parts = inner.flatMap((id) => catalogue.get(id) ?? []);
      return [{ name: `${table.id}.${column.name}`, parts: [generator, ...parts] }];
    }),
  );
}

/** The versions that a design's values are made with. */
export function designVersions(design: Design, catalogue: GeneratorCatalogue): DesignVersions {
  const used = columnsOf(design, catalogue).flatMap(({ parts }) => parts);
  return {
    engine: engineVersion,
    generators: Object.fromEntries(used.map(({ id, version }) => [id, version])),
    ...(used.some(({ localized }) => localized === true) ? { faker: fakerVersion } : {}),
  };
}

/** The versions to keep in the lock: those that were there before stay until the new ones are accepted. */
export function versionsToKeep(
  now: DesignVersions,
  before: DesignVersions | undefined,
  accepted: DesignVersions | undefined,
): DesignVersions {
  if (before === undefined) return now;
  const { maskKey } = before;
  const kept = (id: string, version: number): number =>
    accepted?.generators[id] === version ? version : (before.generators[id] ?? version);
  const faker = accepted?.faker === now.faker ? now.faker : (before.faker ?? now.faker);
  return {
    engine: accepted?.engine === now.engine ? now.engine : before.engine,
    generators: Object.fromEntries(Object.entries(now.generators).map(([id, version]) => [id, kept(id, version)])),
    ...(now.faker === undefined || faker === undefined ? {} : { faker }),
    ...(maskKey === undefined ? {} : { maskKey }),
  };
}

/** Columns shown one by one; the rest is counted. */
const named = 5;

/**
 * What an upgrade changes in the values of a design since its versions were kept, as one finding that names the columns;
 * undefined where values are the same.
 */
export function versionProblem(
  kept: DesignVersions | undefined,
  design: Design,
  catalogue: GeneratorCatalogue,
): Problem | undefined {
  if (kept === undefined) return undefined;
  const now = designVersions(design, catalogue);
  const fakerMoved = kept.faker !== undefined && now.faker !== undefined && kept.faker !== now.faker;
  const moved = ({ id, version, localized }: Generator): boolean =>
    kept.engine !== now.engine || (kept.generators[id] ?? version) !== version || (fakerMoved && localized === true);
  const changed = columnsOf(design, catalogue).filter(({ parts }) => parts.some(moved));
  if (changed.length === 0) return undefined;
  const list = changed.slice(0, named).map(({ name }) => name);
  const rest = changed.length - list.length;
  const raised = [
    ...new Map(changed.flatMap(({ parts }) => parts.filter(moved)).map((part) => [part.id, part])).values(),
  ];
  const reasons = raised.flatMap(({ id, label, version }) => {
    const before = kept.generators[id];
    return before === undefined || before === version ? [] : [`${label} is version ${version}, and was ${before}`];
  });
  if (fakerMoved) reasons.push(`faker is ${now.faker}, and was ${kept.faker}`);
  if (kept.engine !== now.engine) reasons.push(`the engine is version ${now.engine}, and was ${kept.engine}`);
  return {
    severity: "warning",
    code: "values-changed",
    message: `${changed.length === 1 ? "This column gives" : "These columns give"} other values than when the project was saved: ${list.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`,
    explanation: `${reasons.join("; ")}. Exported files change in these columns once.`,
    fixes: [{ label: "Accept the new values", edit: { kind: "accept-versions", versions: now } }],
  };
}
