import type { DriftReport } from "../../../shared/drift/drift-report.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { counted } from "../../components/format.ts";

/** What the changes of a source do to the project: what no longer fits, and what stops every run until somebody decides. */
export function driftWords(
  { changes, fails }: Pick<DriftReport, "changes" | "fails">,
  problems: readonly Pick<Problem, "severity" | "table" | "column">[],
): string {
  const broken = changes.reduce((sum, { breaks }) => sum + breaks.length, 0);
  const stops = problems.filter(
    ({ severity, table, column }) =>
      severity === "error" &&
      changes.some(
        (change) =>
          change.kind === "added" && change.table === table && (change.what === "table" || change.column === column),
      ),
  ).length;
  const said = [
    ...(broken === 0 ? [] : [`${counted(broken, "place")} of the project no longer ${broken === 1 ? "fits" : "fit"}.`]),
    ...(stops === 0 ? [] : [`${counted(stops, "error")} of what is new ${stops === 1 ? "stops" : "stop"} every run.`]),
  ];
  const first = said.length === 0 ? "Nothing that the project says is in the way." : said.join(" ");
  if (fails) return `${first} A check fails until it is migrated.`;
  return stops > 0 ? first : `${first} The policy on new columns settles it.`;
}
