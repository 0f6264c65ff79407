import type { ValueRules } from "../../../shared/api/value-rules.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { applyWithin } from "../../../shared/project/apply-within.ts";
import { suggestByValues } from "../../../shared/rules/values/suggest-by-values.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import { eachTable, sampleTable, type TableSample } from "../sample-tables.ts";
import type { Session } from "./session.ts";
import { inWords } from "./table-view.ts";

/** How many rows of a table are looked at. */
const lookedAt = 500;

/**
 * Reads the first rows of every table that is generated, and answers with the rules that their values speak for. The values
 * are gone with the answer, but for those that a rule lists. Throws a SeedloomError.
 */
export async function valueRules(session: Session, signal: AbortSignal): Promise<ValueRules> {
  const { plan } = await session.compiled();
  const { design } = plan;
  const tables = [...design.tables.values()].filter(({ mode }) => mode === "generate").map(({ table }) => table);
  const samples = new Map<TableId, TableSample>();
  const failure = await eachTable(
    session,
    tables,
    async (source, table) => void samples.set(table.id, await sampleTable(source, table, lookedAt, signal)),
    signal,
  );
  if (samples.size === 0 && failure !== undefined) throw failure;
  const lists = await nameLists(Object.keys(session.project.locales));
  const found = suggestByValues(design, catalogue, lists, (table, column) => samples.get(table.id)?.get(column.name));
  const edits = found.map(({ table, column, rule }) => ({ kind: "set-rule" as const, table, column, rule }));
  const tried = await session.compileOther(
    applyWithin(session.project, session.scenario ?? null, { kind: "several", label: "", edits }),
  );
  const broken = new Set(
    planProblems(tried)
      .filter(({ severity }) => severity === "error")
      .map(({ table, column }) => `${table}\n${column}`),
  );
  const rules = found
    .filter(({ table, column }) => !broken.has(`${table}\n${column}`))
    .flatMap(({ table, column: name, rule, reason, lists: listing }) => {
      const designed = design.tables.get(table)?.columns.find(({ column }) => column.name === name);
      if (designed === undefined) return [];
      const next = inWords(plan, { column: designed.column, rule });
      return [{ table, column: name, present: inWords(plan, designed), next, rule, reason, lists: listing }];
    });
  return {
    rules,
    rows: lookedAt,
    tables: samples.size,
    ...(failure === undefined ? {} : { message: failure.message }),
  };
}
