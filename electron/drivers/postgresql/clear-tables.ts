import type { ClientBase } from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { LoadRequest, LoadTable } from "../driver.ts";
import type { LoadFacts } from "./check-request.ts";
import { fetchOutsideKeys, type OutsideKey } from "./load-facts.ts";
import { quoteName, someOf, tableName } from "./names.ts";

/**
 * Removes the rows that stand in the tables, children first. Rows of other tables are never touched: where they refer to what
 * would go, it throws a SeedloomError instead.
 */
export async function clearTables(client: ClientBase, request: LoadRequest, facts: LoadFacts): Promise<void> {
  if (request.clear === "keep") return;
  const outside = await fetchOutsideKeys(
    client,
    facts.tables.map(({ oid }) => oid),
  );
  const names = request.tables.map(({ table }) => tableName(table));
  if (request.clear === "truncate") {
    const [key] = outside;
    if (key !== undefined)
      throw beyond(key, outside, facts, "PostgreSQL truncates a table only with all that refer to it.");
    if (names.length > 0) await client.query(`TRUNCATE ${names.join(", ")}`);
    return;
  }
  for (const key of outside) {
    if (await hasReferences(client, key)) throw beyond(key, [key], facts, "Deleting would break or change those rows.");
  }
  for (const group of deletions(request, facts).toReversed()) {
    const [last = "", ...others] = group.map(({ table }) => `DELETE FROM ${tableName(table)}`);
    const withs = others.map((statement, k) => `gone_${k} AS (${statement})`);
    // Tables of a ring are emptied by one statement, at whose end their keys are checked.
    await client.query(withs.length === 0 ? last : `WITH ${withs.join(", ")} ${last}`);
  }
}

/** Tables to be emptied by one statement, parents first. */
function deletions({ tables }: LoadRequest, { rings }: LoadFacts): readonly (readonly LoadTable[])[] {
  const ringOf = (table: LoadTable) => rings.find((ring) => ring.tables.includes(table));
  return tables.flatMap((table): (readonly LoadTable[])[] => {
    const ring = ringOf(table);
    if (ring === undefined) return [[table]];
    return ring.tables[0] === table ? [ring.tables] : [];
  });
}

async function hasReferences(client: ClientBase, key: OutsideKey): Promise<boolean> {
  const set = key.columns.map((name) => `${quoteName(name)} IS NOT NULL`).join(" AND ");
  const { rows } = await client.query(`SELECT FROM ${tableName(key)} WHERE ${set} LIMIT 1`);
  return rows.length > 0;
}

function beyond(key: OutsideKey, all: readonly OutsideKey[], { tables }: LoadFacts, why: string): SeedloomError {
  const parent = tables.find(({ oid }) => oid === key.parent)?.name ?? "";
  const others = [...new Set(all.map(({ name }) => name))];
  return new SeedloomError(
    "load-failed",
    `${parent} cannot be cleared: ${someOf(others)}, not part of this load, ${others.length === 1 ? "refers" : "refer"} to it. ${why}`,
    others.length === 1 ? `Load ${key.name} too, or keep the rows.` : "Load these tables too, or keep the rows.",
  );
}
