import type { Plan } from "../../../shared/plan/plan.ts";
import { findPersonal, type PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { countRows } from "../../jobs/prepare-masking.ts";
import { eachTable, sampleTable, type TableSample } from "../sample-tables.ts";
import type { Session } from "../sessions/session.ts";

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

/** Finds personal columns by names, types, comments and the first values of every table. Throws a SeedloomError. */
export async function scanSource(session: Session, plan: Plan, signal: AbortSignal): Promise<Scan> {
  const samples = new Map<TableId, TableSample>();
  const rowCounts: Record<TableId, number> = {};
  const failure = await eachTable(
    session,
    [...plan.tables.values()],
    async (source, table) => {
      samples.set(table.id, await sampleTable(source, table.table, lookedAt, signal));
      rowCounts[table.id] = await countRows(source, table, signal);
    },
    signal,
  );
  if (samples.size === 0 && failure !== undefined) throw failure;
  const lists = await nameLists(Object.keys(session.project.locales));
  const findings = findPersonal(plan.design.model, lists, (table, column) => samples.get(table.id)?.get(column.name));
  const columns = [...samples.values()].reduce((sum, sample) => sum + sample.size, 0);
  return { findings, columns, rows: lookedAt, rowCounts };
}
