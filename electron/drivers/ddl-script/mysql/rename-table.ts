import type { MyCatalogue, MyTable } from "./catalogue.ts";

/** Gives a table another name; the keys that refer to it follow. */
export function renameTable(
  catalogue: MyCatalogue,
  table: MyTable | undefined,
  to: { readonly schema: string | undefined; readonly name: string },
): void {
  if (table === undefined) return;
  for (const other of catalogue.tables)
    for (const key of other.foreignKeys)
      if (key.schema === table.schema && key.table === table.name) key.table = to.name;
  table.name = to.name;
  table.schema = to.schema ?? table.schema;
}
