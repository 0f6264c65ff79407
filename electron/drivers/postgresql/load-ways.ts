import type { ForeignKeyModel } from "../../../shared/schema/schema-model.ts";
import type { LoadRequest, LoadTable } from "../driver.ts";

/** A foreign key that is checked at the end of the load instead of at once. */
export interface RingKey {
  readonly table: LoadTable;
  readonly key: ForeignKeyModel;
}

/** Tables whose keys run in a ring, and how their rows get in. */
export interface Ring {
  readonly tables: readonly LoadTable[];
  /**
   * "defer": every key can be deferred, or made so for the time of the load (`alter`).
   * "together": the rows wait in temporary tables and are inserted by one statement, at whose end the keys are checked.
   */
  readonly way: "defer" | "together";
  readonly alter: readonly RingKey[];
}

/** The rings among the tables of a request; keys of a table to itself make none, since a COPY checks them at its end. */
export function ringsOf(request: LoadRequest, owned: (table: LoadTable) => boolean): readonly Ring[] {
  const idOf = (name: { readonly schema: string; readonly name: string }): string => `${name.schema}\0${name.name}`;
  const byId = new Map(request.tables.map((table) => [idOf(table.table), table]));
  const across = request.tables.flatMap((table) =>
    table.ring.filter((key) => idOf(key.referencedTable) !== idOf(table.table)).map((key): RingKey => ({ table, key })),
  );
  const groupOf = new Map<LoadTable, Set<LoadTable>>();
  for (const { table, key } of across) {
    const parent = byId.get(idOf(key.referencedTable));
    if (parent === undefined) continue;
    const group = new Set([...(groupOf.get(table) ?? [table]), ...(groupOf.get(parent) ?? [parent])]);
    for (const member of group) groupOf.set(member, group);
  }
  return [...new Set(groupOf.values())].map((group): Ring => {
    const keys = across.filter(({ table }) => group.has(table));
    const alter = keys.filter(({ key }) => key.deferrable !== true);
    const tables = request.tables.filter((table) => group.has(table));
    return alter.every(({ table }) => owned(table))
      ? { tables, way: "defer", alter }
      : { tables, way: "together", alter: [] };
  });
}

/** Whether rows of the table may meet rows of the same key, which they then update. */
export const mayUpdate = ({ table, columns }: LoadTable, { existing, clear }: LoadRequest): boolean =>
  existing === "update" &&
  clear === "keep" &&
  table.primaryKey.length > 0 &&
  table.primaryKey.every((name) => columns.some((column) => column.name === name));
