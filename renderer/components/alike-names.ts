/** Letters that fit where names are cut in any case. */
const head = 10;

/**
 * The long ones of names that begin alike, as guacamole_connection and guacamole_connection_group do: where there is no room
 * for all of such a name, its end tells more than its beginning.
 */
export function alikeNames(names: readonly string[]): ReadonlySet<string> {
  const heads = new Map<string, number>();
  for (const name of names) heads.set(name.slice(0, head), (heads.get(name.slice(0, head)) ?? 0) + 1);
  return new Set(names.filter((name) => name.length > head && (heads.get(name.slice(0, head)) ?? 0) > 1));
}
