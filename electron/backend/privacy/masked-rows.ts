import type { Batch } from "../../../shared/batches/batch.ts";
import { readColumns } from "../../../shared/batches/held-columns.ts";
import { SourceWindow, sourceChunk } from "../../../shared/batches/source-rows.ts";
import { tableReader } from "../../../shared/batches/table-reader.ts";
import { isSeedloomError, type SeedloomError } from "../../../shared/base/errors.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import type { ColumnModel, TableId } from "../../../shared/schema/schema-model.ts";
import { cellText } from "../../../shared/vectors/cells.ts";
import type { Cell, Vector } from "../../../shared/vectors/vector.ts";
import type { Source } from "../../drivers/driver.ts";
import { jobMasking, withoutValues } from "../../jobs/job-masking.ts";
import type { MaskingSpec } from "../../jobs/job-spec.ts";

/** Rows of a masked table as the source has them: in memory only, and only as long as somebody looks at them. */
export interface SourcePage {
  readonly table: TableId;
  readonly start: number;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of rows before and after masking. Texts are canonical, as CSV has them. */
export interface MaskedCells {
  readonly column: ColumnModel;
  readonly source: readonly (string | null)[];
  readonly masked: readonly (string | null)[];
  /** Why there are no masked values. Nothing of a source value is in it. */
  readonly error?: SeedloomError;
}

/** Reads rows of a table with all columns that are written, or that masks of it look at. Throws a SeedloomError. */
export async function readSourcePage(
  source: Source,
  { table, written }: Pick<TablePlan, "table" | "written">,
  start: number,
  count: number,
  signal: AbortSignal,
): Promise<SourcePage> {
  const columns = table.columns.filter(({ generated, name }) => generated === undefined || isIn(written, name));
  const rows: (readonly Cell[])[] = [];
  const request = { table, columns: columns.map(({ name }) => name), start, limit: count, signal };
  for await (const chunk of source.read(request)) rows.push(...chunk);
  return { table: table.id, start, columns, rows };
}

/**
 * Masks rows as a run would mask them: the same kernels, the same key, the same row numbers. A column whose mask fails has
 * an error and no values; the others have theirs.
 */
export function maskRows(
  plan: Plan,
  page: SourcePage,
  masking: MaskingSpec,
  names: readonly string[] = page.columns.map(({ name }) => name),
): readonly MaskedCells[] {
  const table = plan.tables.get(page.table);
  if (table === undefined) throw new RangeError(`No table ${page.table} in the plan.`);
  const columns = page.columns.filter(({ name }) => names.includes(name) && isIn(table.written, name));
  const masked = maskColumns(
    plan,
    table,
    page,
    masking,
    columns.map(({ name }) => name),
  );
  return columns.map((column): MaskedCells => {
    const source = sourceTexts(page, column);
    const outcome = masked.get(column.name);
    if (outcome === undefined || isSeedloomError(outcome))
      return { column, source, masked: [], ...(outcome === undefined ? {} : { error: outcome }) };
    return { column, source, masked: outcome };
  });
}

type Outcome = readonly (string | null)[] | SeedloomError;

/** All columns by one reader; where one of them fails, each by its own. */
function maskColumns(
  plan: Plan,
  table: TablePlan,
  page: SourcePage,
  masking: MaskingSpec,
  names: readonly string[],
): ReadonlyMap<string, Outcome> {
  const count = page.rows.length;
  if (count === 0 || names.length === 0) return new Map(names.map((name) => [name, []]));
  try {
    const batch = maskBatch(plan, table, page, masking, names);
    return new Map(batch.columns.map(({ name }, k) => [name, textsOf(batch.vectors[k], count)]));
  } catch (error) {
    const [only] = names;
    if (names.length === 1 && only !== undefined) return new Map([[only, withoutValues(error)]]);
    return new Map(names.flatMap((name) => [...maskColumns(plan, table, page, masking, [name])]));
  }
}

/** Columns of rows as a run would write them. Throws the error of the first mask that fails; its values may be in that. */
function maskBatch(
  plan: Plan,
  table: TablePlan,
  page: SourcePage,
  masking: MaskingSpec,
  names: readonly string[],
): Batch {
  const count = page.rows.length;
  const asked = readColumns(plan, table.id);
  const places = page.columns.flatMap(({ name }, k) => (asked.includes(name) ? [k] : []));
  const needed = page.columns.filter(({ name }) => asked.includes(name));
  const cells = page.rows.map((row) => places.map((k) => row[k] ?? null));
  const window = new SourceWindow(table, count, sourceChunk(table, needed, page.start, cells));
  const reader = tableReader(plan, table.id, {
    columns: names,
    batchRows: count,
    masking: jobMasking(plan, masking, count, window),
  });
  return reader.readRange(page.start, count);
}

/** All written columns of rows as a run would write them. Throws a SeedloomError, which has no value in it. */
export function maskedBatch(plan: Plan, table: TablePlan, page: SourcePage, masking: MaskingSpec): Batch {
  try {
    const names = table.written.map(({ name }) => name);
    return maskBatch(plan, table, page, masking, names);
  } catch (error) {
    throw withoutValues(error);
  }
}

/** The cells of a column as the source has them; as they were read where one of them is none of its column's type. */
function sourceTexts(page: SourcePage, column: ColumnModel): readonly (string | null)[] {
  const k = page.columns.indexOf(column);
  const cells = page.rows.map((row) => row[k] ?? null);
  try {
    const chunk = sourceChunk(
      {},
      [column],
      page.start,
      cells.map((cell) => [cell]),
    );
    return textsOf(chunk.columns[column.name], cells.length);
  } catch (error) {
    if (!isSeedloomError(error)) throw error;
    return cells.map((cell) => (cell === null ? null : String(cell)));
  }
}

const textsOf = (vector: Vector | undefined, count: number): readonly (string | null)[] =>
  Array.from({ length: count }, (_, i) => (vector === undefined ? null : cellText(vector, i)));

const isIn = (columns: readonly ColumnModel[], name: string): boolean => columns.some((column) => column.name === name);
