import { IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import { ValueBox } from "../components/ValueBox.tsx";
import { readInner, writeRule } from "../document/part.ts";
import { RuleField } from "../document/RuleField.tsx";
import { ExpressionField } from "../expression/ExpressionField.tsx";
import type { FieldPlace } from "../logic/inside.ts";
import type { Parsed } from "../logic/parse-count.ts";
import { useCatalogue } from "../queries.ts";
import { readMix, shareOfLine, writeMix, type MixLine } from "./mix-lines.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  /** What a condition may name. */
  readonly columns: readonly string[];
  /** Absent where several columns are edited at once. */
  readonly place: FieldPlace | undefined;
  readonly onChange: (value: unknown, gesture?: string) => void;
}

/** Rules, each with its weight, or with the condition under which it is the one. */
export function MixField({ id, label, value, columns, place, onChange }: Props): ReactNode {
  // The line whose condition was asked for and has no text yet.
  const [asked, setAsked] = useState<number | null>(null);
  useEffect(() => {
    if (asked !== null) document.getElementById(`${id}-${asked}`)?.focus();
  }, [asked, id]);
  const lines = readMix(value);
  const change = (next: readonly MixLine[], gesture?: string): void => onChange(writeMix(next), gesture);
  const replace = (at: number, part: Partial<MixLine>, gesture?: string): void =>
    change(
      lines.map((old, k) => (k === at ? { ...old, ...part } : old)),
      gesture,
    );
  const reorder = (next: readonly MixLine[]): void => {
    setAsked(null);
    change(next);
  };
  if (place === undefined) return <p className="sm t2">Pick a single column to edit the rules of its mix.</p>;
  return (
    <div className="mx" role="group" aria-label={label} id={id}>
      {lines.map((line, at) => (
        <div className="mx-line" role="group" aria-label={`Rule ${at + 1}`} key={at}>
          <div className="mx-head">
            <span className="sm t2 mx-share num">{shareWords(lines, at)}</span>
            <ValueBox
              label={`Weight of rule ${at + 1}`}
              width={58}
              align="end"
              text={String(line.weight)}
              parse={parseWeight}
              live
              floating
              onCommit={(weight, gesture) => replace(at, { weight }, gesture)}
            />
            <button
              type="button"
              className="ibtn ibtn-sm"
              aria-label={`Move rule ${at + 1} up`}
              title="Move up"
              disabled={at === 0}
              onClick={() => reorder(moved(lines, at))}
            >
              <IconArrowUp className="i i-xs" stroke={1.5} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="ibtn ibtn-sm"
              aria-label={`Remove rule ${at + 1}`}
              title="Remove"
              disabled={lines.length === 1}
              onClick={() => reorder(lines.filter((_, k) => k !== at))}
            >
              <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
            </button>
          </div>
          <LineRule
            label={`Rule ${at + 1}`}
            rule={line.rule}
            place={place}
            onChange={(rule, gesture) => replace(at, { rule }, gesture)}
          />
          {line.when === "" && asked !== at ? (
            <button type="button" className="btn btn-sm btn-quiet mx-where" onClick={() => setAsked(at)}>
              Only where…
            </button>
          ) : (
            <div className="mx-when">
              <span className="xs t2">Only where</span>
              <ExpressionField
                id={`${id}-${at}`}
                label={`Condition of rule ${at + 1}`}
                language="expression"
                condition="row"
                text={line.when}
                columns={columns}
                place={undefined}
                table={place.table}
                onChange={(when, gesture) => {
                  if (when.trim() === "") setAsked(null);
                  replace(at, { when }, gesture);
                }}
              />
            </div>
          )}
        </div>
      ))}
      <button
        type="button"
        className="btn btn-sm btn-quiet we-add"
        onClick={() => change([...lines, { rule: "", weight: 1, when: "" }])}
      >
        <IconPlus className="i i-xs" stroke={1.5} aria-hidden="true" />
        Add a rule
      </button>
    </div>
  );
}

interface LineRuleProps {
  readonly label: string;
  readonly rule: unknown;
  readonly place: FieldPlace;
  readonly onChange: (rule: unknown, gesture?: string) => void;
}

function LineRule({ label, rule, place, onChange }: LineRuleProps): ReactNode {
  const { byId } = useCatalogue();
  const { name, valueType } = place.column.column;
  return (
    <RuleField
      label={label}
      name={name}
      rule={readInner(rule, byId)}
      kind={valueType.kind}
      // A sample is of this rule alone.
      place={{ ...place, ruleWith: (one) => place.ruleWith([{ rule: one }]) }}
      onChange={(next, gesture) => onChange(writeRule(next), gesture)}
    />
  );
}

/** "75% of the rows", "where its condition holds, 50%", "75% of the others". */
function shareWords(lines: readonly MixLine[], at: number): string {
  const percent = `${Math.round(shareOfLine(lines, at) * 1000) / 10}%`;
  if (lines[at]?.when !== "") return percent === "100%" ? "where it holds" : `${percent} of where it holds`;
  return `${percent} of the ${lines.some(({ when }) => when !== "") ? "others" : "rows"}`;
}

const moved = (lines: readonly MixLine[], at: number): readonly MixLine[] => {
  const before = lines.slice(0, at - 1);
  return [...before, ...lines.slice(at, at + 1), ...lines.slice(at - 1, at), ...lines.slice(at + 1)];
};

function parseWeight(text: string): Parsed<number> {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value >= 0
    ? { ok: true, value }
    : { ok: false, cause: "0 or more" };
}
