import { fakerVersion } from "../../shared/generators/faker/version.ts";
import type { Generator, GeneratorCatalogue } from "../../shared/generators/generator.ts";
import type { DesignVersions } from "../../shared/project/design-versions.ts";
import type { Design } from "../../shared/rules/design.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import type { Rule } from "../../shared/rules/rule.ts";

/** Raised when the engine gives other values than before for the same address, whatever the generator. */
const engineVersion = 1;

/** A generator, or a mask. */
interface Part extends Pick<Generator, "id" | "label" | "version" | "localized"> {
  readonly kind: "generators" | "masks";
}

/** A column and what its values are made by. */
interface ColumnParts {
  readonly name: string;
  readonly parts: readonly Part[];
}

function columnsOf(design: Design, catalogue: GeneratorCatalogue): readonly ColumnParts[] {
  return [...design.tables.values()].flatMap(({ table, columns }) =>
    columns.flatMap(({ column, rule }): ColumnParts[] => {
      const parts = partsOf(rule, catalogue);
      return parts.length === 0 ? [] : [{ name: `${table.id}.${column.name}`, parts }];
    }),
  );
}

function partsOf(rule: Rule, catalogue: GeneratorCatalogue): readonly Part[] {
  if (rule.kind === "generate") return generatorParts(rule.generator, rule.params, catalogue);
  return rule.kind === "mask" ? maskParts(rule.mask, rule.params, catalogue) : [];
}

type Params = Readonly<Record<string, unknown>>;

/** A generator, and those that it is composed of. */
function generatorParts(id: string, given: Params, catalogue: GeneratorCatalogue): readonly Part[] {
  const generator = catalogue.get(id);
  if (generator === undefined) return [];
  const params = generator.params.safeParse(given);
  const inner = params.success ? (generator.parts?.(params.data) ?? []) : [];
  return [generator, ...inner.flatMap((part) => catalogue.get(part) ?? [])].map((part) => ({
    ...part,
    kind: "generators",
  }));
}

/** A mask, the masks that it hands parts of a value to, and the generators whose values stand in for the source's. */
function maskParts(id: string, given: Params, catalogue: GeneratorCatalogue): readonly Part[] {
  const mask = catalogue.masks?.get(id);
  if (mask === undefined) return [];
  const { label, version } = mask;
  const own: Part = { kind: "masks", id, label, version };
  const params = mask.params.safeParse(given);
  if (!params.success) return [own];
  const standIn = mask.generates?.(params.data);
  const inner = mask.inner?.(params.data) ?? [];
  return [
    own,
    ...(standIn === undefined ? [] : generatorParts(standIn.generator, standIn.params, catalogue)),
    ...inner.flatMap((part) => maskParts(part.mask, part.params, catalogue)),
  ];
}

const versionsOf = (parts: readonly Part[], kind: Part["kind"]): Record<string, number> =>
  Object.fromEntries(parts.filter((part) => part.kind === kind).map(({ id, version }) => [id, version]));

/** The versions that a design's values are made with. */
export function designVersions(design: Design, catalogue: GeneratorCatalogue): DesignVersions {
  const used = columnsOf(design, catalogue).flatMap(({ parts }) => parts);
  const masks = versionsOf(used, "masks");
  return {
    engine: engineVersion,
    generators: versionsOf(used, "generators"),
    ...(Object.keys(masks).length === 0 ? {} : { masks }),
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
  const kept = (kind: Part["kind"]): Record<string, number> =>
    Object.fromEntries(
      Object.entries(now[kind] ?? {}).map(([id, version]) => [
        id,
        accepted?.[kind]?.[id] === version ? version : (before[kind]?.[id] ?? version),
      ]),
    );
  const faker = accepted?.faker === now.faker ? now.faker : (before.faker ?? now.faker);
  return {
    engine: accepted?.engine === now.engine ? now.engine : before.engine,
    generators: kept("generators"),
    ...(now.masks === undefined ? {} : { masks: kept("masks") }),
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
  const moved = ({ kind, id, version, localized }: Part): boolean =>
    kept.engine !== now.engine || (kept[kind]?.[id] ?? version) !== version || (fakerMoved && localized === true);
  const changed = columnsOf(design, catalogue).filter(({ parts }) => parts.some(moved));
  if (changed.length === 0) return undefined;
  const list = changed.slice(0, named).map(({ name }) => name);
  const rest = changed.length - list.length;
  const raised = [
    ...new Map(
      changed.flatMap(({ parts }) => parts.filter(moved)).map((part) => [`${part.kind}.${part.id}`, part]),
    ).values(),
  ];
  const reasons = raised.flatMap(({ kind, id, label, version }) => {
    const before = kept[kind]?.[id];
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
