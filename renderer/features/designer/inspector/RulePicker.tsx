import { IconCheck, IconSearch } from "@tabler/icons-react";
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { ConfidenceBars } from "../../../components/ConfidenceBars.tsx";
import { IconByName } from "../../../components/IconByName.tsx";
import { edit, useSelection, useSession } from "../../../state/session-store.ts";
import {
  categoriesOf,
  categoryChoices,
  countFitting,
  fallbackChoices,
  ruleFromChoice,
  searchChoices,
  suggestedChoices,
  type PickerCategory,
  type RuleChoice,
} from "../logic/rule-search.ts";
import { trialRows, useCatalogue, useTrial } from "../queries.ts";

interface Props {
  readonly table: string;
  readonly column: ColumnView;
  readonly rule: Rule;
  readonly autoFocus?: boolean;
  /** Called when a rule was taken, or Escape pressed. */
  readonly onDone?: () => void;
}

/** Finds a rule by words or category; the suggested ones come first. Wholly usable from its search box. */
export function RulePicker({ table, column, rule, autoFocus = false, onDone }: Props): ReactNode {
  const { cards, byId } = useCatalogue();
  const { row } = useSelection();
  const rowCount = useSession((state) => state.view?.tables.find((entry) => entry.id === table)?.rowCount) ?? 0;
  const id = useId();
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState<PickerCategory>("suggested");
  const [highlight, setHighlight] = useState<string | null>(null);
  const { kind } = column.column.valueType;
  const categories = useMemo(() => categoriesOf(cards, kind), [cards, kind]);
  const found = useMemo(() => {
    if (query.trim() !== "") return searchChoices(query, cards, kind);
    return category === "suggested" ? suggestedChoices(column, byId) : categoryChoices(category, cards, kind);
  }, [query, category, cards, byId, kind, column]);
  const choices = found.length === 0 ? fallbackChoices(cards, kind) : found;
  const current = rule.kind === "generate" ? rule.generator : undefined;
  const active = choices.find((choice) => choice.key === highlight) ?? (query.trim() === "" ? undefined : choices[0]);
  const tried = active && active.card.id !== current ? active : undefined;
  const trial = useTrial(
    table,
    column.column.name,
    tried && ruleFromChoice(tried, rule),
    Math.max(0, Math.min(row, rowCount - trialRows)),
  );

  const take = (choice: RuleChoice): void => {
    if (choice.card.id !== current)
      edit({ kind: "set-rule", table, column: column.column.name, rule: ruleFromChoice(choice, rule) });
    setQuery("");
    setHighlight(null);
    onDone?.();
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const at = active ? choices.indexOf(active) : step > 0 ? -1 : choices.length;
      const next = choices[Math.min(choices.length - 1, Math.max(0, at + step))];
      if (next) {
        setHighlight(next.key);
        document.getElementById(optionId(id, next.key))?.scrollIntoView({ block: "nearest" });
      }
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape") {
      if (query !== "") event.stopPropagation();
      if (query === "") onDone?.();
      setQuery("");
      setHighlight(null);
    }
  };

  return (
    <div className="pk" onMouseLeave={() => setHighlight(null)}>
      <span className="field">
        <IconSearch className="i i-sm" stroke={1.5} aria-hidden="true" />
        <input
          className="vb-input"
          role="combobox"
          aria-label="Find a rule"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? optionId(id, active.key) : undefined}
          placeholder={`Find one of ${countFitting(cards, kind)} rules`}
          value={query}
          spellCheck={false}
          autoComplete="off"
          {...(autoFocus ? { "data-autofocus": true } : {})}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setHighlight(null);
          }}
          onKeyDown={press}
        />
      </span>
      <Pills
        value={query.trim() === "" ? category : null}
        categories={categories}
        onChange={(next) => (setCategory(next), setQuery(""), setHighlight(null))}
      />
      {found.length === 0 && query.trim() !== "" ? (
        <p className="sm t2 pk-none">
          No rule matches “{query.trim()}”. {choices.length > 0 ? "These make any text:" : ""}
        </p>
      ) : null}
      <div className="rule-list pk-list" role="listbox" id={`${id}-list`} aria-label="Rules">
        {choices.map((choice) => (
          <Option
            key={choice.key}
            id={optionId(id, choice.key)}
            choice={choice}
            selected={choice.card.id === current}
            active={choice.key === active?.key}
            onHover={() => setHighlight(choice.key)}
            onTake={() => take(choice)}
          />
        ))}
        {choices.length === 0 ? <p className="sm t3 pk-empty">No rule fits this type</p> : null}
      </div>
      {tried ? (
        <p className="pk-trial num" aria-live="polite">
          <span className="t3">{tried.card.label}:</span>{" "}
          {trial.data
            ? trial.data.cells.map((cell) => cell ?? "NULL").join(" · ")
            : trial.error
              ? "no sample for this column"
              : "…"}
        </p>
      ) : null}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: RuleChoice;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onHover: () => void;
  readonly onTake: () => void;
}

function Option({ id, choice, selected, active, onHover, onTake }: OptionProps): ReactNode {
  const { card, confidence, description } = choice;
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={`rule-item${selected ? " is-selected" : ""}${active ? " is-active" : ""}`}
      title={card.help}
      onMouseMove={active ? undefined : onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className={`c-${card.family}`}>
        <IconByName name={card.icon} />
      </span>
      <b className="clip">{card.label}</b>
      <span className="desc">{description}</span>
      {selected ? (
        <span className="c-accent">
          <IconCheck className="i i-sm" stroke={1.5} aria-hidden="true" />
        </span>
      ) : confidence === undefined ? (
        <span />
      ) : (
        <ConfidenceBars confidence={confidence} />
      )}
    </div>
  );
}

interface PillsProps {
  readonly value: PickerCategory | null;
  readonly categories: readonly Exclude<PickerCategory, "suggested">[];
  readonly onChange: (value: PickerCategory) => void;
}

function Pills({ value, categories, onChange }: PillsProps): ReactNode {
  const all: readonly PickerCategory[] = ["suggested", ...categories];
  return (
    <div className="pills pk-pills" role="group" aria-label="Kinds of rule">
      {all.map((category) => (
        <button
          key={category}
          type="button"
          className={category === value ? "pill on" : "pill"}
          aria-pressed={category === value}
          onClick={(event) => {
            event.currentTarget.scrollIntoView({ block: "nearest", inline: "center" });
            onChange(category);
          }}
        >
          {capital(category)}
        </button>
      ))}
    </div>
  );
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const optionId = (id: string, key: string): string => `${id}-${key}`;
