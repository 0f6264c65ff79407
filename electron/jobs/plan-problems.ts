import type { Plan } from "../../shared/plan/plan.ts";
import { checkDesign } from "../../shared/rules/check-rules.ts";
import type { Problem } from "../../shared/rules/problem.ts";

/** All findings about a plan: what its rules say against the schema, and what its numbers say against each other. */
export function planProblems(plan: Plan): readonly Problem[] {
  const rows = new Map([...plan.tables].map(([id, { rowCount }]) => [id, rowCount]));
  return [...checkDesign(plan.design, plan.catalogue, rows), ...plan.problems];
}
