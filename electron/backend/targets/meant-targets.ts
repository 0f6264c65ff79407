import { resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { isDataTarget, type ExportTarget } from "../../../shared/project/project.ts";
import { targetNames } from "../../../shared/project/target-names.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import { outputPlace } from "../../jobs/output-place.ts";
import type { JobSpec } from "../../jobs/job-spec.ts";
import { jobSpec, type ExportSession } from "../exports.ts";

/** An export of the project that is to run. */
export interface MeantTarget {
  readonly name: string;
  readonly target: ExportTarget;
  /** Whole. */
  readonly folder: string;
  readonly scenario?: string;
  /** Of a data target. */
  readonly spec?: JobSpec;
}

/** The exports that are meant, by name. */
export function meantTargets(
  session: ExportSession,
  {
    base,
    names,
    scenario: asked,
  }: { readonly base: string; readonly names?: readonly string[]; readonly scenario?: string },
): readonly MeantTarget[] {
  const { exports } = session.project;
  const all = targetNames(exports);
  for (const name of names ?? []) if (!all.includes(name)) throw unknownTarget(name, all);
  return exports.flatMap((target, at): readonly MeantTarget[] => {
    const name = all[at] ?? "";
    if (names !== undefined && !names.includes(name)) return [];
    const scenario = asked ?? ("kit" in target ? undefined : target.scenario);
    const scenarioOf = scenario === undefined ? {} : { scenario };
    if (!isDataTarget(target)) {
      const folder = resolve(base, target.to.replaceAll("{scenario}", scenario ?? "default"));
      return [{ name, target, folder, ...scenarioOf }];
    }
    const { format, dialect, options, tables, compress, split } = target;
    const { folder, template } = outputPlace(target.to, { format, ...scenarioOf, ...(compress && { compress }) });
    const spec = jobSpec(session, {
      format,
      options,
      ...(template === undefined ? {} : { template }),
      ...(compress === undefined ? {} : { compress }),
      ...(split === undefined ? {} : { split }),
      ...(dialect === undefined ? {} : { dialect }),
      ...(tables === undefined ? {} : { tables }),
      ...scenarioOf,
    });
    return [{ name, target, folder: resolve(base, folder), ...scenarioOf, spec }];
  });
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
