import { ScriptError } from "../script-error.ts";
import type { MyColumn, MyTable } from "./catalogue.ts";
import { readColumn, readDefault } from "./columns.ts";
import { readConstraint } from "./constraints.ts";
import { readOptions } from "./create-table.ts";
import type { Cursor } from "./cursor.ts";
import type { Place } from "./place.ts";
import { renameTable } from "./rename-table.ts";

/** Applies ALTER TABLE, so far as it changes what a schema model says. */
export function alterTable(place: Place, cursor: Cursor): void {
  cursor.take("IF", "EXISTS");
  const { schema, name } = cursor.qualifiedName();
  const table = place.catalogue.table(schema, name);
  if (table === undefined) {
    // mysqldump switches the indexes of every table off and on.
    const harmless = cursor.sees("DISABLE", "KEYS") || cursor.sees("ENABLE", "KEYS");
    if (harmless || place.catalogue.unknown.includes(name)) return;
    throw new ScriptError(place.line, `there is no table ${name} to alter`);
  }
  if (cursor.done) return;
  do change(place, cursor, table);
  while (cursor.takeOperator(","));
}

function change(place: Place, cursor: Cursor, table: MyTable): void {
  if (cursor.take("ADD")) add(place, cursor, table);
  else if (cursor.take("DROP")) drop(cursor, table);
  else if (cursor.take("MODIFY")) {
    cursor.take("COLUMN");
    cursor.take("IF", "EXISTS");
    const name = cursor.name();
    replaceColumn(place, cursor, table, name, name);
  } else if (cursor.take("CHANGE")) {
    cursor.take("COLUMN");
    cursor.take("IF", "EXISTS");
    const from = cursor.name();
    replaceColumn(place, cursor, table, from, cursor.name());
  } else if (cursor.take("ALTER")) alterColumn(place, cursor, table);
  else if (cursor.take("RENAME")) renamed(place, cursor, table);
  else if (cursor.take("CONVERT", "TO")) {
    const collations = { collation: table.collation };
    delete table.collation;
    readOptions(cursor, table);
    if (table.collation === undefined && collations.collation !== undefined && table.characterSet === undefined)
      table.collation = collations.collation;
  } else if (cursor.sees("COMMENT") || cursor.sees("PARTITION", "BY")) readOptions(cursor, table);
  cursor.skipItem();
}

function add(place: Place, cursor: Cursor, table: MyTable): void {
  if (readConstraint(cursor, table)) return;
  cursor.take("COLUMN");
  const optional = cursor.take("IF", "NOT", "EXISTS");
  const one = (): void => {
    const name = cursor.name();
    const column = readColumn(cursor, table, name, place.flavour);
    if (!optional || find(table, name) === undefined) insert(cursor, table, column, table.columns.length);
    else cursor.skipItem();
  };
  if (cursor.seesOperator("(")) cursor.list(one);
  else one();
}

/** Puts a column where FIRST or AFTER says, or where it is given. */
function insert(cursor: Cursor, table: MyTable, column: MyColumn, place: number): void {
  let at = place;
  if (cursor.take("FIRST")) at = 0;
  else if (cursor.take("AFTER")) {
    const before = cursor.name().toLowerCase();
    at = table.columns.findIndex((one) => one.name.toLowerCase() === before) + 1;
  }
  table.columns.splice(at, 0, column);
  if (table.primaryKey.some((part) => part.column?.toLowerCase() === column.name.toLowerCase()))
    column.nullable = false;
}

const find = (table: MyTable, name: string): MyColumn | undefined =>
  table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());

function replaceColumn(place: Place, cursor: Cursor, table: MyTable, from: string, to: string): void {
  const old = find(table, from);
  if (old === undefined) throw new ScriptError(place.line, `the table ${table.name} has no column ${from}`);
  table.checks = table.checks.filter((check) => check.column?.toLowerCase() !== old.name.toLowerCase());
  const at = table.columns.indexOf(old);
  if (old.name !== to) renameColumn(place, table, old, to);
  const column = readColumn(cursor, table, to, place.flavour);
  table.columns.splice(at, 1);
  insert(cursor, table, column, at);
}

