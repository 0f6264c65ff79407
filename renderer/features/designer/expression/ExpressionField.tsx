import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { nameText } from "../../../../shared/expressions/completions.ts";
import { scopeWithin } from "../../../../shared/expressions/figures.ts";
import { useSelection } from "../../../state/session-store.ts";
import { InsertColumn } from "../inspector/InsertColumn.tsx";
import type { FieldPlace } from "../logic/inside.ts";
import { trialRows, useScope, useTrial } from "../queries.ts";
import { calm } from "./editor-language.ts";
import { ExpressionEditor, type EditorHandle } from "./ExpressionEditor.tsx";
import {
  conditionVerdict,
  mended,
  verdictOf,
  type ConditionOn,
  type EditorLanguage,
  type Verdict,
} from "./expression-words.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly language: EditorLanguage;
  readonly text: string;
  readonly columns: readonly string[];
  /** Absent where several columns are edited at once. */
  readonly place: FieldPlace | undefined;
  readonly table: string;
  /** The expression is a condition, true or false, on this. */
  readonly condition?: ConditionOn;
  /** Instead of an example. */
  readonly placeholder?: string;
  readonly onChange: (text: string, gesture: string) => void;
}

const placeholders = { expression: "quantity * price", template: "{{first_name}}.{{last_name}}" };
const conditionPlaceholders = { row: 'status == "shipped"', "source row": 'country != "SE"' };

/** An expression or a template with what it gives for the rows in view, or with what is wrong and how to mend it. */
export function ExpressionField({
  id,
  label,
  language,
  text,
  columns,
  place,
  table,
  condition,
  placeholder = condition === undefined ? placeholders[language] : conditionPlaceholders[condition],
  onChange,
}: Props): ReactNode {
  const { data: known } = useScope(table);
  // Names of other rows are not offered where only its own can be named.
  const scope = useMemo(
    () => (known && condition === "source row" ? scopeWithin(known, table) : known),
    [known, condition, table],
  );
  const handle = useRef<EditorHandle>(null);
  const said = useId();
  const turn = useRef(0);
  /** What was typed and is not the rule's yet, and what the rule said before. */
  const [draft, setDraft] = useState<string | null>(null);
  const before = useRef(text);
  const shown = draft ?? text;
  const type = place?.column.column.valueType;
  const judge = useMemo(
    () => (typed: string) =>
      known === undefined
        ? undefined
        : condition === undefined
          ? verdictOf(typed, language, known, type)
          : conditionVerdict(typed, known, condition),
    [known, language, type, condition],
  );
  const verdict = judge(shown);
  const empty = shown.trim() === "";
  const settled = useCalm(draft);
  const invalid = settled && verdict?.ok === false && !empty;

  const put = (typed: string): void => onChange(typed, `${said} ${turn.current}`);
  const onType = (typed: string): void => {
    if (draft === null) before.current = text;
    setDraft(typed);
    // What is right is the rule at once; half an expression is not shown as an error of the column while it is typed.
    if (judge(typed)?.ok === true) put(typed);
  };
  const settle = (typed: string | null): void => {
    if (typed !== null && typed !== text) put(typed);
    setDraft(null);
    turn.current++;
  };

  return (
    <div className="ex">
      <span className="pf-template">
        <ExpressionEditor
          id={id}
          label={label}
          text={shown}
          language={language}
          scope={scope}
          judge={judge}
          invalid={invalid}
          describedBy={said}
          placeholder={placeholder}
          onType={onType}
          onAccept={() => settle(draft)}
          onRestore={() => settle(draft === null ? null : before.current)}
          handle={handle}
        />
        <InsertColumn
          names={language === "template" ? ["seq", ...columns] : columns}
          onInsert={(name) => handle.current?.insert(language === "template" ? `{{${name}}}` : nameText(name))}
        />
      </span>
      <div id={said} className={`ex-said sm num${condition === undefined ? "" : " ex-brief"}`} aria-live="polite">
        {verdict === undefined || empty || (!verdict.ok && !settled) ? null : verdict.ok ? (
          <Outcome verdict={verdict} place={place} text={shown} />
        ) : (
          <Fault verdict={verdict} onMend={(better) => settle(better)} text={shown} />
        )}
      </div>
    </div>
  );
}

/** Whether no key was pressed for a while. */
function useCalm(draft: string | null): boolean {
  const [calmOf, setCalmOf] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setCalmOf(draft), calm);
    return () => clearTimeout(timer);
  }, [draft]);
  return draft === null || calmOf === draft;
}

type Wrong = Extract<Verdict, { ok: false }>;

function Fault({
  verdict,
  text,
  onMend,
}: {
  readonly verdict: Wrong;
  readonly text: string;
  readonly onMend: (text: string) => void;
}): ReactNode {
  const { message, fix } = verdict.error;
  return (
    <span className="ex-fault">
      {message}
      {fix ? (
        // Before the editor loses the focus, which would take the text as it is.
        <button
          type="button"
          className="btn btn-sm"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMend(mended(text, fix))}
        >
          {fix.label}
        </button>
      ) : null}
    </span>
  );
}

interface OutcomeProps {
  readonly verdict: Extract<Verdict, { ok: true }>;
  readonly place: FieldPlace | undefined;
  readonly text: string;
}

/** The values of the rows in view. */
function Outcome({ verdict, place, text }: OutcomeProps): ReactNode {
  const { row } = useSelection();
  const start = Math.max(0, Math.min(row, (place?.rowCount ?? 0) - trialRows));
  const { data } = useTrial(place?.table ?? "", place?.column.column.name ?? "", place?.ruleWith(text), start);
  return (
    <>
      {verdict.type === undefined ? null : <code className="t3">{verdict.type}</code>}
      {data ? (
        <span className="ex-cells">
          {data.cells.map((cell, index) => (
            <span key={index} className={cell === null ? "t3" : undefined}>
              {cell ?? "NULL"}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
}
