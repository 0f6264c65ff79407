import type { MyColumn, MyTable } from "./catalogue.ts";
import { readType, word } from "./column-types.ts";
import { readCheck, readReferences, uniqueName } from "./constraints.ts";
import type { Cursor } from "./cursor.ts";
import type { Flavour } from "./flavour.ts";

/** Reads a column's definition, from its type on, and adds to the table what it says of keys and checks. */
export function readColumn(cursor: Cursor, table: MyTable, name: string, flavour: Flavour): MyColumn {
  const serial = cursor.take("SERIAL");
  const type = serial
    ? { declared: flavour.widthless ? "bigint unsigned" : "bigint(20) unsigned" }
    : readType(cursor, flavour.widthless);
  const column: MyColumn = { name, type, nullable: !serial };
  if (serial) {
    column.autoIncrement = true;
    addUnique(table, name);
  }
  if (type.declared === "json" && flavour.mariadb) {
    // JSON is text with a check there.
    column.type = { declared: "longtext", characterSet: "utf8mb4", collation: "utf8mb4_bin" };
    table.checks.push({ name, expression: `json_valid(\`${name.replaceAll("`", "``")}\`)`, column: name });
  }
  let constraint: string | undefined;
  while (!cursor.done && !cursor.seesOperator(",") && !cursor.seesOperator(")")) {
    if (cursor.take("CONSTRAINT")) constraint = cursor.sees("CHECK") ? undefined : cursor.name();
    else if (cursor.sees("CHECK")) readCheck(cursor, table, constraint, name);
    else if (!readAttribute(cursor, table, column, flavour)) {
      // FIRST and AFTER belong to ALTER TABLE; what else is not known is passed over.
      if (cursor.sees("FIRST") || cursor.sees("AFTER")) break;
      if (cursor.seesOperator("(")) cursor.bracketed();
      else cursor.next();
    }
  }
  return column;
}

/** Reads one attribute; false where nothing here is one that says anything of the schema. */
function readAttribute(cursor: Cursor, table: MyTable, column: MyColumn, flavour: Flavour): boolean {
  const { name } = column;
  if (cursor.take("NOT", "NULL")) column.nullable = false;
  else if (cursor.take("NULL")) return true;
  else if (cursor.take("DEFAULT")) setDefault(column, readDefault(cursor, column, flavour));
  else if (cursor.take("ON", "UPDATE")) readValue(cursor);
  else if (cursor.take("AUTO_INCREMENT")) {
    column.autoIncrement = true;
    column.nullable = false;
  } else if (cursor.take("UNIQUE")) {
    cursor.take("KEY");
    addUnique(table, name);
  } else if (cursor.take("PRIMARY", "KEY") || cursor.take("PRIMARY") || cursor.take("KEY")) {
    table.primaryKey = [{ column: name }];
    column.nullable = false;
  } else if (cursor.take("COMMENT")) column.comment = cursor.next().value;
  else if (cursor.take("COLLATE")) column.type = { ...column.type, collation: word(cursor) };
  else if (cursor.sees("REFERENCES")) {
    // MySQL reads such references and forgets them; MariaDB keeps them.
    const before = table.foreignKeys.length;
    readReferences(cursor, table, undefined, [name]);
    if (!flavour.mariadb) table.foreignKeys.length = before;
  } else if (cursor.take("GENERATED", "ALWAYS") || cursor.sees("AS")) {
    cursor.take("AS");
    column.expression = cursor.bracketed();
    column.generated = cursor.takeAny("STORED", "PERSISTENT") === undefined ? "virtual" : "stored";
    cursor.take("VIRTUAL");
  } else return false;
  return true;
}

function setDefault(column: MyColumn, value: string | undefined): void {
  if (value === undefined) delete column.default;
  else column.default = value;
}

const addUnique = (table: MyTable, name: string): void =>
  void table.indexes.push({ name: uniqueName(table, name), unique: true, parts: [{ column: name }] });

/** A literal, a call or an expression in brackets, as it was written. */
function readValue(cursor: Cursor): string {
  const start = cursor.peek()?.start ?? 0;
  if (cursor.seesOperator("(")) {
    const inner = cursor.bracketed();
    // A call needs no brackets, and the server takes them off.
    return /^\w+\s*\([^()]*\)$/.test(inner) ? inner : `(${inner})`;
  }
  if (!cursor.takeOperator("-")) cursor.takeOperator("+");
  // A character set may stand before a text: _utf8'a'.
  const first = cursor.next();
  if (first.kind === "word" && first.value.startsWith("_") && cursor.peek()?.kind === "string") cursor.next();
  if (cursor.seesOperator("(")) cursor.bracketed();
  return cursor.since(start);
}

/** A default as information_schema has it; undefined where it is NULL. */
export function readDefault(cursor: Cursor, { type }: MyColumn, flavour: Flavour): string | undefined {
  const token = cursor.peek();
  const numeric = /^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double|year)\b/.test(type.declared);
  if (cursor.take("NULL")) return undefined;
  if (cursor.take("TRUE")) return "1";
  if (cursor.take("FALSE")) return "0";
  if (token?.kind === "string" || token?.kind === "bytes") {
    cursor.next();
    const written = cursor.since(token.start);
    if (/^[bBxX]'/.test(written)) return written.charAt(0).toLowerCase() + written.slice(1);
    return numeric ? asNumber(token.value, type.declared) : quotedText(token.value);
  }
  const value = readValue(cursor);
  const charset = /^_\w+\s*('.*')$/s.exec(value)?.[1];
  if (charset !== undefined) return charset;
  if (/^[+-]?[\d.]/.test(value)) return numeric ? asNumber(value, type.declared) : quotedText(value);
  return now(value, flavour) ?? value;
}

const quotedText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** A number with the digits that its type has. */
function asNumber(text: string, declared: string): string {
  const scale = /^decimal\(\d+,(\d+)\)/.exec(declared)?.[1];
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (whole === "" && fraction === "") return text;
  const minus = sign === "-" ? "-" : "";
  if (scale === undefined) return fraction === "" ? minus + whole : text;
  const digits = fraction.padEnd(Number(scale), "0").slice(0, Number(scale));
  return `${minus}${whole === "" ? "0" : whole}${digits === "" ? "" : `.${digits}`}`;
}

/** The words for the time of now are one to the server. */
function now(value: string, { mariadb }: Flavour): string | undefined {
  const [, precision = ""] = /^(?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)\s*(?:\(\s*(\d*)\s*\))?$/i.exec(
    value,
  ) ?? ["", undefined];
  if (!/^(?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)\b/i.test(value)) return undefined;
  if (mariadb) return `current_timestamp(${precision === "0" ? "" : precision})`;
  return `CURRENT_TIMESTAMP${precision === "" || precision === "0" ? "" : `(${precision})`}`;
}
