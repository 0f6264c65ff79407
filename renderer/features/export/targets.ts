import type { TargetKind, TargetKinds, TargetOutcome, TargetsResult } from "../../../shared/api/target-views.ts";
import type { FormField, TableView } from "../../../shared/api/views.ts";
import { isDataTarget, type ExportFormat, type ExportTarget } from "../../../shared/project/project.ts";
import { targetKind, targetNames, targetScenarios } from "../../../shared/project/target-names.ts";
import { quoteWord } from "./export-form.ts";

/** The key that names what an export is by. */
export type KindKey = keyof TargetKinds;

export const kindKey = (target: ExportTarget): KindKey =>
  isDataTarget(target) ? "format" : "code" in target ? "code" : "kit";

/** The groups of the list, in its order. */
export const groups: readonly { readonly key: KindKey; readonly label: string }[] = [
  { key: "format", label: "Files" },
  { key: "code", label: "Code" },
  { key: "kit", label: "Automation" },
];

/** A target with the name that it goes by. */
export interface NamedTarget {
  readonly name: string;
  readonly at: number;
  readonly target: ExportTarget;
}

export function namedTargets(targets: readonly ExportTarget[]): readonly NamedTarget[] {
  const names = targetNames(targets);
  return targets.map((target, at) => ({ name: names[at] ?? "", at, target }));
}

export const kindOf = (kinds: TargetKinds | undefined, target: ExportTarget): TargetKind | undefined =>
  kinds?.[kindKey(target)].find(({ id }) => id === targetKind(target));

/** What stands under a target's name: its scenario, and where its files go. */
export function targetNote(target: ExportTarget): string {
  const scenarios = targetScenarios(target).filter((scenario) => scenario !== undefined);
  return [...scenarios, target.to === "." ? "the project's folder" : target.to].join(", ");
}

/** A new export of a kind, in a folder of its own. */
export function newTarget(key: KindKey, id: string, others: readonly ExportTarget[]): ExportTarget {
  const taken = new Set(others.map(({ to }) => to));
  if (key === "kit") return { kit: id, options: {}, to: "." };
  const stem = key === "code" ? `test/${id}` : `seeds/${id}`;
  let to = stem;
  for (let number = 2; taken.has(to); number++) to = `${stem}-${number}`;
  return key === "code" ? { code: id, options: {}, to } : { format: id as ExportFormat, options: {}, to };
}

/** A change of a target's settings; undefined takes one away. */
export type TargetChange = Readonly<Record<string, unknown>>;

/** The exports with one of them changed. */
export function withChange(targets: readonly ExportTarget[], at: number, change: TargetChange): ExportTarget[] {
  return targets.map((target, k) => {
    if (k !== at) return target;
    const entries = Object.entries({ ...target, ...change }).filter(([, value]) => value !== undefined);
    // The settings come from fields that the kind of the target has.
    return Object.fromEntries(entries) as ExportTarget;
  });
}

/** The options that the dialect has, and those that the export sets though it has not: they are refused, and to be taken back. */
export function fieldsFor(
  fields: readonly FormField[],
  options: ExportTarget["options"],
  dialect: string,
): readonly FormField[] {
  return fields
    .filter(({ name, dialects }) => name in options || (dialects?.includes(dialect) ?? true))
    .map((field) => {
      const { name, choices, choiceDialects = {} } = field;
      if (choices === undefined) return field;
      const has = (choice: string): boolean =>
        options[name] === choice || (choiceDialects[choice]?.includes(dialect) ?? true);
      return { ...field, choices: choices.filter(has) };
    });
}

/** The exports with an option of one of them set, or back to its default. */
export function withOption(targets: readonly ExportTarget[], at: number, name: string, value: unknown): ExportTarget[] {
  const { [name]: _old, ...rest } = targets[at]?.options ?? {};
  return withChange(targets, at, { options: value === undefined ? rest : { ...rest, [name]: value } });
}

/** The same run on the command line, in the project's folder: rows of the source take another command than made ones. */
export function targetCommand(
  targets: readonly NamedTarget[],
  names: readonly string[],
  tables: readonly Pick<TableView, "id" | "mode">[],
): readonly string[] {
  const [only, ...more] = names;
  const one = names.length === targets.length || more.length > 0 ? undefined : only;
  const run = targets.filter(({ name, target }) => isDataTarget(target) && (one === undefined || name === one));
  const masked = tables.filter(({ mode }) => mode === "mask").map(({ id }) => id);
  const written = run.length === 0 ? new Set<string>() : tablesOf(run, masked);
  return [
    masked.some((id) => written.has(id)) ? "seedloom mask" : "seedloom export",
    ...(one === undefined ? [] : [`--target ${quoteWord(one)}`]),
  ];
}

/** The tables that these exports write, among all that can be. */
export function tablesOf(targets: readonly NamedTarget[], all: readonly string[]): ReadonlySet<string> {
  return new Set(targets.flatMap(({ target }) => ("kit" in target ? [] : (target.tables ?? all))));
}

/** What an export gave, in all of its scenarios; undefined where it was not run. */
export function outcomeOf(
  name: string,
  exported: Pick<TargetsResult, "targets"> | undefined,
): Pick<TargetOutcome, "rows" | "bytes"> | undefined {
  const own = exported?.targets.filter((target) => target.name === name || target.name.startsWith(`${name} (`)) ?? [];
  if (own.length === 0) return undefined;
  const sum = (of: "rows" | "bytes"): number => own.reduce((total, target) => total + target[of], 0);
  return { rows: sum("rows"), bytes: sum("bytes") };
}
