import type { Dialect } from "../../shared/dialects/dialect.ts";
import { findColumn, type ColumnModel, type TableModel } from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import type { ReadRequest } from "./driver.ts";

/** What engines differ in where rows are chosen. */
export interface ConditionWords {
  readonly dialect: Pick<Dialect, "textLiteral" | "bytes">;
  name(column: string): string;
  /** The word before the tuples of a key of several columns. */
  readonly tuples: "" | "VALUES ";
}

/** The WHERE of a request, with a space before it; "" where it asks for all rows. */
export function rowCondition({ table, where, among }: ReadRequest, words: ConditionWords): string {
  const parts = [
    ...(where === undefined ? [] : [`(${where})`]),
    ...(among === undefined ? [] : [amongCondition(table, among, words)]),
  ];
  return parts.length === 0 ? "" : ` WHERE ${parts.join(" AND ")}`;
}

function amongCondition(
  table: TableModel,
  { columns, keys }: NonNullable<ReadRequest["among"]>,
  words: ConditionWords,
): string {
  const models = columns.map((name) => findColumn(table, name));
  const texts = keys.map((cells) => models.map((column, k) => literal(column, cells[k] ?? null, words)));
  const names = columns.map((name) => words.name(name));
  // No key is none of the table's.
  if (texts.length === 0) return "1 = 0";
  if (names.length === 1) return `${names.join("")} IN (${texts.map((key) => key.join("")).join(", ")})`;
  return `(${names.join(", ")}) IN (${words.tuples}${texts.map((key) => `(${key.join(", ")})`).join(", ")})`;
}

const numeric: ReadonlySet<string> = new Set(["integer", "decimal", "real"]);

/** A cell as the column's engine compares it: a number as one, so that its index is used and no digit is lost. */
function literal(column: ColumnModel | undefined, cell: Cell, { dialect }: ConditionWords): string {
  if (cell === null) return "NULL";
  if (cell instanceof Uint8Array) return dialect.bytes.join(Buffer.from(cell).toString("hex"));
  if (typeof cell === "boolean") return column?.valueType.kind === "boolean" ? String(cell) : cell ? "1" : "0";
  const text = String(cell);
  const isNumber = numeric.has(column?.valueType.kind ?? "") && /^-?\d+(?:\.\d+)?$/.test(text);
  return isNumber ? text : dialect.textLiteral(text);
}
