import { useState, type ReactNode } from "react";
import type { LeakView } from "../../../shared/api/privacy-check-views.ts";
import { Callout } from "../../components/Callout.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { counted, formatInteger } from "../../components/format.ts";
import { showScreen } from "../../state/ui-store.ts";
import { showCell } from "../privacy/cards/show-cell.ts";
import { useJob } from "./job-store.ts";

/** More would push the way out of sight; the privacy screen has them all. */
const mostShown = 2;

/** Where originals would have been read in what a run writes, each with the way to its row. */
export function LeaksFailure({ leaks }: { readonly leaks: readonly LeakView[] }): ReactNode {
  const unchecked = useJob((job) => job.unchecked);
  const [asking, setAsking] = useState(false);
  const hidden = leaks.length - mostShown;
  return (
    <div className="exp-problems">
      {leaks.slice(0, mostShown).map((leak) => (
        <LeakCallout key={`${leak.of.table}.${leak.of.column} ${leak.at.table}.${leak.at.column}`} leak={leak} />
      ))}
      <div className="row">
        <span className="sm t2">{hidden > 0 ? `And ${counted(hidden, "more place")}. ` : ""}Nothing was written.</span>
        <span className="grow" />
        {unchecked === null ? null : (
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => setAsking(true)}>
            Run all the same…
          </button>
        )}
      </div>
      {asking && unchecked !== null ? (
        <RunUnchecked places={leaks.length} run={unchecked} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  );
}

function LeakCallout({ leak: { of, at, rows, first, masked } }: { readonly leak: LeakView }): ReactNode {
  const [row = 0] = first;
  return (
    <Callout
      tone="danger"
      title={`Originals of ${of.table}.${of.column} would be read in ${at.table}.${at.column}`}
      actions={
        <button
          type="button"
          className="btn btn-sm"
          onClick={() => {
            showScreen("privacy");
            showCell(at.table, row, at.column);
          }}
        >
          Show row {formatInteger(row + 1)}
        </button>
      }
    >
      They survive in {counted(rows, "row")} of those that were looked at.{" "}
      {masked === true
        ? "The mask of that column is not enough: choose a stronger one, such as one text for all values."
        : "Mask that column, too."}
    </Callout>
  );
}

interface RunUncheckedProps {
  readonly places: number;
  readonly run: () => void;
  readonly onClose: () => void;
}

function RunUnchecked({ places, run, onClose }: RunUncheckedProps): ReactNode {
  return (
    <Dialog title="Run without the leak check" size={480} onClose={onClose}>
      <p>
        Values of the source are then in what is written, in {counted(places, "place")} at least. Whoever gets it can
        read them.
      </p>
      <p className="sm t2">The manifest does not say then that it was checked.</p>
      <div className="dialog-foot">
        <span className="grow" />
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => {
            onClose();
            run();
          }}
        >
          Write originals
        </button>
      </div>
    </Dialog>
  );
}
