import type { ReactNode } from "react";
import type { ColumnProfile, Distribution, TableView } from "../../../../shared/api/views.ts";
import { formatInteger, formatMilliseconds, formatPercent } from "../../../components/format.ts";
import { Histogram } from "../../../components/Histogram.tsx";
import { shortNumber } from "../logic/short-number.ts";
import { useProfile } from "../queries.ts";

interface Props {
  readonly table: TableView;
  readonly column: string;
}

/** The shape of the column's values over a sample of the whole table, and what can be said of it in numbers. */
export function DistributionSection({ table, column }: Props): ReactNode {
  const profile = useProfile(table.id, column, table.rowCount > 0);
  const { data } = profile;
  return (
    <section>
      <div className="sec-h">
        Distribution
        {data && table.rowCount > 0 ? (
          <span className="meta">
            {formatInteger(data.sampleRows)} {data.sampleRows === 1 ? "row" : "rows"} in{" "}
            {formatMilliseconds(data.elapsed)}
          </span>
        ) : null}
      </div>
      {table.rowCount === 0 ? (
        <p className="sm t2">The table gets no rows.</p>
      ) : data ? (
        <Shape distribution={data.distribution} column={column} />
      ) : (
        <div className="ds-wait" aria-hidden="true" />
      )}
      {data && table.rowCount > 0 ? <Numbers statistics={data.statistics} /> : null}
    </section>
  );
}

function Shape({ distribution, column }: { readonly distribution: Distribution; readonly column: string }): ReactNode {
  switch (distribution.kind) {
    case "histogram":
      return <Histogram distribution={distribution} name={column} />;
    case "shares":
      return <Shares values={distribution.values} />;
    case "distinct":
      return <p className="sm t2">Every row has a value of its own.</p>;
    case "empty":
      return <p className="sm t2">No values: every row of the sample is NULL.</p>;
  }
}

const shownShares = 6;
/** Shares this small say nothing one by one. */
const evenBelow = 0.02;

function Shares({
  values,
}: {
  readonly values: readonly { readonly label: string; readonly share: number }[];
}): ReactNode {
  const largest = Math.max(...values.map((value) => value.share), 0.0001);
  const most = values[0]?.share ?? 0;
  if (values.length > shownShares && most < evenBelow) {
    return <p className="sm t2">Many values: none has more than {formatPercent(most)} of the rows.</p>;
  }
  const shown = values.slice(0, shownShares);
  const rest = 1 - shown.reduce((sum, value) => sum + value.share, 0);
  return (
    <ul className="ds-shares">
      {shown.map((value) => (
        <li key={value.label} className="ds-share">
          <span className="clip" title={value.label}>
            {value.label}
          </span>
          <span className="ds-track">
            <i style={{ width: `${(value.share / largest) * 100}%` }} />
          </span>
          <span className="num t2">{formatPercent(value.share)}</span>
        </li>
      ))}
      {rest < 0.0005 ? null : <li className="t3 xs">other values {formatPercent(rest)}</li>}
    </ul>
  );
}

function Numbers({ statistics }: Pick<ColumnProfile, "statistics">): ReactNode {
  const shown = statistics.slice(0, 4);
  if (shown.length === 0) return null;
  return (
    <dl
      className={shown.some(({ value }) => shortNumber(value).length > 7) ? "stats ds-stats ds-two" : "stats ds-stats"}
    >
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt className="clip">{label}</dt>
          <dd className="clip" title={value}>
            {shortNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
