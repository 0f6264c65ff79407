import type { ReactNode } from "react";
import type { OwnedRows } from "../../../../shared/rules/rule.ts";
import { formatInteger } from "../../../components/format.ts";
import { useSession } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import { Slider } from "../components/Slider.tsx";
import { ValueBox } from "../components/ValueBox.tsx";
import { formatShare } from "../logic/null-share.ts";
import { parseCount, type Parsed } from "../logic/parse-count.ts";
import { averageOf, choiceOf, meanOf, withAverage, withLimits } from "./child-bars.ts";
import { ChildrenChart } from "./ChildrenChart.tsx";
import { DistributionChoice } from "./DistributionChoice.tsx";

interface Props {
  readonly table: string;
  /** The rule as it is typed; `valid` says whether it can be drawn and counted. */
  readonly rows: OwnedRows;
  readonly valid: boolean;
  readonly rowCount: number;
  readonly owners: readonly string[];
  readonly onChange: (rows: OwnedRows, gesture?: string) => void;
}

/** So many rows for each row of the owner: limits, average, how they are dealt out, and what it comes to. */
export function OwnedRowsForm({ table, rows, valid, rowCount, owners, onChange }: Props): ReactNode {
  const custom = choiceOf(rows) === "histogram";
  return (
    <>
      <div className="form2 form3 num">
        {owners.length > 1 ? (
          <Labelled label="For each row of" span>
            {(id) => (
              <select
                id={id}
                className="field vb-select"
                value={rows.per}
                onChange={(event) => onChange({ ...rows, per: event.currentTarget.value })}
              >
                {owners.map((owner) => (
                  <option key={owner}>{owner}</option>
                ))}
              </select>
            )}
          </Labelled>
        ) : (
          <p className="span sm t2">For each row of {rows.per}</p>
        )}
        <Labelled label="From">
          {(id) => (
            <ValueBox
              id={id}
              text={String(rows.from)}
              parse={perOwner}
              live
              onCommit={(from, gesture) => onChange(withLimits(rows, { from, to: rows.to }), gesture)}
            />
          )}
        </Labelled>
        <Labelled label="To">
          {(id) => (
            <ValueBox
              id={id}
              text={String(rows.to)}
              parse={perOwner}
              live
              onCommit={(to, gesture) => onChange(withLimits(rows, { from: rows.from, to }), gesture)}
            />
          )}
        </Labelled>
        <Labelled label="Average">
          {(id) => (
            <ValueBox
              id={id}
              text={rows.average === undefined || custom ? trimmed(valid ? averageOf(rows) : 0) : String(rows.average)}
              inherited={rows.average === undefined}
              parse={parseAverage}
              live={!custom}
              onCommit={(average, gesture) => onChange(withAverage(rows, average), gesture)}
            />
          )}
        </Labelled>
        <div className="span row ro-without">
          <span className="sm t2">Without any</span>
          <Slider
            label={`Share of ${rows.per} without any`}
            value={rows.without}
            minimum={0}
            maximum={1}
            step={0.01}
            valueText={formatShare(rows.without)}
            onChange={(without, gesture) => onChange({ ...rows, without }, gesture)}
          />
          <span className="sm fs-value">{formatShare(rows.without)}</span>
        </div>
      </div>
      {valid ? (
        <section>
          <div className="sec-h">
            Distribution<span className="meta">drag a bar to change it</span>
          </div>
          <DistributionChoice rows={rows} onChange={onChange} />
          <ChildrenChart rows={rows} onChange={onChange} />
        </section>
      ) : null}
      {valid ? <RowSum table={table} rows={rows} rowCount={rowCount} /> : null}
    </>
  );
}

/** "customers 1,000 × 2.5 = orders 2,500", one below the other. */
function RowSum({ table, rows, rowCount }: Pick<Props, "table" | "rows" | "rowCount">): ReactNode {
  const ownerRows = useSession((state) => state.view?.tables.find(({ id }) => id === rows.per)?.rowCount) ?? 0;
  return (
    <dl className="eq num" aria-label="Row count" aria-live="polite">
      <dt className="t2 clip">{rows.per}</dt>
      <dd>{formatInteger(ownerRows)}</dd>
      <dt className="t2">average rows{rows.without > 0 ? ", those without any among them" : ""}</dt>
      <dd>× {trimmed(meanOf(rows))}</dd>
      <dt className="sum clip">{table}</dt>
      <dd className="sum">{formatInteger(rowCount)}</dd>
    </dl>
  );
}

const perOwner = (text: string): Parsed<number> => parseCount(text, 1_000_000);

function parseAverage(text: string): Parsed<number | undefined> {
  if (text.trim() === "") return { ok: true, value: undefined };
  const value = Number(text.trim().replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? { ok: true, value } : { ok: false, cause: "A number, e.g. 2.5" };
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(value < 100 ? 2 : 0)));
}
