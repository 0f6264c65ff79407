import { useId, useState } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import type { CodeTarget, DataTarget } from "../../../shared/project/project.ts";
import { Labelled } from "../designer/components/Labelled.tsx";
import { exportable } from "./export-form.ts";
import type { TargetChange } from "./targets.ts";

interface WhatRowsProps {
  readonly view: SessionView;
  readonly target: DataTarget | CodeTarget;
  readonly onChange: (change: TargetChange) => void;
}

/** Which rows: those of a scenario, of all tables or of some. */
export function WhatRows({ view, target, onChange }: WhatRowsProps) {
  const scenarios = Object.keys(view.project.scenarios);
  const tables = exportable(view);
  const chosen = new Set(target.tables ?? tables.map(({ id }) => id));
  const [open, setOpen] = useState(false);
  const ids = useId();
  return (
    <>
      <Labelled label="Scenario">
        {(id) => (
          <select
            id={id}
            className="field select"
            value={target.scenario ?? ""}
            onChange={(event) => onChange({ scenario: event.currentTarget.value || undefined })}
          >
            <option value="">None: the project itself</option>
            {scenarios.map((scenario) => (
              <option key={scenario} value={scenario}>
                {scenario}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <div>
        <span id={`${ids}-label`} className="lbl">
          Tables
        </span>
        <button
          type="button"
          id={`${ids}-button`}
          className="field exp-tables-button"
          aria-expanded={open}
          aria-labelledby={`${ids}-label ${ids}-button`}
          onClick={() => setOpen(!open)}
        >
          {target.tables === undefined ? `All ${tables.length}` : `${chosen.size} of ${tables.length}`}
        </button>
        {open ? (
          <div className="exp-table-choice" role="group" aria-label="Tables to export">
            {tables.map(({ id }) => (
              <label key={id} className="row">
                <input
                  type="checkbox"
                  className="check-input"
                  checked={chosen.has(id)}
                  onChange={() => {
                    const next = tables.map((table) => table.id).filter((one) => chosen.has(one) !== (one === id));
                    onChange({ tables: next.length === tables.length ? undefined : next });
                  }}
                />
                <span className="clip">{id}</span>
              </label>
            ))}
          </div>
        ) : null}
      </div>
    </>
  );
}
