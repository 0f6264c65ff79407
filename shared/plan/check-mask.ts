import type { z } from "zod";
import type { Generator, GeneratorCatalogue, PoolFiles } from "../generators/generator.ts";
import { checkExpression, referencesOf } from "../expressions/check-expression.ts";
import { scopeOf } from "../expressions/scope.ts";
import type { InnerMask, Mask, MaskPromises } from "../masks/mask.ts";
import type { Design, DesignedColumn, DesignedTable } from "../rules/design.ts";
import { nearestName } from "../rules/nearest-name.ts";
import type { Fix, Problem, ProblemCode } from "../rules/problem.ts";
import type { MaskRule, Rule } from "../rules/rule.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { ColumnMask } from "./plan.ts";

export interface MaskPlace {
  readonly design: Design;
  readonly catalogue: GeneratorCatalogue;
  readonly table: DesignedTable;
  readonly entry: DesignedColumn;
  readonly rule: MaskRule;
  readonly as: ColumnModel;
  /** The column holds keys that other columns hold, too. */
  readonly key: boolean;
  readonly pools?: PoolFiles | undefined;
}

/**
 * Holds a mask's promises against its column: its type, its length, that it must be unique, that keys must match. Undefined
 * where there is no mask to compile; then an error stands among the problems.
 */
export function checkMask(place: MaskPlace, problems: Problem[]): Pick<ColumnMask, "mask" | "params"> | undefined {
  const { catalogue, table, entry, rule, as } = place;
  const { column } = entry;
  const name = `${table.table.id}.${column.name}`;
  const set = (label: string, other: Rule | null): Fix => ({
    label,
    edit: { kind: "set-rule", table: table.table.id, column: column.name, rule: other },
  });
  const report = (code: ProblemCode, message: string, fixes: readonly Fix[], more: Partial<Problem> = {}): undefined =>
    void problems.push({
      severity: "error",
      code,
      table: table.table.id,
      column: column.name,
      message,
      fixes,
      ...more,
    });

  const mask = catalogue.masks?.get(rule.mask);
  if (mask === undefined) {
    const near = nearestName(rule.mask, catalogue.masks?.all.map(({ id }) => id) ?? []);
    const fixes = near === undefined ? [] : [set(`Use ${near}`, { ...rule, mask: near })];
    return report("unknown-mask", `${name} has the unknown mask \`${rule.mask}\`.`, fixes);
  }
  const parsed = mask.params.safeParse(rule.params);
  if (!parsed.success) {
    const message = `${name}: ${whyInvalid(mask, parsed.error)}`;
    return report("invalid-parameter", message, [set("Use the defaults", { ...rule, params: {} })]);
  }
  const params = parsed.data;
  if (!mask.accepts(as.valueType)) {
    const type = as.type === "" ? as.valueType.kind : as.type;
    report("type-not-accepted", `${name} is ${type}, which ${mask.label} does not fit.`, others(place, set));
  }
  const unique = isUnique(table, entry);
  const kept = mask.promises(params, as.valueType);
  const columns = table.table.columns.map((one) => one.name);
  for (const found of mask.problems?.(params, { column: as, unique, columns, pools: place.pools }) ?? []) {
    const fixes = found.fix ? [set(found.fix.label, { ...rule, params: found.fix.params })] : others(place, set);
    report("invalid-parameter", `${name}: ${found.message}`, fixes, { severity: found.severity });
  }
  for (const inner of mask.inner?.(params) ?? []) {
    const why = whyNoInner(catalogue, inner, columns, place.pools);
    if (why !== undefined) report("invalid-parameter", `${name}: ${why}`, []);
  }
  if (unique && !kept.keepsUniqueness && !isGenerated(mask, params)) {
    const message = `${mask.label} may give two values of ${name} one mask, and ${uniqueWords(table, entry)}.`;
    report("mask-not-unique", message, others(place, set));
  }
  if (place.key && !kept.keepsEquality) {
    const message = `${mask.label} gives equal values of ${name} different masks, so that keys no longer match.`;
    report("mask-breaks-key", message, others(place, set));
  }
  const asked = mask.generates?.(params);
  const standIn = asked && catalogue.get(asked.generator);
  if (asked && !isStandIn(standIn, asked.params, as)) {
    const near = nearestName(asked.generator, standIn === undefined ? catalogue.all.map(({ id }) => id) : []);
    const why =
      standIn === undefined
        ? `there is no such generator${near === undefined ? "" : `; nearest: ${near}`}`
        : "it does not fit the column's type, or reads other columns";
    const message = `${asked.generator} cannot stand in for values of ${name}: ${why}.`;
    report("invalid-parameter", message, others(place, set));
  }
  reportCondition(place, unique, report, set);
  return { mask, params };
}

/** What a value inside a value may be. */
const innerTypes: readonly ValueType[] = [
  { kind: "text" },
  { kind: "integer", bits: 64 },
  { kind: "decimal" },
  { kind: "date" },
  { kind: "timestamp" },
];

