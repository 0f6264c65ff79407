/** A column of direct identifiers over some rows. */
export interface IdentifierColumn {
  readonly cells: readonly (string | null)[];
  /** One value of it belongs to one person: an e-mail address, and no family name. */
  readonly own: boolean;
}

/**
 * The rows, by their places, that are one person: those with equal values in all columns, at least one of them a person's
 * own, or two columns of others, as given and family name. Groups of two and more, in the order of their first rows.
 */
export function samePerson(columns: readonly IdentifierColumn[], count: number): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < count; row++) {
    const filled = columns.filter(({ cells }) => (cells[row] ?? null) !== null);
    if (!filled.some(({ own }) => own) && filled.length < 2) continue;
    const key = JSON.stringify(columns.map(({ cells }) => cells[row] ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
