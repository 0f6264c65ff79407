import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { TargetsResult } from "../../../shared/api/target-views.ts";
import { projectFileName } from "../../../shared/project/read-project-file.ts";
import { schemaLockName } from "../../../shared/project/schema-lock.ts";

/**
 * The files of a run, those of an earlier one that nobody has committed, too, and the project that they were made from: without it
 * `export --check` would fail on the very commit.
 */
export function pathsToCommit({ root, files, manifest }: TargetsResult): readonly string[] {
  const project = [projectFileName, schemaLockName]
    .map((name) => posix.join(posix.dirname(manifest.path), name))
    .filter((path) => existsSync(join(root, path)));
  return [...files.map(({ path }) => path), ...project];
}
