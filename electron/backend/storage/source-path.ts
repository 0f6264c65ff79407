import { withoutPassword } from "../../drivers/address-password.ts";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** With a scheme, or in a variable of the environment. */
const address = /^([a-z][a-z0-9+.-]+:\/\/|\$\{[A-Za-z_][A-Za-z0-9_]*\})/i;

/** Whether a source is the address of a server and not a file. */
export const isAddress = (source: string): boolean => address.test(source);

/** The file that a project's `source` names. */
export function sourceFile(folder: string, source: string): string {
  return isAddress(source) ? source : resolve(folder, source);
}

/**
 * How a project in `folder` names the file `path`: relative where the two are near, so that the project can be moved and
 * cloned with its source, and by its full path where they are not.
 */
export function sourceName(folder: string, path: string): string {
  // No secret goes into a project's files.
  if (isAddress(path)) return withoutPassword(path);
  const way = relative(folder, path);
  const ups = way.split(sep).filter((part) => part === "..").length;
  const shared = resolve(folder, "../".repeat(ups));
  // Where only the disk is shared, the way between them says nothing.
  if (way === "" || isAbsolute(way) || ups > 3 || shared === dirname(shared)) return path;
  return way.split(sep).join("/");
}
