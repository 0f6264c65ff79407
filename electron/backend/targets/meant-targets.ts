import { join, resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { isDataTarget, type DataTarget, type ExportTarget } from "../../../shared/project/project.ts";
import { targetNames, targetScenarios } from "../../../shared/project/target-names.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import { safeFileName } from "../../jobs/file-names.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import { manifestName } from "../../jobs/manifest-name.ts";
import { outputPlace, type OutputPlace } from "../../jobs/output-place.ts";
import { jobSpec, type ExportSession } from "../exports.ts";

/** An export of the project that is to run; one of several scenarios is one for each. */
export interface MeantTarget {
  /** The export's own; with the scenario behind it where the export has several: "sql (smoke)". */
  readonly name: string;
  readonly target: ExportTarget;
  /** Whole. */
  readonly folder: string;
  readonly scenario?: string;
  /** Of a data target. */
  readonly spec?: JobSpec;
  /** What the manifest of a data target is called in its folder. */
  readonly manifest?: string;
}

interface Asked {
  readonly base: string;
  readonly names?: readonly string[];
  readonly scenario?: string;
}

/** Where every export of the project goes: one of several scenarios is one for each. */
export const targetPlaces = (
  { project: { exports } }: Pick<ExportSession, "project">,
  { base, scenario }: Asked,
): readonly (readonly Place[])[] => {
  const names = targetNames(exports);
  return exports.map((target, at) => placesOf(target, { name: names[at] ?? "", base, scenario }));
};

/** Where the files of an export go, before anything is asked of what they hold. */
interface Place extends Omit<MeantTarget, "spec"> {
  readonly template?: string;
}

/** The exports that are meant, by name. */
export function meantTargets(session: ExportSession, asked: Asked): readonly MeantTarget[] {
  const { names } = asked;
  const all = targetNames(session.project.exports);
  for (const name of names ?? []) if (!all.includes(name)) throw unknownTarget(name, all);
  const places = targetPlaces(session, asked);
  // All of the project's are looked at, so that a manifest has the same name whichever of them run.
  const shared = sharedFolders(places.flat());
  return places
    .filter((_, at) => names === undefined || names.includes(all[at] ?? ""))
    .flatMap((found) => found.map((place) => meant(session, place, shared)));
}

interface Naming {
  readonly name: string;
  readonly base: string;
  readonly scenario: string | undefined;
}

function placesOf(target: ExportTarget, { name, base, scenario: asked }: Naming): readonly Place[] {
  const scenarios = asked === undefined ? targetScenarios(target) : [asked];
  return scenarios.map((scenario) => {
    const scenarioOf = scenario === undefined ? {} : { scenario };
    if (!isDataTarget(target)) {
      const folder = resolve(base, target.to.replaceAll("{scenario}", scenario ?? "default"));
      return { name, target, folder, ...scenarioOf };
    }
    const several = target.scenarios !== undefined && scenario !== undefined;
    const { folder, template } = targetPlace(target, scenario);
    return {
      name: several ? `${name} (${scenario})` : name,
      target,
      folder: resolve(base, folder),
      manifest: `manifest.${safeFileName(several ? `${name}.${scenario}` : name)}.json`,
      ...scenarioOf,
      ...(template === undefined ? {} : { template }),
    };
  });
}

/** Where the files of an export go; those of several scenarios into folders of their own, where `to` does not name the scenario. */
export function targetPlace(
  target: Pick<DataTarget, "format" | "to" | "compress" | "scenarios">,
  scenario: string | undefined,
): OutputPlace {
  const { format, to, compress, scenarios } = target;
  const place = outputPlace(to, { format, scenario, compress });
  if (scenario === undefined || scenarios === undefined || to.includes("{scenario}")) return place;
  return { ...place, folder: join(place.folder, safeFileName(scenario)) };
}

// Where upper and lower case are one, these would be one folder.
const folderKey = ({ folder }: Place): string => folder.toLowerCase();

/** The folders that several exports write a manifest into. */
function sharedFolders(places: readonly Place[]): ReadonlySet<string> {
  const keys = places.filter(({ manifest }) => manifest !== undefined).map(folderKey);
  return new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
}

function meant(session: ExportSession, { template, ...place }: Place, shared: ReadonlySet<string>): MeantTarget {
  const { target, scenario } = place;
  if (!isDataTarget(target)) return place;
  const { format, dialect, options, tables, compress, split } = target;
  const spec = jobSpec(session, {
    format,
    options,
    ...(template === undefined ? {} : { template }),
    ...(compress === undefined ? {} : { compress }),
    ...(split === undefined ? {} : { split }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(tables === undefined ? {} : { tables }),
    ...(scenario === undefined ? {} : { scenario }),
  });
  return { ...place, spec, ...(shared.has(folderKey(place)) ? {} : { manifest: manifestName }) };
}

function unknownTarget(name: string, names: readonly string[]): SeedloomError {
  const nearest = nearestName(name, names);
  return new SeedloomError(
    "usage",
    `The project has no export named ${name}.`,
    nearest !== undefined
      ? `Did you mean ${nearest}?`
      : names.length > 0
        ? `There are: ${names.join(", ")}.`
        : "Add `exports:` to seedloom.yaml.",
  );
}