/** Why a mask cannot be one of parts of a value. */
function whyNoInner(
  catalogue: GeneratorCatalogue,
  { path, mask: id, params: given }: InnerMask,
  columns: readonly string[],
  pools: PoolFiles | undefined,
): string | undefined {
  const mask = catalogue.masks?.get(id);
  if (mask === undefined) {
    const near = nearestName(id, catalogue.masks?.all.map((one) => one.id) ?? []);
    return `${path} has the unknown mask \`${id}\`.${near === undefined ? "" : ` Nearest: ${near}.`}`;
  }
  const params = mask.params.safeParse(given);
  if (!params.success) return `${path}: ${whyInvalid(mask, params.error)}`;
  const fake = mask.generates?.(params.data);
  const standIn = fake && catalogue.get(fake.generator);
  const part = (valueType: ValueType): ColumnModel => ({ name: path, type: "", valueType, nullable: true });
  const types = innerTypes.filter((type) => mask.accepts(type));
  if (mask.holds?.(params.data) === true || mask.inner !== undefined || types.length === 0)
    return `${mask.label} cannot mask what stands at ${path} in a document.`;
  if (fake && !types.some((type) => isStandIn(standIn, fake.params, part(type))))
    return `${fake.generator} at ${path} cannot stand in for a value: it is unknown, or reads other columns.`;
  const [type = { kind: "text" }] = types;
  const found = mask.problems?.(params.data, { column: part(type), unique: false, columns, pools }) ?? [];
  const error = found.find(({ severity }) => severity === "error");
  return error && `${mask.label} at ${path}: ${error.message}`;
}

/** What is wrong with parameters, by the label of the first that is. */
function whyInvalid(mask: Mask, error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return `the parameters of ${mask.label} are not valid.`;
  const at = issue.path.join(".");
  return `${mask.label}${at === "" ? "" : `, \`${at}\``}: ${issue.message}.`;
}

/** Whether a generator makes values of a column's type by itself. */
export function isStandIn(
  generator: Generator | undefined,
  given: Readonly<Record<string, unknown>>,
  { valueType }: ColumnModel,
): boolean {
  const params = generator?.params.safeParse(given);
  if (generator === undefined || params?.success !== true || generator.relation === true) return false;
  return generator.accepts(valueType) && (generator.inputs?.(params.data) ?? []).length === 0;
}

/** A generator's values may meet; that is said by the mask itself. */
const isGenerated = (mask: Mask, params: Readonly<Record<string, unknown>>): boolean =>
  mask.generates?.(params) !== undefined;

/** The column is, or is part of, a key whose values must differ. */
const isUnique = ({ table }: DesignedTable, { column, unique }: DesignedColumn): boolean =>
  unique || keysWith(table, column).length > 0;

const keysWith = (table: DesignedTable["table"], { name }: ColumnModel): readonly (readonly string[])[] =>
  [table.primaryKey, ...table.uniques.map((one) => one.columns)].filter((columns) => columns.includes(name));

function uniqueWords({ table }: DesignedTable, { column, unique }: DesignedColumn): string {
  const [key = []] = keysWith(table, column);
  return unique || key.length < 2 ? "it must be unique" : `${key.join(", ")} together must be unique`;
}

/** Masks that promise what the column needs, by their defaults. */
function others(
  { catalogue, table, entry, rule, as, key }: MaskPlace,
  set: (label: string, rule: Rule | null) => Fix,
): readonly Fix[] {
  const unique = isUnique(table, entry);
  const fits = (mask: Mask): boolean => {
    const params = mask.params.safeParse({});
    if (mask.id === rule.mask || !params.success || !mask.accepts(as.valueType)) return false;
    const kept: MaskPromises = mask.promises(params.data, as.valueType);
    return (
      (!unique || kept.keepsUniqueness) && (!key || kept.keepsEquality) && (entry.column.nullable || kept.keepsNull)
    );
  };
  return (catalogue.masks?.all ?? [])
    .filter(fits)
    .slice(0, 3)
    .map((mask) => set(`Use ${mask.label}`, { kind: "mask", mask: mask.id, params: {} }));
}

/** The condition under which a value is masked must be one, and cannot stand where values must differ or match. */
function reportCondition(
  { design, table, entry, rule, key }: MaskPlace,
  unique: boolean,
  report: (code: ProblemCode, message: string, fixes: readonly Fix[]) => undefined,
  set: (label: string, rule: Rule | null) => Fix,
): void {
  const { when, ...rest } = rule;
  if (when === undefined) return;
  const name = `${table.table.id}.${entry.column.name}`;
  const always = [set("Mask every row", rest)];
  const checked = checkExpression(when, scopeOf(design.model, table.table));
  if (!checked.ok) return report("mask-condition", `The condition of ${name}: ${checked.error.message}`, always);
  if (checked.type.kind !== "bool") {
    return report("mask-condition", `The condition of ${name} is not true or false.`, always);
  }
  if (referencesOf(when).paths.some((path) => path.includes(".")) || referencesOf(when).figures.length > 0) {
    return report(
      "mask-condition",
      `The condition of ${name} looks at other rows; it may name its own row's columns.`,
      always,
    );
  }
  if (unique || key) {
    report("mask-condition", `${name} is a key: a kept value and a masked one could be the same.`, always);
  }
}
