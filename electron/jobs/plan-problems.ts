import type { Plan } from "../../shared/plan/plan.ts";
import { undecidedPersonal, undoneByDictionary } from "../../shared/plan/undecided.ts";
import { checkDesign } from "../../shared/rules/check-rules.ts";
import { findPersonal } from "../../shared/rules/personal/find-personal.ts";
import type { Problem } from "../../shared/rules/problem.ts";

/** All findings about a plan: what its rules say against the schema, and what its numbers say against each other. */
export function planProblems(plan: Plan): readonly Problem[] {
  const rows = new Map([...plan.tables].map(([id, { rowCount }]) => [id, rowCount]));
  const found = checkDesign(plan.design, plan.catalogue, rows, plan.pools);
  // What a rule has wrong by itself says already why its plan cannot be made.
  const wrong = new Set(found.filter(({ severity }) => severity === "error").map(place));
  const personal = plan.order.some(({ masked }) => masked) ? findPersonal(plan.design.model, noLists) : [];
  return [
    ...found,
    ...undecidedPersonal(plan, personal),
    ...undoneByDictionary(plan, personal),
    ...plan.problems.filter((problem) => problem.code !== "invalid-parameter" || !wrong.has(place(problem))),
  ];
}

/** Names of columns say enough here; a run looks at values, too. */
const noLists = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };

const place = ({ code, table, column }: Problem): string => [code, table, column].join("\n");
