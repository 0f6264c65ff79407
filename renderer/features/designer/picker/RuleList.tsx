import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import type { Inside } from "../logic/inside.ts";
import type { RuleChoice } from "./rule-choice.ts";
import { isInForce } from "./rule-choices.ts";
import { RuleOption } from "./RuleOption.tsx";

const optionHeight = 28;
/** Lines that are in view at once; the list is as long as its lines where there are fewer. */
const shown = 8;
const overscan = 3;

interface Props {
  readonly id: string;
  readonly table: string;
  readonly column: ColumnView;
  readonly rule: Rule;
  readonly choices: readonly RuleChoice[];
  /** The key of the highlighted line. */
  readonly active: string | undefined;
  /** The first row that samples are of. */
  readonly start: number;
  readonly onHover: (key: string) => void;
  readonly onTake: (choice: RuleChoice) => void;
  readonly inside: Inside | undefined;
}

export const optionId = (id: string, key: string): string => `${id}-${key}`;

/** The lines of the rule picker. Only those in view are drawn, and only they ask for samples. */
export function RuleList(props: Props): ReactNode {
  const { id, choices, active, rule } = props;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const at = choices.findIndex((choice) => choice.key === active);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || at < 0) return;
    const start = at * optionHeight;
    const end = start + optionHeight - shown * optionHeight;
    if (element.scrollTop > start) element.scrollTop = start;
    else if (element.scrollTop < end) element.scrollTop = end;
    setTop(element.scrollTop);
  }, [at]);
  const from = Math.max(0, Math.floor(top / optionHeight) - overscan);
  const to = Math.min(choices.length, from + shown + 2 * overscan);
  return (
    <div
      ref={list}
      className="rule-list pk-list"
      role="listbox"
      id={`${id}-list`}
      aria-label="Rules"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="pk-lines" style={{ height: choices.length * optionHeight }}>
        {choices.slice(from, to).map((choice, index) => (
          <RuleOption
            key={choice.key}
            id={optionId(id, choice.key)}
            choice={choice}
            place={{ index: from + index, of: choices.length, top: (from + index) * optionHeight }}
            selected={isInForce(choice, rule)}
            active={choice.key === active}
            table={props.table}
            column={props.column}
            rule={rule}
            start={props.start}
            onHover={() => props.onHover(choice.key)}
            onTake={() => props.onTake(choice)}
            inside={props.inside}
          />
        ))}
      </div>
      {choices.length === 0 ? <p className="sm t3 pk-empty">No rule fits this type</p> : null}
    </div>
  );
}
