import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";

/** What the values of each table follow from, as texts to compare. */
export interface DesignTexts {
  /** What every table's values follow from. */
  readonly common: string;
  readonly tables: ReadonlyMap<TableId, string>;
}

export function designTexts(plan: Plan): DesignTexts {
  return {
    common: JSON.stringify([plan.design.seed, plan.referenceDate, plan.design.project.locales]),
    tables: new Map([...plan.tables].map(([id, planned]) => [id, tableText(planned)])),
  };
}

function tableText({ designed, rowCount }: TablePlan): string {
  const rules = designed.columns.map(({ rule, unique }) => [rule, unique]);
  return JSON.stringify([designed.mode, designed.rows, rowCount, rules], (_name, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

/**
 * The tables whose own design has changed, and those whose values follow from theirs. From nothing, all tables have
 * changed.
 */
export function changedTables(
  plan: Plan,
  before: DesignTexts | undefined,
  after: DesignTexts,
): { readonly edited: readonly TableId[]; readonly dependent: readonly TableId[] } {
  if (before === undefined || before.common !== after.common) return { edited: [...plan.tables.keys()], dependent: [] };
  const edited = [...after.tables].filter(([id, text]) => before.tables.get(id) !== text).map(([id]) => id);
  if (edited.length === 0) return { edited, dependent: [] };
  const readers = readersOf(plan);
  const reached = new Set(edited);
  // A set yields what is added to it while it is walked.
  for (const id of reached) for (const reader of readers.get(id) ?? []) reached.add(reader);
  return { edited, dependent: [...reached].filter((id) => !edited.includes(id)) };
}

/** For each table, those that read it: by a foreign key, a lookup, or a figure over owned rows. */
function readersOf(plan: Plan): ReadonlyMap<TableId, readonly TableId[]> {
  const readers = new Map<TableId, TableId[]>();
  const add = (read: TableId, by: TableId): void => {
    const known = readers.get(read);
    if (known === undefined) readers.set(read, [by]);
    else if (!known.includes(by)) known.push(by);
  };
  for (const [id, { relations, designed }] of plan.tables) {
    for (const { parent } of relations) add(parent, id);
    for (const { rule } of designed.columns) {
      const generator = rule.kind === "generate" ? plan.catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || (generator?.aggregates === undefined && generator?.lookups === undefined))
        continue;
      const params = generator.params.safeParse(rule.params);
      if (!params.success) continue;
      for (const { table } of generator.aggregates?.(params.data) ?? []) add(table, id);
      for (const { table } of generator.lookups?.(params.data) ?? []) add(table, id);
    }
  }
  return readers;
}
