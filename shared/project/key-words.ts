import type { VirtualKey } from "./project.ts";

// How the file says a foreign key: `customer_id: customers (id)`, as SQL's REFERENCES does.

/** A key as a line of the file. */
export interface KeyLine {
  /** "order_id, line_no" */
  readonly columns: string;
  /** "order_lines (order_id, line_no)" */
  readonly target: string;
}

/** Undeclared keys as the file writes them: a map of lines, or a list of maps where a name holds what a line cannot. */
export function referencesShape(keys: readonly VirtualKey[]): object {
  const lines = keys.map(lineOf);
  return lines.every((line) => line !== undefined)
    ? Object.fromEntries(lines.map(({ columns, target }) => [columns, target]))
    : keys.map(({ columns, to, key }) => ({ columns, to, key }));
}

function lineOf({ columns, to, key }: VirtualKey): KeyLine | undefined {
  const line = { columns: columns.join(", "), target: `${to} (${key.join(", ")})` };
  const read = readKeyLine(line);
  return read !== undefined && isEqual(read, { columns, to, key }) && line.columns !== "__proto__" ? line : undefined;
}

/** What a line of the file says; undefined where it is none. */
export function readKeyLine({ columns, target }: KeyLine): VirtualKey | undefined {
  const [, to, key] = /^(\S(?:.*\S)?)\s*\(([^()]+)\)$/.exec(target.trim()) ?? [];
  if (to === undefined || key === undefined) return undefined;
  const read = { columns: namesIn(columns), to, key: namesIn(key) };
  return read.columns.length === read.key.length && [...read.columns, ...read.key].every((name) => name !== "")
    ? read
    : undefined;
}

const namesIn = (list: string): string[] => list.split(",").map((name) => name.trim());

const isEqual = (a: VirtualKey, b: VirtualKey): boolean =>
  a.to === b.to && JSON.stringify([a.columns, a.key]) === JSON.stringify([b.columns, b.key]);
