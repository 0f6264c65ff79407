import type { Design } from "../rules/design.ts";
import { referencedTable, type TableId } from "../schema/schema-model.ts";

/** A column of the design. */
export interface Place {
  readonly table: TableId;
  readonly column: string;
}

export const placeKey = ({ table, column }: Place): string => `${table}\0${column}`;

/**
 * The columns that hold the same keys: a key's column and all that refer to it, near or far, over the tables whose rows
 * come from the source. Each column of a composite key makes a group of its own. The first of a group is the one that the
 * others refer to, where there is one; groups of a single column are left out.
 */
export function keyGroups(design: Design): readonly (readonly Place[])[] {
  const leader = new Map<string, string>();
  const places = new Map<string, Place>();
  const find = (key: string): string => {
    let at = key;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  const referring = new Set<string>();
  for (const { table, mode } of design.tables.values()) {
    if (mode !== "mask") continue;
    for (const key of table.foreignKeys) {
      const parent = referencedTable(design.model, key);
      if (parent === undefined || design.tables.get(parent.id)?.mode !== "mask") continue;
      key.columns.forEach((column, at) => {
        const own = { table: table.id, column };
        const other = { table: parent.id, column: key.referencedColumns[at] ?? "" };
        if (!fromSource(design, own)) return;
        for (const place of [other, own]) places.set(placeKey(place), place);
        referring.add(placeKey(own));
        const [a, b] = [find(placeKey(other)), find(placeKey(own))];
        if (a !== b) leader.set(b, a);
      });
    }
  }
  const groups = new Map<string, Place[]>();
  for (const [key, place] of places) {
    const group = groups.get(find(key)) ?? [];
    groups.set(find(key), group);
    if (referring.has(key)) group.push(place);
    else group.unshift(place);
  }
  return [...groups.values()];
}

/** Whether a column's values come from the source, and are not made anew. */
const fromSource = (design: Design, { table, column }: Place): boolean => {
  const rule = design.tables.get(table)?.columns.find((entry) => entry.column.name === column)?.rule;
  return rule?.kind === "keep" || rule?.kind === "mask";
};
