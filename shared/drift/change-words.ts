import type { ReportedChange } from "./drift-report.ts";

/** A change in a line: what it is, how sure a guess is, what it breaks. */
export function changeWords({ message, confidence, breaks, settled }: ReportedChange): string {
  const guess = confidence === undefined || confidence === "said" ? "" : ` (a guess, confidence ${confidence})`;
  const sentence = `${message.replace(/\.$/, "")}${guess}.`;
  const broken = breaks.length === 0 ? "" : ` It breaks ${breaks.map(({ what }) => what).join("; ")}.`;
  return `${sentence}${broken}${settled ? " The project's policy on new columns settles it." : ""}`;
}
