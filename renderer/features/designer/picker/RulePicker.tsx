import { IconSearch } from "@tabler/icons-react";
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { edit, useDraft, useSelection, useSession } from "../../../state/session-store.ts";
import { openCustoms } from "../designer-store.ts";
import type { Inside } from "../logic/inside.ts";
import { trialRows, useCatalogue } from "../queries.ts";
import { fits } from "./asked-choices.ts";
import { CategoryPills, type Pill } from "./CategoryPills.tsx";
import { otherChoices } from "./other-choices.ts";
import { PickerFoot } from "./PickerFoot.tsx";
import { recentRules, rememberRule } from "./recent-rules.ts";
import type { PickerCategory, RuleChoice } from "./rule-choice.ts";
import {
  categoriesOf,
  categoryChoices,
  countFitting,
  fallbackChoices,
  isInForce,
  preparedFor,
  projectChoices,
  recentChoices,
  ruleFromChoice,
  searchChoices,
  searchProject,
  suggestedChoices,
} from "./rule-choices.ts";
import { optionId, RuleList } from "./RuleList.tsx";

interface Props {
  readonly table: string;
  readonly column: ColumnView;
  readonly rule: Rule;
  readonly autoFocus?: boolean;
  /** Takes the rule that was chosen; where absent, the column gets it. */
  readonly onPick?: (choice: RuleChoice) => void;
  /** Called when a rule was taken, or Escape pressed. */
  readonly onDone?: () => void;
  /** The rule is for a value inside another rule of the column. */
  readonly inside?: Inside | undefined;
  /** The kinds of all columns that get the rule, where there are others: what suits any of them is offered. */
  readonly kinds?: readonly string[];
}

