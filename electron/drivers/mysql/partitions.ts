import { formatIsoDate } from "../../../shared/base/calendar.ts";
import type { PartitionsModel } from "../../../shared/schema/schema-model.ts";
import type { PartitionRow } from "./catalogue.ts";

/** How a table's rows lie in partitions, and what a row must keep to find one. */
export function partitionsModel(rows: readonly PartitionRow[]): PartitionsModel | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const bounds = boundsOf(
    first,
    rows.map((row) => row.description),
  );
  return { key: `${first.method} (${first.expression})`, ...(bounds === undefined ? {} : { bounds }) };
}

function boundsOf({ method, expression }: PartitionRow, descriptions: readonly string[]): string | undefined {
  // A list of columns is compared part by part, which no single condition says.
  if (/^(?:RANGE|LIST) COLUMNS$/.test(method) && !/^`(?:[^`]|``)*`$/.test(expression)) return undefined;
  if (method.startsWith("RANGE")) {
    // Partitions are in ascending order: whatever is below the last bound finds one.
    const last = descriptions.at(-1);
    return last === undefined || last === "MAXVALUE" ? undefined : below(expression, last);
  }
  if (!method.startsWith("LIST") || descriptions.some((list) => /\bDEFAULT\b/.test(list))) return undefined;
  const values = descriptions.join(",").split(",");
  const known = values.filter((value) => value !== "NULL");
  const listed = `${expression} IN (${known.join(", ")})`;
  // NULL needs a partition of its own; a condition that is unknown would let it pass.
  return known.length < values.length ? listed : `${expression} IS NOT NULL AND ${listed}`;
}

/** The number that TO_DAYS gives 1970-01-01. */
const epochDay = 719_528;

/** That an expression is below a bound; of a date's year, day number or time since 1970, what that asks of the date itself. */
function below(expression: string, bound: string): string {
  const [, name, column] = /^(year|to_days|unix_timestamp)\((`(?:[^`]|``)*`)\)$/i.exec(expression) ?? [];
  const number = Number(bound);
  if (name === undefined || !Number.isInteger(number)) return `${expression} < ${bound}`;
  switch (name.toLowerCase()) {
    case "year":
      return `${column} < '${String(number).padStart(4, "0")}-01-01'`;
    case "to_days":
      return `${column} < '${formatIsoDate(number - epochDay)}'`;
    default:
      return `${column} < '${new Date(number * 1000).toISOString().slice(0, 19).replace("T", " ")}'`;
  }
}
