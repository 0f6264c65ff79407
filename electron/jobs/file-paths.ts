import { SeedloomError } from "../../shared/base/errors.ts";
import { safeFileName } from "./file-names.ts";

/** What stands for a file's own in a template of paths. */
const placeholders = ["scenario", "table", "schema", "nnn", "part"] as const;
type Placeholder = (typeof placeholders)[number];

/** The values of one file, each of them a name that every file system takes. */
export type PathValues = Readonly<Partial<Record<Placeholder, string>>>;

const pattern = /\{([^{}]*)\}/g;

export const hasPlaceholder = (template: string, name: Placeholder): boolean => template.includes(`{${name}}`);

const usage = (message: string, hint: string): SeedloomError => new SeedloomError("usage", message, hint);

/**
 * A template in its plain form: `/` between its parts, none of them empty. Throws where it leaves its folder, has a placeholder
 * that there is not, or a name that some file system does not take.
 */
export function checkedTemplate(given: string): string {
  const path = given.replaceAll("\\", "/");
  const inside = "Paths are relative to the folder of the export, and stay in it.";
  if (/^\/|^[A-Za-z]:/.test(path)) throw usage(`${given} does not begin in the folder of the export.`, inside);
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw usage(`${given} leaves the folder of the export.`, inside);
  for (const [, name = ""] of path.matchAll(pattern)) {
    if (!placeholders.some((known) => known === name)) {
      const known = placeholders.map((one) => `{${one}}`).join(", ");
      throw usage(`${given} has {${name}}, which stands for nothing.`, `There are ${known}.`);
    }
  }
  for (const part of parts) {
    const plain = part.replaceAll(pattern, "x").replace(/^\.+(?=.)/, "");
    if (safeFileName(plain.replaceAll("%", "x")) === plain.replaceAll("%", "x").normalize("NFC")) continue;
    throw usage(
      `${part} in ${given} is no name that every file system takes.`,
      'Leave out \\ : * ? " < > | and the names of devices.',
    );
  }
  return parts.join("/");
}

/** The path of one file. A name that is too long for a file system is refused. */
export function pathOf(template: string, values: PathValues): string {
  const path = template.replaceAll(pattern, (whole, name: string) => {
    const value = placeholders.find((known) => known === name);
    return value === undefined ? whole : (values[value] ?? whole);
  });
  const long = path.split("/").find((part) => Buffer.byteLength(part, "utf8") > longestName);
  if (long === undefined) return path;
  throw usage(
    `The file name ${long.slice(0, 60)}… is longer than file systems take.`,
    "Shorten the template of the path.",
  );
}

/** In bytes; file systems take 255. */
const longestName = 250;

/** A template with the number of a part in front of the last extension, where it has none. */
export function withPart(template: string): string {
  return hasPlaceholder(template, "part") ? template : template.replace(/(\.[^./]*)?$/, ".{part}$1");
}

/** Stops a run in which two files have one path, or one is the folder of another; disks that ignore case are minded. */
export function refuseCollisions(
  files: readonly { readonly path: string; readonly table: { readonly id: string } }[],
): void {
  const seen = new Map<string, string>();
  for (const { path, table } of files) {
    const key = path.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      throw usage(
        other === table.id
          ? `${path} would be written twice.`
          : `${other} and ${table.id} would both be written to ${path}.`,
        "Put {table} into the path, or write all tables into one file where the format can.",
      );
    }
    seen.set(key, table.id);
  }
  for (const key of seen.keys()) {
    for (let at = key.lastIndexOf("/"); at > 0; at = key.lastIndexOf("/", at - 1)) {
      if (seen.has(key.slice(0, at)))
        throw usage(`${key.slice(0, at)} would be a file and a folder.`, "Change the template of the path.");
    }
  }
}
