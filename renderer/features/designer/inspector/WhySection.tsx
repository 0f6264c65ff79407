import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ColumnView } from "../../../../shared/api/views.ts";
import { ConfidenceBars } from "../../../components/ConfidenceBars.tsx";
import { edit } from "../../../state/session-store.ts";
import { useCatalogue } from "../queries.ts";

interface Props {
  readonly table: string;
  readonly view: ColumnView;
}

/** Why this rule was suggested; for an edited column, what was suggested instead, and the way back. */
export function WhySection({ table, view }: Props): ReactNode {
  const { byId } = useCatalogue();
  const { suggestion, edited, column } = view;
  const { rule } = suggestion;
  const suggested =
    rule.kind === "generate"
      ? (byId.get(rule.generator)?.label ?? rule.generator)
      : rule.kind === "default"
        ? "Default"
        : "Null";
  return (
    <section>
      <div className="sec-h sec-tight">
        {edited ? `Suggested: ${suggested}` : "Why this rule"}
        <span className="meta" />
        <ConfidenceBars confidence={suggestion.confidence} reasons={suggestion.reasons} />
      </div>
      <ul className="reason">
        {suggestion.reasons.map((reason) => (
          <li key={reason}>
            <IconCheck className="i i-xs" stroke={1.5} aria-hidden="true" />
            <span>{withCode(reason)}</span>
          </li>
        ))}
      </ul>
      {edited ? (
        <button
          type="button"
          className="btn btn-sm wy-back"
          onClick={() => edit({ kind: "set-rule", table, column: column.name, rule: null })}
        >
          <IconArrowBackUp className="i i-sm" stroke={1.5} aria-hidden="true" />
          Back to suggestion
        </button>
      ) : null}
    </section>
  );
}

/** Name patterns (*amount*), quoted code and what follows "type" or "CHECK" read as code. */
function withCode(reason: string): ReactNode {
  return reason
    .split(/(\*\S+\*?|`[^`]+`|(?<=^type )\S.*$|CHECK .*$)/u)
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part.replaceAll("`", "")}</code> : part));
}
