import { ScriptError } from "../script-error.ts";
import { alterTable, dropIndex } from "./alter-table.ts";
import { readKeyParts } from "./constraints.ts";
import { createTable } from "./create-table.ts";
import { Cursor } from "./cursor.ts";
import type { Place } from "./place.ts";
import { renameTable } from "./rename-table.ts";

/** Applies one statement to the catalogue. What does not change a schema model is passed over. */
export function applyStatement(place: Place, text: string): void {
  const { catalogue } = place;
  const cursor = new Cursor(text, place.line);
  if (cursor.take("USE")) catalogue.schema = cursor.name();
  else if (cursor.take("CREATE")) create(place, cursor);
  else if (cursor.take("ALTER")) {
    cursor.takeAny("ONLINE", "OFFLINE");
    cursor.take("IGNORE");
    if (cursor.take("TABLE")) alterTable(place, cursor);
  } else if (cursor.take("DROP")) drop(place, cursor);
  else if (cursor.take("RENAME", "TABLE") || cursor.take("RENAME", "TABLES")) {
    do {
      const from = cursor.qualifiedName();
      if (!cursor.take("TO")) throw cursor.wrong();
      renameTable(catalogue, catalogue.table(from.schema, from.name), cursor.qualifiedName());
    } while (cursor.takeOperator(","));
  }
}

function create(place: Place, cursor: Cursor): void {
  const { catalogue } = place;
  cursor.take("OR", "REPLACE");
  if (cursor.sees("TEMPORARY")) return;
  if (cursor.take("TABLE")) return createTable(place, cursor);
  const unique = cursor.take("UNIQUE");
  if (cursor.takeAny("FULLTEXT", "SPATIAL") !== undefined) return;
  if (cursor.take("INDEX")) return createIndex(place, cursor, unique);
  // CREATE ALGORITHM=… DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW v
  while (!cursor.done && !cursor.sees("VIEW")) {
    if (cursor.takeAny("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "DATABASE", "SCHEMA", "USER") !== undefined) return;
    cursor.next();
  }
  if (!cursor.take("VIEW")) return;
  cursor.take("IF", "NOT", "EXISTS");
  const { schema = catalogue.schema, name } = cursor.qualifiedName();
  const standIn = catalogue.table(schema, name);
  if (standIn !== undefined) catalogue.removeTable(standIn);
  if (!catalogue.views.some((view) => view.schema === schema && view.name === name))
    catalogue.views.push({ schema, name });
}

function createIndex({ catalogue, line }: Place, cursor: Cursor, unique: boolean): void {
  cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.name();
  if (cursor.take("USING")) cursor.next();
  if (!cursor.take("ON")) throw cursor.wrong();
  const on = cursor.qualifiedName();
  const table = catalogue.table(on.schema, on.name);
  if (table === undefined) throw new ScriptError(line, `there is no table ${on.name} for an index to be on`);
  table.indexes.push({ name, unique, parts: readKeyParts(cursor) });
}

function drop({ catalogue }: Place, cursor: Cursor): void {
  cursor.take("TEMPORARY");
  const kind = cursor.takeAny("TABLE", "TABLES", "VIEW", "INDEX", "DATABASE", "SCHEMA");
  if (kind === undefined) return;
  cursor.take("IF", "EXISTS");
  if (kind === "DATABASE" || kind === "SCHEMA") {
    const gone = cursor.name();
    for (const table of catalogue.tables.filter(({ schema }) => schema === gone)) catalogue.removeTable(table);
    return;
  }
  if (kind === "INDEX") {
    const name = cursor.name();
    if (!cursor.take("ON")) throw cursor.wrong();
    const on = cursor.qualifiedName();
    const table = catalogue.table(on.schema, on.name);
    if (table !== undefined) dropIndex(table, name);
    return;
  }
  do {
    const { schema = catalogue.schema, name } = cursor.qualifiedName();
    const table = kind === "VIEW" ? undefined : catalogue.table(schema, name);
    if (table !== undefined) catalogue.removeTable(table);
    const view = catalogue.views.findIndex((one) => one.schema === schema && one.name === name);
    if (kind === "VIEW" && view >= 0) catalogue.views.splice(view, 1);
  } while (cursor.takeOperator(","));
}
