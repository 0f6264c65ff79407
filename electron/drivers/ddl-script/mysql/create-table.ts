import { tokenizeSql } from "../../../../shared/schema/sql-tokens.ts";
import { ScriptError } from "../script-error.ts";
import type { MyTable } from "./catalogue.ts";
import { word } from "./column-types.ts";
import { readColumn } from "./columns.ts";
import { readConstraint } from "./constraints.ts";
import type { Cursor } from "./cursor.ts";
import type { Flavour } from "./flavour.ts";
import type { Place } from "./place.ts";

/** Applies CREATE TABLE, from behind these words on. */
export function createTable(place: Place, cursor: Cursor): void {
  const { catalogue, line } = place;
  const optional = cursor.take("IF", "NOT", "EXISTS");
  const { schema = catalogue.schema, name } = cursor.qualifiedName();
  const known = catalogue.table(schema, name);
  if (known !== undefined) {
    if (optional) return;
    throw new ScriptError(line, `the table ${name} is made a second time`);
  }
  const table: MyTable = { schema, name, columns: [], primaryKey: [], indexes: [], foreignKeys: [], checks: [] };
  if (cursor.take("LIKE") || (cursor.seesOperator("(") && cursor.peek(1)?.value.toUpperCase() === "LIKE")) {
    cursor.takeOperator("(");
    cursor.take("LIKE");
    const model = cursor.qualifiedName();
    const like = catalogue.table(model.schema, model.name);
    if (like === undefined) throw new ScriptError(line, `there is no table ${model.name} to make ${name} like`);
    // Everything but the foreign keys.
    catalogue.tables.push({ ...structuredClone(like), schema, name, foreignKeys: [] });
    return;
  }
  if (!cursor.seesOperator("(")) {
    catalogue.unknown.push(name);
    return;
  }
  cursor.list(() => readItem(cursor, table, place.flavour));
  for (const { column } of table.primaryKey)
    for (const own of table.columns) if (own.name.toLowerCase() === column?.toLowerCase()) own.nullable = false;
  readOptions(cursor, table);
  catalogue.tables.push(table);
}

function readItem(cursor: Cursor, table: MyTable, flavour: Flavour): void {
  if (readConstraint(cursor, table)) return;
  const name = cursor.name();
  table.columns.push(readColumn(cursor, table, name, flavour));
  cursor.skipItem();
}

/** Reads what stands behind the bracket: the comment, the character set, and how the table is partitioned. */
export function readOptions(cursor: Cursor, table: MyTable): void {
  while (!cursor.done) {
    cursor.take("DEFAULT");
    if (cursor.take("COMMENT")) {
      cursor.takeOperator("=");
      const comment = cursor.next().value;
      if (comment === "") delete table.comment;
      else table.comment = comment;
    } else if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET")) {
      cursor.takeOperator("=");
      table.characterSet = word(cursor);
    } else if (cursor.take("COLLATE")) {
      cursor.takeOperator("=");
      table.collation = word(cursor);
    } else if (cursor.take("PARTITION", "BY")) return readPartitions(cursor, table);
    else if (cursor.seesOperator("(")) cursor.bracketed();
    else cursor.next();
  }
}

function readPartitions(cursor: Cursor, table: MyTable): void {
  const linear = cursor.take("LINEAR") ? "LINEAR " : "";
  const kind = cursor.next().value.toUpperCase();
  const columns = cursor.take("COLUMNS") ? " COLUMNS" : "";
  if (kind === "KEY" && cursor.take("ALGORITHM")) {
    cursor.takeOperator("=");
    cursor.next();
  }
  const expression = cursor.seesOperator("(") ? asPrinted(cursor.bracketed(), table) : "";
  const bounds: string[] = [];
  while (!cursor.done) {
    if (cursor.take("VALUES", "LESS", "THAN"))
      bounds.push(cursor.seesOperator("(") ? cursor.bracketed() : cursor.next().value.toUpperCase());
    else if (cursor.take("VALUES", "IN")) bounds.push(cursor.bracketed());
    else cursor.next();
  }
  table.partitions = { method: `${linear}${kind}${columns}`, expression, bounds };
}

/** An expression as the server prints it: columns in backticks, all other words in lower case. */
function asPrinted(expression: string, table: MyTable): string {
  const names = new Map(table.columns.map(({ name }) => [name.toLowerCase(), name]));
  let at = 0;
  let printed = "";
  for (const token of tokenizeSql(expression, "mysql")) {
    const name = token.kind === "word" || token.kind === "quoted" ? names.get(token.value.toLowerCase()) : undefined;
    const written = expression.slice(token.start, token.end);
    const word = token.kind === "word" ? written.toLowerCase() : written;
    printed += expression.slice(at, token.start) + (name === undefined ? word : `\`${name.replaceAll("`", "``")}\``);
    at = token.end;
  }
  return printed + expression.slice(at);
}
