import { IconArrowBackUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { edit } from "../../../state/session-store.ts";
import { openAssign } from "../designer-store.ts";
import { resetRules } from "../logic/bulk-edits.ts";
import type { Target } from "../logic/targets.ts";

interface Props {
  readonly table: string;
  readonly targets: readonly Target[];
}

/** Several columns at once: their names, and the way back to what was suggested for them. */
export function BulkHead({ table, targets }: Props): ReactNode {
  const names = targets.map((target) => target.view.column.name);
  const edited = targets.filter((target) => target.view.edited).map((target) => target.view.column.name);
  return (
    <>
      <div className="insp-head">
        <div className="grow">
          <h2>{targets.length} columns</h2>
        </div>
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => openAssign(names.map((column) => ({ table, column })))}
        >
          Assign a rule…
        </button>
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          title="Take these columns back to what was suggested for them"
          disabled={edited.length === 0}
          onClick={() => edit(resetRules(table, edited))}
        >
          <IconArrowBackUp className="i i-sm" stroke={1.5} aria-hidden="true" />
          Reset
        </button>
      </div>
      <p className="bh-names sm t2" title={names.join(", ")}>
        {names.join(", ")}
      </p>
    </>
  );
}
