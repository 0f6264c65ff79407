import { SeedloomError } from "../../../shared/base/errors.ts";
import type { LoadPromise, LoadRequest, LoadTable } from "../driver.ts";
import type { SequenceRow, TargetTable, TriggerRow } from "./load-facts.ts";
import { mayUpdate, type Ring } from "./load-ways.ts";
import { someOf } from "./names.ts";

/** What is known of a load before its first write. */
export interface LoadFacts {
  /** As many as the request's tables, in their order. */
  readonly tables: readonly TargetTable[];
  readonly triggers: readonly TriggerRow[];
  readonly sequences: readonly SequenceRow[];
  readonly rings: readonly Ring[];
}

/** The tables of the request as they are now, in its order. Throws a SeedloomError where one is gone, or lacks a column. */
export function matched(request: LoadRequest, found: readonly TargetTable[]): readonly TargetTable[] {
  return request.tables.map(({ table, columns }) => {
    const now = found.find(({ schema, name }) => schema === table.schema && name === table.name);
    if (now === undefined) throw changed(`The target has no table ${table.id}.`);
    const gone = columns.find((column) => !now.columns.includes(column.name));
    if (gone !== undefined) throw changed(`The table ${table.id} of the target has no column ${gone.name}.`);
    return now;
  });
}

const changed = (message: string): SeedloomError =>
  new SeedloomError("target-changed", message, "Read the schema of the project again, or load another database.");

/** Throws a SeedloomError where this user may not do what the request asks. */
export function checkRights(request: LoadRequest, { tables }: LoadFacts): void {
  const needed: readonly (readonly [
    what: string,
    may: (table: TargetTable, wanted: LoadTable | undefined) => boolean,
  ])[] = [
    ["add rows to", (table) => table.inserts],
    ["change rows of", (table, wanted) => wanted === undefined || !mayUpdate(wanted, request) || table.updates],
    ["delete rows of", (table) => request.clear !== "delete" || table.deletes],
    ["truncate", (table) => request.clear !== "truncate" || table.truncates],
    ["switch off the triggers of", (table) => request.triggers === "on" || table.owned],
  ];
  for (const [what, may] of needed) {
    const denied = tables.filter((table, k) => !may(table, request.tables[k])).map(({ name }) => name);
    if (denied.length === 0) continue;
    throw new SeedloomError(
      "permission-denied",
      `This user may not ${what} ${someOf(denied)}.`,
      what.startsWith("switch")
        ? "Let the triggers run, or connect as the owner."
        : "Give the user the right, or connect as another.",
    );
  }
}

/** What the load can hold to: PostgreSQL takes everything back but the numbers that setval has set. */
export function promiseOf(request: LoadRequest, { tables, triggers, sequences, rings }: LoadFacts): LoadPromise {
  const notes: string[] = [];
  const off = [...new Set(triggers.map(({ table }) => table))];
  if (request.triggers === "off" && off.length > 0) {
    notes.push(`Triggers of ${someOf(off)} are switched off until the load is done.`);
  }
  const rules = tables.filter((table) => table.rules).map(({ name }) => name);
  if (rules.length > 0)
    notes.push(`Rules (CREATE RULE) of ${someOf(rules)} do not apply: rows go into the table itself.`);
  const altered = rings.flatMap(({ alter }) => alter.map(({ key }) => key.name));
  if (altered.length > 0)
    notes.push(`The foreign keys ${someOf(altered)} are checked at the end of the load instead of row by row.`);
  const foreign = sequences.filter(({ owned, sets }) => !owned && sets).map(({ name }) => name);
  if (foreign.length > 0) {
    notes.push(`The next value of ${someOf(foreign)} is set just before the end, and stays so where the end fails.`);
  }
  const fixed = sequences.filter(({ owned, sets }) => !owned && !sets).map(({ name }) => name);
  if (fixed.length > 0)
    notes.push(`This user may not set the next value of ${someOf(fixed)}, which may lie among the loaded keys.`);
  return { atomic: true, notes };
}
