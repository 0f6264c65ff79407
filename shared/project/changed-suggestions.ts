import { isSeedloomError } from "../base/errors.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import { designOf } from "../rules/design-of.ts";
import type { DesignedTable } from "../rules/design.ts";
import { asSuggested, type Rows, type Rule } from "../rules/rule.ts";
import { suggestRows } from "../rules/suggest-rows.ts";
import type { SchemaModel, TableId } from "../schema/schema-model.ts";
import { ruleShape } from "./file-shape.ts";
import { own } from "./own.ts";
import type { SingleEdit } from "./project-edit.ts";
import type { Project, TableDesign } from "./project.ts";
import { ruleKey, rowsKey } from "./project-signature.ts";
import { readRule } from "./read-rule.ts";
import type { SuggestedRules } from "./suggested-rules.ts";
import { readYaml } from "./yaml-source.ts";

/** A suggestion that is another than the one that the project was designed with. */
export type ChangedSuggestion = ChangedRule | ChangedRows;

interface ChangedRule {
  readonly table: TableId;
  readonly column: string;
  /** As the lock has it. */
  readonly was: unknown;
  /** The same as a rule; undefined where it names what is not there any more. */
  readonly before: Rule | undefined;
  readonly now: Rule;
}

interface ChangedRows {
  readonly table: TableId;
  readonly column?: undefined;
  readonly before: Rows;
  readonly now: Rows;
}

/** What is suggested for a project now, as far as it takes it as it is suggested. Pure. */
export function suggestedRules(model: SchemaModel, project: Project, catalogue: GeneratorCatalogue): SuggestedRules {
  const design = designOf(model, project, catalogue);
  return Object.fromEntries(
    [...design.tables.values()].flatMap((designed): [TableId, SuggestedRules[string]][] => {
      const { table } = designed;
      if (!makesRows(project, table.id, designed)) return [];
      const set = own(project.tables, table.id);
      const columns = designed.columns.flatMap(({ column, suggestion }): [string, unknown][] =>
        column.generated !== undefined || own(set?.columns ?? {}, column.name) !== undefined
          ? []
          : [[column.name, ruleShape(suggestion.rule, catalogue)]],
      );
      const rows = typeof set?.rows === "object" ? {} : { rows: suggestRows(table, design.model) };
      if (columns.length === 0 && rows.rows === undefined) return [];
      return [[table.id, { ...rows, columns: Object.fromEntries(columns) }]];
    }),
  );
}

/** `now`, but for what `stays`: that is as it was before. A row count has no column. */
export function withEarlier(
  now: SuggestedRules,
  before: SuggestedRules,
  stays: (table: TableId, column?: string) => boolean,
): SuggestedRules {
  return Object.fromEntries(
    Object.entries(now).map(([id, { rows, columns }]) => {
      const earlier = own(before, id);
      const count = rows !== undefined && stays(id) ? (earlier?.rows ?? rows) : rows;
      const rules = Object.entries(columns).map(([name, rule]): [string, unknown] => {
        const known = earlier?.columns ?? {};
        return [name, Object.hasOwn(known, name) && stays(id, name) ? known[name] : rule];
      });
      return [id, { ...(count === undefined ? {} : { rows: count }), columns: Object.fromEntries(rules) }];
    }),
  );
}

/** Where the suggestions for a project's schema and keys are others than those of `before`, in the schema's order. Pure. */
export function changedSuggestions(
  before: SuggestedRules,
  model: SchemaModel,
  project: Project,
  catalogue: GeneratorCatalogue,
): readonly ChangedSuggestion[] {
  const design = designOf(model, project, catalogue);
  return [...design.tables.values()].flatMap(({ table, columns }): readonly ChangedSuggestion[] => {
    const earlier = own(before, table.id);
    if (earlier === undefined) return [];
    const rows = suggestRows(table, design.model);
    const rules = columns.flatMap(({ column: { name }, suggestion }): readonly ChangedSuggestion[] => {
      if (!Object.hasOwn(earlier.columns, name)) return [];
      const was = earlier.columns[name];
      const now = suggestion.rule;
      if (JSON.stringify(was) === JSON.stringify(ruleShape(now, catalogue))) return [];
      const rule = readSuggested(was, catalogue);
      if (rule !== undefined && JSON.stringify(ruleKey(rule)) === JSON.stringify(ruleKey(now))) return [];
      return [{ table: table.id, column: name, was, before: rule, now }];
    });
    return earlier.rows === undefined || sameRows(earlier.rows, rows)
      ? rules
      : [{ table: table.id, before: earlier.rows, now: rows }, ...rules];
  });
}

/** Whether a change is one of the project's values: it says nothing of its own there. */
export function isInForce(change: ChangedSuggestion, project: Project): boolean {
  const { table } = change;
  const set = own(project.tables, table);
  if (!makesRows(project, table)) return false;
  if (change.column !== undefined) return own(set?.columns ?? {}, change.column) === undefined;
  return layout(change.before, set?.rows, project) !== layout(change.now, set?.rows, project);
}

/** Writes into the project what was suggested before, as far as that can be written; undefined where none of it can. */
export function keepingEdit(
  changes: readonly ChangedSuggestion[],
  project: Project,
): Extract<SingleEdit, { kind: "keep-rules" }> | undefined {
  const tables: Record<TableId, TableDesign> = {};
  for (const change of changes.filter((one) => canBeKept(one, project))) {
    const { table } = change;
    const kept = tables[table] ?? { columns: {} };
    if (change.column === undefined) tables[table] = { ...kept, rows: change.before };
    else if (change.before !== undefined)
      tables[table] = { ...kept, columns: { ...kept.columns, [change.column]: asSuggested(change.before) } };
  }
  return Object.keys(tables).length === 0 ? undefined : { kind: "keep-rules", tables };
}

/** Whether the earlier suggestion gives what it gave when the project says it itself. */
export function canBeKept(change: ChangedSuggestion, project: Project): boolean {
  if (change.column !== undefined) return change.before !== undefined;
  const { table, before, now } = change;
  // A number in the project stands; what has changed is which table's rows these lie by.
  if (own(project.tables, table)?.rows !== undefined) return false;
  return layout(before, undefined, project) === layout(now, before, project);
}

/** How many rows a table has, and by whose rows they lie, as `designOf` has it. */
function layout(suggested: Rows, set: Rows | undefined, { rows: usual }: Project): string {
  const rows = set ?? (typeof suggested === "number" ? (usual ?? suggested) : suggested);
  const grouped = [rows, suggested].find((one) => typeof one === "object");
  return JSON.stringify([rowsKey(rows), grouped?.per]);
}

/** Whether a table's rows are made by its rules: in the project itself, or in one of its scenarios. */
function makesRows(project: Project, id: TableId, designed?: DesignedTable): boolean {
  const mode = own(project.tables, id)?.mode ?? designed?.mode ?? "generate";
  const modes = Object.values(project.scenarios).map(({ tables }) => own(tables, id)?.mode ?? mode);
  return [mode, ...modes].some((one) => one === "generate" || one === "existing");
}

function readSuggested(value: unknown, catalogue: GeneratorCatalogue): Rule | undefined {
  try {
    const source = readYaml(JSON.stringify(value), "the suggestion");
    return readRule(source, catalogue, source.root);
  } catch (error) {
    if (isSeedloomError(error)) return undefined;
    throw error;
  }
}

const sameRows = (a: Rows, b: Rows): boolean => JSON.stringify(rowsKey(a)) === JSON.stringify(rowsKey(b));
