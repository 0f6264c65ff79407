import { useRef, type KeyboardEvent, type ReactNode } from "react";
import type { OwnedRows } from "../../../../shared/rules/rule.ts";
import { childBars, choiceOf, isDrawable, withChoice, type ChildChoice } from "./child-bars.ts";

interface Props {
  readonly rows: OwnedRows;
  readonly onChange: (rows: OwnedRows) => void;
}

const choices: readonly { readonly value: ChildChoice; readonly label: string; readonly help: string }[] = [
  { value: "spread", label: "Even", help: "All counts between from and to, leaning to the average" },
  { value: "poisson", label: "Poisson", help: "Counts around the average, as events by chance" },
  { value: "zipf", label: "Zipf", help: "Most have few rows, a few have many" },
  { value: "histogram", label: "Custom", help: "Bars of your own" },
];

/** How rows are dealt out to their owners: one of a few, each with its shape in small. */
export function DistributionChoice({ rows, onChange }: Props): ReactNode {
  const group = useRef<HTMLDivElement>(null);
  const chosen = choiceOf(rows);
  const drawable = isDrawable(rows);
  const enabled = choices.filter(({ value }) => value !== "histogram" || drawable);
  const key = (event: KeyboardEvent): void => {
    const step = stepOf(event.key);
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = enabled.findIndex(({ value }) => value === chosen);
    const next = enabled[(at + step + enabled.length) % enabled.length];
    if (!next) return;
    onChange(withChoice(rows, next.value));
    group.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };
  return (
    <div ref={group} className="pills dc" role="radiogroup" aria-label="Distribution" onKeyDown={key}>
      {choices.map(({ value, label, help }) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === chosen}
          data-value={value}
          tabIndex={value === chosen ? 0 : -1}
          className={value === chosen ? "pill on" : "pill"}
          disabled={value === "histogram" && !drawable}
          title={value === "histogram" && !drawable ? "Too many counts for a bar each" : help}
          onClick={() => onChange(withChoice(rows, value))}
        >
          <Bars rows={withChoice(rows, value)} />
          {label}
        </button>
      ))}
    </div>
  );
}

const stepOf = (key: string): -1 | 0 | 1 =>
  key === "ArrowRight" || key === "ArrowDown" ? 1 : key === "ArrowLeft" || key === "ArrowUp" ? -1 : 0;

const shownBars = 5;

function Bars({ rows }: { readonly rows: OwnedRows }): ReactNode {
  const bars = childBars(rows).slice(0, shownBars);
  const largest = Math.max(0.0001, ...bars.map(({ share }) => share));
  if (bars.length < 2) return null;
  return (
    <svg
      className="dc-bars"
      viewBox={`0 0 ${bars.length * 4 - 1} 10`}
      width={bars.length * 4 - 1}
      height={10}
      aria-hidden="true"
    >
      {bars.map(({ count, share }, at) => {
        const tall = Math.max(1, (share / largest) * 10);
        return <rect key={count} x={at * 4} y={10 - tall} width={3} height={tall} />;
      })}
    </svg>
  );
}
