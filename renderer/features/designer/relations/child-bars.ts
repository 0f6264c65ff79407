import { childWeights, meanChildren } from "../../../../shared/plan/child-counts.ts";
import { shapeOf } from "../../../../shared/plan/row-counts.ts";
import type { OwnedRows } from "../../../../shared/rules/rule.ts";

/** Beyond this many counts a bar each is too thin to be told apart, let alone dragged. */
const mostBars = 20;

export interface ChildBar {
  /** Rows for one owner. */
  readonly count: number;
  /** Of the owners that have any, 0 to 1. */
  readonly share: number;
}

export type ChildChoice = "spread" | "poisson" | "zipf" | "histogram";

export const choiceOf = (rows: OwnedRows): ChildChoice => rows.distribution ?? "spread";

/** Whether the counts of a rule can be drawn one by one. */
export const isDrawable = ({ from, to }: Pick<OwnedRows, "from" | "to">): boolean => Math.abs(to - from) < mostBars;

/** The share of owners with each number of rows, as the engine deals them out; none where they are too many to draw. */
export function childBars(rows: OwnedRows): readonly ChildBar[] {
  const shape = shapeOf(rows);
  if (!isDrawable(shape)) return [];
  return [...childWeights(shape)].map((share, at) => ({ count: shape.from + at, share }));
}

/** The mean number of rows over all owners, those without any among them. */
export const meanOf = (rows: OwnedRows): number => meanChildren(shapeOf(rows));

/** The mean over the owners that have any. */
export const averageOf = (rows: OwnedRows): number => shapeOf(rows).average;

/** The rule with one bar set to `share`; the others keep their proportions, and all together stay the whole. */
export function withBar(rows: OwnedRows, count: number, share: number): OwnedRows {
  const bars = childBars(rows);
  const old = bars.find((bar) => bar.count === count);
  if (old === undefined) return rows;
  const wanted = Math.min(1, Math.max(0, share));
  const others = bars.length - 1;
  const rest = 1 - old.share;
  const scaled = bars.map((bar) => ({
    count: bar.count,
    share:
      bar.count === count ? wanted : rest > 0 ? (bar.share * (1 - wanted)) / rest : (1 - wanted) / Math.max(1, others),
  }));
  return others === 0 ? rows : histogram(rows, scaled);
}

/** The rule with other limits: bars that stay keep their weights, new ones begin with the nearest bar's. */
export function withLimits(rows: OwnedRows, limits: { readonly from: number; readonly to: number }): OwnedRows {
  const next = { ...rows, ...limits };
  if (choiceOf(rows) !== "histogram" || limits.to < limits.from || !isDrawable(limits)) {
    return choiceOf(rows) === "histogram" && !isDrawable(limits) ? withChoice(next, "spread") : next;
  }
  const bars = childBars(rows);
  const shareOf = (count: number): number =>
    bars.find((bar) => bar.count === count)?.share ?? (count < rows.from ? bars[0] : bars.at(-1))?.share ?? 1;
  const counts = Array.from({ length: limits.to - limits.from + 1 }, (_, at) => limits.from + at);
  return histogram(
    next,
    counts.map((count) => ({ count, share: shareOf(count) })),
  );
}

/** The rule with another average; bars drawn by hand are bent to it as little as can be. */
export function withAverage(rows: OwnedRows, average: number | undefined): OwnedRows {
  const { average: _, ...rest } = rows;
  if (choiceOf(rows) !== "histogram") return average === undefined ? rest : { ...rest, average };
  const shape = shapeOf(rows);
  if (average === undefined || average < shape.from || average > shape.to) return rows;
  const bent = childWeights({ ...shape, average });
  return histogram(
    rows,
    [...bent].map((share, at) => ({ count: shape.from + at, share })),
  );
}

/** The rule with another distribution and the same average, so that the number of rows stays. */
export function withChoice(rows: OwnedRows, choice: ChildChoice): OwnedRows {
  if (choice === choiceOf(rows)) return rows;
  if (choice === "histogram") return histogram(rows, childBars(rows));
  const { distribution: _, weights: __, ...rest } = rows;
  const average = rows.average ?? Number(averageOf(rows).toFixed(2));
  const even = average === (rest.from + rest.to) / 2;
  const { average: ___, ...limits } = rest;
  const kept = even && choice !== "zipf" ? limits : { ...limits, average };
  return choice === "spread" ? kept : { ...kept, distribution: choice };
}

/** Bars as weights in percent, to a tenth: what a person reads in the project file. */
function histogram(rows: OwnedRows, bars: readonly ChildBar[]): OwnedRows {
  const { average: _, ...rest } = rows;
  const total = bars.reduce((sum, { share }) => sum + share, 0) || 1;
  const weights = Object.fromEntries(
    bars.map(({ count, share }) => [String(count), Math.round((1000 * share) / total) / 10]),
  );
  return { ...rest, distribution: "histogram", weights };
}
