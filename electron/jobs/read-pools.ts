import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, posix, relative, sep } from "node:path";
import { nearest } from "../../shared/base/nearest.ts";
import type { GeneratorCatalogue, PoolFile, PoolFiles } from "../../shared/generators/generator.ts";
import { parsePool } from "../../shared/generators/pools/parse-pool.ts";
import type { MaskRule } from "../../shared/rules/rule.ts";
import { withoutReferences } from "../../shared/project/nested-customs.ts";
import type { Project } from "../../shared/project/project.ts";

/** Larger files are data, not pools. */
const mostBytes = 50_000_000;

/** The paths of the files that a project's rules name, scenarios included. */
export function poolPaths(
  { tables, scenarios, generators }: Project,
  catalogue: GeneratorCatalogue,
): readonly string[] {
  const designs = [tables, ...Object.values(scenarios).map((scenario) => scenario.tables)].flatMap((all) =>
    Object.values(all),
  );
  const paths = designs
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap((rule) => {
      if (rule.kind === "mask") return maskFiles(rule, catalogue);
      const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || generator?.files === undefined) return [];
      const params = generator.params.safeParse(withoutReferences(rule, generators).params);
      return params.success ? generator.files(params.data) : [];
    });
  return [...new Set(paths)].toSorted();
}

function maskFiles({ mask: id, params: given }: MaskRule, { masks }: GeneratorCatalogue): readonly string[] {
  const mask = masks?.get(id);
  const params = mask?.params.safeParse(given);
  return params?.success === true ? (mask?.files?.(params.data) ?? []) : [];
}

/** Reads files of a project's folder. One that cannot be read is there with the reason, for the problem at its column. */
export async function readPools(folder: string | undefined, paths: readonly string[]): Promise<PoolFiles> {
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readPool(folder, path)] as const)),
  );
}

async function readPool(folder: string | undefined, path: string): Promise<PoolFile> {
  const found = await locate(folder, path);
  if ("fault" in found) return found;
  if (found.size > mostBytes) return { fault: `${path} is larger than ${mostBytes / 1_000_000} MB` };
  try {
    const bytes = await readFile(found.file);
    try {
      return parsePool(new TextDecoder("utf-8", { fatal: true }).decode(bytes), path);
    } catch (error) {
      if (error instanceof TypeError) return { fault: `${path} is not written in UTF-8` };
      throw error;
    }
  } catch {
    return { fault: `${path} cannot be read` };
  }
}

/** The file that a path means, which must lie in the project's folder: what is shared with a project is in it. */
async function locate(
  folder: string | undefined,
  path: string,
): Promise<
  | { readonly file: string; readonly size: number; readonly time: number }
  | Extract<PoolFile, { readonly fault: string }>
> {
  if (folder === undefined)
    return { fault: `The project is not saved yet, so it has no folder to hold ${path}`, unsaved: true };
  const outside = { fault: `${path} lies outside the project's folder` };
  if (isAbsolute(path) || leaves(relative(folder, join(folder, path)))) return outside;
  try {
    const file = await realpath(join(folder, path));
    if (leaves(relative(await realpath(folder), file))) return outside;
    const { size, mtimeMs } = await stat(file);
    return { file, size, time: mtimeMs };
  } catch {
    const instead = await neighbour(folder, path);
    return {
      fault: `There is no file ${path} in the project's folder`,
      ...(instead === undefined ? {} : { instead }),
    };
  }
}

/** The file of values beside `path` that was most likely meant. */
async function neighbour(folder: string, path: string): Promise<string | undefined> {
  const place = posix.dirname(path.replaceAll(sep, "/"));
  const names = await realpath(join(folder, dirname(path)))
    .then(async (full) => (leaves(relative(await realpath(folder), full)) ? [] : await readdir(full)))
    .catch(() => []);
  const files = names.filter((name) => /\.(?:csv|tsv|json|ndjson|jsonl|txt)$/iu.test(name)).toSorted();
  const near = nearest(posix.basename(path.replaceAll(sep, "/")), files);
  return near === undefined ? undefined : posix.join(place, near);
}

const leaves = (way: string): boolean => way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);

/** A text that is another once one of the files was changed. */
export async function poolStamp(folder: string | undefined, paths: readonly string[]): Promise<string> {
  const found = await Promise.all(paths.map((path) => locate(folder, path)));
  return JSON.stringify(found.map((file, k) => [paths[k], "fault" in file ? file : [file.size, file.time]]));
}
