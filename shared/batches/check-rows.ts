import type { Plan } from "../plan/plan.ts";
import { tidy } from "../rules/fit-numbers.ts";
import type { Fix, Problem } from "../rules/problem.ts";
import type { Bound, CheckConstraint } from "../schema/check-constraint.ts";
import { checkText, readChecks, type CheckReading } from "../schema/check-constraints.ts";
import { canEvaluate, evaluateCheck } from "../schema/evaluate-check.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { countText } from "../rules/count-text.ts";
import { cellAt } from "../vectors/cells.ts";
import type { Cell } from "../vectors/vector.ts";
import { sampledRows } from "./sampled-rows.ts";
import type { TableReader } from "./batch.ts";
import { tableReader } from "./table-reader.ts";

/** What sample rows say about one CHECK of a table. */
export interface CheckFinding {
  readonly reading: CheckReading;
  /** Rows that were tried; 0 where the expression cannot be evaluated here. */
  readonly tried: number;
  readonly broken: number;
  /** The first row that breaks it, 0-based. */
  readonly firstBroken?: number;
  /** The last row before it that was tried, where every row tried after it breaks the check. */
  readonly lastKept?: number;
}

/** A table's CHECK constraints while they are tried, a few rows at a time. */
export interface CheckTrial {
  /** Tries the next rows; false once all were. */
  next(): boolean;
  /** What is known so far. */
  findings(): readonly CheckFinding[];
}

/** Rows between two looks at what else there is to do. */
const trialRows = 128;

/**
 * Tries the table's CHECK constraints on `sampleRows` rows spread over the whole table. Columns that the database fills
 * (generated ones, defaults) are unknown here, so checks that name them are not tried.
 */
function tryChecks(plan: Plan, table: TableId, sampleRows: number): readonly CheckFinding[] {
  const trial = startChecks(plan, table, sampleRows);
  while (trial.next());
  return trial.findings();
}

/** {@link tryChecks} in steps of a few milliseconds, for those who have others waiting. Nothing is read before the first step. */
export function startChecks(plan: Plan, table: TableId, sampleRows: number): CheckTrial {
  const planned = plan.tables.get(table);
  const readings = planned ? readChecks(planned.table, plan.design.model.engine) : [];
  if (!planned || readings.length === 0) return { next: () => false, findings: () => [] };
  const { engine } = plan.design.model;
  const { table: model } = planned;
  const written = new Set(planned.written.map((column) => column.name));
  const tested = readings.filter(
    ({ expression, columns }) =>
      expression !== null && canEvaluate(expression) && columns.every((name) => written.has(name)),
  );
  const columns = [...new Set(tested.flatMap((reading) => reading.columns))];
  const rows = sampledRows(plan, planned, columns, sampleRows);
  const broken = new Map<CheckReading, { count: number; first: number; at: number }>();
  let reader: TableReader | undefined;
  let at = 0;

  function next(): boolean {
    if (tested.length === 0 || at >= rows.length) return false;
    reader ??= tableReader(plan, table, { columns, batchRows: Math.min(trialRows, rows.length) });
    const part = rows.subarray(at, at + reader.batchRows);
    const cellOf = readCells(reader, part);
    for (let i = 0; i < part.length; i++) {
      for (const reading of tested) {
        if (!breaks(reading, cellOf(i), { engine, table: model })) continue;
        const known = broken.get(reading);
        if (known) known.count++;
        else broken.set(reading, { count: 1, first: part[i] ?? 0, at: at + i });
      }
    }
    at += part.length;
    return at < rows.length;
  }

  return {
    next,
    findings: () =>
      readings.map((reading) => {
        const found = broken.get(reading);
        return {
          reading,
          tried: tested.includes(reading) ? at : 0,
          broken: found?.count ?? 0,
          ...(found ? { firstBroken: found.first } : {}),
          ...(found && found.at > 0 && found.count === at - found.at ? { lastKept: rows[found.at - 1] ?? 0 } : {}),
        };
      }),
  };
}

type CellOf = (name: string) => Cell;

/** Reads some rows; the cells of each by their columns' names. */
function readCells(reader: TableReader, rows: Float64Array): (at: number) => CellOf {
  const place = new Map(reader.columns.map((column, k) => [column.name, k]));
  const { vectors } = reader.readRows(rows, rows.length);
  return (at) => (name) => {
    const vector = vectors[place.get(name) ?? -1];
    return vector ? cellAt(vector, at) : null;
  };
}

const breaks = ({ expression }: CheckReading, cell: CellOf, place: Parameters<typeof evaluateCheck>[2]): boolean =>
  expression !== null && evaluateCheck(expression, cell, place) === false;

/** The findings as problems at their columns, with the fixes that the constraint itself says. */
export function checkProblems(plan: Plan, table: TableId, sampleRows: number): readonly Problem[] {
  return problemsOfChecks(plan, table, tryChecks(plan, table, sampleRows));
}

/** {@link checkProblems} of findings that are known already. A table that is not generated, or has no rows, breaks nothing. */
export function problemsOfChecks(plan: Plan, table: TableId, findings: readonly CheckFinding[]): readonly Problem[] {
  const planned = plan.tables.get(table);
  if (planned?.designed.mode !== "generate" || planned.rowCount === 0) return [];
  return findings.flatMap((finding) => problemOf(plan, table, finding));
}

