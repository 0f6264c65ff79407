import type { TableReader } from "../../../shared/batches/batch.ts";
import { tableReader } from "../../../shared/batches/table-reader.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { undecidedNew, undecidedPersonal } from "../../../shared/plan/undecided.ts";
import type { DesignVersions } from "../../../shared/project/design-versions.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { SuggestedRules } from "../../../shared/project/suggested-rules.ts";
import type { RenamedName } from "../../../shared/project/taken-schema.ts";
import type { Design } from "../../../shared/rules/design.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import type { PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import { loadPlan } from "../../jobs/load-plan.ts";
import { poolPaths, poolStamp } from "../../jobs/read-pools.ts";
import { designVersions, versionProblem, versionsToKeep } from "../design-versions.ts";
import { resolveNow, todayIso } from "../today.ts";
import { CheckFindings } from "./check-findings.ts";
import { SchemaState } from "./schema-state.ts";
import { SuggestionState } from "./suggestion-state.ts";

/** Where a session's schema comes from. */
export interface SessionSource {
  /** The full path of a file, or an address. */
  readonly path: string;
  /** As the window shows it. */
  readonly label: string;
  readonly connected: boolean;
  /** Why it is not connected, or what has changed in it. */
  readonly message?: string;
}

export interface SessionStart {
  readonly id: string;
  readonly name: string;
  readonly model: SchemaModel;
  readonly source: SessionSource;
  readonly project: Project;
  readonly folder?: string;
  /** The text of seedloom.yaml as last read. */
  readonly text?: string;
  /** The versions in schema.lock.json that the project's values were made with. */
  readonly versions?: DesignVersions;
  /** The schema in schema.lock.json. */
  readonly saved?: SchemaModel;
  /** The suggestions in schema.lock.json. */
  readonly suggested?: SuggestedRules;
}

/** What follows from one revision of the project. */
export interface Compiled {
  readonly revision: number;
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

/** The most rows that one page of the preview has. */
const pageRows = 1000;
/** Tables whose compiled columns are kept for the next page. */
const keptReaders = 8;

/** An open project: the draft as the window edits it, and what follows from it, compiled when it is asked for. */
export class Session {
  readonly id: string;
  readonly model: SchemaModel;
  readonly source: SessionSource;
  readonly checks = new CheckFindings(() => (this.folder === undefined ? undefined : todayIso()));
  name: string;
  folder: string | undefined;
  /** The text of seedloom.yaml as this session read or wrote it last. */
  text: string | undefined;
  savedAt: string | undefined;
  /** What schema.lock.json has besides the schema, as this session wrote it last. */
  locked: string | undefined;
  /** Those that it had when the session was opened: they stay until newer ones are accepted. */
  readonly versions: DesignVersions | undefined;
  readonly schema: SchemaState;
  readonly suggestions: SuggestionState;
  /** What its exports refuse, as of a revision. */
  refused: { readonly revision: number; readonly problems: readonly Problem[] } | undefined;
  /** The names that `text` has already and schema.lock.json had not when the session was opened. */
  renamed: readonly RenamedName[] = [];
  #project: Project;
  #scenario: string | undefined;
  #sourceRows: Readonly<Record<string, number>> = {};
  #personal: readonly PersonalFinding[] | undefined;
  #revision = 1;
  #compiled: Promise<Compiled> | undefined;
  #pools = "";
  readonly #readers = new Map<string, TableReader>();

  constructor(start: SessionStart) {
    this.id = start.id;
    this.name = start.name;
    this.model = start.model;
    this.source = start.source;
    this.folder = start.folder;
    this.text = start.text;
    this.versions = start.versions;
    this.schema = new SchemaState(start.saved, start.model);
    this.suggestions = new SuggestionState(start.suggested, start.project, this.schema);
    this.#project = start.project;
  }

  get project(): Project {
    return this.#project;
  }

