import type { TableModel } from "../../../shared/schema/schema-model.ts";
import { integerRange } from "../../../shared/schema/value-type.ts";
import type { ServerFacts } from "./server-facts.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

/** The number that a table gives its next row, against the highest that is there. Undefined where it numbers no rows. */
export interface Counter {
  readonly column: string;
  readonly next: bigint;
  readonly highest: bigint;
  /** The greatest number that the column holds. */
  readonly last: bigint;
}

export async function fetchCounter(
  session: Session,
  server: ServerFacts,
  table: TableModel,
): Promise<Counter | undefined> {
  const column = table.columns.find(({ identity }) => identity === "auto");
  if (column === undefined) return undefined;
  // MySQL 8 answers from memory of up to a day.
  if (server.product === "MySQL" && server.atLeast(8, 0))
    await session.run("SET SESSION information_schema_stats_expiry = 0");
  const [status] = await session.rows(
    "SELECT AUTO_INCREMENT AS next FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
    [table.schema, table.name],
  );
  const [row] = await session.rows(
    `SELECT CAST(MAX(${quoted(column.name)}) AS CHAR) AS highest FROM ${qualified(table)}`,
  );
  // A table that has never numbered a row says NULL.
  return {
    column: column.name,
    next: whole(status?.["next"], 1n),
    highest: whole(row?.["highest"], 0n),
    last: column.valueType.kind === "integer" ? integerRange(column.valueType)[1] : 2n ** 53n,
  };
}

/** A whole number in digits; numbered columns may be of a floating-point type. */
function whole(value: unknown, otherwise: bigint): bigint {
  if (typeof value === "number") return BigInt(Math.trunc(value));
  if (typeof value !== "string") return otherwise;
  return /^-?\d+$/.test(value) ? BigInt(value) : BigInt(Math.trunc(Number(value)));
}