function problemOf(plan: Plan, table: TableId, finding: CheckFinding): Problem[] {
  const { reading, tried, broken, firstBroken } = finding;
  const [column] = reading.columns;
  // What every row tried breaks, the database takes no row of.
  const severity = broken > 0 && broken === tried ? "error" : "warning";
  const at = { severity, table, ...(column === undefined ? {} : { column }) } as const;
  const said = checkText(reading.check.expression);
  if (broken > 0) {
    const share = (100 * broken) / tried;
    return [
      {
        ...at,
        code: "check-conflict",
        message: `${share < 10 ? Math.max(0.1, Math.round(share * 10) / 10) : Math.round(share)}% of rows break CHECK (${said}).`,
        explanation: `${countText(broken)} of ${countText(tried)} rows tried, first at row ${countText((firstBroken ?? 0) + 1)}.`,
        fixes: [
          ...ranges(reading.constraints).flatMap((range) => fixesFor(plan, table, range)),
          ...fewerRows(plan, table, finding),
          ...(severity === "error" ? [{ label: `Lower ${table} to 0 rows`, edit: noRows(table) }] : []),
        ],
      },
    ];
  }
  if (tried > 0 || reading.understood) return [];
  return [
    {
      ...at,
      code: "check-not-understood",
      message: `CHECK (${said}) could not be tried on the rows.`,
      explanation: "It uses SQL that is evaluated by the database only. Rows may be refused there.",
      fixes: [],
    },
  ];
}

const noRows = (table: TableId): Fix["edit"] => ({ kind: "set-rows", table, rows: 0 });

/** Where rows keep a check up to some row and break it from there on, as those of a sequence do: the rows before it. */
function fewerRows(plan: Plan, table: TableId, { reading, firstBroken, lastKept }: CheckFinding): Fix[] {
  const planned = plan.tables.get(table);
  if (firstBroken === undefined || lastKept === undefined || typeof planned?.designed.rows !== "number") return [];
  const reader = tableReader(plan, table, { columns: [...reading.columns], batchRows: 1 });
  const place = { engine: plan.design.model.engine, table: planned.table };
  let [kept, broken] = [lastKept, firstBroken];
  while (broken - kept > 1) {
    const middle = Math.floor((kept + broken) / 2);
    if (breaks(reading, readCells(reader, Float64Array.of(middle))(0), place)) broken = middle;
    else kept = middle;
  }
  const label = `Lower ${table} to ${countText(broken)} ${broken === 1 ? "row" : "rows"}`;
  return [{ label, edit: { kind: "set-rows", table, rows: broken } }];
}

type Range = Extract<CheckConstraint, { kind: "range" }>;

/** The range of each column: BETWEEN is two constraints, and one fix. */
function ranges(constraints: readonly CheckConstraint[]): readonly Range[] {
  const found = new Map<string, Range>();
  for (const constraint of constraints) {
    if (constraint.kind === "range") found.set(constraint.column, { ...found.get(constraint.column), ...constraint });
  }
  return [...found.values()];
}

/** Limits that the rule's own parameters can hold: the same rule, with those of its minimum and maximum set that are not within. */
function fixesFor(plan: Plan, table: TableId, constraint: Range): Fix[] {
  const entry = plan.design.tables.get(table)?.columns.find(({ column }) => column.name === constraint.column);
  if (entry?.rule.kind !== "generate") return [];
  const { rule, column } = entry;
  const generator = plan.catalogue.get(rule.generator);
  const parsed = generator?.params.safeParse(rule.params);
  const current = new Map<string, unknown>(Object.entries(parsed?.success === true ? (parsed.data ?? {}) : {}));
  const { minimum, maximum } = {
    minimum: constraint.minimum && firstWithin(constraint.minimum, "minimum", column.valueType),
    maximum: constraint.maximum && firstWithin(constraint.maximum, "maximum", column.valueType),
  };
  const now = { minimum: Number(current.get("min") ?? NaN), maximum: Number(current.get("max") ?? NaN) };
  const wanted: Partial<Record<End, number | string>> = {};
  if (minimum !== undefined && !(typeof minimum === "number" && now.minimum >= minimum)) wanted.minimum = minimum;
  if (maximum !== undefined && !(typeof maximum === "number" && now.maximum <= maximum)) wanted.maximum = maximum;
  // A minimum above the maximum would be the next problem: the rule is as wide as it was, at its new place.
  const span = now.maximum - now.minimum;
  const [low, high] = [Number(wanted.minimum ?? NaN), Number(wanted.maximum ?? NaN)];
  if (low > now.maximum) wanted.maximum ??= tidy(Math.min(low + span, Number(maximum ?? Infinity)), 6);
  if (high < now.minimum) wanted.minimum ??= tidy(Math.max(high - span, Number(minimum ?? -Infinity)), 6);
  const limits = ends.flatMap((end) => {
    const value = wanted[end];
    return value === undefined ? [] : [{ end, name: end === "minimum" ? "min" : "max", value }];
  });
  const params = { ...rule.params, ...Object.fromEntries(limits.map(({ name, value }) => [name, value])) };
  if (limits.length === 0 || generator?.params.safeParse(params).success !== true) return [];
  const label = `Set ${limits.map(({ end, value }) => `${end} to ${value}`).join(" and ")}`;
  return [{ label, edit: { kind: "set-rule", table, column: constraint.column, rule: { ...rule, params } } }];
}

type End = "minimum" | "maximum";
const ends: readonly End[] = ["minimum", "maximum"];

/** The bound itself, or the nearest value within where it is not part of the range; undefined where there is no nearest. */
function firstWithin({ value, inclusive }: Bound, end: End, type: ValueType): number | string | undefined {
  if (typeof value === "boolean" || value instanceof Uint8Array) return undefined;
  const known = typeof value === "bigint" ? Number(value) : value;
  if (inclusive) return known;
  const digits = type.kind === "integer" ? 0 : type.kind === "decimal" ? type.scale : undefined;
  if (typeof known !== "number" || digits === undefined) return undefined;
  const step = end === "minimum" ? 1 : -1;
  return Number((known + step * 10 ** -digits).toFixed(digits));
}
