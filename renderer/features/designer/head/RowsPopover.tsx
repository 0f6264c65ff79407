import { useState, type ReactNode } from "react";
import type { OwnedRows, Rows } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import { Segments } from "../components/Segments.tsx";
import { Slider } from "../components/Slider.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import { formatShare } from "../logic/null-share.ts";
import { defaultOwned, isOwned, ownedCause } from "../logic/owner.ts";
import { parseCount, type Parsed } from "../logic/parse-count.ts";

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
        <div className="form2 num">
          {owners.length > 1 ? (
            <Labelled label="For each row of" span>
              {(id) => (
                <select
                  id={id}
                  className="field vb-select"
                  value={shown.per}
                  onChange={(event) => set({ ...shown, per: event.currentTarget.value })}
                >
                  {owners.map((owner) => (
                    <option key={owner}>{owner}</option>
                  ))}
                </select>
              )}
            </Labelled>
          ) : (
            <p className="span sm t2">For each row of {shown.per}</p>
          )}
          <Labelled label="From">
            {(id) => (
              <ValueBox
                id={id}
                text={String(shown.from)}
                parse={perOwner}
                live
                onCommit={(from, gesture) => set({ ...shown, from }, gesture)}
              />
            )}
          </Labelled>
          <Labelled label="To">
            {(id) => (
              <ValueBox
                id={id}
                text={String(shown.to)}
                parse={perOwner}
                live
                onCommit={(to, gesture) => set({ ...shown, to }, gesture)}
              />
            )}
          </Labelled>
          <Labelled label="Average">
            {(id) => (
              <ValueBox
                id={id}
                text={shown.average === undefined ? "" : String(shown.average)}
                placeholder="even spread"
                parse={averageOf}
                live
                onCommit={(average, gesture) => {
                  const { average: _, ...rest } = shown;
                  set(average === undefined ? rest : { ...rest, average }, gesture);
                }}
              />
            )}
          </Labelled>
          <Labelled label="Without any">
            {(id) => (
              <span className="row fs-row" id={id}>
                <Slider
                  label="Share of owner rows without any"
                  value={shown.without}
                  minimum={0}
                  maximum={1}
                  step={0.01}
                  valueText={formatShare(shown.without)}
                  onChange={(without, gesture) => set({ ...shown, without }, gesture)}
                />
                <span className="sm fs-value">{formatShare(shown.without)}</span>
              </span>
            )}
          </Labelled>
        </div>
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

const perOwner = (text: string): Parsed<number> => parseCount(text, 1_000_000);

function averageOf(text: string): Parsed<number | undefined> {
  if (text.trim() === "") return { ok: true, value: undefined };
  const value = Number(text.trim().replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? { ok: true, value } : { ok: false, cause: "A number, e.g. 2.5" };
}
