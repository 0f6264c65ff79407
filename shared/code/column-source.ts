import { formatIsoDate, parseIsoDate } from "../base/calendar.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { DesignedColumn } from "../rules/design.ts";
import type { GenerateRule } from "../rules/rule.ts";
import { ruleInputs } from "../rules/rule-inputs.ts";
import type { TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";

/** A value in code; decimals and times as their canonical text. */
export type Plain = string | number | bigint | boolean | null | Uint8Array;

/** Where a factory takes the value of a column from. */
export type ColumnSource =
  | { readonly kind: "sequence"; readonly start: number; readonly step: number }
  /** The referenced column of the row that a parent's factory built: `link` is its place in the table's links. */
  | { readonly kind: "parent"; readonly link: number; readonly column: string }
  /** A row that refers to itself. */
  | { readonly kind: "own"; readonly column: string }
  | { readonly kind: "constant"; readonly value: Plain }
  /** The database's default: left out. */
  | { readonly kind: "default" }
  | { readonly kind: "faker"; readonly method: string }
  | {
      readonly kind: "choice";
      readonly values: readonly (string | number | boolean)[];
      readonly weights: readonly number[];
    }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  | { readonly kind: "decimal"; readonly min: number; readonly max: number; readonly scale: number }
  | { readonly kind: "boolean"; readonly share: number }
  | { readonly kind: "date" | "timestamp"; readonly from: string; readonly to: string }
  | { readonly kind: "uuid" }
  /** The project's own rows, one after the other; `distinct`: and on from there, so that no two are alike. */
  | { readonly kind: "sample"; readonly distinct: boolean };

/** Generators whose values faker's method of the same name gives, in code as here. */
const fakerMethods = new Set(
  [
    "person.firstName person.lastName person.fullName person.prefix person.middleName person.suffix person.jobTitle",
    "person.jobArea person.jobType person.bio internet.email internet.username internet.displayName internet.url",
    "internet.domainName phone.number location.city location.street location.streetAddress location.zipCode location.country",
    "company.name company.catchPhrase commerce.productName commerce.department commerce.productDescription color.human",
    "lorem.word lorem.words lorem.sentence lorem.sentences lorem.paragraph lorem.text hacker.phrase word.words book.title",
    "music.songName vehicle.vehicle food.dish animal.type finance.accountName finance.iban",
  ].flatMap((line) => line.split(" ")),
);

/** Columns that must fit others of their row: they are taken from one row of the project's own. */
export function linkedColumns(plan: Plan, { table, designed, tuples }: TablePlan): ReadonlySet<string> {
  const linked = new Set<string>();
  const bundled = new Map<string, string[]>();
  for (const { column, rule } of designed.columns) {
    const generator = rule.kind === "generate" ? plan.catalogue.get(rule.generator) : undefined;
    const inputs = ruleInputs(rule, plan.catalogue);
    if (inputs.length > 0) for (const name of [column.name, ...inputs]) linked.add(name);
    const bundle = generator?.bundle;
    if (bundle === undefined || bundle.kind === "person") continue;
    const key = `${bundle.kind} ${bundle.of(column.name)}`;
    bundled.set(key, [...(bundled.get(key) ?? []), column.name]);
  }
  for (const names of bundled.values()) if (names.length > 1) for (const name of names) linked.add(name);
  for (const { expression } of table.checks) {
    const names = namesIn(expression, table);
    if (names.length > 1) for (const name of names) linked.add(name);
  }
  for (const { components } of tuples)
    for (const { column } of components) if (column !== undefined) linked.add(column);
  return linked;
}

function namesIn(expression: string, table: TableModel): readonly string[] {
  const words = new Set(expression.toLowerCase().match(/[\p{L}\p{N}_$]+/gu));
  return table.columns.map(({ name }) => name).filter((name) => words.has(name.toLowerCase()));
}

/** The source of a column that no foreign key gives. */
export function columnSource(
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  linked: ReadonlySet<string>,
): ColumnSource {
  const { column, rule } = entry;
  if (rule.kind === "default" || column.generated !== undefined) return { kind: "default" };
  if (rule.kind === "null") return { kind: "constant", value: null };
  const distinct = entry.unique || table.distinct.has(column.name);
  const sample = { kind: "sample", distinct } as const;
  if (rule.kind !== "generate" || (linked.has(column.name) && !distinct)) return sample;
  const params = plan.catalogue.get(rule.generator)?.params.safeParse(rule.params);
  if (params?.success !== true) return sample;
  const checked = table.table.checks.some(({ expression }) => namesIn(expression, table.table).includes(column.name));
  return mapped(plan, rule, params.data, column.valueType, { distinct, checked }) ?? sample;
}

/** What the rule is in the words of factories; undefined where only its own values will do. */
function mapped(
  plan: Plan,
  { generator: id }: GenerateRule,
  params: Readonly<Record<string, unknown>>,
  type: ValueType,
  { distinct, checked }: { readonly distinct: boolean; readonly checked: boolean },
): ColumnSource | undefined {
  const { kind } = type;
  const number = (name: string): number => Number(params[name]);
  if (id === "sequence" && kind === "integer")
    return { kind: "sequence", start: number("start"), step: number("step") };
  if (id === "uuid" && (kind === "uuid" || kind === "text")) return { kind: "uuid" };
  if (distinct) return undefined;
  if (
    id === "integer" &&
    kind === "integer" &&
    params["step"] === 1 &&
    Number.isSafeInteger(number("min")) &&
    Number.isSafeInteger(number("max"))
  )
    return { kind: "integer", min: number("min"), max: number("max") };
  if (id === "decimal" && kind === "decimal") {
    const scale = Math.min(number("scale"), type.scale ?? number("scale"));
    return { kind: "decimal", min: number("min"), max: number("max"), scale };
  }
  if (id === "boolean" && kind === "boolean") return { kind: "boolean", share: number("true") };
  if (id === "weighted-choice" && (kind === "text" || kind === "enum" || kind === "integer"))
    return choice(params, type);
  if (id === "constant" && kind === "text") return { kind: "constant", value: String(params["value"]) };
  if (checked) return undefined;
  if ((id === "date" && kind === "date") || (id === "timestamp" && kind === "timestamp")) {
    const [from, to] = [momentOf(plan, params["from"]), momentOf(plan, params["to"])];
    return from === undefined || to === undefined ? undefined : { kind, from, to };
  }
  return kind === "text" && type.fixed !== true && fakerMethods.has(id) ? { kind: "faker", method: id } : undefined;
}

function choice(params: Readonly<Record<string, unknown>>, type: ValueType): ColumnSource | undefined {
  const given = params["values"];
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const entries = Object.entries(given).filter(([, weight]) => Number(weight) > 0);
  const values = entries.map(([value]) => (type.kind === "integer" ? Number(value) : value));
  const wrong = values.some((value) => (typeof value === "number" ? !Number.isSafeInteger(value) : false));
  return values.length === 0 || wrong
    ? undefined
    : { kind: "choice", values, weights: entries.map(([, weight]) => Number(weight)) };
}

/** A day of the rule's range, as ISO date: factories count from the project's reference date, too. */
function momentOf(plan: Plan, text: unknown): string | undefined {
  const today = parseIsoDate(plan.referenceDate) ?? 0;
  if (typeof text !== "string") return undefined;
  const plain = text.trim().toLowerCase();
  if (plain === "today" || plain === "now") return plan.referenceDate;
  if (parseIsoDate(plain) !== undefined) return plain;
  const match = /^([+-])(\d{1,5})([ymwd])$/.exec(plain);
  if (!match) return undefined;
  const days = { y: 365, m: 30, w: 7, d: 1 }[match[3] ?? ""] ?? 0;
  const day = today + (match[1] === "-" ? -1 : 1) * Number(match[2]) * days;
  return formatIsoDate(day);
}
