import { performance } from "node:perf_hooks";
import type { z } from "zod";
import type { pageInput } from "../../../shared/api/inputs.ts";
import type {
  FindingsView,
  KeyView,
  MaskChoices,
  MaskedPage,
  maskChoicesInput,
  maskedPageInput,
  maskTrialInput,
  policyEditsInput,
  PolicyEdit,
  setKeyInput,
} from "../../../shared/api/privacy-views.ts";
import type { GeneratorCard, PreviewPage, Trial } from "../../../shared/api/views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { heldColumns } from "../../../shared/batches/held-columns.ts";
import { maskKeys } from "../../../shared/keyed/mask-keys.ts";
import { maskCatalogue } from "../../../shared/masks/index.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { planSample } from "../../../shared/plan/sample/sample-plan.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { Project } from "../../../shared/project/project.ts";
import { findPersonal, type PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import type { MaskingSpec } from "../../jobs/job-spec.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { nameLists } from "../../jobs/name-lists.ts";
import { countRows, holdColumns } from "../../jobs/prepare-masking.ts";
import { maskCards } from "../generator-cards.ts";
import type { PrivacyService } from "../services.ts";
import { sampleSignature, type Sampling } from "../sampling/sampling-service.ts";
import type { Sessions } from "../sessions/session-service.ts";
import { tablePlan, type Session } from "../sessions/session.ts";
import { findingViews, maskChoices, policyEdits } from "./finding-views.ts";
import { alignOf, maskedPage } from "./masked-page.ts";
import { maskRows, readSourcePage, type SourcePage } from "./masked-rows.ts";
import { scanSource, type Scan } from "./scan-source.ts";
import type { SessionKeys } from "./session-key.ts";
import { withSource } from "./session-source.ts";

/** What is known of the source of one open project. Of its rows only the page that is looked at is held. */
interface Known {
  byName?: readonly PersonalFinding[];
  scan?: Scan;
  rowCounts: Readonly<Record<TableId, number>>;
  /** Which sample the rows and their counts are of. */
  sample?: string;
  page?: SourcePage & { readonly asked: number };
  /** A plan with the source's row counts, and what it must hold of the source. */
  plan?: { readonly revision: number; readonly counts: Known["rowCounts"]; readonly plan: Plan };
  held?: { readonly plan: Plan; readonly held: MaskingSpec["held"] };
}

/** What is needed to mask rows of a table. */
export interface MaskingAtHand {
  readonly plan: Plan;
  readonly table: TablePlan;
  readonly page: SourcePage;
  readonly masking: MaskingSpec;
}

/** Personal columns of the open projects, what becomes of them, and their rows before and after. */
export class Privacy implements PrivacyService {
  readonly #sessions: Sessions;
  readonly #keys: SessionKeys;
  readonly #sampling: Sampling;
  readonly #known = new WeakMap<Session, Known>();

  constructor(sessions: Sessions, keys: SessionKeys, sampling: Sampling) {
    this.#sessions = sessions;
    this.#keys = keys;
    this.#sampling = sampling;
  }

  /** By names and types at once; by values, too, once the source was scanned. */
  async findings(id: string): Promise<FindingsView> {
    const session = this.#sessions.get(id);
    const { plan, revision } = await session.compiled();
    const { scan, rowCounts } = this.#of(session);
    return {
      revision,
      findings: findingViews(plan, await this.found(session), session.schema.locked(session.project)),
      tables: [...plan.tables.values()].map(({ id: table, designed }) => ({
        table,
        mode: designed.mode,
        ...(rowCounts[table] === undefined ? {} : { rows: rowCounts[table] }),
      })),
      ...(scan === undefined ? {} : { scanned: { columns: scan.columns, rows: scan.rows } }),
    };
  }

  /** Looks at the source's first values; what they were is forgotten. */
  async scan(id: string, signal: AbortSignal): Promise<FindingsView> {
    const session = this.#sessions.get(id);
    const { plan } = await session.compiled();
    const scan = await scanSource(session, plan, signal);
    const known = this.#of(session);
    known.scan = scan;
    session.personal = scan.findings;
    // Of a sampled table, the rows that are taken are counted when they are looked at.
    const sampled = planSample(plan.design)?.tables;
    known.rowCounts = Object.fromEntries(
      Object.entries(scan.rowCounts).filter(([table]) => sampled?.has(table) !== true),
    );
    session.sourceRows = known.rowCounts;
    return await this.findings(id);
  }

  async choices({ session: id, table, column }: z.output<typeof maskChoicesInput>): Promise<MaskChoices> {
    const session = this.#sessions.get(id);
    const { plan } = await session.compiled();
    const finding = (await this.found(session)).find((one) => one.table === table && one.column === column);
    return maskChoices(plan, table, column, finding);
  }

  async policy({ session: id, policies }: z.output<typeof policyEditsInput>): Promise<readonly PolicyEdit[]> {
    const session = this.#sessions.get(id);
    const { plan } = await session.compiled();
    return policyEdits(plan, await this.found(session), policies);
  }

  async page(input: z.output<typeof maskedPageInput>, signal: AbortSignal): Promise<MaskedPage> {
    const session = this.#sessions.get(input.session);
    const { revision } = await session.compiled();
    const at = await this.masking(session, input.table, input.start, input.count, signal);
    const { key } = at.masking;
    const fingerprint = key === undefined ? undefined : maskKeys(key).fingerprint;
    return maskedPage({
      ...at,
      revision,
      fingerprint,
      findings: await this.found(session),
      source: input.source,
    });
  }

  /** The rows of a masked table as the designer shows them, without their source; undefined of all other tables. */
  async preview(input: z.output<typeof pageInput>, signal: AbortSignal): Promise<PreviewPage | undefined> {
    const session = this.#sessions.get(input.session);
    const { plan, revision } = await session.compiled();
    const { masked, designed, written } = tablePlan(plan, input.table);
    if (masked === undefined || !session.source.connected) return undefined;
    const { table, start, count } = input;
    const at = await this.masking(session, table, start, count, signal);
    const begin = performance.now();
    const cells = new Map(maskRows(at.plan, at.page, at.masking).map((one) => [one.column.name, one]));
    const nothing = new Array<null>(at.page.rows.length).fill(null);
    return {
      revision,
      table,
      rowCount: at.table.rowCount,
      start,
      columns: designed.columns.map(({ column }) => {
        const one = cells.get(column.name);
        return {
          name: column.name,
          align: alignOf(column),
          cells: one === undefined || one.error !== undefined ? nothing : one.masked,
          written: written.some(({ name }) => name === column.name),
        };
      }),
      elapsed: performance.now() - begin,
    };
  }

  /** What a mask would give, without giving the column the mask. */
  async trial(input: z.output<typeof maskTrialInput>, signal: AbortSignal): Promise<Trial> {
    const { table, column, rule, start, count } = input;
    const session = this.#sessions.get(input.session);
    const project = applyEdit(session.project, { kind: "set-rule", table, column, rule });
    const at = await this.masking(session, table, start, count, signal, project);
    const [cells] = maskRows(at.plan, at.page, at.masking, [column]);
    return {
      cells: cells?.masked ?? [],
      ...(cells?.error === undefined ? {} : { problem: { severity: "error", message: cells.error.message } }),
    };
  }

  masks(): readonly GeneratorCard[] {
    return maskCards(maskCatalogue);
  }

  key(id: string): Promise<KeyView> {
    return this.#keys.view(this.#sessions.get(id));
  }

  makeKey(): string {
    return this.#keys.make();
  }

  async setKey({ session: id, key }: z.output<typeof setKeyInput>): Promise<KeyView> {
    await this.#keys.set(this.#sessions.get(id), key);
    return await this.key(id);
  }

  async forgetKey(id: string): Promise<KeyView> {
    await this.#keys.forget(this.#sessions.get(id));
    return await this.key(id);
  }

  async acceptKey(id: string): Promise<KeyView> {
    await this.#keys.accept(this.#sessions.get(id));
    return await this.key(id);
  }

  /** The personal columns of a project's schema: by values where the source was scanned. */
  async found(session: Session): Promise<readonly PersonalFinding[]> {
    const known = this.#of(session);
    if (known.scan !== undefined) return known.scan.findings;
    known.byName ??= findPersonal(session.model, await nameLists(Object.keys(session.project.locales)));
    return known.byName;
  }

  /**
   * Reads rows of a masked table, and whatever else masking them takes. The source is opened only where the rows that were
   * read last are not those that are asked for: an edit is on screen without a connection.
   */
  async masking(
    session: Session,
    id: TableId,
    start: number,
    count: number,
    signal: AbortSignal,
    project: Project = session.project,
  ): Promise<MaskingAtHand> {
    const known = this.#of(session);
    const key = await this.#keys.root(session);
    const { plan: now } = await session.compiled();
    if (tablePlan(now, id).masked === undefined) throw notMasked(id);
    const sample = sampleSignature(now);
    if (known.sample !== sample) {
      // Other rows are taken than before.
      known.rowCounts = {};
      delete known.page;
      delete known.held;
      known.sample = sample;
    }
    const spec = (held: MaskingSpec["held"]): MaskingSpec => ({ held, ...(key === undefined ? {} : { key }) });
    const { page } = known;
    if (page?.table === id && page.start === start && page.asked === count && known.rowCounts[id] !== undefined) {
      const plan = await this.#plan(session, project);
      const held = heldFor(known, plan);
      if (held !== undefined) return { plan, table: tablePlan(plan, id), page, masking: spec(held) };
    }
    return await withSource(session, async (whole) => {
      const { plan: first } = await session.compiled();
      const source = await this.#sampling.source(session, first, whole, signal);
      const counts: Record<TableId, number> = { ...known.rowCounts };
      for (const table of first.order) {
        if (table.masked !== undefined) counts[table.id] ??= await countRows(source, table, signal);
      }
      if (Object.keys(counts).length > Object.keys(known.rowCounts).length) session.sourceRows = counts;
      known.rowCounts = counts;
      const plan = await this.#plan(session, project);
      const held = heldFor(known, plan) ?? (await holdColumns(source, plan, signal));
      known.held = { plan, held };
      const table = tablePlan(plan, id);
      const read = { ...(await readSourcePage(source, table, start, count, signal)), asked: count };
      known.page = read;
      return { plan, table, page: read, masking: spec(held) };
    });
  }

  /** The plan of a project with the row counts of the source. */
  async #plan(session: Session, project: Project): Promise<Plan> {
    const known = this.#of(session);
    const { rowCounts, plan } = known;
    const { plan: compiled, revision } = await session.compiled();
    const own = project === session.project;
    if (own && plan?.revision === revision && plan.counts === rowCounts) return plan.plan;
    const counted = [...compiled.tables.values()].filter(({ masked }) => masked !== undefined);
    const made = await loadPlan({
      model: session.model,
      project: session.schema.planned(project),
      referenceDate: compiled.referenceDate,
      ...(session.scenario === undefined ? {} : { scenario: session.scenario }),
      source: session.source.path,
      ...(session.folder === undefined ? {} : { folder: session.folder }),
      rowOverrides: Object.fromEntries(counted.map(({ id }) => [id, rowCounts[id] ?? 0])),
    });
    if (own) known.plan = { revision, counts: rowCounts, plan: made };
    return made;
  }

  #of(session: Session): Known {
    const known = this.#known.get(session) ?? { rowCounts: {} };
    this.#known.set(session, known);
    return known;
  }
}

/** What is held already, where it is all that a plan asks for; nothing, where a plan asks for nothing. */
function heldFor({ held }: Known, plan: Plan): MaskingSpec["held"] | undefined {
  if (held?.plan === plan) return held.held;
  const asked = heldColumns(plan);
  return asked.size === 0 ? {} : undefined;
}

const notMasked = (id: TableId): SeedloomError =>
  new SeedloomError(
    "usage",
    `The rows of ${id} do not come from the source.`,
    `Choose “Mask rows of the source” for ${id}.`,
  );
