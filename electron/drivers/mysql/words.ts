/** "a", "a and b", "a, b and c", "a, b, c and 4 more". */
export function listed(names: readonly string[], shown = 3): string {
  const rest = names.length - shown;
  const all = rest > 0 ? [...names.slice(0, shown), `${rest} more`] : names;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
}

export const plural = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;
