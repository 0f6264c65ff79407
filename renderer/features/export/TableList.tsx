import { useVirtualizer } from "@tanstack/react-virtual";
import { useId, useRef, useState } from "react";
import type { SessionView, TableSummary } from "../../../shared/api/views.ts";
import { formatInteger, formatRows } from "../../components/format.ts";
import { StatusMark, statusOf } from "../../components/StatusMark.tsx";
import { parseCount } from "../designer/logic/parse-count.ts";
import { chosenTables, exportable, rowsOf, type RunChoice } from "./export-form.ts";

interface TableListProps {
  readonly view: SessionView;
  readonly choice: RunChoice;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<RunChoice>) => void;
}

interface RowsFieldProps {
  readonly table: TableSummary;
  readonly rows: number;
  readonly edited: boolean;
  readonly disabled: boolean;
  readonly onRows: (rows: number | undefined) => void;
}

/** The row count of one table, for this run only. Takes 50m, 10k, 1,000; empty goes back to the project's. */
function RowsField({ table, rows, edited, disabled, onRows }: RowsFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const causeId = useId();
  const parsed = text === null || text.trim() === "" ? undefined : parseCount(text);
  const cause = parsed?.ok === false ? parsed.cause : undefined;

  function take(): void {
    if (text === null || cause !== undefined) return;
    if (parsed === undefined) onRows(undefined);
    else if (parsed.ok) onRows(parsed.value === table.rowCount ? undefined : parsed.value);
    setText(null);
  }

  return (
    <>
      {cause === undefined ? null : (
        <span id={causeId} className="xs c-danger clip">
          {cause}
        </span>
      )}
      <input
        className={`field exp-rows num${edited ? " is-edited" : ""}${cause === undefined ? "" : " is-invalid"}`}
        value={text ?? formatInteger(rows)}
        disabled={disabled}
        inputMode="numeric"
        aria-label={`Rows of ${table.name}`}
        aria-invalid={cause !== undefined}
        aria-describedby={cause === undefined ? undefined : causeId}
        title={edited ? `For this run; the project has ${formatInteger(table.rowCount)}` : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => {
          take();
          setText(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          if (event.key === "Escape" && text !== null) {
            setText(null);
            event.stopPropagation();
          }
        }}
      />
    </>
  );
}

const rowHeight = 32;

export function TableList({ view, choice, disabled, onChange }: TableListProps) {
  const tables = exportable(view);
  const chosen = chosenTables(view, choice);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: tables.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const total = chosen.reduce((sum, table) => sum + rowsOf(table, choice), 0);
  const leftOut = view.tables.length - tables.length;

  function toggle(id: string, on: boolean): void {
    const without = new Set(choice.without);
    if (on) without.delete(id);
    else without.add(id);
    onChange({ without });
  }

  function setRows(id: string, rows: number | undefined): void {
    const { [id]: _, ...others } = choice.rows;
    onChange({ rows: rows === undefined ? others : { ...others, [id]: rows } });
  }

  return (
    <section className="exp-tables" aria-label="Tables">
      <div className="toolbar">
        <label className="row">
          <input
            type="checkbox"
            className="check-input"
            checked={chosen.length > 0}
            ref={(box) => {
              if (box) box.indeterminate = chosen.length > 0 && chosen.length < tables.length;
            }}
            disabled={disabled}
            aria-label="All tables"
            onChange={() =>
              onChange({ without: chosen.length === tables.length ? new Set(tables.map(({ id }) => id)) : new Set() })
            }
          />
          <h2>Tables</h2>
        </label>
        <span className="t3 sm num">
          {chosen.length} of {tables.length}
        </span>
        <span className="grow" />
        <span className="t2 sm num">{formatRows(total)}</span>
      </div>
      <div ref={scroller} className="exp-scroll">
        <div className="tree-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const table = tables[index];
            if (!table) return null;
            const on = !choice.without.has(table.id);
            return (
              <div key={table.id} className="exp-table" style={{ transform: `translateY(${start}px)` }}>
                <label className="row grow">
                  <input
                    type="checkbox"
                    className="check-input"
                    checked={on}
                    disabled={disabled}
                    onChange={() => toggle(table.id, !on)}
                  />
                  <span className={on ? "clip" : "clip t3"}>{table.id}</span>
                </label>
                <StatusMark status={statusOf(table)} />
                <RowsField
                  table={table}
                  rows={rowsOf(table, choice)}
                  edited={choice.rows[table.id] !== undefined}
                  disabled={disabled || !on}
                  onRows={(rows) => setRows(table.id, rows)}
                />
              </div>
            );
          })}
        </div>
      </div>
      {leftOut > 0 ? (
        <p className="xs t3 exp-leftout">
          {leftOut === 1 ? "1 table is" : `${formatInteger(leftOut)} tables are`} not generated and not written.
        </p>
      ) : null}
    </section>
  );
}
