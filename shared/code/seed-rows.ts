import { compilePlan } from "../plan/compile-plan.ts";
import type { Plan } from "../plan/plan.ts";
import type { ColumnModel, EngineId, TableModel } from "../schema/schema-model.ts";
import type { Plain } from "./column-source.ts";
import { firstRows } from "./describe.ts";
import type { CodeContext } from "./target.ts";

/** The rows of one table, as a seed script writes them. */
export interface SeedTable {
  readonly id: string;
  readonly table: TableModel;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly ReadonlyMap<string, Plain>[];
  /** Columns of keys to tables that are filled later: written as NULL at first. They need the primary key to be found again. */
  readonly later: readonly string[];
}

/**
 * The tables in load order with at most `most` rows each. Where the plan has more, the rows are those of a run with so few, so
 * that every key still points to a row that is there.
 */
export function seedTables(context: CodeContext, most: number): readonly SeedTable[] {
  const { tables } = context;
  const plan = atMost(context.plan, most);
  const wanted = plan.order.filter(
    ({ id, designed }) => designed.mode === "generate" && (tables?.includes(id) ?? true),
  );
  return wanted.map((table, place) => {
    const { id, written, rowCount, cycle } = table;
    const laterTables = wanted.slice(place + 1).filter((other) => cycle !== null && other.cycle === cycle);
    const later = table.relations
      .filter(
        ({ parent, carries }) =>
          laterTables.some((other) => other.id === parent) &&
          carries.every((name) => written.some((column) => column.name === name && column.nullable)),
      )
      .flatMap(({ carries }) => carries);
    const names = written.map(({ name }) => name);
    return { id, table: table.table, columns: written, rows: firstRows(plan, id, names, rowCount), later };
  });
}

function atMost(plan: Plan, most: number): Plan {
  if ([...plan.tables.values()].every(({ rowCount }) => rowCount <= most)) return plan;
  const rowOverrides = Object.fromEntries([...plan.tables].map(([id, { rowCount }]) => [id, Math.min(rowCount, most)]));
  return compilePlan({ ...plan, rowOverrides });
}

/** Whether tables of a ring need keys to be checked at the end only. */
export const hasRing = (tables: readonly SeedTable[], plan: Plan): boolean =>
  tables.some(({ id }) => plan.tables.get(id)?.cycle != null);

/** What lets keys of a ring be checked at the end of the transaction, where the engine has that. */
export const deferKeys: Readonly<Record<EngineId, string>> = {
  sqlite: "PRAGMA defer_foreign_keys = ON",
  postgresql: "SET CONSTRAINTS ALL DEFERRED",
  mysql: "SET FOREIGN_KEY_CHECKS = 0",
};