  /** The project as it is run: with what its policy says of columns that are new in the source. */
  get planned(): Project {
    return this.schema.planned(this.#project);
  }

  get revision(): number {
    return this.#revision;
  }

  /** The scenario that is looked at: its rows and counts are shown; absent for the project itself. */
  get scenario(): string | undefined {
    return this.#scenario;
  }

  set scenario(name: string | undefined) {
    if (name === this.#scenario) return;
    this.#scenario = name;
    this.#changed();
  }

  set project(project: Project) {
    // Other rows of the source are taken: how many is not known yet.
    if (takenRows(project) !== takenRows(this.#project)) this.#sourceRows = {};
    this.#project = project;
    // It goes with an edit, or an undo, that removes it.
    if (this.#scenario !== undefined && !Object.hasOwn(project.scenarios, this.#scenario)) this.#scenario = undefined;
    this.#changed();
  }

  /** How many rows the source has of tables that are masked, as far as they were counted: plans have them. */
  set sourceRows(rows: Readonly<Record<string, number>>) {
    this.#sourceRows = rows;
    this.#compiled = undefined;
    this.#readers.clear();
  }

  /** The columns that look personal by their values, too: from here on, those that are open are problems. */
  set personal(findings: readonly PersonalFinding[]) {
    this.#personal = findings;
    this.#compiled = undefined;
  }

  #changed(): void {
    this.#revision++;
    this.#compiled = undefined;
    this.#readers.clear();
  }

  /** The plan of the project as it is now. */
  async compiled(): Promise<Compiled> {
    await this.#noticePools();
    this.#compiled ??= this.#compile(this.#project, this.#revision);
    const compiled = await this.#compiled;
    // The project may have changed while locales were loaded.
    return compiled.revision === this.#revision ? compiled : await this.compiled();
  }

  /** The plan of another project over the same schema, in the scenario that is looked at: a rule on trial. */
  async compileOther(project: Project): Promise<Plan> {
    const scenario = this.#scenario;
    const referenceDate = resolveNow(project.now);
    return loadPlan({
      model: this.model,
      project: this.schema.planned(project),
      referenceDate,
      ...(scenario === undefined ? {} : { scenario }),
      rowOverrides: this.#maskedRows(project),
      source: this.source.path,
      ...(this.folder === undefined ? {} : { folder: this.folder }),
    });
  }

  #maskedRows({ tables, scenarios }: Project): Readonly<Record<string, number>> {
    const overlay = scenarios[this.#scenario ?? ""]?.tables ?? {};
    const isMasked = (table: string): boolean => (overlay[table]?.mode ?? tables[table]?.mode) === "mask";
    return Object.fromEntries(Object.entries(this.#sourceRows).filter(([table]) => isMasked(table)));
  }

  /** A reader of all written columns of a table. Its memory is used again by the next read: take the cells at once. */
  reader({ plan, revision }: Compiled, table: string): TableReader {
    const key = `${revision} ${table}`;
    const known = this.#readers.get(key);
    if (known !== undefined) return known;
    const reader = tableReader(plan, table, { batchRows: pageRows });
    this.#readers.set(key, reader);
    const oldest = this.#readers.keys().next().value;
    if (this.#readers.size > keptReaders && oldest !== undefined) this.#readers.delete(oldest);
    return reader;
  }

  /** A file of values that was edited since makes the plan anew. */
  async #noticePools(): Promise<void> {
    const stamp = await poolStamp(this.folder, poolPaths(this.#project, catalogue));
    if (stamp === this.#pools) return;
    this.#pools = stamp;
    this.#compiled = undefined;
    this.#readers.clear();
  }

  #problems(plan: Plan, project: Project): readonly Problem[] {
    const problems = planProblems(plan);
    const found =
      this.#personal === undefined
        ? problems
        : [...problems.filter(({ code }) => code !== "personal-undecided"), ...undecidedPersonal(plan, this.#personal)];
    const personal = found.filter(({ code }) => code === "personal-undecided");
    return [...found, ...undecidedNew(plan, this.schema.locked(project), personal)];
  }

  async #compile(project: Project, revision: number): Promise<Compiled> {
    const plan = await this.compileOther(project);
    return { revision, plan, problems: [...this.upgrade(plan.design), ...this.#problems(plan, project)] };
  }

  /** What a newer Seedloom changes in the values of the project since it was saved. */
  upgrade(design: Design): readonly Problem[] {
    const { accepted } = this.#project;
    const kept = versionsToKeep(designVersions(design, catalogue), this.versions, accepted);
    const values = this.versions && versionProblem(kept, design, catalogue);
    const suggestions = this.suggestions.problem(this.#project);
    return [values, suggestions].filter((problem) => problem !== undefined);
  }
}

/** The plan of a table; an unknown name gets the nearest one. */
export function tablePlan(plan: Plan, table: string): TablePlan {
  const found = plan.tables.get(table);
  if (found !== undefined) return found;
  const nearest = nearestName(table, [...plan.tables.keys()]);
  throw new SeedloomError(
    "unknown-table",
    `There is no table ${table}.`,
    nearest === undefined ? `The source has ${plan.tables.size} tables.` : `Did you mean ${nearest}?`,
  );
}

/** What of a project says which rows of its source are taken; the same text where all are. */
function takenRows({ seed, tables, scenarios }: Project): string {
  const all = [tables, ...Object.values(scenarios).map((scenario) => scenario.tables)];
  if (!all.some((designs) => Object.values(designs).some(({ sample }) => sample !== undefined))) return "";
  return JSON.stringify([
    seed,
    all.map((designs) =>
      Object.entries(designs).map(([id, { mode, sample, references }]) => [id, mode, sample, references]),
    ),
  ]);
}
