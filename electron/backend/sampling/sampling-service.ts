import type { SampleChoices, SampleCounts, SampleStep } from "../../../shared/api/sample-views.ts";
import { childName, planSample, sampleRelations, wholeTables } from "../../../shared/plan/sample/sample-plan.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { TableId, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import { countRows } from "../../jobs/prepare-masking.ts";
import { openSample, SampledSource, type DrawnSample } from "../../jobs/sample/sampled-source.ts";
import { whyHere } from "../../jobs/sample/why-here.ts";
import { withSource } from "../privacy/session-source.ts";
import type { SamplingService } from "../services.ts";
import type { Sessions } from "../sessions/session-service.ts";
import { tablePlan, type Session } from "../sessions/session.ts";

/** The sample that was drawn last for an open project: keys of rows, and no other values of the source. */
interface Drawn {
  readonly of: string;
  readonly sample: DrawnSample | undefined;
}

/** Which rows open projects take of their sources. */
export class Sampling implements SamplingService {
  readonly #sessions: Sessions;
  readonly #drawn = new WeakMap<Session, Drawn>();
  readonly #rowsOf = new WeakMap<Session, Map<TableId, number>>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async choices(id: string, table: TableId): Promise<SampleChoices> {
    const { plan } = await this.#sessions.get(id).compiled();
    const key = tablePlan(plan, table).table.primaryKey;
    const relations = sampleRelations(plan.design).filter(({ parent }) => parent.id === table);
    const children = relations.map(({ child, columns }) => {
      const alone = relations.filter((other) => other.child.id === child.id).length === 1;
      return { name: alone ? child.id : childName(child.id, columns), table: child.id, columns };
    });
    return { key, children };
  }

  async counts(id: string, signal: AbortSignal): Promise<SampleCounts> {
    const session = this.#sessions.get(id);
    const { plan } = await session.compiled();
    const planned = planSample(plan.design);
    if (planned === undefined) return { tables: [], whole: [] };
    return await withSource(session, async (source) => {
      const sample = await this.#sample(session, plan, source, signal);
      const known = this.#rowsOf.get(session) ?? new Map<TableId, number>();
      this.#rowsOf.set(session, known);
      const counted = async (table: TableModel): Promise<number> => {
        const count = known.get(table.id) ?? (await countRows(source, { table }, signal));
        known.set(table.id, count);
        return count;
      };
      const tables: SampleCounts["tables"][number][] = [];
      for (const [table, rows] of sample?.rows ?? [])
        tables.push({ table, rows: rows.size, chosen: rows.chosen, of: await counted(rows.table) });
      const whole: SampleCounts["whole"][number][] = [];
      for (const table of wholeTables(plan.design, planned))
        whole.push({ table: table.id, rows: await counted(table) });
      return { tables, whole };
    });
  }

  async why(id: string, table: TableId, row: number, signal: AbortSignal): Promise<readonly SampleStep[]> {
    const session = this.#sessions.get(id);
    const { plan } = await session.compiled();
    if (planSample(plan.design)?.tables.has(table) !== true) return [];
    return await withSource(session, async (source) => {
      const sample = await this.#sample(session, plan, source, signal);
      return sample === undefined ? [] : await whyHere(sample, plan, { table, row }, signal);
    });
  }

  /** A source that has no other rows than those which the project takes. */
  async source(session: Session, plan: Plan, whole: Source, signal: AbortSignal): Promise<Source> {
    return (await this.#sample(session, plan, whole, signal))?.source ?? whole;
  }

  /** Draws anew where the project asks for other rows than before. */
  async #sample(session: Session, plan: Plan, source: Source, signal: AbortSignal): Promise<DrawnSample | undefined> {
    const of = sampleSignature(plan);
    const before = this.#drawn.get(session);
    if (before?.of === of)
      return before.sample && { ...before.sample, source: new SampledSource(source, before.sample.rows) };
    const sample = await openSample(source, plan.design, signal);
    this.#drawn.set(session, { of, sample });
    return sample;
  }
}

/** Equal for plans that take the same rows. */
export function sampleSignature({ design }: Pick<Plan, "design">): string {
  const plan = planSample(design);
  if (plan === undefined) return "";
  return JSON.stringify([
    plan.seed,
    [...plan.tables].map(([id, { sample }]) => [id, sample]),
    plan.relations.map(({ child, parent, columns, only, children }) => [child.id, columns, parent.id, only, children]),
  ]);
}
