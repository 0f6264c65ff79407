import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { saveSession } from "./save-session.ts";
import type { Session } from "./session.ts";

/**
 * Writes into a saved project the rules and row counts that were suggested when it was saved, where others are suggested now.
 * Answers with what was found; undefined where nothing is suggested otherwise, or nothing of it can be kept.
 */
export async function keepRules(session: Session): Promise<Problem | undefined> {
  const problem = session.suggestions.problem(session.project);
  const keep = problem?.fixes.find(({ edit }) => edit.kind === "keep-rules");
  if (keep === undefined || session.folder === undefined) return undefined;
  session.project = applyEdit(session.project, keep.edit);
  await saveSession(session, session.folder, false);
  return problem;
}
