import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ColumnModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest } from "../driver.ts";
import type { OpenFile, RawValue } from "./raw-value.ts";

/** The rows of a file as those of its table: in the order of the file, each value as its column's type has it. */
export async function* readCells(open: OpenFile, request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[]> {
  const { table, columns = table.columns.map(({ name }) => name), start = 0, limit = Infinity, signal } = request;
  const picked = columns.map((name) => {
    const place = table.columns.findIndex((column) => column.name === name);
    const column = table.columns[place];
    if (column === undefined)
      throw new SeedloomError("target-changed", `The file of ${table.name} has no column ${name}.`);
    return { place, cell: cellReader(column) };
  });
  let skip = start;
  let left = limit;
  for await (const chunk of open.rows(start + limit)) {
    signal?.throwIfAborted();
    const from = Math.min(skip, chunk.length);
    skip -= from;
    const rows = chunk.slice(from, from + left).map((row) => picked.map(({ place, cell }) => cell(row[place] ?? null)));
    if (rows.length > 0) yield rows;
    left -= rows.length;
    if (left <= 0) return;
  }
}

/** Makes cells of a column's values. A value that its type cannot hold, far behind those it was told by, comes as text. */
function cellReader({ valueType }: ColumnModel): (value: RawValue) => Cell {
  switch (valueType.kind) {
    case "integer":
      return (value) => (value === null || typeof value === "number" ? value : wholeNumber(value));
    case "real":
      return (value) =>
        typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
          ? Number(value)
          : plain(value);
    case "boolean":
      return (value) => (typeof value === "string" ? truth(value) : plain(value));
    case "decimal":
    case "text":
    case "json":
      return (value) =>
        value === null || value instanceof Uint8Array ? value : typeof value === "object" ? value.json : String(value);
    case "timestamp":
      return (value) => (typeof value === "string" ? value.replace("T", " ").replace(/Z$/, "+00") : plain(value));
    default:
      return plain;
  }
}

function wholeNumber(value: Exclude<RawValue, null | number>): Cell {
  if (typeof value === "string" && !/^[+-]?\d+$/.test(value)) return value;
  if (typeof value !== "string" && typeof value !== "bigint") return plain(value);
  const whole = BigInt(value);
  return whole >= Number.MIN_SAFE_INTEGER && whole <= Number.MAX_SAFE_INTEGER ? Number(whole) : whole;
}

function truth(text: string): Cell {
  if (/^(?:true|t|yes|y)$/i.test(text)) return true;
  return /^(?:false|f|no|n)$/i.test(text) ? false : text;
}

const plain = (value: RawValue): Cell =>
  typeof value === "object" && value !== null && "json" in value ? value.json : value;
