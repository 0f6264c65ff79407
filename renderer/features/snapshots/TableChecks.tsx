interface TableChecksProps {
  readonly tables: readonly { readonly table: string; readonly note?: string }[];
  /** Null: all of them. */
  readonly chosen: readonly string[] | null;
  readonly disabled: boolean;
  readonly onChoose: (tables: readonly string[] | null) => void;
}

/** All tables, or some of them. */
export function TableChecks({ tables, chosen, disabled, onChoose }: TableChecksProps) {
  const toggle = (table: string, on: boolean): void => {
    const next = tables.map((one) => one.table).filter((one) => (one === table ? on : (chosen?.includes(one) ?? true)));
    onChoose(next.length === tables.length ? null : next);
  };
  return (
    <fieldset className="sn-tables" disabled={disabled}>
      <legend className="lbl">
        {chosen === null ? `All ${tables.length} tables` : `${chosen.length} of ${tables.length} tables`}
      </legend>
      <div className="sn-checks">
        {tables.map(({ table, note }) => (
          <label key={table} className="row">
            <input
              type="checkbox"
              className="check-input"
              checked={chosen?.includes(table) ?? true}
              onChange={(event) => toggle(table, event.currentTarget.checked)}
            />
            <span className="clip grow">{table}</span>
            {note === undefined ? null : <span className="num xs t3">{note}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
