import { catalogue } from "../../shared/catalogue/index.ts";
import { designOf } from "../../shared/rules/design-of.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import type { Session } from "../backend/sessions/session.ts";
import type { Terminal } from "./terminal.ts";

const accept = "`seedloom check --accept-versions` takes them over";

/** The options that do what a problem's fixes do, where it is what an upgrade changes; nothing for other findings. */
export function wayOut({ code, fixes }: Problem): string {
  if (code !== "values-changed" && code !== "suggestions-changed") return "";
  const keeps = fixes.some(({ edit }) => edit.kind === "keep-rules");
  return ` ${accept}${keeps ? ", `--keep-rules` writes the earlier rules into the project" : ""}.`;
}

/** Says before a run what a newer Seedloom changes in the values of the project. */
export function noteUpgrade(session: Session, terminal: Terminal): void {
  const design = designOf(session.model, session.planned, catalogue);
  for (const problem of session.upgrade(design)) terminal.note(`warning: ${problem.message}${wayOut(problem)}`);
}
