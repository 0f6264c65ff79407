import { maskKeys } from "../../shared/keyed/mask-keys.ts";
import type { TableId } from "../../shared/schema/schema-model.ts";
import type { FinishedFile } from "../sinks/output-set.ts";
import type { CompiledJob } from "./compile-job.ts";
import type { JobSpec } from "./job-spec.ts";
import { fileRows } from "./ranges.ts";

export const manifestName = "manifest.json";

export interface ManifestFile {
  readonly path: string;
  readonly table: TableId;
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
  { plan, format, files }: CompiledJob,
  finished: readonly FinishedFile[],
  version: string,
): string {
  const byPath = new Map(finished.map((file) => [file.path, file]));
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
    ...(spec.shard === undefined ? {} : { shard: spec.shard }),
    ...(spec.worker === undefined ? {} : { worker: spec.worker }),
    locales: spec.project.locales,
    generators: byName(generators),
    ...(masks.size === 0 ? {} : { masks: byName(masks) }),
    // Masked with a key, values are pseudonyms: whoever has it can tell whose they are.
    ...(spec.masking?.key === undefined ? {} : { pseudonymised: { key: maskKeys(spec.masking.key).fingerprint } }),
    files: files.map((file): ManifestFile => {
      const { bytes, sha256 } = byPath.get(file.path) ?? { bytes: 0, sha256: "" };
      return { path: file.path, table: file.table.id, rows: fileRows(file, spec.shard), bytes, sha256 };
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const byName = (versions: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...versions].toSorted(([a], [b]) => (a < b ? -1 : 1)));
