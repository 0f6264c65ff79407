/**
 * The columns selected after a click on `name`, as in a list of files: Shift extends from the anchor, Ctrl adds or takes one
 * away, a plain click selects one. `names` is the order on screen.
 */
export function clickSelection(
  names: readonly string[],
  selected: readonly string[],
  anchor: string | undefined,
  name: string,
  keys: { readonly shift: boolean; readonly toggle: boolean },
): readonly string[] {
  if (keys.shift && anchor !== undefined) {
    const from = names.indexOf(anchor);
    const to = names.indexOf(name);
    if (from >= 0 && to >= 0) return names.slice(Math.min(from, to), Math.max(from, to) + 1);
  }
  if (keys.toggle) {
    const next = selected.includes(name) ? selected.filter((other) => other !== name) : [...selected, name];
    // One column is always selected; the order on screen keeps bulk edits in step with what is seen.
    return next.length === 0 ? selected : names.filter((other) => next.includes(other));
  }
  return [name];
}

/** The name that lies `step` away, kept within the list. */
export function neighbour(names: readonly string[], name: string | undefined, step: number): string | undefined {
  if (names.length === 0) return undefined;
  const at = name === undefined ? -1 : names.indexOf(name);
  if (at < 0) return step < 0 ? names.at(-1) : names[0];
  return names[Math.min(names.length - 1, Math.max(0, at + step))];
}
