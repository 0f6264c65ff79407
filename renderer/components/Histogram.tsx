import { scaleLinear } from "d3-scale";
import type { Distribution } from "../../shared/api/views.ts";
import { formatInteger, formatPercent } from "./format.ts";
import { histogramBars } from "./spark-bars.ts";

const width = 280;
const height = 92;
const floor = 76;

interface HistogramProps {
  readonly distribution: Extract<Distribution, { kind: "histogram" }>;
  /** What is drawn, for those who do not see it: "total_amount". */
  readonly name: string;
}

/** Where the median stands in the box, or undefined for values that are no numbers (dates, texts). */
function medianX({ minimum, maximum, median }: HistogramProps["distribution"]): number | undefined {
  const [low, high, middle] = [minimum, maximum, median].map(Number);
  if (low === undefined || high === undefined || middle === undefined || !(high > low)) return undefined;
  const x = scaleLinear([low, high], [0, width])(middle);
  return Number.isFinite(x) ? x : undefined;
}

export function Histogram({ distribution, name }: HistogramProps) {
  const { bins, minimum, maximum, median } = distribution;
  const total = bins.reduce((sum, count) => sum + count, 0);
  const middle = medianX(distribution);
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Distribution of ${name}: ${minimum} to ${maximum}, median ${median}`}
    >
      {histogramBars(bins, width, floor - 12).map((bar, k) => (
        <rect key={bar.x} x={bar.x} y={bar.y + 12} width={bar.width} height={bar.height}>
          <title>{`${formatInteger(bins[k] ?? 0)} rows, ${formatPercent((bins[k] ?? 0) / Math.max(1, total))}`}</title>
        </rect>
      ))}
      <line className="hist-floor" x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} />
      {middle === undefined ? null : (
        <>
          <line className="hist-median" x1={middle} x2={middle} y1="2" y2={floor} />
          <text
            className="ax"
            x={middle > width / 2 ? middle - 5 : middle + 5}
            y="9"
            textAnchor={middle > width / 2 ? "end" : "start"}
          >{`median ${median}`}</text>
        </>
      )}
      <text className="ax" x="0" y="89">
        {minimum}
      </text>
      <text className="ax" x={width} y="89" textAnchor="end">
        {maximum}
      </text>
    </svg>
  );
}
