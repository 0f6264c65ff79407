import type { ReactNode } from "react";
import { formatInteger } from "../../../components/format.ts";

const width = 300;
const least = 50;

interface Props {
  readonly source: number;
  readonly masked: number;
  readonly target: number;
}

/** The smallest group on a logarithmic scale: source, target, masked. */
export function RiskGauge({ source, masked, target }: Props): ReactNode {
  const most = Math.max(least, source, masked, target);
  const x = (k: number): number => 3 + (Math.log(Math.max(1, k)) / Math.log(most)) * (width - 6);
  const good = masked >= target;
  const [at, to] = [x(masked), x(target)];
  const anchor = at < 40 ? "start" : at > width - 40 ? "end" : "middle";
  return (
    <svg
      className="risk-gauge"
      viewBox={`0 -6 ${width} 44`}
      role="img"
      aria-label={`Smallest group ${masked}, target ${target}, source ${source}`}
    >
      <rect className="is-below" x="0" y="12" width={Math.max(0, to - 1)} height="6" rx="2" />
      <rect className="is-above" x={to + 1} y="12" width={Math.max(0, width - to - 1)} height="6" rx="2" />
      <line x1={to} x2={to} y1="8" y2="22" />
      <text className="ax" x={to} y="33" textAnchor="middle">
        target {target}
      </text>
      <circle className="is-source" cx={x(source)} cy="15" r="4.5" />
      {Math.abs(x(source) - to) < 60 ? null : (
        <text className="ax" x={Math.min(x(source) - 3, width - 50)} y="33">
          source {formatInteger(source)}
        </text>
      )}
      <circle className={good ? "is-good" : "is-bad"} cx={at} cy="15" r="5.5" />
      <text className={good ? "ax is-good" : "ax is-bad"} x={at} y="3" textAnchor={anchor}>
        masked {formatInteger(masked)}
      </text>
      {at > width - 70 ? null : (
        <text className="ax" x={width} y="33" textAnchor="end">
          {formatInteger(most)}
        </text>
      )}
    </svg>
  );
}
