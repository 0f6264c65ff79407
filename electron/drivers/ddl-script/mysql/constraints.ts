import type { KeyPart, MyTable } from "./catalogue.ts";
import type { Cursor } from "./cursor.ts";

/** A name for a unique index without one: its first column's, numbered where that is taken. */
export function uniqueName(table: MyTable, column: string): string {
  const taken = (name: string): boolean =>
    table.indexes.some((index) => index.name.toLowerCase() === name.toLowerCase());
  let name = column;
  for (let k = 2; taken(name); k++) name = `${column}_${k}`;
  return name;
}

/** The columns of a key, with the lengths of beginnings, and expressions. */
export function readKeyParts(cursor: Cursor): readonly KeyPart[] {
  return cursor.list((): KeyPart => {
    if (cursor.seesOperator("(")) {
      const expression = cursor.bracketed();
      cursor.takeAny("ASC", "DESC");
      return { expression };
    }
    const column = cursor.name();
    const prefix = cursor.seesOperator("(") ? Number(cursor.bracketed()) : undefined;
    cursor.takeAny("ASC", "DESC");
    return { column, ...(prefix === undefined ? {} : { prefix }) };
  });
}

/** Reads a table's constraint or index where one stands here. */
export function readConstraint(cursor: Cursor, table: MyTable): boolean {
  let name: string | undefined;
  if (cursor.take("CONSTRAINT")) {
    const unnamed = cursor.sees("PRIMARY") || cursor.sees("UNIQUE") || cursor.sees("FOREIGN") || cursor.sees("CHECK");
    if (!unnamed) name = cursor.name();
    cursor.take("IF", "NOT", "EXISTS");
  }
  if (cursor.take("PRIMARY", "KEY")) readPrimaryKey(cursor, table);
  else if (cursor.take("UNIQUE")) readUnique(cursor, table, name);
  else if (cursor.take("FOREIGN", "KEY")) {
    cursor.take("IF", "NOT", "EXISTS");
    // A name here is the index's, which serves as the key's where that has none.
    const own = cursor.seesOperator("(") ? undefined : cursor.name();
    const columns = readKeyParts(cursor).flatMap((part) => part.column ?? []);
    readReferences(cursor, table, name ?? own, columns);
  } else if (cursor.sees("CHECK")) readCheck(cursor, table, name, undefined);
  else if (cursor.sees("FULLTEXT") || cursor.sees("SPATIAL") || isIndex(cursor) || isPeriod(cursor)) {
    const start = cursor.takeAny("FULLTEXT", "SPATIAL");
    if (start === undefined && cursor.takeAny("INDEX", "KEY") !== undefined) {
      cursor.take("IF", "NOT", "EXISTS");
      const index = cursor.seesOperator("(") || cursor.sees("USING") ? undefined : cursor.name();
      skipMethod(cursor);
      const parts = readKeyParts(cursor);
      table.indexes.push({
        name: index ?? uniqueName(table, parts[0]?.column ?? "functional_index"),
        unique: false,
        parts,
      });
    }
    cursor.skipItem();
    return true;
  } else return false;
  cursor.skipItem();
  return true;
}

const isIndex = (cursor: Cursor): boolean => cursor.sees("INDEX") || cursor.sees("KEY");
/** MariaDB's time of a row. */
const isPeriod = (cursor: Cursor): boolean => cursor.sees("PERIOD", "FOR");

function skipMethod(cursor: Cursor): void {
  if (cursor.take("USING")) cursor.next();
}

function readPrimaryKey(cursor: Cursor, table: MyTable): void {
  if (!cursor.seesOperator("(") && !cursor.sees("USING")) cursor.name();
  skipMethod(cursor);
  table.primaryKey = readKeyParts(cursor);
  for (const { column } of table.primaryKey)
    for (const own of table.columns) if (own.name.toLowerCase() === column?.toLowerCase()) own.nullable = false;
}

function readUnique(cursor: Cursor, table: MyTable, given: string | undefined): void {
  cursor.takeAny("INDEX", "KEY");
  cursor.take("IF", "NOT", "EXISTS");
  const own = cursor.seesOperator("(") || cursor.sees("USING") ? undefined : cursor.name();
  skipMethod(cursor);
  const parts = readKeyParts(cursor);
  const name = own ?? given ?? uniqueName(table, parts[0]?.column ?? "functional_index");
  table.indexes.push({ name, unique: true, parts });
}

/** Reads REFERENCES parent (columns) ON DELETE …. */
export function readReferences(
  cursor: Cursor,
  table: MyTable,
  name: string | undefined,
  columns: readonly string[],
): void {
  if (!cursor.take("REFERENCES")) throw cursor.wrong();
  const parent = cursor.qualifiedName();
  const referenced = cursor.seesOperator("(") ? readKeyParts(cursor).flatMap((part) => part.column ?? []) : [];
  const actions: { onDelete?: string; onUpdate?: string } = {};
  for (;;) {
    if (cursor.take("MATCH")) cursor.next();
    else if (cursor.take("ON", "DELETE")) actions.onDelete = readAction(cursor);
    else if (cursor.take("ON", "UPDATE")) actions.onUpdate = readAction(cursor);
    else break;
  }
  table.foreignKeys.push({
    name: name ?? numberedName(table),
    columns,
    schema: parent.schema ?? table.schema,
    table: parent.name,
    referenced,
    ...actions,
  });
}

/** InnoDB's own names: table_ibfk_1, one past the highest. */
function numberedName(table: MyTable): string {
  const numbers = table.foreignKeys.map(({ name }) =>
    name.startsWith(`${table.name}_ibfk_`) ? Number(name.slice(table.name.length + 6)) || 0 : 0,
  );
  return `${table.name}_ibfk_${Math.max(0, ...numbers) + 1}`;
}

function readAction(cursor: Cursor): string {
  const two = cursor.take("SET", "NULL")
    ? "SET NULL"
    : cursor.take("SET", "DEFAULT")
      ? "SET DEFAULT"
      : cursor.take("NO", "ACTION")
        ? "NO ACTION"
        : undefined;
  return two ?? cursor.next().value.toUpperCase();
}

/** Reads CHECK (…). One that is not enforced says nothing. */
export function readCheck(cursor: Cursor, table: MyTable, given: string | undefined, column: string | undefined): void {
  cursor.take("CHECK");
  const expression = cursor.bracketed();
  const off = cursor.take("NOT", "ENFORCED");
  cursor.take("ENFORCED");
  if (off) return;
  const numbered = (): string => {
    let k = 1;
    while (table.checks.some((check) => check.name === `CONSTRAINT_${k}`)) k++;
    return `CONSTRAINT_${k}`;
  };
  // MariaDB calls a column's check like the column.
  table.checks.push({ name: given ?? column ?? numbered(), expression, ...(column === undefined ? {} : { column }) });
}
