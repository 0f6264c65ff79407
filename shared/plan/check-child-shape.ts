import type { Fix, Problem } from "../rules/problem.ts";
import type { OwnedRows } from "../rules/rule.ts";
import type { TableId } from "../schema/schema-model.ts";

/**
 * What is wrong with the numbers of a rule about rows per owner: a minimum above the maximum, an average outside them, a
 * histogram that weighs nothing. `table` is the owned table.
 */
export function childShapeProblems(table: TableId, rows: OwnedRows): readonly Problem[] {
  const { per, from, to, average, distribution, weights } = rows;
  const at = { code: "invalid-parameter", table } as const;
  const set = (label: string, next: OwnedRows): Fix => ({ label, edit: { kind: "set-rows", table, rows: next } });
  if (distribution === "histogram") {
    if (Object.values(weights ?? {}).some((weight) => weight > 0)) return [];
    const message = `The histogram of ${table} per ${per} gives no number of rows a weight above 0.`;
    const { distribution: _dropped, weights: _unweighted, ...plain } = rows;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const fix = set(`Spread ${low} to ${high} rows`, { ...plain, from: low, to: high });
    return [{ ...at, severity: "error", message, fixes: [fix] }];
  }
  if (from > to) {
    const message = `${table} is to have at least ${from} and at most ${to} rows per ${per}.`;
    const fix = set(`Use ${to} to ${from} rows`, { ...rows, from: to, to: from });
    return [{ ...at, severity: "error", message, fixes: [fix] }];
  }
  if (average === undefined || (average >= from && average <= to)) return [];
  const near = average < from ? from : to;
  const message = `${table} is to have ${average} rows per ${per} on average, which is not within ${from} to ${to}: it has ${near}.`;
  const wider = { ...rows, from: Math.min(from, Math.floor(average)), to: Math.max(to, Math.ceil(average)) };
  const fixes = [
    set(`Set the average to ${near}`, { ...rows, average: near }),
    set(`Use ${wider.from} to ${wider.to} rows`, wider),
  ];
  return [{ ...at, severity: "warning", message, fixes }];
}
