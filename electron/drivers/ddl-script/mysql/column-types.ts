import type { Cursor } from "./cursor.ts";
import type { MyType } from "./catalogue.ts";

/** Other words for types, and what the server makes of them. */
const aliases: Readonly<Record<string, string>> = {
  integer: "int",
  int1: "tinyint",
  int2: "smallint",
  int3: "mediumint",
  middleint: "mediumint",
  int4: "int",
  int8: "bigint",
  dec: "decimal",
  numeric: "decimal",
  fixed: "decimal",
  number: "decimal",
  real: "double",
  float4: "float",
  float8: "double",
  character: "char",
  nchar: "char",
  nvarchar: "varchar",
  varchar2: "varchar",
  varcharacter: "varchar",
  raw: "varbinary",
  clob: "longtext",
  geomcollection: "geometrycollection",
};

/** What the server adds where no length is declared. */
const lengths: Readonly<Record<string, string>> = {
  char: "1",
  binary: "1",
  bit: "1",
  year: "4",
  decimal: "10,0",
};

/** How wide the server shows whole numbers where nothing is declared: signed, unsigned. */
const widths: Readonly<Record<string, readonly [signed: string, unsigned: string]>> = {
  tinyint: ["4", "3"],
  smallint: ["6", "5"],
  mediumint: ["9", "8"],
  int: ["11", "10"],
  bigint: ["20", "20"],
};

interface Declared {
  name: string;
  list: string;
  unsigned: boolean;
  zerofill: boolean;
}

/** Reads a type with all that belongs to it. `widthless`: the server shows no widths of whole numbers (MySQL from 8.0.19 on). */
export function readType(cursor: Cursor, widthless: boolean): MyType {
  const type = typeWords(cursor);
  let characterSet: string | undefined;
  let collation: string | undefined;
  let binary = false;
  for (;;) {
    if (cursor.take("UNSIGNED")) type.unsigned = true;
    else if (cursor.take("SIGNED")) continue;
    else if (cursor.take("ZEROFILL")) type.zerofill = type.unsigned = true;
    else if (cursor.take("BINARY")) binary = true;
    else if (cursor.take("CHARACTER", "SET") || cursor.take("CHARSET") || cursor.take("CHAR", "SET"))
      characterSet = word(cursor);
    else if (cursor.take("ASCII")) characterSet = "latin1";
    else if (cursor.take("UNICODE")) characterSet = "ucs2";
    else if (cursor.take("COLLATE")) collation = word(cursor);
    else if (cursor.take("BYTE")) characterSet = "binary";
    else break;
  }
  if (characterSet === "binary") type.name = asBytes(type.name);
  return {
    declared: declaredText(type, widthless),
    ...(characterSet === undefined ? {} : { characterSet }),
    ...(collation === undefined ? {} : { collation }),
    ...(binary ? { binary } : {}),
  };
}

/** A character set or collation: a bare word, or a text. */
export const word = (cursor: Cursor): string => cursor.next().value.toLowerCase();

function typeWords(cursor: Cursor): Declared {
  const national = cursor.take("NATIONAL");
  const first = cursor.name().toLowerCase();
  let name = Object.hasOwn(aliases, first) ? (aliases[first] ?? first) : first;
  let list: string | undefined;
  if (name === "bool" || name === "boolean") [name, list] = ["tinyint", "1"];
  else if (name === "double") cursor.take("PRECISION");
  else if (name === "long") {
    name = cursor.takeAny("VARBINARY", "VARCHAR", "CHAR") === "VARBINARY" ? "mediumblob" : "mediumtext";
    cursor.take("VARYING");
  } else if (name === "char" && (cursor.take("VARYING") || (national && cursor.take("VARCHAR")))) name = "varchar";
  if (cursor.seesOperator("(")) list = cursor.bracketed();
  return sized({
    name,
    list: name === "enum" || name === "set" ? texts(list ?? "") : (list ?? "").replaceAll(/\s+/g, ""),
    unsigned: false,
    zerofill: false,
  });
}

/** The values of an enum as the server prints them, whatever quotes they were written in. */
const texts = (list: string): string =>
  Array.from(list.matchAll(/'((?:[^'\\]|''|\\.)*)'|"((?:[^"\\]|""|\\.)*)"/gs), ([, single, double]) => {
    const text = single?.replaceAll("''", "'") ?? double?.replaceAll('""', '"') ?? "";
    return `'${text.replaceAll(/\\(.)/gs, "$1").replaceAll("'", "''").replace(/ +$/, "")}'`;
  }).join(",");

/** TEXT(n) and BLOB(n) ask for the smallest type that has the room, FLOAT(p) for the one that has the digits. */
function sized(type: Declared): Declared {
  const size = Number(type.list);
  if ((type.name === "text" || type.name === "blob") && type.list !== "") {
    const bytes = type.name === "text" ? size * 4 : size;
    const prefix = bytes < 2 ** 8 ? "tiny" : bytes < 2 ** 16 ? "" : bytes < 2 ** 24 ? "medium" : "long";
    return { ...type, name: prefix + type.name, list: "" };
  }
  if (type.name === "float" && /^\d+$/.test(type.list))
    return { ...type, name: size > 24 ? "double" : "float", list: "" };
  if (type.name === "decimal" && /^\d+$/.test(type.list)) return { ...type, list: `${type.list},0` };
  return type;
}

function declaredText({ name, list, unsigned, zerofill }: Declared, widthless: boolean): string {
  const [signed, without] = widths[name] ?? [];
  const isBoolean = name === "tinyint" && list === "1";
  const width =
    signed === undefined
      ? undefined
      : widthless && !zerofill
        ? isBoolean
          ? "1"
          : ""
        : list === ""
          ? unsigned
            ? without
            : signed
          : list;
  const shown = width ?? (name === "year" && widthless ? "" : list === "" ? (lengths[name] ?? "") : list);
  // No fraction of a second is none.
  const brackets = shown === "" || (shown === "0" && /^(?:time|datetime|timestamp)$/.test(name)) ? "" : `(${shown})`;
  return `${name}${brackets}${unsigned ? " unsigned" : ""}${zerofill ? " zerofill" : ""}`;
}

const bytes: Readonly<Record<string, string>> = {
  char: "binary",
  varchar: "varbinary",
  tinytext: "tinyblob",
  text: "blob",
  mediumtext: "mediumblob",
  longtext: "longblob",
};

/** Text in the character set "binary" is bytes. */
const asBytes = (name: string): string => bytes[name] ?? name;
