import type { Plan, TablePlan } from "../../shared/plan/plan.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { dialectById } from "../../shared/dialects/index.ts";
import type { LoadPromise, LoadRequest, Target } from "../drivers/driver.ts";
import { filePlan, type PlannedFile } from "./file-plan.ts";
import type { JobSpec } from "./job-spec.ts";
import { clearNotes } from "./load-notes.ts";
import { loadPlan } from "./load-plan.ts";
import { matchTarget } from "./match-target.ts";
import { planProblems } from "./plan-problems.ts";
import { brokenChecks, refuseNothing, refuseProblems, refuseTexts } from "./refuse-problems.ts";
import { unwritableTexts } from "./unwritable-texts.ts";

/** What is loaded, and how: all that the rows in the target are a function of. */
export interface LoadSpec
  extends
    Pick<
      JobSpec,
      | "model"
      | "project"
      | "scenario"
      | "rowOverrides"
      | "referenceDate"
      | "tables"
      | "folder"
      | "source"
      | "masking"
      | "worker"
    >,
    Pick<LoadRequest, "clear" | "existing" | "triggers"> {}

/** A load of which everything is known but the rows. Nothing has been written. */
export interface PreparedLoad {
  readonly plan: Plan;
  /** One a table, in load order. */
  readonly files: readonly PlannedFile[];
  readonly into: SchemaModel;
  readonly request: LoadRequest;
  readonly promise: LoadPromise;
}

/**
 * Compiles the plan of a load and holds it against the target as it is now. Throws a SeedloomError where a problem of the plan
 * or a difference of the target is in the way.
 */
export async function prepareLoad(spec: LoadSpec, target: Target, signal: AbortSignal): Promise<PreparedLoad> {
  const plan = await loadPlan(spec);
  const files = filePlan(plan, { label: "", extension: "" }, { ...(spec.tables && { tables: spec.tables }) });
  refuseNothing({ plan, files }, spec.tables);
  refuseProblems({ plan, files }, planProblems(plan));
  const broken = brokenChecks({ plan, files });
  refuseProblems({ plan, files }, broken);
  const into = await target.model();
  signal.throwIfAborted();
  const tables = files.map(({ table }): TablePlan => table);
  const request: LoadRequest = {
    tables: matchTarget(spec.model, tables, into, target.label, target.made !== true),
    clear: spec.clear,
    existing: spec.existing,
    triggers: spec.triggers,
    signal,
  };
  const { unheld } = dialectById(into.engine);
  if (unheld !== undefined)
    refuseTexts(tables.flatMap((table, k) => unwritableTexts(plan, table, request.tables[k]?.columns ?? [], unheld)));
  const { atomic, notes } = await target.promise(request);
  return {
    plan,
    files,
    into,
    request,
    promise: { atomic, notes: [...notes, ...clearNotes(into, request), ...broken.flatMap(checkNotes)] },
  };
}

/** A share of rows that break a CHECK: the engine is the judge, and will most likely refuse the load for them. */
function checkNotes({ code, table, message, explanation, fixes }: Problem): readonly string[] {
  if (code !== "check-conflict") return [];
  const [fix] = fixes;
  const way = fix === undefined ? "" : ` One way out is “${fix.label}”.`;
  return [`${table}: ${message} ${explanation ?? ""} The database will refuse them.${way}`];
}
