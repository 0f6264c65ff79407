import type { TableId } from "../../../shared/schema/schema-model.ts";

/** In UTF-16 units, as Excel counts. */
const longest = 31;

/** Names of sheets that Excel takes, each once whatever its case, in the order of the tables. */
export function sheetNames(tables: readonly TableId[]): readonly string[] {
  // The name is kept for the log of changes.
  const taken = new Set(["history"]);
  return tables.map((id) => {
    const plain = id
      .toWellFormed()
      .replaceAll(/[[\]:*?/\\\u0000-\u001F\uFFFE\uFFFF]/g, "_")
      .replaceAll(/^'|'$/g, "_");
    let name = cut(plain, longest) || "_";
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${cut(plain, longest - String(k).length - 1)}~${k}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The first units of a name, without half a character at their end. */
const cut = (name: string, units: number): string => name.slice(0, units).replace(/[\uD800-\uDBFF]$/, "");
