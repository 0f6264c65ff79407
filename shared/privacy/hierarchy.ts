import type { CodedColumn } from "./coded-column.ts";

/** A column generalised step by step: level 0 keeps the values, the last may be one class for all. */
export interface Hierarchy {
  readonly column: string;
  /** For each level, the class of each code of the column. */
  readonly levels: readonly Int32Array[];
  /** For each level, what its classes are called. */
  readonly labels: readonly (readonly string[])[];
}

/** How one value reads at the levels above its own, least general first. Undefined for a value that it does not know. */
export type Generalise = (value: string | null) => readonly string[] | undefined;

/**
 * The levels of a column. Values that `generalise` does not know stay themselves at every level but the last, where all
 * have one class. Every value must have as many levels.
 */
export function hierarchyOf(column: CodedColumn, generalise: Generalise): Hierarchy {
  const paths = column.values.map((value) => generalise(value));
  const depth = paths.reduce((most, path) => Math.max(most, path?.length ?? 0), 0);
  const levels = [Int32Array.from(column.values, (_, code) => code)];
  const labels: string[][] = [column.values.map((value) => value ?? "NULL")];
  for (let level = 1; level <= depth; level++) {
    const numbers = new Map<string, number>();
    levels.push(
      Int32Array.from(column.values, (value, code) => {
        const path = paths[code];
        const label = path === undefined ? (level === depth ? "*" : (value ?? "NULL")) : (path[level - 1] ?? "*");
        const known = numbers.get(label) ?? numbers.size;
        numbers.set(label, known);
        return known;
      }),
    );
    labels.push([...numbers.keys()]);
  }
  return { column: column.name, levels, labels };
}

/** Levels out of a table: each line a value and what it becomes, level by level (as ARX and sdcMicro write them). */
export function tableHierarchy(lines: readonly (readonly string[])[]): Generalise {
  const paths = new Map(lines.map(([value, ...path]) => [value, path] as const));
  return (value) => paths.get(value ?? "");
}
