import { formFields } from "../../../shared/generators/form-fields.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import type { Design, DesignedColumn, DesignedTable } from "../../../shared/rules/design.ts";
import type { GenerateRule } from "../../../shared/rules/rule.ts";
import { inWords } from "../sessions/table-view.ts";

type Catalogue = Plan["catalogue"];

/** What of a table's rule rows and columns was edited between two designs, one sentence each. */
export function tableChanges(
  catalogue: Catalogue,
  before: Design,
  after: Design,
  { table, rows, columns }: DesignedTable,
): readonly string[] {
  const old = before.tables.get(table.id);
  if (old === undefined) return [];
  const oldColumns = new Map(old.columns.map((column) => [column.column.name, column]));
  return [
    ...(same(old.rows, rows) ? [] : [rowsChange(table.id, old.rows, rows)]),
    ...(same(old.mode, after.tables.get(table.id)?.mode) ? [] : [`The mode of ${table.id} changed.`]),
    ...(same(old.pinned ?? [], after.tables.get(table.id)?.pinned ?? [])
      ? []
      : [`Pinned rows of ${table.id} changed.`]),
    ...columns.flatMap((column): readonly string[] => {
      const was = oldColumns.get(column.column.name);
      if (was === undefined || same(was.rule, column.rule)) return [];
      return [`${table.id}.${column.column.name} ${ruleChange(catalogue, before, after, was, column)}.`];
    }),
  ];
}

function rowsChange(table: string, before: DesignedTable["rows"], after: DesignedTable["rows"]): string {
  if (typeof before === "number" && typeof after === "number") return `${table} has ${after} rows, and had ${before}.`;
  return `The number of rows of ${table} follows another rule.`;
}

function ruleChange(
  catalogue: Catalogue,
  before: Design,
  after: Design,
  was: DesignedColumn,
  now: DesignedColumn,
): string {
  const own =
    was.rule.kind === "generate" && now.rule.kind === "generate" && sameGenerator(catalogue, was.rule, now.rule);
  if (own !== false && own !== undefined) return own;
  const whole = ({ label, options }: ReturnType<typeof inWords>): string =>
    options === "" ? label : `${label} (${options})`;
  const [old, words] = [
    whole(inWords({ catalogue, design: before }, was)),
    whole(inWords({ catalogue, design: after }, now)),
  ];
  return old === words ? "has other options of its rule" : `is ${words}, and was ${old}`;
}

/** The parameters that changed, where the generator is the same and they are plain; undefined where words say it better. */
function sameGenerator(catalogue: Catalogue, before: GenerateRule, after: GenerateRule): string | undefined {
  const generator = catalogue.get(after.generator);
  if (generator === undefined || before.generator !== after.generator) return undefined;
  const parts: string[] = [];
  for (const { name, label, default: fallback } of formFields(generator)) {
    const [old, now] = [before.params[name] ?? fallback, after.params[name] ?? fallback];
    if (same(old, now)) continue;
    const part = partChange(label.charAt(0).toLowerCase() + label.slice(1), old, now);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  if (before.nulls !== after.nulls) parts.push(`has ${percent(after.nulls)} NULL instead of ${percent(before.nulls)}`);
  if (before.when !== after.when)
    parts.push(after.when === undefined ? "has a value in every row" : `has a value only where ${after.when}`);
  if (before.unique !== after.unique) parts.push(after.unique === true ? "became unique" : "may repeat values");
  if (before.locale !== after.locale) parts.push(`is of ${after.locale ?? "the project's locales"}`);
  if (!same(before.edge, after.edge))
    parts.push(after.edge === undefined ? "lost its edge values" : "got other edge values");
  return parts.length === 0 ? undefined : parts.join(", ");
}

function partChange(label: string, old: unknown, now: unknown): string | undefined {
  if (unset(old)) return plain(now) === undefined ? undefined : `got a ${label} of ${plain(now)}`;
  if (unset(now)) return `lost its ${label}`;
  const [before, after] = [plain(old), plain(now)];
  return before === undefined || after === undefined ? undefined : `has ${label} ${after} instead of ${before}`;
}

const unset = (value: unknown): boolean => value === undefined || value === null || value === "";

/** A value that fits into a sentence. */
function plain(value: unknown): string | undefined {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" && value.length <= 60 ? value : undefined;
}

const percent = (share: number | undefined): string => `${Math.round((share ?? 0) * 1000) / 10}%`;

/** Equal as data, whatever the order of keys. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** JSON with sorted keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "";
