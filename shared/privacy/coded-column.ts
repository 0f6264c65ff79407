/** A column of a sample: each row's value as its number in a list of the distinct values. */
export interface CodedColumn {
  readonly name: string;
  /** One a row. */
  readonly codes: Int32Array;
  /** The distinct values in the order of their first row; NULL is a value of its own. */
  readonly values: readonly (string | null)[];
}

/** Numbers the distinct values of a column. */
export function codeColumn(name: string, cells: readonly (string | null)[]): CodedColumn {
  const numbers = new Map<string | null, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    numbers.set(cell, numbers.size);
    return numbers.size - 1;
  });
  return { name, codes, values: [...numbers.keys()] };
}
