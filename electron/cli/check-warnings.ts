import { checkProblems } from "../../shared/batches/check-rows.ts";
import { tryRules } from "../../shared/batches/try-rules.ts";
import { compileJob } from "../jobs/compile-job.ts";
import type { JobSpec } from "../jobs/job-spec.ts";
import { planProblems } from "../jobs/plan-problems.ts";
import { count } from "./words.ts";

/** Rows of each table that are tried: an export is not to take longer for it. `check` tries more. */
const triedRows = 200;
const mostLines = 8;

/** What the rows of an export break, as far as a few of them tell: a line a finding. */
export async function checkWarnings(spec: JobSpec): Promise<readonly string[]> {
  const { plan, files } = await compileJob(spec);
  const tables = files.flatMap(({ holds }) => holds.map(({ id }) => id));
  // First what the project says of tables and columns that are not there: those rules have no effect.
  const lost = planProblems(plan).filter(({ code }) => code === "unknown-table" || code === "unknown-column");
  const found = [
    ...lost,
    // What every row breaks has been refused, or said, by the run itself.
    ...tables.flatMap((id) => [
      ...checkProblems(plan, id, triedRows).filter(({ severity }) => severity === "warning"),
      ...tryRules(plan, id, triedRows),
    ]),
  ];
  const lines = found.map(({ table, message, explanation, fixes: [fix] }) =>
    ["warning:", `${table ?? ""}:`, message, explanation, ...(fix === undefined ? [] : [`Fix: ${fix.label}.`])]
      .filter(Boolean)
      .join(" "),
  );
  if (lines.length <= mostLines) return lines;
  const more = count(lines.length - mostLines, "more warning");
  return [...lines.slice(0, mostLines), `${more}; \`seedloom check\` lists all.`];
}
