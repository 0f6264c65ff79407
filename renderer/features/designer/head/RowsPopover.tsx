import { useState, type ReactNode } from "react";
import type { OwnedRows, Rows } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import { Segments } from "../components/Segments.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import { defaultOwned, isOwned, ownedCause } from "../logic/owner.ts";
import { parseCount } from "../logic/parse-count.ts";
import { OwnedRowsForm } from "../relations/OwnedRowsForm.tsx";

interface Props {
  readonly table: string;
  readonly rows: Rows;
  readonly rowCount: number;
  readonly owners: readonly string[];
  readonly edited: boolean;
}

/** A fixed number of rows, or a range for each row of the owner table. */
export function RowsPopover({ table, rows, rowCount, owners, edited }: Props): ReactNode {
  const owned = isOwned(rows);
  // Each of the two ways keeps its values while the popover is open.
  const [lastOwned, setLastOwned] = useState<OwnedRows>(owned ? rows : defaultOwned(owners[0] ?? ""));
  const [cause, setCause] = useState<string>();

  const set = (next: OwnedRows, gesture?: string): void => {
    setLastOwned(next);
    const wrong = ownedCause(next);
    setCause(wrong);
    if (wrong === undefined) edit({ kind: "set-rows", table, rows: next }, gesture);
  };
  const choose = (way: "fixed" | "owned"): void => {
    if (way === "fixed") edit({ kind: "set-rows", table, rows: rowCount });
    else set(lastOwned);
  };
  const shown = owned && cause === undefined ? rows : lastOwned;

  return (
    <div className="col rp-body">
      <Segments
        label="How rows are counted"
        value={owned ? "owned" : "fixed"}
        options={[
          { value: "fixed", label: "Fixed number" },
          { value: "owned", label: "Per owner", disabled: owners.length === 0 },
        ]}
        onChange={choose}
      />
      {owned ? (
        <OwnedRowsForm
          table={table}
          rows={shown}
          valid={cause === undefined}
          rowCount={rowCount}
          owners={owners}
          onChange={set}
        />
      ) : (
        <Labelled label="Rows">
          {(id) => (
            <ValueBox
              id={id}
              text={String(rowCount)}
              parse={(text) => parseCount(text)}
              live
              onCommit={(value, gesture) => edit({ kind: "set-rows", table, rows: value }, gesture)}
            />
          )}
        </Labelled>
      )}
      {cause === undefined ? null : (
        <span className="vb-cause" role="alert">
          {cause}
        </span>
      )}
      {edited ? (
        <button
          type="button"
          className="btn btn-sm rp-back"
          onClick={() => edit({ kind: "set-rows", table, rows: null })}
        >
          Back to suggestion
        </button>
      ) : null}
    </div>
  );
}
