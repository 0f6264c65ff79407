import type { Cell } from "../vectors/vector.ts";

// A row is a line of JSON: an array of cells. What JSON has no words for is an object with one key.

/** A row as a line, without its end. `base64` writes bytes. */
export function rowLine(cells: readonly Cell[], base64: (bytes: Uint8Array) => string): string {
  return JSON.stringify(cells.map((cell) => written(cell, base64)));
}

function written(cell: Cell, base64: (bytes: Uint8Array) => string): unknown {
  if (typeof cell === "bigint") return { n: String(cell) };
  if (typeof cell === "number" && (!Number.isFinite(cell) || Object.is(cell, -0))) return { f: numberText(cell) };
  return cell instanceof Uint8Array ? { b: base64(cell) } : cell;
}

const numberText = (number: number): string => (Object.is(number, -0) ? "-0" : String(number));

/** The row of a line. Throws where it is none. */
export function lineRow(line: string, bytesOf: (base64: string) => Uint8Array): readonly Cell[] {
  const cells: unknown = JSON.parse(line);
  if (!Array.isArray(cells)) throw new SyntaxError("A row is an array.");
  return cells.map((cell: unknown) => read(cell, bytesOf));
}

function read(cell: unknown, bytesOf: (base64: string) => Uint8Array): Cell {
  if (cell === null || typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell === "object") {
    if ("n" in cell && typeof cell.n === "string") return BigInt(cell.n);
    if ("f" in cell && typeof cell.f === "string") return Number(cell.f);
    if ("b" in cell && typeof cell.b === "string") return bytesOf(cell.b);
  }
  throw new SyntaxError("A cell is not of any known kind.");
}
