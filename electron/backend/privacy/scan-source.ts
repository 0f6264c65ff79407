import { isSeedloomError, type SeedloomError } from "../../../shared/base/errors.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { findPersonal, type PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { countRows } from "../../jobs/prepare-masking.ts";
import type { Session } from "../sessions/session.ts";
import { withSource } from "./session-source.ts";

/** What a look at the source's values has shown; the values themselves are gone. */
export interface Scan {
  readonly findings: readonly PersonalFinding[];
  readonly columns: number;
  /** Rows that were looked at of each table, at most. */
  readonly rows: number;
  readonly rowCounts: Readonly<Record<TableId, number>>;
}

/** How many rows of a table are looked at. */
const lookedAt = 1000;

type Sample = ReadonlyMap<string, readonly (string | null)[]>;

/** Finds personal columns by names, types, comments and the first values of every table. Throws a SeedloomError. */
export async function scanSource(session: Session, plan: Plan, signal: AbortSignal): Promise<Scan> {
  const samples = new Map<TableId, Sample>();
  const rowCounts: Record<TableId, number> = {};
  const tables = [...plan.tables.values()];
  let failure: SeedloomError | undefined;
  let at = 0;
  while (at < tables.length) {
    // A table that this user may not read ends the snapshot; the next ones are read under another.
    await withSource(session, async (source) => {
      for (; at < tables.length; at++) {
        const table = tables[at];
        if (table === undefined) continue;
        samples.set(table.id, await sampleOf(source, table, signal));
        rowCounts[table.id] = await countRows(source, table, signal);
      }
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (!isSeedloomError(error) || error.code.startsWith("connection") || !session.source.connected) throw error;
      failure ??= error;
      at++;
    });
  }
  if (samples.size === 0 && failure !== undefined) throw failure;
  const lists = await nameLists(Object.keys(session.project.locales));
  const findings = findPersonal(plan.design.model, lists, (table, column) => samples.get(table.id)?.get(column.name));
  const columns = [...samples.values()].reduce((sum, sample) => sum + sample.size, 0);
  return { findings, columns, rows: lookedAt, rowCounts };
}

async function sampleOf(source: Source, { table }: TablePlan, signal: AbortSignal): Promise<Sample> {
  const columns = table.columns.filter(({ valueType }) => valueType.kind !== "bytes").map(({ name }) => name);
  const texts = columns.map((): (string | null)[] => []);
  if (columns.length === 0) return new Map();
  for await (const rows of source.read({ table, columns, limit: lookedAt, signal })) {
    for (const row of rows) {
      for (const [k, cells] of texts.entries()) {
        const cell = row[k] ?? null;
        cells.push(cell === null || cell instanceof Uint8Array ? null : String(cell));
      }
    }
  }
  return new Map(columns.map((name, k) => [name, texts[k] ?? []]));
}
