import { IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { isDataTarget, type CodeTarget, type DataTarget } from "../../../shared/project/project.ts";
import { targetScenarios } from "../../../shared/project/target-names.ts";
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
  const tables = exportable(view);
  const chosen = new Set(target.tables ?? tables.map(({ id }) => id));
  const [open, setOpen] = useState(false);
  const ids = useId();
  return (
    <>
      <Scenarios view={view} target={target} onChange={onChange} />
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

/** The scenarios that an export is of, as pills, with a menu of those that can join; code is of one. */
function Scenarios({ view, target, onChange }: WhatRowsProps) {
  const all = Object.keys(view.project.scenarios);
  const chosen = targetScenarios(target).filter((scenario) => scenario !== undefined);
  const many = isDataTarget(target);
  const open = all.filter((scenario) => !chosen.includes(scenario));
  const choose = (next: readonly string[]): void => {
    const [only, ...more] = next;
    if (more.length > 0) onChange({ scenario: undefined, scenarios: [...next] });
    else onChange({ scenario: only, ...(many ? { scenarios: undefined } : {}) });
  };
  return (
    <Labelled label={many ? "Scenarios" : "Scenario"}>
      {(id) => (
        <div className="field exp-pills">
          {chosen.map((scenario) => (
            <span key={scenario} className="tag exp-pill">
              <span className="clip">{scenario}</span>
              <button
                type="button"
                aria-label={`Take ${scenario} out`}
                onClick={() => choose(chosen.filter((one) => one !== scenario))}
              >
                <IconX className="i i-xs" stroke={1.5} aria-hidden="true" />
              </button>
            </span>
          ))}
          <select
            id={id}
            className="select exp-pills-add"
            value=""
            disabled={open.length === 0}
            onChange={({ currentTarget: { value } }) => choose(many ? [...chosen, value] : [value])}
          >
            <option value="" disabled>
              {chosen.length > 0 ? "" : all.length === 0 ? "None yet: the project itself" : "None: the project itself"}
            </option>
            {open.map((scenario) => (
              <option key={scenario} value={scenario}>
                {scenario}
              </option>
            ))}
          </select>
        </div>
      )}
    </Labelled>
  );
}
