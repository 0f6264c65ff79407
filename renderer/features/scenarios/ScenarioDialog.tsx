import { useState, type FormEvent, type ReactNode } from "react";
import { scenarioNameSchema, type Scenario } from "../../../shared/project/project.ts";
import { maxRows } from "../../../shared/rules/rule.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { edit, sessionStore, showScenario, useDraft } from "../../state/session-store.ts";
import { parseCount } from "../designer/logic/parse-count.ts";
import { Field } from "./Field.tsx";
import { closeScenarioDialog, defaultName } from "./scenarios-store.ts";

interface Props {
  /** The scenario to change; null for a new one. */
  readonly name: string | null;
  /** What a new one starts as. */
  readonly from: string | null;
}

/** Name, rows and seed of a scenario. */
export function ScenarioDialog({ name, from }: Props): ReactNode {
  const scenarios = useDraft()?.scenarios ?? {};
  const start: Scenario = scenarios[name ?? from ?? ""] ?? { tables: {} };
  const [label, setLabel] = useState(name ?? "");
  const [rows, setRows] = useState(typeof start.rows === "number" ? String(start.rows) : "");
  const [seed, setSeed] = useState(start.seed === undefined ? "" : String(start.seed));
  const [shown, setShown] = useState(false);

  const wanted = label.trim();
  const count = rows.trim() === "" ? undefined : parseCount(rows);
  const whole = seed.trim() === "" ? undefined : Number(seed.replaceAll(/[_,\s]/g, ""));
  const causes = {
    name: nameCause(wanted, name, Object.keys(scenarios)),
    rows: count === undefined || (count.ok && count.value <= maxRows) ? null : "A whole number of rows",
    seed: whole === undefined || Number.isSafeInteger(whole) ? null : "A seed is a whole number",
  };

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setShown(true);
    if (Object.values(causes).some((cause) => cause !== null)) return;
    // Rows that follow an owner are said in the file only: they stay unless a number takes their place.
    const { rows: before, seed: _, ...rest } = start;
    const kept = count === undefined && typeof before === "object" ? { rows: before } : {};
    const scenario: Scenario = {
      ...rest,
      ...kept,
      ...(count?.ok === true ? { rows: count.value } : {}),
      ...(whole === undefined ? {} : { seed: whole }),
    };
    if (name !== null && name !== wanted) edit({ kind: "rename-scenario", name, to: wanted });
    if (JSON.stringify(sessionStore.getState().draft?.scenarios[wanted]) !== JSON.stringify(scenario))
      edit({ kind: "set-scenario", name: wanted, scenario });
    showScenario(wanted);
    closeScenarioDialog();
  };

  const title = name === null ? (from === null ? "New scenario" : `Duplicate ${from}`) : `Scenario ${name}`;
  return (
    <Dialog title={title} size={480} onClose={closeScenarioDialog}>
      <form className="sc-form" onSubmit={save} noValidate>
        <p className="t2 sm">
          A scenario lies over the project: what it does not say is as the project has it. Edits go into the scenario
          while it is on screen.
        </p>
        <Field
          label="Name"
          value={label}
          cause={shown ? causes.name : null}
          placeholder="smoke"
          onChange={setLabel}
          focus
        />
        <Field
          label="Rows of every table"
          value={rows}
          cause={shown ? causes.rows : null}
          placeholder="as the project"
          onChange={setRows}
        />
        <Field
          label="Seed"
          value={seed}
          cause={shown ? causes.seed : null}
          placeholder="as the project"
          onChange={setSeed}
        />
        <div className="dialog-foot">
          <span className="grow" />
          <button type="button" className="btn" onClick={closeScenarioDialog}>
            Cancel
          </button>
          <button type="submit" className="btn btn-primary">
            {name === null ? "Add scenario" : "Save"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function nameCause(wanted: string, before: string | null, taken: readonly string[]): string | null {
  if (wanted === "") return "A scenario needs a name";
  const read = scenarioNameSchema.safeParse(wanted);
  if (!read.success) return read.error.issues[0]?.message ?? "Not a name";
  if (wanted === defaultName) return `The project itself is called ${defaultName}`;
  return wanted !== before && taken.includes(wanted) ? `There is a scenario ${wanted} already` : null;
}
