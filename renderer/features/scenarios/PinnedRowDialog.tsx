import { IconX } from "@tabler/icons-react";
import { useState, type FormEvent, type ReactNode } from "react";
import type { ColumnView } from "../../../shared/api/views.ts";
import { pinnedNameSchema, type PinnedRow, type PinnedValue } from "../../../shared/project/pinned-row.ts";
import { holdsValue } from "../../../shared/schema/holds-value.ts";
import { shortType } from "../designer/logic/short-type.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { edit, useDraft, useScenario } from "../../state/session-store.ts";
import { useTable } from "../designer/queries.ts";
import { Field } from "./Field.tsx";
import { canUnpin, pinRow, shownPinned, typedValue, unpinRow } from "./pinned-edits.ts";
import { closeScenarioDialog } from "./scenarios-store.ts";

interface Props {
  readonly table: string;
  readonly name: string;
}

/** The values of a pinned row, column by column; what is left out is made by the column's rule. */
export function PinnedRowDialog({ table, name }: Props): ReactNode {
  const draft = useDraft();
  const scenario = useScenario();
  const { data: view } = useTable(table);
  const pinned = draft ? shownPinned(draft, scenario, table) : [];
  const start = pinned.find((row) => row.name === name);
  const [label, setLabel] = useState(name);
  const [values, setValues] = useState<PinnedRow["values"]>(start?.values ?? {});
  if (!draft || !view || !start) return null;

  const wanted = label.trim();
  const taken = pinned.some((row) => row.name === wanted && row.name !== name);
  const cause = !pinnedNameSchema.safeParse(wanted).success
    ? "A name starts with a letter and has letters, digits, _ and -"
    : taken
      ? `There is a pinned row ${wanted} already`
      : null;
  const columns = view.columns.filter(({ column }) => column.generated === undefined);
  const misfits = columns.filter(({ column }) => causeOf(column, values[column.name]) !== null);
  const set = (column: string, value: PinnedValue | undefined): void => {
    const { [column]: _, ...rest } = values;
    setValues(value === undefined ? rest : { ...rest, [column]: value });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (cause !== null || misfits.length > 0) return;
    // In the columns' order, whatever was typed first.
    const ordered = columns.flatMap(({ column }) => {
      const value = values[column.name];
      return value === undefined ? [] : [[column.name, value] as const];
    });
    edit(pinRow(draft, scenario, table, { name: wanted, values: Object.fromEntries(ordered) }, name));
    closeScenarioDialog();
  };
  return (
    <Dialog title={`Pinned row of ${view.name}`} size={640} onClose={closeScenarioDialog} className="pr-dialog">
      <form className="sc-form" onSubmit={save} noValidate>
        <Field label="Name, for tests" value={label} cause={cause} placeholder="ada" onChange={setLabel} focus />
        <div className="pr-list" role="group" aria-label="Values">
          {columns.map((column) => (
            <ValueLine
              key={column.column.name}
              column={column}
              value={values[column.column.name]}
              onChange={(value) => set(column.column.name, value)}
            />
          ))}
        </div>
        <div className="dialog-foot">
          {canUnpin(draft, scenario, table, name) ? (
            <button
              type="button"
              className="btn btn-quiet"
              onClick={() => {
                edit(unpinRow(draft, scenario, table, name));
                closeScenarioDialog();
              }}
            >
              Unpin
            </button>
          ) : (
            <span className="t3 sm">Pinned in the project, for all scenarios</span>
          )}
          <span className="grow" />
          <button type="button" className="btn" onClick={closeScenarioDialog}>
            Cancel
          </button>
          <button type="submit" className="btn btn-primary" disabled={cause !== null || misfits.length > 0}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface LineProps {
  readonly column: ColumnView;
  readonly value: PinnedValue | undefined;
  readonly onChange: (value: PinnedValue | undefined) => void;
}

function ValueLine({ column: { column, label }, value, onChange }: LineProps): ReactNode {
  const cause = causeOf(column, value);
  const placeholder = value === null ? "NULL" : `by rule: ${label}`;
  return (
    <div className="pr-line">
      <span className="clip" title={`${column.name} ${column.type}`}>
        {column.name} <span className="t3 xs mono">{shortType(column.type)}</span>
      </span>
      <span className={cause === null ? "field" : "field is-invalid"} title={cause ?? undefined}>
        <input
          className="vb-input mono"
          aria-label={`Value of ${column.name}`}
          aria-invalid={cause !== null}
          value={value === undefined || value === null ? "" : String(value)}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(typedValue(event.currentTarget.value, column))}
        />
      </span>
      <button
        type="button"
        className={value === null ? "btn btn-sm is-on" : "btn btn-sm btn-quiet"}
        aria-pressed={value === null}
        disabled={!column.nullable}
        onClick={() => onChange(value === null ? undefined : null)}
      >
        NULL
      </button>
      <button
        type="button"
        className="ibtn"
        title={`Leave ${column.name} to its rule`}
        aria-label={`Leave ${column.name} to its rule`}
        disabled={value === undefined}
        onClick={() => onChange(undefined)}
      >
        <IconX className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Why the column cannot hold the value. */
function causeOf(column: ColumnView["column"], value: PinnedValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return holdsValue(column.valueType, value) ? null : `No value for ${column.type}`;
}
