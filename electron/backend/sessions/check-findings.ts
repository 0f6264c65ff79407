import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  problemsOfChecks,
  startChecks,
  type CheckFinding,
  type CheckTrial,
} from "../../../shared/batches/check-rows.ts";
import { isMostlyStale, staleDates, staleProblems } from "../../../shared/batches/stale-dates.ts";
import { canFail, startRuleTrial, type RuleTrial } from "../../../shared/batches/try-rules.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";
import { changedTables, designTexts, type DesignTexts } from "./changed-tables.ts";
import type { Compiled } from "./session.ts";

/** Rows of a table that its checks and rules are tried on. */
const checkedRows = 1000;
/** Milliseconds of work between two looks at what else the process has to do. */
const slice = 8;

/** What sample rows of a table have shown. */
export interface Known {
  readonly findings: readonly CheckFinding[];
  readonly problems: readonly Problem[];
}

/** A table's rows while they are tried: on its CHECK constraints, and on those of its rules that can fail. */
interface Trial {
  readonly checks: CheckTrial;
  readonly rules: RuleTrial;
}

const nothing: Known = { findings: [], problems: [] };

/**
 * What sample rows say about the CHECK constraints of a session's tables, and about rules that can fail. Trying a table takes tens of milliseconds, and an
 * edit must be on screen before that: findings stay until something they follow from has changed, the tables that were
 * edited are tried first, and whoever wants the others waits for them in slices between which pages are answered.
 */
export class CheckFindings {
  readonly #today: () => string | undefined;
  #of: Compiled | undefined;
  #texts: DesignTexts | undefined;
  readonly #known = new Map<TableId, Known>();
  /** What is to be tried, first things first: a set keeps the order in which it was filled. */
  readonly #stale = new Set<TableId>();
  readonly #trials = new Map<TableId, Trial>();

  /** `today` says the date of now, ISO; undefined where dates that have passed are nobody's concern yet. */
  constructor(today: () => string | undefined) {
    this.#today = today;
  }

  /** Takes up a revision, and tries its tables for so many milliseconds. */
  advance(compiled: Compiled, milliseconds: number): void {
    this.#take(compiled);
    const end = performance.now() + milliseconds;
    while (this.#of === compiled && performance.now() < end) {
      const [first] = this.#stale;
      if (first === undefined) return;
      this.#step(compiled, first);
    }
  }

  /** Tries every table that is left; ends early where a newer revision is taken up meanwhile. */
  async all(compiled: Compiled): Promise<void> {
    this.#take(compiled);
    while (this.#of === compiled && this.#stale.size > 0) {
      this.advance(compiled, slice);
      await nextTurn();
    }
  }

  /** What the rows of one table show, tried before all others. */
  async table(compiled: Compiled, id: TableId): Promise<Known> {
    this.#take(compiled);
    while (this.#of === compiled && this.#stale.has(id)) {
      const end = performance.now() + slice;
      while (this.#stale.has(id) && performance.now() < end) this.#step(compiled, id);
      await nextTurn();
    }
    return this.#known.get(id) ?? nothing;
  }

  /** What is known now; of tables that are still to be tried anew, what was found before. */
  problems(): readonly Problem[] {
    return [...this.#known.values()].flatMap(({ problems }) => problems);
  }

  /** Whether some tables are still to be tried. */
  get pending(): boolean {
    return this.#stale.size > 0;
  }

  /** Ends what is under way. */
  stop(): void {
    this.#of = undefined;
    this.#stale.clear();
    this.#trials.clear();
  }

  #take(compiled: Compiled): void {
    if (this.#of !== undefined && compiled.revision <= this.#of.revision) return;
    const { plan } = compiled;
    const texts = designTexts(plan);
    const { edited, dependent } = changedTables(plan, this.#texts, texts);
    this.#of = compiled;
    this.#texts = texts;
    this.#trials.clear();
    // A finding on a table that was edited may be what the edit has settled; the fixes of others are still right.
    for (const id of edited) this.#known.delete(id);
    const waiting = [...edited, ...dependent, ...this.#stale];
    this.#stale.clear();
    for (const id of waiting) {
      const planned = plan.tables.get(id);
      const rows = planned?.designed.mode === "generate" && planned.rowCount > 0;
      const tried = planned && (planned.table.checks.length > 0 || canFail(plan, planned) || this.#mayHavePassed(plan));
      if (rows && tried === true) this.#stale.add(id);
      else this.#known.delete(id);
    }
  }

  /** Of a reference date that lies behind, or of one that moves while dates that were written down do not. */
  #mayHavePassed({ referenceDate, design }: Plan): boolean {
    const today = this.#today();
    return today !== undefined && (referenceDate < today || design.project.now === "today");
  }

  /** Dates that were to lie ahead, where so many have passed that tests will notice. */
  #passedDates(plan: Plan, id: TableId): readonly Problem[] {
    const today = this.#today();
    if (today === undefined || !this.#mayHavePassed(plan)) return [];
    const freshness = { today, within: 0 };
    return staleProblems(plan, id, staleDates(plan, id, freshness).filter(isMostlyStale), freshness);
  }

  #step(compiled: Compiled, id: TableId): void {
    const { plan } = compiled;
    let known: Known | undefined;
    try {
      const trial = this.#trials.get(id) ?? {
        checks: startChecks(plan, id, checkedRows),
        rules: startRuleTrial(plan, id, checkedRows),
      };
      this.#trials.set(id, trial);
      if (trial.checks.next() || trial.rules.next()) return;
      const findings = trial.checks.findings();
      const problems = [...problemsOfChecks(plan, id, findings), ...trial.rules.problems()];
      known = { findings, problems: [...problems, ...this.#passedDates(plan, id)] };
    } catch {
      // Rules that cannot be compiled are problems of their own; there are no rows to try.
      known = nothing;
    }
    this.#known.set(id, known);
    this.#trials.delete(id);
    this.#stale.delete(id);
  }
}
