import type { ColumnView, FormField, GeneratorCard, TableView } from "../../../../shared/api/views.ts";
import type { ProjectEdit, SingleEdit } from "../../../../shared/project/project-edit.ts";
import type { GenerateRule, Rule } from "../../../../shared/rules/rule.ts";
import { paramOf, sameValue, withParam } from "./rule-params.ts";

/** A picked column and the rule in force for it. The inspector edits one or several at once. */
export interface Target {
  readonly view: ColumnView;
  readonly rule: Rule;
}

export interface GenerateTarget extends Target {
  readonly rule: GenerateRule;
}

export type Shared<T> = { readonly mixed: false; readonly value: T } | { readonly mixed: true };

/** The one value of all targets, or "mixed". */
export function sharedOf<T, V>(targets: readonly T[], read: (target: T) => V): Shared<V> {
  const [first, ...rest] = targets;
  if (first === undefined) return { mixed: true };
  const value = read(first);
  return rest.every((target) => sameValue(read(target), value)) ? { mixed: false, value } : { mixed: true };
}

export const generating = (targets: readonly Target[]): readonly GenerateTarget[] =>
  targets.filter((target): target is GenerateTarget => target.rule.kind === "generate");

/** The generator that all targets share, or undefined. */
export function sharedCard(
  targets: readonly Target[],
  cards: ReadonlyMap<string, GeneratorCard>,
): GeneratorCard | undefined {
  const made = generating(targets);
  if (made.length !== targets.length) return undefined;
  const generator = sharedOf(made, (target) => target.rule.generator);
  return generator.mixed ? undefined : cards.get(generator.value);
}

/** The value of a parameter over the targets, and whether all of them inherit it. */
export function sharedParam(
  targets: readonly GenerateTarget[],
  field: FormField,
): Shared<unknown> & { readonly inherited: boolean } {
  const inherited = targets.every((target) => paramOf(target.rule, field).inherited);
  return { ...sharedOf(targets, (target) => paramOf(target.rule, field).value), inherited };
}

/** One edit, one step of undo, that changes the rule of each target. */
export function changeRules(
  table: string,
  targets: readonly GenerateTarget[],
  change: (rule: GenerateRule) => GenerateRule,
  label: string,
): ProjectEdit {
  const edits = targets.map(({ view, rule }): SingleEdit => ({
    kind: "set-rule",
    table,
    column: view.column.name,
    rule: change(rule),
  }));
  const [only] = edits;
  return edits.length === 1 && only ? only : { kind: "several", label, edits };
}

export function changeParam(
  table: string,
  targets: readonly GenerateTarget[],
  field: FormField,
  value: unknown,
): ProjectEdit {
  return changeRules(
    table,
    targets,
    (rule) => withParam(rule, field, value),
    `Set ${field.label.toLowerCase()} of ${targets.length} columns`,
  );
}

/** The columns of a row beside those that are edited. */
export function otherColumns(table: TableView, targets: readonly Target[]): readonly string[] {
  const own = new Set(targets.map((target) => target.view.column.name));
  return table.columns.map((column) => column.column.name).filter((name) => !own.has(name));
}
