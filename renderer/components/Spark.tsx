import { memo } from "react";
import type { Distribution } from "../../shared/api/views.ts";
import { formatPercent } from "./format.ts";
import { histogramBars, mergeBins, shareStrip, type Bar } from "./spark-bars.ts";

const width = 66;
const height = 18;
const strip = 6;
const opacities = [1, 0.72, 0.5, 0.36, 0.26];

function describe(distribution: Distribution): string {
  switch (distribution.kind) {
    case "histogram":
      return `${distribution.minimum} to ${distribution.maximum}, median ${distribution.median}`;
    case "shares":
      return distribution.values
        .slice(0, 4)
        .map(({ label, share }) => `${label} ${formatPercent(share)}`)
        .join(", ");
    case "distinct":
      return "Every row has its own value";
    case "empty":
      return "No values";
  }
}

function bars(distribution: Distribution): readonly (Bar & { readonly opacity?: number })[] {
  switch (distribution.kind) {
    case "histogram":
      return histogramBars(mergeBins(distribution.bins, 18), width, height);
    case "shares":
      return shareStrip(
        distribution.values.map(({ share }) => share),
        width,
        strip,
      ).map(({ x, width }, k) => ({
        x,
        y: (height - strip) / 2,
        width,
        height: strip,
        opacity: opacities[Math.min(k, opacities.length - 1)] ?? 1,
      }));
    case "distinct":
      return Array.from({ length: 18 }, (_, k) => ({ x: k * 3.7, y: 8, width: 2.7, height: 3 }));
    case "empty":
      return [];
  }
}

/** A distribution at the size of a cell: columns, a strip of shares, or a dotted line where every value differs. */
export const Spark = memo(function Spark({ distribution }: { readonly distribution: Distribution }) {
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(distribution)}>
      <title>{describe(distribution)}</title>
      {bars(distribution).map(({ x, y, width, height, opacity }) => (
        <rect key={x} x={x} y={y} width={width} height={height} opacity={opacity} />
      ))}
    </svg>
  );
});
