import { catalogue } from "../../../shared/catalogue/index.ts";
import { compareSchemas } from "../../../shared/drift/compare-schemas.ts";
import { projectSchema, type ExportTarget, type Project } from "../../../shared/project/project.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import type { SchemaModel, TableId } from "../../../shared/schema/schema-model.ts";
import type { ExportSession } from "../exports.ts";
import type { LockedState, LockedTarget } from "./exports-lock.ts";
import { schemaDigests, settingsOf, stateOf } from "./locked-state.ts";
import { same, tableChanges } from "./rule-change.ts";

/** What a target was made from the last time. */
export interface Before {
  readonly state: LockedState;
  readonly target?: Pick<LockedTarget, "scenario" | "referenceDate" | "settings">;
}

export interface Now {
  readonly session: Pick<ExportSession, "model" | "planned">;
  readonly target: ExportTarget;
  readonly scenario?: string;
  readonly referenceDate: string;
  /** Schemas of the past: the one that the state was made from is told from, where it is among them. */
  readonly models: readonly SchemaModel[];
}

/** The sentences for a file that changed; at the most as many. */
const most = 4;

/** Says of any table why its file is not what it was: by the edits of its own rules, else by those nearest to it. */
export function explainChanges({ state, target }: Before, now: Now): (table: TableId | undefined) => readonly string[] {
  const everywhere = [...settingsChanges(target, now), ...projectChanges(state, now)];
  const byTable = new Map<TableId, readonly string[]>();
  for (const [table, reasons] of designChanges(state, now)) byTable.set(table, reasons);
  const own = (table: TableId): readonly string[] => byTable.get(table) ?? [];
  return (table) => {
    const near = table === undefined ? [...byTable.values()].flat() : nearest(table, now.session.model, own);
    const reasons = [...everywhere, ...near];
    return reasons.length > most ? [...reasons.slice(0, most), `And ${reasons.length - most} more edits.`] : reasons;
  };
}

/** What the state says of one table after another, going out from `table` along foreign keys until somebody has a reason. */
function nearest(table: TableId, model: SchemaModel, own: (table: TableId) => readonly string[]): readonly string[] {
  const linked = new Map<TableId, Set<TableId>>();
  const link = (a: TableId, b: TableId): void => void linked.set(a, (linked.get(a) ?? new Set()).add(b));
  const ids = new Map(model.tables.map(({ id, schema, name }) => [`${schema}\0${name}`, id]));
  for (const { id, foreignKeys } of model.tables) {
    for (const { referencedTable } of foreignKeys) {
      const parent = ids.get(`${referencedTable.schema}\0${referencedTable.name}`);
      if (parent === undefined) continue;
      link(id, parent);
      link(parent, id);
    }
  }
  const seen = new Set([table]);
  for (let ring: readonly TableId[] = [table]; ring.length > 0;) {
    const reasons = ring.flatMap(own);
    if (reasons.length > 0) return reasons;
    ring = ring.flatMap((at) => [...(linked.get(at) ?? [])]).filter((at) => !seen.has(at));
    for (const at of ring) seen.add(at);
  }
  return model.tables.flatMap(({ id }) => own(id));
}

function settingsChanges(before: Before["target"], { target, scenario, referenceDate }: Now): readonly string[] {
  if (before === undefined) return [];
  const [old, now] = [flat(before.settings), flat(settingsOf(target))];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => name !== "scenario");
  return [
    ...(before.scenario === scenario
      ? []
      : [`The scenario is ${scenario ?? "none"}, and was ${before.scenario ?? "none"}.`]),
    ...(before.referenceDate === referenceDate
      ? []
      : [`The reference date is ${referenceDate}, and was ${before.referenceDate}.`]),
    ...names
      .filter((name) => !same(old[name], now[name]))
      .map((name) => `The export's \`${name}\` is ${shown(now[name])}, and was ${shown(old[name])}.`),
  ];
}

/** Settings and options beside each other, as the project file has them. */
function flat({ options, ...settings }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...settings, ...(typeof options === "object" && options !== null ? options : {}) };
}

const shown = (value: unknown): string =>
  value === undefined ? "not set" : typeof value === "string" ? value : JSON.stringify(value);

function projectChanges(
  { project: old }: LockedState,
  { session: { planned: project }, scenario }: Now,
): readonly string[] {
  const before = readRecorded(old);
  if (before === undefined) return [];
  const seed = (of: Project): number => (scenario === undefined ? undefined : of.scenarios[scenario]?.seed) ?? of.seed;
  return [
    ...(seed(before) === seed(project) ? [] : [`The seed is ${seed(project)}, and was ${seed(before)}.`]),
    ...(same(before.locales, project.locales) ? [] : ["The locales changed."]),
    ...(before.rows === project.rows ? [] : ["The row count of tables that say none changed."]),
  ];
}

function* designChanges(
  state: LockedState,
  { session: { model, planned }, scenario, models }: Now,
): Generator<readonly [TableId, readonly string[]]> {
  const now = schemaDigests(model);
  const past = models.find((one) => same(schemaDigests(one), state.schema));
  const drift = past === undefined ? [] : compareSchemas(past, model).changes;
  const before = readRecorded(state.project);
  const [, { generators }] = stateOf({ model, planned });
  const after = designOf(model, planned, catalogue, scenario);
  const old = before === undefined ? undefined : designBefore(model, before, scenario);
  for (const [id, table] of after.tables) {
    const told = drift.filter((one) => one.table === id).map(({ message }) => message);
    const schema = state.schema[id] === now[id] || told.length > 0 ? [] : [`The columns or keys of ${id} changed.`];
    const versions = table.columns.flatMap(({ column, rule }) => {
      if (rule.kind !== "generate") return [];
      const [was, is] = [state.generators[rule.generator], generators[rule.generator]];
      if (was === undefined || is === undefined || was === is) return [];
      return [`${id}.${column.name} is filled by version ${is} of ${rule.generator}, and was by version ${was}.`];
    });
    const rules = old === undefined ? [] : tableChanges(catalogue, old, after, table);
    const reasons = [...told, ...schema, ...rules, ...versions];
    if (reasons.length > 0) yield [id, reasons];
  }
}

/** The rules of then over the schema of now; undefined where they do not go together any more. */
function designBefore(model: SchemaModel, project: Project, scenario: string | undefined) {
  try {
    const known = scenario === undefined || Object.hasOwn(project.scenarios, scenario) ? scenario : undefined;
    return designOf(model, project, catalogue, known);
  } catch {
    return undefined;
  }
}

function readRecorded(project: LockedState["project"]): Project | undefined {
  const read = projectSchema.safeParse({ ...project, source: "", exports: [] });
  return read.success ? read.data : undefined;
}
