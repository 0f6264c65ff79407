import { maskKeys } from "../../shared/keyed/mask-keys.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { JobSpec } from "./job-spec.ts";
import type { WrittenFile } from "./run-files.ts";

export { manifestName } from "./manifest-name.ts";

export interface ManifestFile {
  readonly path: string;
  readonly table: TableId;
  /** Where it holds several. */
  readonly tables?: readonly TableId[];
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * What a run writes beside its files: all that its bytes depend on, and their hashes. No time of day and no machine, so that
 * the same export gives the same manifest.
 */
export function manifest(
  spec: JobSpec,
  { plan, format, options, files }: CompiledJob,
  written: readonly WrittenFile[],
  version: string,
): string {
  const generators = new Map<string, number>();
  for (const { holds } of files) {
    for (const { columns } of holds.map(({ designed }) => designed)) {
      for (const { rule } of columns) {
        const generator = rule.kind === "generate" ? plan.catalogue.get(rule.generator) : undefined;
        if (generator !== undefined) generators.set(generator.id, generator.version);
      }
    }
  }
  const masks = new Map<string, number>();
  for (const { holds } of files) {
    for (const mask of holds.flatMap(({ masked }) => [...(masked?.values() ?? [])])) {
      if (mask !== null) masks.set(mask.mask.id, mask.mask.version);
    }
  }
  const content = {
    seedloom: version,
    seed: plan.design.seed,
    referenceDate: plan.referenceDate,
    ...(spec.scenario === undefined ? {} : { scenario: spec.scenario }),
    format: format.id,
    ...(format.ordered === true ? { dialect: spec.dialect } : {}),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(spec.compress === undefined ? {} : { compress: spec.compress }),
    ...(spec.split === undefined ? {} : { split: spec.split }),
    ...(spec.shard === undefined ? {} : { shard: spec.shard }),
    ...(spec.worker === undefined ? {} : { worker: spec.worker }),
    locales: spec.project.locales,
    generators: byName(generators),
    ...(masks.size === 0 ? {} : { masks: byName(masks) }),
    // Masked with a key, values are pseudonyms: whoever has it can tell whose they are.
    ...(spec.masking?.key === undefined ? {} : { pseudonymised: { key: maskKeys(spec.masking.key).fingerprint } }),
    ...(spec.masking?.leakCheck === undefined ? {} : { leakCheck: spec.masking.leakCheck }),
    files: written.map(({ path, planned: { table, holds }, rows, bytes, sha256 }): ManifestFile => ({
      path,
      table: table.id,
      ...(holds.length > 1 ? { tables: holds.map(({ id }) => id) } : {}),
      rows,
      bytes,
      sha256,
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const byName = (versions: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...versions].toSorted(([a], [b]) => (a < b ? -1 : 1)));
