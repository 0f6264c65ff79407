import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

/**
 * The query of the window's address that says what to open at once: `?project=FOLDER` or `?source=FILE`, from the words of a command
 * line. The first word that is no switch counts; a project is named by its folder or by a YAML file in it. Empty if there is none.
 */
export function openingQuery(words: readonly string[], workingFolder: string): string {
  const word = words.find((candidate) => candidate !== "" && !candidate.startsWith("-"));
  if (word === undefined) return "";
  const path = resolve(workingFolder, word);
  if (/\.ya?ml$/i.test(basename(path))) return query("project", dirname(path));
  return query(isFolder(path) ? "project" : "source", path);
}

const query = (name: "project" | "source", path: string): string => `?${name}=${encodeURIComponent(path)}`;

function isFolder(path: string): boolean {
  // What is not there is told by the window, in the place where it tells everything.
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
