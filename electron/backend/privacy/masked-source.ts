import { setImmediate as nextTurn } from "node:timers/promises";
import type { Batch } from "../../../shared/batches/batch.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { NameLists } from "../../../shared/rules/personal/by-value.ts";
import { findPersonal, type PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../../drivers/driver.ts";
import type { JobSpec, MaskingSpec } from "../../jobs/job-spec.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { countRows, holdColumns, refuseWithoutKey } from "../../jobs/prepare-masking.ts";
import { openSample } from "../../jobs/sample/sampled-source.ts";
import { sampleTable, type TableSample } from "../sample-tables.ts";
import type { Session } from "../sessions/session.ts";
import { resolveNow } from "../today.ts";
import { maskedBatch, maskRows, readSourcePage, type SourcePage } from "./masked-rows.ts";
import { withSource } from "./session-source.ts";

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

  /** The written columns of some rows of a table as a run would write them. Throws what stops such a run. */
  async batch(table: TablePlan, start: number, count: number): Promise<Batch> {
    const { masking, signal } = this.#known;
    refuseWithoutKey([table], masking.key);
    return maskedBatch(this.plan, table, await readSourcePage(this.#source, table, start, count, signal), masking);
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

/** The rules that rows are masked by. */
export type MaskingRules = Pick<JobSpec, "model" | "project" | "referenceDate" | "source" | "folder" | "scenario">;

interface Asked {
  /** The root of the key; absent where there is none, which masks that work with one refuse. */
  readonly key?: Uint8Array;
  readonly signal: AbortSignal;
}

/** How the source of a project has the rows that a plan takes. */
type TakeRows = (whole: Source, plan: Plan, signal: AbortSignal) => Promise<Source>;

const takeSample: TakeRows = async (whole, { design }, signal) =>
  (await openSample(whole, design, signal))?.source ?? whole;

/**
 * Opens the source of a project for a question, under the scenario that is looked at and with the rows that a run would take,
 * and closes it after. Throws a SeedloomError.
 */
export async function withMaskedSource<T>(
  session: Session,
  { take = takeSample, ...asked }: Asked & { readonly take?: TakeRows },
  use: (source: MaskedSource) => Promise<T>,
): Promise<T> {
  const { model, planned: project, folder, scenario } = session;
  const rules = {
    model,
    project,
    referenceDate: resolveNow(project.now),
    source: session.source.path,
    ...(folder === undefined ? {} : { folder }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  return await withSource(session, async (whole) => {
    const source = await take(whole, await loadPlan(rules), asked.signal);
    return await use(await readMasked(source, rules, asked));
  });
}

/** Counts the rows of a source that has those which are taken, and finds what is personal in them. Throws a SeedloomError. */
export async function readMasked(source: Source, rules: MaskingRules, { key, signal }: Asked): Promise<MaskedSource> {
  const first = await loadPlan(rules);
  const counts: Record<TableId, number> = {};
  const samples = new Map<TableId, TableSample>();
  for (const table of first.order.filter(({ masked }) => masked !== undefined)) {
    counts[table.id] = await countRows(source, table, signal);
    samples.set(table.id, await sampleTable(source, table.table, sampleRows, signal));
  }
  const planOf = (project: Project): Promise<Plan> => loadPlan({ ...rules, project, rowOverrides: counts });
  const plan = await planOf(rules.project);
  const lists = await nameLists(Object.keys(rules.project.locales));
  const findings = findPersonal(plan.design.model, lists, (table, column) => samples.get(table.id)?.get(column.name));
  const masking = { held: await holdColumns(source, plan, signal), ...(key === undefined ? {} : { key }) };
  return new MaskedSource(source, plan, { lists, findings, masking, signal, planOf });
}
