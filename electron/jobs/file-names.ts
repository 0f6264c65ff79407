import { createHash } from "node:crypto";
import type { SchemaModel, TableId } from "../../shared/schema/schema-model.ts";

/** What some system forbids in a file name, and the percent sign, by which it is replaced. */
const unsafe = /[%/\\:*?"<>|\u0000-\u001F\u007F]/g;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;
/** Room for the number in front, the extension and the temporary file's mark, out of 255 bytes. */
const longest = 160;

const percent = (character: string): string =>
  [...Buffer.from(character, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

/** A table's name as a file name that every system takes; different names may still meet on a disk that ignores case. */
export function safeFileName(name: string): string {
  let safe = name.toWellFormed().normalize("NFC").replaceAll(unsafe, percent);
  // A leading dot hides a file, and Windows drops dots and blanks at the end.
  safe = safe.replace(/^[. ]/, percent).replace(/[. ]$/, percent);
  const stem = safe.split(".", 1)[0] ?? "";
  if (reserved.test(stem.trimEnd())) safe = percent(safe.charAt(0)) + safe.slice(1);
  if (safe === "") return "%00";
  if (Buffer.byteLength(safe, "utf8") <= longest) return safe;
  const cut = Buffer.from(safe, "utf8")
    .subarray(0, longest - 9)
    .toString("utf8")
    .replaceAll("\uFFFD", "");
  return `${cut}~${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

/**
 * The file names of a schema's tables, without number and extension: the table's name, with the schema in front outside the
 * default one. Names that differ in case only get a number, in the schema's order, so that they are the same whatever part
 * of the schema is exported.
 */
export function tableFileNames(model: SchemaModel): ReadonlyMap<TableId, string> {
  // A table "manifest" must not take the manifest's place.
  const taken = new Set(["manifest"]);
  const names = new Map<TableId, string>();
  for (const table of model.tables) {
    const plain =
      table.schema === model.defaultSchema
        ? safeFileName(table.name)
        : `${safeFileName(table.schema)}.${safeFileName(table.name)}`;
    let name = plain;
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${plain}~${k}`;
    taken.add(name.toLowerCase());
    names.set(table.id, name);
  }
  return names;
}
