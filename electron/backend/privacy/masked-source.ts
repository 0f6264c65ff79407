import { setImmediate as nextTurn } from "node:timers/promises";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { NameLists } from "../../../shared/rules/personal/by-value.ts";
import { findPersonal, type PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../../drivers/driver.ts";
import { openSource } from "../../drivers/open-source.ts";
import type { MaskingSpec } from "../../jobs/job-spec.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { countRows, holdColumns } from "../../jobs/prepare-masking.ts";
import { openSample } from "../../jobs/sample/sampled-source.ts";
import type { Session } from "../sessions/session.ts";
import { resolveNow } from "../today.ts";
import { maskRows, type SourcePage } from "./masked-rows.ts";

/** Consecutive rows of a masked table before and after, by column; texts are canonical. */
export interface RowPairs {
  /** 0-based number of the first row. */
  readonly start: number;
  readonly count: number;
  readonly source: Readonly<Record<string, Texts>>;
  readonly masked: Readonly<Record<string, Texts>>;
}

type Texts = readonly (string | null)[];

/** Rows of a sample, of each table. */
export const sampleRows = 1000;
/** Rows that are masked at once. */
const pageRows = 2000;

/** What is known of a source whatever its rules are. */
interface Known {
  readonly lists: NameLists;
  readonly findings: readonly PersonalFinding[];
  readonly masking: MaskingSpec;
  readonly signal: AbortSignal;
  /** Compiles rules with the row counts of the source. */
  planOf(project: Project): Promise<Plan>;
}

/**
 * The source of a project with the masks of its rules: what the figures of privacy are taken from. Undecided columns are
 * looked at as they would be written. Values live in memory, and only while they are looked at.
 */
export class MaskedSource {
  readonly plan: Plan;
  readonly lists: NameLists;
  readonly findings: readonly PersonalFinding[];
  readonly #source: Source;
  readonly #known: Known;

  constructor(source: Source, plan: Plan, known: Known) {
    this.#source = source;
    this.plan = plan;
    this.#known = known;
    this.lists = known.lists;
    this.findings = known.findings;
  }

  /** The same rows under other rules. */
  async under(project: Project): Promise<MaskedSource> {
    return new MaskedSource(this.#source, await this.#known.planOf(project), this.#known);
  }

  /** The tables whose rows come from the source. */
  get tables(): readonly TablePlan[] {
    return this.plan.order.filter(({ masked }) => masked !== undefined);
  }

  /** Rows of a table before and after. Throws the error of a mask that fails, which has no value in it. */
  async *pairs(table: TablePlan, names: readonly string[], limit = Infinity): AsyncGenerator<RowPairs> {
    for await (const page of this.#pages(table, limit)) {
      const cells = maskRows(this.plan, page, this.#known.masking, names);
      const failed = cells.find(({ error }) => error !== undefined)?.error;
      if (failed !== undefined) throw failed;
      yield {
        start: page.start,
        count: page.rows.length,
        source: Object.fromEntries(cells.map(({ column, source }) => [column.name, source])),
        masked: Object.fromEntries(cells.map(({ column, masked }) => [column.name, masked])),
      };
    }
  }

  async *#pages(table: TablePlan, limit: number): AsyncGenerator<SourcePage> {
    const columns = table.table.columns.filter(
      ({ generated, name }) => generated === undefined || table.written.some((written) => written.name === name),
    );
    const request = {
      table: table.table,
      columns: columns.map(({ name }) => name),
      signal: this.#known.signal,
      ...(limit === Infinity ? {} : { limit }),
    };
    let start = 0;
    let rows: (readonly Cell[])[] = [];
    for await (const chunk of this.#source.read(request)) {
      rows.push(...chunk);
      while (rows.length >= pageRows) {
        yield { table: table.id, start, columns, rows: rows.slice(0, pageRows) };
        start += pageRows;
        rows = rows.slice(pageRows);
        // Other questions of the window are answered between two pages.
        await nextTurn();
        this.#known.signal.throwIfAborted();
      }
    }
    if (rows.length > 0) yield { table: table.id, start, columns, rows };
  }
}

export interface MaskedSourceRequest {
  /** The root of the key; absent where there is none, which masks that work with one refuse. */
  readonly key?: Uint8Array;
  /** Instead of the session's own: edits on trial. */
  readonly project?: Project;
  readonly scenario?: string;
  readonly signal: AbortSignal;
}

/** Opens the source of a project for a question, and closes it after. Throws a SeedloomError. */
export async function withMaskedSource<T>(
  session: Session,
  { key, project = session.project, scenario, signal }: MaskedSourceRequest,
  use: (source: MaskedSource) => Promise<T>,
): Promise<T> {
  if (!session.source.connected) {
    const message = session.source.message ?? "The source cannot be read.";
    throw new SeedloomError("source-unreadable", message, "Open it again when it is there.");
  }
  const asked = {
    model: session.model,
    project,
    referenceDate: resolveNow(project.now),
    source: session.source.path,
    ...(session.folder === undefined ? {} : { folder: session.folder }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  const whole = await openSource(session.source.path);
  try {
    const first = await loadPlan(asked);
    const source = (await openSample(whole, first.design, signal))?.source ?? whole;
    const counts: Record<string, number> = {};
    const samples = new Map<string, ReadonlyMap<string, Texts>>();
    for (const table of first.order.filter(({ masked }) => masked !== undefined)) {
      counts[table.id] = await countRows(source, table, signal);
      samples.set(table.id, await sampleOf(source, table, signal));
    }
    const planOf = (rules: Project): Promise<Plan> => loadPlan({ ...asked, project: rules, rowOverrides: counts });
    const plan = await planOf(project);
    const lists = await nameLists(Object.keys(project.locales));
    const findings = findPersonal(plan.design.model, lists, (table, column) => samples.get(table.id)?.get(column.name));
    const masking = { held: await holdColumns(source, plan, signal), ...(key === undefined ? {} : { key }) };
    return await use(new MaskedSource(source, plan, { lists, findings, masking, signal, planOf }));
  } finally {
    await whole.close();
  }
}

/** The first values of a table's columns, by which personal ones are found. */
async function sampleOf(
  source: Source,
  { table }: TablePlan,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Texts>> {
  const columns = table.columns.filter(({ valueType }) => valueType.kind !== "bytes");
  const rows: (readonly Cell[])[] = [];
  const request = { table, columns: columns.map(({ name }) => name), limit: sampleRows, signal };
  if (columns.length > 0) for await (const chunk of source.read(request)) rows.push(...chunk);
  const text = (cell: Cell | undefined): string | null =>
    cell === null || cell === undefined || cell instanceof Uint8Array ? null : String(cell);
  return new Map(columns.map(({ name }, k) => [name, rows.map((cells) => text(cells[k]))]));
}