function renameColumn({ catalogue }: Place, table: MyTable, column: MyColumn, to: string): void {
  const from = column.name.toLowerCase();
  const name = (one: string): string => (one.toLowerCase() === from ? to : one);
  column.name = to;
  const part = <T extends { readonly column?: string }>(one: T): T =>
    one.column === undefined ? one : { ...one, column: name(one.column) };
  table.primaryKey = table.primaryKey.map(part);
  for (const index of table.indexes) index.parts = index.parts.map(part);
  for (const key of table.foreignKeys) key.columns = key.columns.map(name);
  for (const other of catalogue.tables)
    other.foreignKeys = other.foreignKeys.map((key) =>
      key.table === table.name && key.schema === table.schema ? { ...key, referenced: key.referenced.map(name) } : key,
    );
}

function alterColumn(place: Place, cursor: Cursor, table: MyTable): void {
  // ALTER INDEX i INVISIBLE and ALTER CHECK c NOT ENFORCED change nothing here.
  if (cursor.takeAny("INDEX", "CHECK", "CONSTRAINT") !== undefined) return;
  cursor.take("COLUMN");
  const column = find(table, cursor.name());
  if (column === undefined) return;
  if (cursor.take("DROP", "DEFAULT")) delete column.default;
  else if (cursor.take("SET", "DEFAULT")) {
    const value = readDefault(cursor, column, place.flavour);
    if (value === undefined) delete column.default;
    else column.default = value;
  }
}

function renamed(place: Place, cursor: Cursor, table: MyTable): void {
  if (cursor.take("COLUMN")) {
    const column = find(table, cursor.name());
    if (!cursor.take("TO")) throw cursor.wrong();
    const to = cursor.name();
    if (column !== undefined) renameColumn(place, table, column, to);
  } else if (cursor.takeAny("INDEX", "KEY") !== undefined) {
    const from = cursor.name().toLowerCase();
    if (!cursor.take("TO")) throw cursor.wrong();
    const to = cursor.name();
    for (const index of table.indexes) if (index.name.toLowerCase() === from) index.name = to;
  } else {
    cursor.takeAny("TO", "AS");
    renameTable(place.catalogue, table, cursor.qualifiedName());
  }
}

function drop(cursor: Cursor, table: MyTable): void {
  if (cursor.take("PRIMARY", "KEY")) table.primaryKey = [];
  else if (cursor.take("FOREIGN", "KEY")) {
    cursor.take("IF", "EXISTS");
    const name = cursor.name();
    table.foreignKeys = table.foreignKeys.filter((key) => key.name !== name);
  } else if (cursor.takeAny("INDEX", "KEY") !== undefined) {
    cursor.take("IF", "EXISTS");
    dropIndex(table, cursor.name());
  } else if (cursor.takeAny("CONSTRAINT", "CHECK") !== undefined) {
    cursor.take("IF", "EXISTS");
    const name = cursor.name();
    dropIndex(table, name);
    table.foreignKeys = table.foreignKeys.filter((key) => key.name !== name);
    table.checks = table.checks.filter((check) => check.name !== name);
  } else if (!cursor.sees("PARTITION")) {
    cursor.take("COLUMN");
    cursor.take("IF", "EXISTS");
    dropColumn(table, cursor.name());
  }
}

export function dropIndex(table: MyTable, name: string): void {
  table.indexes = table.indexes.filter((index) => index.name.toLowerCase() !== name.toLowerCase());
}

/** A column goes, and leaves the keys that it was part of. */
function dropColumn(table: MyTable, name: string): void {
  const gone = name.toLowerCase();
  const other = (part: { readonly column?: string }): boolean => part.column?.toLowerCase() !== gone;
  table.columns = table.columns.filter((column) => column.name.toLowerCase() !== gone);
  table.primaryKey = table.primaryKey.filter(other);
  for (const index of table.indexes) index.parts = index.parts.filter(other);
  table.indexes = table.indexes.filter(({ parts }) => parts.length > 0);
  table.checks = table.checks.filter((check) => check.column?.toLowerCase() !== gone);
}
