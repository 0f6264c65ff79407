import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { PickerCategory } from "./rule-choice.ts";

/** A category, and how many rules it has for the column. */
export interface Pill {
  readonly category: PickerCategory;
  readonly count?: number;
}

interface Props {
  readonly pills: readonly Pill[];
  /** Null while a search is on: it goes through all of them. */
  readonly value: PickerCategory | null;
  readonly onChange: (value: PickerCategory) => void;
}

/** The categories of the rule picker: one tab stop, arrows inside. */
export function CategoryPills({ pills, value, onChange }: Props): ReactNode {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pill = group.current?.querySelector<HTMLElement>("[aria-pressed=true]");
    // Only the pills scroll: scrollIntoView would move the pane below a popover, too.
    if (group.current && pill)
      group.current.scrollLeft = pill.offsetLeft - (group.current.clientWidth - pill.offsetWidth) / 2;
  }, [value]);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = pills.findIndex((pill) => pill.category === value);
    const next = pills[(Math.max(0, at) + step + pills.length) % pills.length];
    if (!next) return;
    onChange(next.category);
    group.current?.querySelectorAll<HTMLElement>("button")[pills.indexOf(next)]?.focus({ preventScroll: true });
  };
  return (
    <div className="pills pk-pills" role="group" aria-label="Kinds of rule" ref={group} onKeyDown={press}>
      {pills.map(({ category, count }, index) => (
        <button
          key={category}
          type="button"
          className={category === value ? "pill on" : "pill"}
          aria-pressed={category === value}
          tabIndex={category === value || (value === null && index === 0) ? 0 : -1}
          onClick={() => onChange(category)}
        >
          {category === "project" ? "This project" : capital(category)}{" "}
          {count === undefined ? null : <span className="pk-count num">{count}</span>}
        </button>
      ))}
    </div>
  );
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
