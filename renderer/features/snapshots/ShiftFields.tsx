/** How dates are moved on a restore. */
export interface Shift {
  readonly kind: "none" | "today" | "days";
  readonly days: number;
  /** Columns that stay, as they were typed: "customers.born, staff.hired_on". */
  readonly keep: string;
}

interface ShiftFieldsProps {
  readonly shift: Shift;
  readonly disabled: boolean;
  readonly onChange: (shift: Shift) => void;
}

const kinds: readonly (readonly [Shift["kind"], string])[] = [
  ["none", "As they are"],
  ["today", "As old as they were then"],
  ["days", "By days"],
];

/** What a restore is asked for; undefined where the number of days is none. */
export function shiftOf({ kind, days, keep }: Shift): { shift?: string; keepDates?: string[] } | undefined {
  if (kind === "none") return {};
  if (kind === "days" && (!Number.isInteger(days) || Math.abs(days) > 36_525)) return undefined;
  const keepDates = keep.split(/[\s,;]+/u).filter((name) => name !== "");
  return { shift: kind === "today" ? "today" : `${days}d`, keepDates };
}

/** Dates that have passed since may be moved, all by the same days. */
export function ShiftFields({ shift, disabled, onChange }: ShiftFieldsProps) {
  return (
    <fieldset className="sn-shift" disabled={disabled}>
      <legend className="lbl">Dates</legend>
      <div className="row">
        <div className="seg" role="radiogroup" aria-label="Dates">
          {kinds.map(([kind, label]) => (
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={shift.kind === kind}
              onClick={() => onChange({ ...shift, kind })}
            >
              {label}
            </button>
          ))}
        </div>
        {shift.kind === "days" ? (
          <span className="field sn-days">
            <input
              type="number"
              aria-label="Days"
              value={Number.isNaN(shift.days) ? "" : shift.days}
              onChange={(event) => onChange({ ...shift, days: event.currentTarget.valueAsNumber })}
            />
            <span className="unit">days</span>
          </span>
        ) : null}
      </div>
      {shift.kind === "none" ? null : (
        <label>
          <span className="lbl">Except in these columns</span>
          <span className="field">
            <input
              value={shift.keep}
              placeholder="customers.date_of_birth"
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onChange({ ...shift, keep: event.currentTarget.value })}
            />
          </span>
        </label>
      )}
    </fieldset>
  );
}
