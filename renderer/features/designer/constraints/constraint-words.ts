import type { ConstraintView, TableView } from "../../../../shared/api/views.ts";
import { formatInteger } from "../../../components/format.ts";

/** How far a constraint holds, in a few words; the row that breaks it is named beside them. */
export function verdictWords({ kind, verdict, tried, broken }: ConstraintView): string {
  const rows = `${formatInteger(tried)} ${tried === 1 ? "row" : "rows"} tried`;
  switch (verdict) {
    case "by construction":
      return kind === "check" && tried > 0 ? `by construction; held by ${rows}` : "by construction";
    case "held":
      return `held by ${rows}`;
    case "broken":
      return tried > 0 ? `broken by ${formatInteger(broken)} of ${rows}` : "cannot hold";
    case "not tried":
      return "not tried: the database fills a column of it, its rows come from the source, or there are none";
    case "not understood":
      return "not understood: only the database can say";
  }
}

/** The constraints that touch a column, what is broken first. */
export const constraintsOf = (table: TableView, column: string): readonly ConstraintView[] =>
  byUrgency((table.constraints ?? []).filter(({ columns }) => columns.includes(column)));

const urgency: readonly ConstraintView["verdict"][] = [
  "broken",
  "not understood",
  "not tried",
  "held",
  "by construction",
];

/** What needs a look first; the rest in the table's order. */
export const byUrgency = (constraints: readonly ConstraintView[]): readonly ConstraintView[] =>
  constraints.toSorted((a, b) => urgency.indexOf(a.verdict) - urgency.indexOf(b.verdict));
