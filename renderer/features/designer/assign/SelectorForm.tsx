import type { ReactNode } from "react";
import type { Assignment, Facet } from "../../../../shared/api/assignment.ts";
import type { ColumnSelector } from "../../../../shared/rules/match-columns.ts";
import { Labelled } from "../components/Labelled.tsx";

interface Props {
  readonly selector: ColumnSelector;
  /** What there is to choose from; absent until the schema was looked through. */
  readonly facets: Assignment["facets"] | undefined;
  readonly onChange: (selector: ColumnSelector) => void;
}

/** Which columns: by name, table, type, personal data and present rule; all that is said must hold. */
export function SelectorForm({ selector, facets, onChange }: Props): ReactNode {
  const text = (part: "name" | "table", label: string, placeholder: string, first = false): ReactNode => (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className="field as-input"
          value={selector[part]}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          {...(first ? { "data-autofocus": true } : {})}
          onChange={(event) => onChange({ ...selector, [part]: event.currentTarget.value })}
        />
      )}
    </Labelled>
  );
  const choice = (part: "kind" | "personal" | "rule", label: string): ReactNode => (
    <Labelled label={label}>
      {(id) => (
        <FacetSelect
          id={id}
          value={selector[part]}
          facets={facets?.[part] ?? []}
          onChange={(value) => onChange({ ...selector, [part]: value })}
        />
      )}
    </Labelled>
  );
  return (
    <div className="as-form">
      {text("name", "Columns named", "*_at, created*, orders.*", true)}
      {text("table", "In tables", "any")}
      {choice("kind", "Type")}
      {choice("personal", "Personal data")}
      {choice("rule", "Filled by now")}
    </div>
  );
}

interface FacetSelectProps {
  readonly id: string;
  readonly value: string;
  readonly facets: readonly Facet[];
  readonly onChange: (value: string) => void;
}

function FacetSelect({ id, value, facets, onChange }: FacetSelectProps): ReactNode {
  return (
    <select
      id={id}
      className={value === "" ? "field vb-select t3" : "field vb-select"}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">any</option>
      {facets.map((facet) => (
        <option key={facet.id} value={facet.id}>
          {`${facet.label} (${facet.columns})`}
        </option>
      ))}
    </select>
  );
}
