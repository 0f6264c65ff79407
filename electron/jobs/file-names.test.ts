import { expect, test } from "vitest";
import type { SchemaModel, TableModel } from "../../shared/schema/schema-model.ts";
import { safeFileName, tableFileNames } from "./file-names.ts";

const table = (name: string, schema = "main"): TableModel => ({
  id: schema === "main" ? name : `${schema}.${name}`,
  schema,
  name,
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
});
const model = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});

test("an ordinary name stays as it is, in any script", () => {
  for (const name of ["customers", "order_items", "Kunden Größe", "注文", "a.dotted.column"])
    expect(safeFileName(name)).toBe(name);
});

test.each([
  ["../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"],
  ['a\\b:c*d?e"f<g>h|i', "a%5Cb%3Ac%2Ad%3Fe%22f%3Cg%3Eh%7Ci"],
  [".hidden", "%2Ehidden"],
  ["trailing.", "trailing%2E"],
  ["CON", "%43ON"],
  ["nul.txt", "%6Eul.txt"],
  ["100%", "100%25"],
  ["line\nbreak\u0000", "line%0Abreak%00"],
  ["", "%00"],
])("%j becomes a name that every system takes", (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test("a name longer than a file system allows is cut, and stays its own", () => {
  const long = "ß".repeat(300);
  expect(Buffer.byteLength(safeFileName(long))).toBeLessThanOrEqual(160);
  expect(safeFileName(long)).not.toBe(safeFileName(`${long}x`));
});

test("tables that differ in case only, or are called manifest, get files of their own", () => {
  const names = tableFileNames(model(table("Users"), table("users"), table("manifest"), table("users", "crm")));
  expect([...names.values()]).toEqual(["Users", "users~2", "manifest~2", "crm.users"]);
});