/** Finds a rule by words or category; the suggested ones come first. Wholly usable from its search box. */
export function RulePicker({
  table,
  column,
  rule,
  autoFocus = false,
  onPick,
  onDone,
  inside,
  kinds,
}: Props): ReactNode {
  const { cards: all, byId } = useCatalogue();
  const { kind: own } = column.column.valueType;
  // Several kinds are looked through as one that takes all, after what suits none of them was left out.
  const kind = kinds?.some((other) => other !== own) ? "unknown" : own;
  const cards = useMemo(() => {
    const fitting = kind === own ? all : all.filter((card) => kinds?.some((one) => fits(card, one)));
    return inside ? fitting.filter(({ needsRows }) => needsRows !== true) : fitting;
  }, [all, inside, kind, own, kinds]);
  const { row } = useSelection();
  const rowCount = useSession((state) => state.view?.tables.find((entry) => entry.id === table)?.rowCount) ?? 0;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState<PickerCategory>("suggested");
  const [highlight, setHighlight] = useState<string | null>(null);
  const [recent, setRecent] = useState(recentRules);
  // In the same turn as the key that opened the picker: the next key already belongs to the search.
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const draft = useDraft();
  const customs = useMemo(
    () =>
      projectChoices(draft, byId, kind).filter(
        ({ rule: one, card }) =>
          !inside?.without.includes(customOf(one)) && (kind === own || kinds?.some((other) => fits(card, other))),
      ),
    [draft, byId, kind, inside, own, kinds],
  );
  const used = useMemo(
    () => recentChoices(recent, byId, kind).filter(({ card }) => cards.includes(card)),
    [recent, byId, kind, cards],
  );
  const pills = useMemo((): readonly Pill[] => {
    const mine = [
      { category: "project" as const, count: customs.length },
      { category: "recent" as const, count: used.length },
    ].filter(({ count }) => count > 0);
    return [{ category: "suggested" }, ...mine, ...categoriesOf(cards, kind)];
  }, [customs, used, cards, kind]);
  const custom = customs.find((choice) => isInForce(choice, rule));
  const searching = query.trim() !== "";
  const found = useMemo(() => {
    if (searching)
      return [...searchProject(query, customs), ...otherChoices(query, column), ...searchChoices(query, cards, kind)];
    if (category === "project") return customs;
    if (category === "recent") return used;
    return category === "suggested" ? suggestedChoices(column, byId, custom) : categoryChoices(category, cards, kind);
  }, [searching, query, category, cards, byId, kind, column, customs, used, custom]);
  const choices = useMemo(
    () =>
      (found.length === 0 ? fallbackChoices(query, cards, kind) : found).map((choice) =>
        preparedFor(choice, column, rule, byId),
      ),
    [found, query, cards, kind, column, rule, byId],
  );
  const active = choices.find((choice) => choice.key === highlight) ?? (searching ? choices[0] : undefined);

  const show = (next: string, of: PickerCategory = category): void => {
    setQuery(next);
    setCategory(of);
    setHighlight(null);
  };
  const take = (choice: RuleChoice): void => {
    if (onPick) onPick(choice);
    else if (!isInForce(choice, rule))
      edit({ kind: "set-rule", table, column: column.column.name, rule: ruleFromChoice(choice, rule) });
    if (choice.rule.kind === "generate" && choice.rule.custom === undefined) rememberRule(choice.card.id);
    setRecent(recentRules());
    show("");
    onDone?.();
  };
  const step = (by: number): void => {
    const at = active ? choices.indexOf(active) : by > 0 ? -1 : choices.length;
    const next = choices[Math.min(choices.length - 1, Math.max(0, at + by))];
    if (next) setHighlight(next.key);
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 7, PageUp: -7 };
    const by = steps[event.key];
    // The caret of an empty box has nowhere to go: the arrows then walk through the categories.
    const side = query === "" ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined;
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    } else if (side !== undefined) {
      event.preventDefault();
      const at = pills.findIndex((pill) => pill.category === category) + side;
      const next = pills[(at + pills.length) % pills.length];
      if (next) show("", next.category);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape") {
      if (query !== "") event.stopPropagation();
      if (query === "") onDone?.();
      show("");
    }
  };

  return (
    <div className="pk" onMouseLeave={() => setHighlight(null)}>
      <span className="field">
        <IconSearch className="i i-sm" stroke={1.5} aria-hidden="true" />
        <input
          ref={input}
          className="vb-input"
          role="combobox"
          aria-label="Find a rule"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? optionId(id, active.key) : undefined}
          placeholder={`Find one of ${countFitting(cards, kind)} rules`}
          value={query}
          spellCheck={false}
          autoComplete="off"
          {...(autoFocus ? { "data-autofocus": true } : {})}
          // In a dialog Escape ends the search first; the dialog listens before any field.
          {...(onPick ? { "data-mantine-stop-propagation": true } : {})}
          onChange={(event) => show(event.currentTarget.value)}
          onKeyDown={press}
        />
      </span>
      <CategoryPills pills={pills} value={searching ? null : category} onChange={(next) => show("", next)} />
      {searching && found.length === 0 ? (
        <p className="sm t2 pk-none">
          No rule matches “{query.trim()}”. {choices.length > 0 ? "These take the text over:" : ""}
        </p>
      ) : null}
      <RuleList
        id={id}
        // Another list starts at its top.
        key={`list ${searching ? query : category}`}
        table={table}
        column={column}
        rule={rule}
        choices={choices}
        active={active?.key}
        start={Math.max(0, Math.min(row, rowCount - trialRows))}
        onHover={setHighlight}
        onTake={take}
        inside={inside}
      />
      {category === "project" && !searching && !onPick ? (
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          onClick={() => {
            onDone?.();
            openCustoms();
          }}
        >
          Rename or delete…
        </button>
      ) : null}
      {active ? (
        <PickerFoot
          key={`foot ${active.key}`}
          table={table}
          column={column}
          rule={rule}
          choice={active}
          start={Math.max(0, Math.min(row, rowCount - trialRows))}
          inside={inside}
        />
      ) : null}
    </div>
  );
}

const customOf = (rule: Rule): string => (rule.kind === "generate" ? (rule.custom ?? "") : "");
