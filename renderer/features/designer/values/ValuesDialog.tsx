import { useState, type ReactNode } from "react";
import type { ValueRules, ValueRuleView } from "../../../../shared/api/value-rules.ts";
import { Callout } from "../../../components/Callout.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorCallout } from "../../../components/ErrorCallout.tsx";
import { IconByName } from "../../../components/IconByName.tsx";
import { errorView } from "../../../host/error-view.ts";
import { edit } from "../../../state/session-store.ts";
import { closeValues } from "../designer-store.ts";
import { useValueRules } from "../queries.ts";
import { foundWords, valueRulesEdit } from "./value-rules-edit.ts";

/** Rules that a look at the source's values speaks for, each with its reason; the user takes which they like. */
export function ValuesDialog(): ReactNode {
  const { data, error } = useValueRules();
  return (
    <Dialog title="Rules by the source’s values" size={720} onClose={closeValues} className="vr">
      <p className="vr-told sm t2">
        Reads the first rows of each table. They stay in memory, and what looks personal is never listed.
      </p>
      {error ? <ErrorCallout error={errorView(error)} /> : null}
      {data ? <Found found={data} /> : error ? null : <p className="vr-wait t3">Looking at the values…</p>}
    </Dialog>
  );
}

function Found({ found }: { readonly found: ValueRules }): ReactNode {
  const { rules, message } = found;
  // A list brings values of the source into the project: that is the user's to choose.
  const [taken, setTaken] = useState<ReadonlySet<ValueRuleView>>(() => new Set(rules.filter(({ lists }) => !lists)));
  const toggle = (rule: ValueRuleView): void => {
    const next = new Set(taken);
    if (!next.delete(rule)) next.add(rule);
    setTaken(next);
  };
  const all = taken.size === rules.length;
  const change = valueRulesEdit(rules.filter((rule) => taken.has(rule)));
  return (
    <>
      {message === undefined ? null : (
        <Callout tone="warn" title="Some tables were passed over">
          {message}
        </Callout>
      )}
      <div className="row vr-count">
        <span className="sm t2 grow" aria-live="polite">
          {foundWords(found)}
        </span>
        {rules.length === 0 ? null : (
          <button type="button" className="btn btn-sm" onClick={() => setTaken(new Set(all ? [] : rules))}>
            {all ? "Take none" : "Take all"}
          </button>
        )}
      </div>
      {rules.length === 0 ? null : (
        <ul className="vr-list" tabIndex={0} aria-label="Rules found">
          {rules.map((rule, index) => (
            <Line
              key={`${rule.table} ${rule.column}`}
              rule={rule}
              taken={taken.has(rule)}
              first={index === 0}
              onToggle={() => toggle(rule)}
            />
          ))}
        </ul>
      )}
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" onClick={closeValues}>
          Cancel
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={change === undefined}
          onClick={() => {
            if (change) edit(change);
            closeValues();
          }}
        >
          {change ? `Take ${change.edits.length} ${change.edits.length === 1 ? "rule" : "rules"}` : "Take rules"}
        </button>
      </div>
    </>
  );
}

interface LineProps {
  readonly rule: ValueRuleView;
  readonly taken: boolean;
  readonly first: boolean;
  readonly onToggle: () => void;
}

function Line({ rule: { table, column, present, next, reason, lists }, taken, first, onToggle }: LineProps): ReactNode {
  return (
    <li>
      <label className="vr-line">
        <input
          type="checkbox"
          checked={taken}
          onChange={onToggle}
          aria-label={`Take the rule for ${table}.${column}`}
          {...(first ? { "data-autofocus": true } : {})}
        />
        <span className="vr-what">
          <span className="row vr-rules">
            <span className="clip" title={`${table}.${column}`}>
              <span className="t3">{table}.</span>
              <b className="med">{column}</b>
            </span>
            <span className="t3 clip vr-now" title={present.options}>
              {present.label} →
            </span>
            <span className="vr-next clip" title={next.options}>
              <IconByName name={next.icon} />
              <span className="clip">
                {next.label} <span className="t2">{next.options}</span>
              </span>
            </span>
          </span>
          <span className="xs t3 clip">
            {reason}
            {lists ? <span className="c-warn"> · writes these values into the project</span> : null}
          </span>
        </span>
      </label>
    </li>
  );
}
