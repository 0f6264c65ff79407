import type { SessionView } from "../../shared/api/views.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { changeExportView } from "./export-view.ts";
import { selectColumn, selectTable, sessionStore } from "./session-store.ts";
import { openPane, showExport, showScreen } from "./ui-store.ts";

/** Problems in the order of the tree, errors of a table before its warnings. */
export function orderedProblems(view: Pick<SessionView, "tables" | "problems">): readonly Problem[] {
  const place = new Map(view.tables.map((table, k) => [table.id, k]));
  const rank = ({ table, severity }: Problem): number =>
    (table === undefined ? -1 : (place.get(table) ?? view.tables.length)) * 2 + (severity === "error" ? 0 : 1);
  return [...view.problems].sort((a, b) => rank(a) - rank(b));
}

/** The problem `step` places on from the last one that was shown; round and round. */
export function nextProblem(
  problems: readonly Problem[],
  last: Problem | undefined,
  step: 1 | -1,
): Problem | undefined {
  if (problems.length === 0) return undefined;
  const at = problems.findIndex(
    (problem) => problem.table === last?.table && problem.column === last?.column && problem.message === last?.message,
  );
  if (at < 0) return step === 1 ? problems[0] : problems.at(-1);
  return problems[(at + step + problems.length) % problems.length];
}

let lastShown: Problem | undefined;

/** What is decided where personal columns are reviewed. */
const isPersonal = ({ code }: Problem): boolean => code === "personal-undecided" || code === "column-undecided";

/** Selects the place of a problem, and opens the inspector where it is hidden: that tells it, with its fixes. */
export function showProblem(problem: Problem): void {
  lastShown = problem;
  if (problem.target !== undefined) {
    const { view } = sessionStore.getState();
    if (view) changeExportView(view.session, { target: problem.target });
    return showExport("files");
  }
  showScreen(isPersonal(problem) ? "privacy" : "designer");
  if (problem.table === undefined) return;
  selectTable(problem.table);
  selectColumn(problem.column ?? null);
  if (!isPersonal(problem)) openPane("inspector");
}

/** Goes to the next or the previous problem; `severity` leaves the others out. */
export function walkProblems(step: 1 | -1, severity?: Problem["severity"]): void {
  const { view } = sessionStore.getState();
  if (!view) return;
  const problems = orderedProblems(view).filter((problem) => severity === undefined || problem.severity === severity);
  const problem = nextProblem(problems, lastShown, step);
  if (problem) showProblem(problem);
}
