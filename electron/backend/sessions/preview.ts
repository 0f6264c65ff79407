import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { z } from "zod";
import type { columnInput, pageInput, tableInput, trialInput } from "../../../shared/api/inputs.ts";
import type { ColumnProfile, PreviewColumn, PreviewPage, TableSparks, Trial } from "../../../shared/api/views.ts";
import { ColumnSample, sampleColumns } from "../../../shared/batches/profile.ts";
import { sampledRows } from "../../../shared/batches/sampled-rows.ts";
import { tableReader } from "../../../shared/batches/table-reader.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { applyWithin } from "../../../shared/project/apply-within.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import type { ColumnModel, TableModel } from "../../../shared/schema/schema-model.ts";
import { cellText } from "../../../shared/vectors/cells.ts";
import type { Vector } from "../../../shared/vectors/vector.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import { tablePlan, type Session } from "./session.ts";

const profileRows = 10_000;
const profileBins = 32;
const sparkRows = 400;
const sparkBins = 16;
/** Rows between two looks at what else the process has to do. */
const sliceRows = 1000;
const sampleCells = 8;

/** A page of rows as an export would write them. */
export async function previewPage(session: Session, input: z.output<typeof pageInput>): Promise<PreviewPage> {
  const compiled = await session.compiled();
  const { table, designed, rowCount } = tablePlan(compiled.plan, input.table);
  const begin = performance.now();
  const count = Math.max(0, Math.min(input.count, rowCount - input.start));
  const columns: PreviewColumn[] = [];
  const batch = count === 0 ? undefined : session.reader(compiled, input.table).readRange(input.start, count);
  for (const { column } of designed.columns) {
    const at = batch?.columns.findIndex(({ name }) => name === column.name) ?? -1;
    const vector = batch?.vectors[at];
    columns.push({
      name: column.name,
      align: alignOf(column),
      cells: vector === undefined ? new Array<null>(count).fill(null) : texts(vector, count),
      written: isWritten(compiled.plan.tables.get(input.table)?.written ?? [], column),
    });
  }
  return {
    revision: compiled.revision,
    table: table.id,
    rowCount,
    start: input.start,
    columns,
    elapsed: performance.now() - begin,
  };
}

/** The shape of one column over rows spread over the whole table; gives way to other work between slices. */
export async function columnProfile(session: Session, input: z.output<typeof columnInput>): Promise<ColumnProfile> {
  const compiled = await session.compiled();
  const planned = tablePlan(compiled.plan, input.table);
  const { table, designed, written } = planned;
  const column = knownColumn(table, input.column);
  const begin = performance.now();
  const rows = sampledRows(compiled.plan, planned, [column.name], profileRows);
  const sample = new ColumnSample(rows.length);
  const samples: (string | null)[] = [];
  if (isWritten(written, column) && rows.length > 0) {
    const reader = tableReader(compiled.plan, input.table, { columns: [column.name], batchRows: sliceRows });
    for (let at = 0; at < rows.length; at += sliceRows) {
      const slice = rows.subarray(at, at + sliceRows);
      const [vector] = reader.readRows(slice, slice.length).vectors;
      if (vector !== undefined) {
        sample.add(vector, slice.length);
        if (at === 0) samples.push(...texts(vector, Math.min(sampleCells, slice.length)));
      }
      await nextTurn();
    }
  }
  const unique = designed.columns.find((entry) => entry.column.name === column.name)?.unique ?? false;
  return {
    revision: compiled.revision,
    table: table.id,
    column: column.name,
    ...sample.profile(profileBins, unique),
    sampleRows: rows.length,
    samples,
    elapsed: performance.now() - begin,
  };
}

/** A small shape for every column of a table. */
export async function tableSparks(session: Session, input: z.output<typeof tableInput>): Promise<TableSparks> {
  const compiled = await session.compiled();
  const planned = tablePlan(compiled.plan, input.table);
  const { table, designed } = planned;
  const written = planned.written.map(({ name }) => name);
  const rows = sampledRows(compiled.plan, planned, written, sparkRows);
  const reader = tableReader(compiled.plan, input.table, { batchRows: Math.max(1, rows.length) });
  const samples = sampleColumns(reader, rows);
  const uniques = new Set(designed.columns.filter(({ unique }) => unique).map(({ column }) => column.name));
  const shapes = reader.columns.map(
    ({ name }, k) => [name, samples[k]?.profile(sparkBins, uniques.has(name)).distribution] as const,
  );
  return {
    revision: compiled.revision,
    table: table.id,
    columns: Object.fromEntries(
      shapes.flatMap(([name, shape]) => (shape === undefined ? [] : [[name, shape] as const])),
    ),
  };
}

/** Cells of a rule that is not, or not yet, the column's. */
export async function trialCells(
  session: Session,
  input: z.output<typeof trialInput>,
  signal: AbortSignal,
): Promise<Trial> {
  const { table, column, rule, start } = input;
  // A list that is scrolled asks for many: what was called off meanwhile is heard of first.
  await nextTurn();
  signal.throwIfAborted();
  const project = applyWithin(session.project, session.scenario ?? null, { kind: "set-rule", table, column, rule });
  const plan = await session.compileOther(project);
  const { table: model, rowCount } = tablePlan(plan, table);
  knownColumn(model, column);
  const count = Math.max(0, Math.min(input.count, rowCount - start));
  const worst = planProblems(plan)
    .filter((problem) => problem.table === table && problem.column === column)
    .toSorted((left, right) => Number(right.severity === "error") - Number(left.severity === "error"))[0];
  const problem = worst && { severity: worst.severity, message: worst.message };
  const [vector] =
    count === 0
      ? []
      : tableReader(plan, table, { columns: [column], batchRows: count }).readRange(start, count).vectors;
  return { cells: vector === undefined ? [] : texts(vector, count), ...(problem ? { problem } : {}) };
}

const texts = (vector: Vector, count: number): (string | null)[] =>
  Array.from({ length: count }, (_, i) => cellText(vector, i));

const isWritten = (written: readonly ColumnModel[], column: ColumnModel): boolean =>
  written.some(({ name }) => name === column.name);

function alignOf({ valueType: { kind } }: ColumnModel): "start" | "end" {
  return kind === "integer" || kind === "decimal" || kind === "real" ? "end" : "start";
}

function knownColumn(table: TableModel, name: string): ColumnModel {
  const found = table.columns.find((column) => column.name === name);
  if (found !== undefined) return found;
  const nearest = nearestName(
    name,
    table.columns.map((column) => column.name),
  );
  throw new SeedloomError(
    "usage",
    `${table.id} has no column ${name}.`,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  );
}
