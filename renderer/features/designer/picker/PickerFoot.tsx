import type { ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { triedAs, type Inside } from "../logic/inside.ts";
import { useTrial } from "../queries.ts";
import type { RuleChoice } from "./rule-choice.ts";
import { isInForce, ruleFromChoice } from "./rule-choices.ts";

interface Props {
  readonly table: string;
  readonly column: ColumnView;
  readonly rule: Rule;
  readonly choice: RuleChoice;
  readonly start: number;
  readonly inside: Inside | undefined;
}

/** The highlighted rule: what it is, what it would give this column, and what would stand against it. */
export function PickerFoot({ table, column, rule, choice, start, inside }: Props): ReactNode {
  const tried = isInForce(choice, rule) ? undefined : ruleFromChoice(choice, rule);
  const trial = useTrial(table, column.column.name, tried && triedAs(tried, inside), start);
  if (!tried) return null;
  const { problem, cells = [] } = trial.data ?? {};
  return (
    <div className="pk-foot">
      <p className="pk-help">{choice.card.help}</p>
      {tried.kind === "generate" ? (
        <p className="pk-trial num" aria-live="polite">
          <span className="t3">{choice.card.label}:</span>{" "}
          {trial.data
            ? cells.map((cell) => cell ?? "NULL").join(" · ")
            : trial.error
              ? "no sample for this column"
              : "…"}
        </p>
      ) : null}
      {problem ? (
        <p className={problem.severity === "error" ? "pk-problem c-danger" : "pk-problem c-warn"}>{problem.message}</p>
      ) : null}
    </div>
  );
}
