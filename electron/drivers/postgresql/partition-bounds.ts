import type { PartitionRow } from "./catalogue.ts";

/**
 * What a row must keep to find its part, as SQL; undefined where every row finds one. Parts by range of one column that follow
 * each other become one range, parts by list one list, so that values can be made for all of them.
 */
export function partitionBounds(table: number, rows: readonly PartitionRow[]): string | undefined {
  const parts = rows.filter((row) => row.parent === table);
  if (parts.length === 0) return "false";
  const open = parts.some((part) => part.strategy === "h" || part.bound === "DEFAULT");
  const nested = parts.some((part) => part.kind === "p" && partitionBounds(part.oid, rows) !== undefined);
  if (open && !nested) return undefined;
  if (nested) return anyOf(parts.map((part) => conditionOf(part, rows)));
  const [first] = parts;
  const column = first?.column ?? undefined;
  const merged =
    column === undefined ? undefined : first?.strategy === "l" ? listed(column, parts) : ranges(column, parts);
  return merged ?? anyOf(parts.map((part) => conditionOf(part, rows)));
}

const anyOf = (conditions: readonly string[]): string => conditions.map((condition) => `(${condition})`).join(" OR ");

/** The part's own condition, and that of its parts. */
function conditionOf(part: PartitionRow, rows: readonly PartitionRow[]): string {
  const own = part.condition ?? "true";
  const inner = part.kind === "p" ? partitionBounds(part.oid, rows) : undefined;
  return inner === undefined ? own : `${own} AND (${inner})`;
}

/** As an identifier in SQL that is shown and parsed. */
export const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

/** FOR VALUES IN ('a', 'b', NULL): all lists in one. */
function listed(column: string, parts: readonly PartitionRow[]): string | undefined {
  const lists = parts.map((part) => /^FOR VALUES IN \((.*)\)$/s.exec(part.bound)?.[1]);
  if (!lists.every((list) => list !== undefined)) return undefined;
  const values = lists.flatMap((list) => list.match(/'(?:[^']|'')*'|[^,\s]+/g) ?? []);
  const known = values.filter((value) => value !== "NULL");
  const name = quoted(column);
  if (known.length === 0) return `${name} IS NULL`;
  const condition = `${name} IN (${known.join(", ")})`;
  return known.length < values.length ? `${condition} OR ${name} IS NULL` : `${condition} AND ${name} IS NOT NULL`;
}

/** FOR VALUES FROM (a) TO (b): what follows each other is joined. */
function ranges(column: string, parts: readonly PartitionRow[]): string | undefined {
  const ends = parts.map((part) => /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(part.bound));
  if (!ends.every((end) => end !== null)) return undefined;
  const upperOf = new Map(ends.map((end) => [end[1] ?? "", end[2] ?? ""]));
  const uppers = new Set(upperOf.values());
  const chains = [...upperOf.keys()]
    .filter((low) => low === "MINVALUE" || !uppers.has(low))
    .map((low): readonly [string, string] => {
      let high = upperOf.get(low) ?? "";
      for (let next = upperOf.get(high); next !== undefined; next = upperOf.get(high)) high = next;
      return [low, high];
    });
  const name = quoted(column);
  const conditions = chains.map(([low, high]) =>
    [
      `${name} IS NOT NULL`,
      ...(low === "MINVALUE" ? [] : [`${name} >= ${low}`]),
      ...(high === "MAXVALUE" ? [] : [`${name} < ${high}`]),
    ].join(" AND "),
  );
  return conditions.length === 1 ? conditions[0] : anyOf(conditions);
}
