import type { ReactNode } from "react";
import { useSession } from "../../../state/session-store.ts";
import { joinPath, splitPath } from "./path-options.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** The tables to choose from. */
  readonly tables: readonly string[];
  readonly onChange: (path: string) => void;
}

const noNames: Readonly<Record<string, readonly string[]>> = {};

/** A column of another table: the table, then its column. */
export function PathPicker({ id, label, value, tables, onChange }: Props): ReactNode {
  const names = useSession((state) => state.view?.columnNames) ?? noNames;
  const { table, column } = splitPath(value, tables);
  return (
    <span className="pp" role="group" aria-label={label}>
      <Choice
        id={id}
        label="Table"
        value={table}
        options={tables}
        empty={tables.length === 0 ? "no table" : "table"}
        onChange={(next) => onChange(joinPath(next, (names[next] ?? []).includes(column) ? column : ""))}
      />
      <Choice
        label="Column"
        value={column}
        options={names[table] ?? []}
        empty="column"
        onChange={(next) => onChange(joinPath(table, next))}
      />
    </span>
  );
}

interface ChoiceProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly empty: string;
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, value, options, empty, onChange }: ChoiceProps): ReactNode {
  const unknown = value !== "" && !options.includes(value);
  return (
    <select
      id={id}
      aria-label={label}
      className={`field vb-select${value === "" ? " t3" : ""}${unknown ? " is-invalid" : ""}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {value === "" ? <option value="">{empty}</option> : null}
      {unknown ? <option value={value}>{`${value} (not there)`}</option> : null}
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}
