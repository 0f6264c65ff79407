import type { ColumnSource } from "../column-source.ts";

type Need = "at" | "distinct" | "weighted" | "or_null" | "moment" | "day" | "decimal" | "new_uuid";

const helpers: Readonly<Record<Need, string>> = {
  at: `def at(items, n):
    """The items in turn, the first again after the last."""
    if not items:
        raise LookupError("The project has no rows to take this value from.")
    return items[n % len(items)]`,
  distinct: `def distinct(items, column, n, max_length=None):
    """A column's values in turn; then the first again with a number that tells them apart."""
    value = at(items, n)[column]
    turn = n // len(items)
    if turn == 0 or value is None:
        return value
    if isinstance(value, int):
        return max(item[column] for item in items) + n - len(items) + 1
    longer = f"{turn + 1}-{value}"
    if isinstance(value, str) and (max_length is None or len(longer) <= max_length):
        return longer
    raise LookupError(f"The factory has {len(items)} values of {column}. Say another.")`,
  weighted: `def weighted(values):
    """One of the values; those with more weight come more often."""
    return randgen.choices(list(values), list(values.values()))[0]`,
  or_null: `def or_null(share, make):
    """None in that share of rows."""
    return None if randgen.random() < share else make()`,
  moment: `def moment(first, last):
    """A time of full seconds between two days."""
    start = datetime.datetime.fromisoformat(first)
    seconds = (datetime.datetime.fromisoformat(last) - start).total_seconds()
    return start + datetime.timedelta(seconds=int(randgen.random() * seconds))`,
  day: `def day(first, last):
    """A day of a range."""
    return moment(first, last).date()`,
  decimal: `def decimal(least, most, scale):
    """A number with so many digits behind the point."""
    return Decimal(randgen.randint(int(least * 10**scale), int(most * 10**scale))) / (
        10**scale
    )`,
  new_uuid: `def new_uuid():
    """A random UUID that follows the factories' seed."""
    return str(uuid.UUID(int=randgen.getrandbits(128), version=4))`,
};

/** What a source's expression calls. */
export function needsOf(source: ColumnSource, nulls: number): readonly Need[] {
  const byKind: Readonly<Partial<Record<ColumnSource["kind"], readonly Need[]>>> = {
    choice: ["weighted"],
    decimal: ["decimal"],
    date: ["moment", "day"],
    timestamp: ["moment"],
    uuid: ["new_uuid"],
    sample: source.kind === "sample" && source.distinct ? ["at", "distinct"] : ["at"],
  };
  return [...(byKind[source.kind] ?? []), ...(nulls > 0 ? (["or_null"] as const) : [])];
}

/** The functions that are called, in a fixed order. */
export const helperFunctions = (needs: ReadonlySet<Need>): readonly string[] =>
  (Object.keys(helpers) as Need[]).filter((name) => needs.has(name)).map((name) => helpers[name]);

/** The imports of those functions and of what is written beside them. */
export function helperImports(needs: ReadonlySet<Need>): readonly string[] {
  return [
    ...(needs.has("moment") ? ["import datetime"] : []),
    ...(needs.has("new_uuid") ? ["import uuid"] : []),
    ...(needs.has("decimal") ? ["from decimal import Decimal"] : []),
  ];
}

export type { Need };
