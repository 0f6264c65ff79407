import { heldColumns, readColumns } from "../../shared/batches/held-columns.ts";
import { joinChunks, sourceChunk, type SourceChunk } from "../../shared/batches/source-rows.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { Plan, TablePlan } from "../../shared/plan/plan.ts";
import { undecidedNew, undecidedPersonal } from "../../shared/plan/undecided.ts";
import { findPersonal } from "../../shared/rules/personal/find-personal.ts";
import type { ColumnModel, SchemaModel, TableId } from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import type { Source } from "../drivers/driver.ts";
import { filePlan } from "./file-plan.ts";
import type { JobSpec, MaskingSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";
import { nameLists } from "./name-lists.ts";
import { planProblems } from "./plan-problems.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { openSample } from "./sample/sampled-source.ts";
import { TableFeed } from "./source-feed.ts";

export interface MaskRequest {
  readonly source: Source;
  /** 32 bytes made from what the user has set; absent where nothing is. */
  readonly key?: Uint8Array;
  /** The schema that the project was saved with: columns that it has not are undecided. */
  readonly saved?: SchemaModel;
  readonly signal: AbortSignal;
}

type Asked = Omit<JobSpec, "format" | "dialect" | "masking" | "rowOverrides">;

/** What a run of masking has beside its spec. */
export interface PreparedMasking {
  /** With no other rows than those that are taken. */
  readonly source: Source;
  readonly rowOverrides: Readonly<Record<TableId, number>>;
  readonly masking: MaskingSpec;
  readonly feed: TableFeed;
}

/** How many rows of a table are looked at for personal values. */
const lookedAt = 1000;

/**
 * Makes a run of masking ready: counts the source's rows, finds personal columns by their names and values, refuses what is
 * undecided or cannot be masked, and reads what must be held. Nothing has been written. Throws a SeedloomError.
 */
export async function prepareMasking(asked: Asked, request: MaskRequest): Promise<PreparedMasking> {
  const { key, signal } = request;
  const first = await loadPlan(asked);
  const masked = first.order.filter((table) => table.masked !== undefined && wanted(asked, table));
  if (masked.length === 0) throw nothingMasked();
  // From here on, the source has no other rows than those of the sample.
  const source = (await openSample(request.source, first.design, signal))?.source ?? request.source;
  const rowOverrides = Object.fromEntries(
    await inTurn(masked, async (table) => [table.id, await countRows(source, table, signal)] as const),
  );
  const plan = await loadPlan({ ...asked, rowOverrides });
  const lists = await nameLists(Object.keys(asked.project.locales));
  const samples = await sampleRows(source, masked, signal);
  const findings = findPersonal(plan.design.model, lists, (table, column) => samples.get(table.id)?.get(column.name));
  const personal = undecidedPersonal(plan, findings);
  const fresh = request.saved === undefined ? [] : undecidedNew(plan, request.saved, personal);
  const files = filePlan(plan, { label: "", extension: "" }, { ...(asked.tables && { tables: asked.tables }) });
  refuseProblems({ plan, files }, [
    ...planProblems(plan).filter(({ code }) => code !== "personal-undecided"),
    ...personal,
    ...fresh,
  ]);
  refuseWithoutKey(masked, key);
  const held = await holdColumns(source, plan, signal);
  const columns = new Map(masked.map(({ id }) => [id, readColumns(plan, id)]));
  return {
    source,
    rowOverrides,
    masking: { held, ...(key === undefined ? {} : { key }) },
    feed: new TableFeed(source, (table) => columnsNamed(table, columns.get(table.id) ?? []), signal),
  };
}

const wanted = ({ tables }: Asked, { id }: TablePlan): boolean => tables === undefined || tables.includes(id);

const nothingMasked = (): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    "No table of the project takes its rows from the source.",
    "Set `mode: mask` for the tables to mask, in seedloom.yaml or in the window.",
  );

/** One after the other: a source reads one thing at a time. */
async function inTurn<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const outcomes: R[] = [];
  for (const item of items) outcomes.push(await run(item));
  return outcomes;
}

export async function countRows(
  source: Source,
  { table }: Pick<TablePlan, "table">,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  if (source.count !== undefined) return await source.count(table);
  let rows = 0;
  for await (const chunk of source.read({ table, columns: table.columns.slice(0, 1).map(({ name }) => name), signal }))
    rows += chunk.length;
  return rows;
}

type Sample = ReadonlyMap<string, readonly (string | null)[]>;

/** The first values of each column that would be kept: they are looked at, and dropped. */
async function sampleRows(
  source: Source,
  tables: readonly TablePlan[],
  signal: AbortSignal,
): Promise<ReadonlyMap<TableId, Sample>> {
  const sampled = await inTurn(tables, async (table): Promise<readonly [TableId, Sample]> => {
    const columns = table.written.filter(
      ({ name, valueType }) => table.masked?.has(name) !== true && valueType.kind !== "bytes",
    );
    const rows: (readonly Cell[])[] = [];
    const request = { table: table.table, columns: columns.map(({ name }) => name), limit: lookedAt, signal };
    if (columns.length > 0) for await (const chunk of source.read(request)) rows.push(...chunk);
    return [table.id, new Map(columns.map(({ name }, k) => [name, rows.map((cells) => textOf(cells[k] ?? null))]))];
  });
  return new Map(sampled);
}

const textOf = (cell: Cell): string | null => (cell === null || cell instanceof Uint8Array ? null : String(cell));

/** Masks that work with a key are not run without one. Throws "secret-missing". */
export function refuseWithoutKey(tables: readonly TablePlan[], key: Uint8Array | undefined): void {
  if (key !== undefined) return;
  for (const { id, masked } of tables) {
    for (const [column, mask] of masked ?? []) {
      if (mask?.mask.keyed(mask.params) !== true) continue;
      throw new SeedloomError(
        "secret-missing",
        `${id}.${column} is masked with a key (${mask.mask.label}), and there is none.`,
        "Set SEEDLOOM_KEY to the key of this project; `seedloom key` makes a new one.",
      );
    }
  }
}

/** Reads the columns that must be there as a whole. */
export async function holdColumns(
  source: Source,
  plan: Plan,
  signal: AbortSignal,
): Promise<Readonly<Record<TableId, SourceChunk>>> {
  const held = await inTurn([...heldColumns(plan)], async ([id, names]): Promise<readonly [TableId, SourceChunk]> => {
    const table = plan.tables.get(id);
    if (table === undefined) throw new RangeError(`No table ${id} in the plan.`);
    const columns = columnsNamed(table, names);
    const chunks: SourceChunk[] = [];
    let start = 0;
    for await (const rows of source.read({ table: table.table, columns: [...names], signal })) {
      chunks.push(sourceChunk(table, columns, start, rows));
      start += rows.length;
    }
    return [id, joinChunks(chunks.length > 0 ? chunks : [sourceChunk(table, columns, 0, [])])];
  });
  return Object.fromEntries(held);
}

const columnsNamed = ({ table }: TablePlan, names: readonly string[]): readonly ColumnModel[] =>
  names.flatMap((name) => table.columns.filter((column) => column.name === name));
