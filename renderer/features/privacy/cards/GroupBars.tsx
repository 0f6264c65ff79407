import type { ReactNode } from "react";
import { groupSizes } from "../../../../shared/api/privacy-check-views.ts";
import { formatInteger } from "../../../components/format.ts";

const width = 300;
const floor = 74;
const highest = 62;

/** How many groups of look-alikes there are of each size, in the source and after masking. */
export function GroupBars({ source, masked }: Readonly<Record<"source" | "masked", readonly number[]>>): ReactNode {
  const most = Math.max(1, ...source, ...masked);
  const step = width / groupSizes.length;
  const words = groupSizes.map(
    ({ label }, i) => `of ${label}: ${formatInteger(source[i] ?? 0)} and ${formatInteger(masked[i] ?? 0)}`,
  );
  return (
    <svg
      className="group-bars"
      viewBox={`0 0 ${width} 92`}
      role="img"
      aria-label={`Groups by size, source and masked: ${words.join("; ")}`}
    >
      <line x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} />
      {groupSizes.map(({ label }, i) => (
        <g key={label} transform={`translate(${i * step + step / 2 - 24} 0)`}>
          <Bar kind="source" groups={source[i] ?? 0} most={most} x={0} />
          <Bar kind="masked" groups={masked[i] ?? 0} most={most} x={24} />
          <text className="ax" x="23" y="88" textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly kind: "source" | "masked";
  readonly groups: number;
  readonly most: number;
  readonly x: number;
}

function Bar({ kind, groups, most, x }: BarProps): ReactNode {
  // One group among a thousand is still to be seen.
  const height = groups === 0 ? 0 : Math.max(2, (groups / most) * highest);
  return (
    <>
      <rect className={`is-${kind}`} x={x} y={floor - height} width="22" height={height} rx="1.5" />
      <text className="ax" x={x + 11} y={floor - height - 4} textAnchor="middle">
        {formatInteger(groups)}
      </text>
    </>
  );
}
