import { loadOrder } from "../schema/graph.ts";
import type { Design, DesignedTable } from "../rules/design.ts";
import type { Problem } from "../rules/problem.ts";
import { reportAcrossTables } from "./across-tables.ts";
import { compileContext } from "./compile-context.ts";
import { reportEdges } from "./edge-shares.ts";
import { reportExclusions } from "./exclusions.ts";
import { reportPinned } from "./pinned-rows.ts";
import { planMasks } from "./plan-masks.ts";
import type { Plan, PlanInput, TablePlan } from "./plan.ts";
import { planRelations } from "./relations.ts";
import { reportSamples } from "./sample/report-samples.ts";
import { rowCounts } from "./row-counts.ts";
import { reportValueCycles } from "./value-cycles.ts";
import { planTuples, type ColumnValues } from "./tuples.ts";
import { rowShare, sourceRows, tooFewValues } from "./worker-share.ts";

/**
 * Compiles a design: row counts, parents, keys and load order, and what stands against them. Pure, and light: kernels
 * are compiled only for the tables that are read.
 */
export function compilePlan(input: PlanInput): Plan {
  const { design, catalogue } = input;
  const counts = rowCounts(design, input.rowOverrides ?? {});
  const problems: Problem[] = [...counts.problems];
  const order = loadOrder(design.model);
  const cycleOf = new Map(
    order.flatMap((group, at) => (group.length > 1 ? group.map(({ id }) => [id, at] as const) : [])),
  );

  const masked = planMasks(design, catalogue, problems, input.pools);

  const tables = new Map<string, TablePlan>();
  for (const [id, designed] of design.tables) {
    const rowCount = counts.rows.get(id) ?? 0;
    const relations = planRelations(design, designed, counts, catalogue, problems);
    const values = columnValues(input, designed, rowCount);
    const keys =
      designed.mode === "generate" && rowCount > 0
        ? planTuples({ design, designed, rowCount, catalogue, values, worker: input.worker }, relations, problems)
        : { tuples: [], distinctColumns: [] };
    if (designed.mode === "generate" && rowCount > 0) reportEmptyParents(design, designed, relations, problems);
    if (designed.mode === "generate") {
      const owned = relations.find(({ pick }) => pick.kind === "owner")?.carries ?? [];
      reportExclusions(designed, rowCount, owned, catalogue, problems);
    }
    const owner = counts.owners.get(id);
    const share = designed.mode === "generate" ? rowShare(input.worker, rowCount) : undefined;
    if (share !== undefined) reportFewValues(input, designed, rowCount, values, problems);
    if (designed.mode === "mask" && (input.worker?.count ?? 1) > 1) problems.push(sourceRows(id));
    tables.set(id, {
      id,
      table: designed.table,
      designed,
      rowCount,
      written: designed.columns
        .filter(({ column, rule }) => column.generated === undefined && rule.kind !== "default")
        .map(({ column }) => column),
      cycle: cycleOf.get(id) ?? null,
      relations,
      tuples: keys.tuples,
      distinct: new Set([
        ...designed.columns.filter((entry) => entry.unique).map((entry) => entry.column.name),
        ...keys.distinctColumns,
      ]),
      ...(owner ? { owner } : {}),
      ...(share ? { share } : {}),
      ...(designed.mode === "mask" ? { masked: masked.get(id) ?? new Map() } : {}),
    });
  }
  reportAcrossTables({ catalogue, tables }, problems);
  reportValueCycles({ catalogue, tables, design }, problems);
  reportEdges({ design, catalogue, tables }, problems);
  reportSamples(design, problems);
  for (const table of tables.values()) reportPinned(table, design.model.engine, problems);
  return {
    design,
    catalogue,
    referenceDate: input.referenceDate,
    locales: input.locales,
    ...(input.ruleLocales ? { ruleLocales: input.ruleLocales } : {}),
    ...(input.pools ? { pools: input.pools } : {}),
    tables,
    order: order.flat().flatMap(({ id }) => {
      const table = tables.get(id);
      return table && isWritten(table.designed) ? [table] : [];
    }),
    problems,
  };
}

/** Whether a run writes the table's rows: made ones, or masked ones of the source. */
const isWritten = ({ mode }: DesignedTable): boolean => mode === "generate" || mode === "mask";

/** A reference that may not be NULL to a table without rows can hold nothing. */
function reportEmptyParents(
  design: Design,
  designed: DesignedTable,
  relations: TablePlan["relations"],
  problems: Problem[],
): void {
  for (const relation of relations) {
    const column = relation.carries[0];
    if (column === undefined || relation.parentRows > 0 || relation.parent === designed.table.id) continue;
    // How many rows the source has is known in a run.
    if (design.tables.get(relation.parent)?.mode === "mask") continue;
    const required = relation.carries.some((name) =>
      designed.columns.some((entry) => entry.column.name === name && !entry.column.nullable),
    );
    if (!required) continue;
    problems.push({
      severity: "error",
      code: "parent-empty",
      table: designed.table.id,
      column,
      message: `${designed.table.id}.${column} needs a row of ${relation.parent}, which has none.`,
      fixes: [
        { label: `Give ${relation.parent} 100 rows`, edit: { kind: "set-rows", table: relation.parent, rows: 100 } },
      ],
    });
  }
}

/** Unique columns must have values for all workers together. */
function reportFewValues(
  { catalogue, worker }: PlanInput,
  { table, columns }: DesignedTable,
  rowCount: number,
  values: ColumnValues,
  problems: Problem[],
): void {
  for (const { column, rule, unique } of columns) {
    const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    if (worker === undefined || generator === undefined || generator.relation === true || column.generated) continue;
    if (!unique && generator.distinct !== "table") continue;
    const capacity = values.domainSize(column.name) ?? values.capacity(column.name);
    // What has too few values for one worker is a problem of the rule, and reported there.
    if (capacity < rowCount || capacity >= rowCount * worker.count) continue;
    problems.push(tooFewValues(table.id, column.name, capacity, rowCount, worker));
  }
}

/** Asks a column's generator what it can give; a finite list is recognised by compiling it once for a single row. */
function columnValues(input: PlanInput, designed: DesignedTable, rowCount: number): ColumnValues {
  const generatorOf = (name: string) => {
    const entry = designed.columns.find(({ column }) => column.name === name);
    if (entry?.rule.kind !== "generate") return undefined;
    const generator = input.catalogue.get(entry.rule.generator);
    const params = generator?.params.safeParse(entry.rule.params);
    return generator && params?.success ? { entry, generator, params: params.data } : undefined;
  };
  return {
    domainSize(name) {
      const found = generatorOf(name);
      if (!found || found.generator.relation || (found.generator.inputs?.(found.params).length ?? 0) > 0)
        return undefined;
      const compiled = found.generator.compile(
        found.params,
        compileContext(input, { id: designed.table.id, rowCount, table: designed.table }, found.entry, true, {
          batchRows: 1,
          input: () => {
            throw new TypeError("A column without inputs asked for one.");
          },
        }),
      );
      return "size" in compiled ? compiled.size : undefined;
    },
    capacity(name) {
      const found = generatorOf(name);
      return found && !found.generator.relation
        ? found.generator.capacity(found.params, found.entry.column.valueType)
        : 0;
    },
  };
}
