import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { ConfidenceBars } from "../../../components/ConfidenceBars.tsx";
import { IconByName } from "../../../components/IconByName.tsx";
import { triedAs, type Inside } from "../logic/inside.ts";
import { useTrial } from "../queries.ts";
import type { RuleChoice } from "./rule-choice.ts";
import { ruleFromChoice } from "./rule-choices.ts";

/** A line that is only scrolled past asks for nothing. */
const settleMilliseconds = 90;

interface Props {
  readonly id: string;
  readonly choice: RuleChoice;
  readonly place: { readonly index: number; readonly of: number; readonly top: number };
  readonly selected: boolean;
  readonly active: boolean;
  readonly table: string;
  readonly column: ColumnView;
  readonly rule: Rule;
  /** The first row that the sample is of. */
  readonly start: number;
  readonly onHover: () => void;
  readonly onTake: () => void;
  readonly inside: Inside | undefined;
}

/** One rule: its name, and beside it why it is suggested, what was asked of it, or what it would give this column. */
export function RuleOption({ choice, place, selected, active, ...props }: Props): ReactNode {
  const { card, confidence, description } = choice;
  const said = confidence !== undefined || choice.telling === true;
  const trial = useLineTrial(props, choice, !said && !selected);
  const sample = trial?.cells.map((cell) => cell ?? "NULL").join(" · ");
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={selected}
      aria-setsize={place.of}
      aria-posinset={place.index + 1}
      className={`rule-item pk-line${selected ? " is-selected" : ""}${active ? " is-active" : ""}`}
      style={{ top: place.top }}
      title={trial?.problem?.message ?? card.help}
      onMouseMove={active ? undefined : props.onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onTake}
    >
      <span className={`c-${card.family}`}>
        <IconByName name={card.icon} />
      </span>
      <b className="clip">{card.label}</b>
      <span className={said || selected ? "desc" : "desc num"}>{said || selected ? description : (sample ?? "")}</span>
      {selected ? (
        <span className="c-accent">
          <IconCheck className="i i-sm" stroke={1.5} aria-hidden="true" />
        </span>
      ) : trial?.problem ? (
        <span className={trial.problem.severity === "error" ? "c-danger" : "c-warn"}>
          <IconAlertTriangle className="i i-sm" stroke={1.5} aria-label="Does not fit as it is" />
        </span>
      ) : confidence === undefined ? (
        <span />
      ) : (
        <ConfidenceBars confidence={confidence} />
      )}
    </div>
  );
}

/** What the rule would give, once its line has stayed in view for a moment. */
function useLineTrial(
  { table, column, rule, start, inside }: Pick<Props, "table" | "column" | "rule" | "start" | "inside">,
  choice: RuleChoice,
  wanted: boolean,
) {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const tried = ruleFromChoice(choice, rule);
  const asked = wanted && settled ? triedAs(tried, inside) : undefined;
  return useTrial(table, column.column.name, asked, start).data;
}
