import type { Generator } from "../generators/generator.ts";
import { patternToRegExp } from "../schema/sql-patterns.ts";
import type { ColumnContext } from "./column-context.ts";
import { clearOf, fitNumbers, numberRange, type NumberRange } from "./fit-numbers.ts";
import { parameterNames } from "./generator-params.ts";
import type { Idea } from "./patterns/name-pattern.ts";
import type { GenerateRule } from "./rule.ts";

/** Texts as the generators make them, by which a pattern of a CHECK is tried. */
const examples: Readonly<Record<string, string>> = {
  "internet.email": "anna.berg@example.com",
  "company.email": "info@hahn-schmidt.example",
  "company.website": "https://www.hahn-schmidt.example",
  "internet.url": "https://example.com/",
  "internet.domainName": "example.com",
  "location.countryCode": "SE",
  "finance.currencyCode": "EUR",
  "ip-address": "10.20.30.40",
  slug: "quiet-silver-river",
  "card.masked": "4242",
  uuid: "01234567-89ab-4cde-8f01-23456789abcd",
};

/** The rule that an idea makes for this column, or undefined where the column cannot take its values. */
export function fitIdea(idea: Idea, context: ColumnContext, room: number): GenerateRule | undefined {
  const { column, catalogue } = context;
  const generator = catalogue.get(idea.generator);
  const type = column.valueType;
  if (generator === undefined || !generator.accepts(type)) return undefined;
  if (type.kind === "text" && (idea.longest ?? 0) > (type.maxLength ?? Infinity)) return undefined;
  if (idea.only !== undefined && (type.kind !== "text" || type.maxLength !== idea.only)) return undefined;
  const given = withNumbers(idea, generator, context);
  const parsed = given === undefined ? undefined : generator.params.safeParse(given);
  if (given === undefined || parsed?.success !== true) return undefined;
  const columns = context.table.columns.map(({ name }) => name);
  const place = { type, columns, schema: { model: context.model, table: context.table } };
  if (generator.problems?.(parsed.data, place).some(({ severity }) => severity === "error") === true) return undefined;
  if (isText(context) && idea.madeForChecks !== true && !keepsTextFacts(idea, context)) return undefined;
  if (context.unique && generator.distinct !== "table" && generator.capacity(parsed.data, type) < room)
    return undefined;
  return { kind: "generate", generator: generator.id, params: { ...given } };
}

const isText = ({ column }: ColumnContext): boolean =>
  column.valueType.kind === "text" || column.valueType.kind === "unknown";

/** The idea's parameters with numbers brought into the column's range; undefined where they leave it. */
function withNumbers(
  idea: Idea,
  generator: Generator,
  context: ColumnContext,
): Readonly<Record<string, unknown>> | undefined {
  const params = idea.params ?? {};
  const { column, facts } = context;
  const numeric = ["integer", "decimal", "real"].includes(column.valueType.kind);
  const bounded = facts.minimum !== undefined || facts.maximum !== undefined;
  // Dates and texts keep a bound only where they were made for it.
  if (!numeric) return bounded && idea.madeForChecks !== true ? undefined : params;
  const names = parameterNames(generator);
  const wantedScale = typeof params["scale"] === "number" ? params["scale"] : 0;
  const range = numberRange(column.valueType, facts, wantedScale);
  const ends = idea.range ?? choiceRange(params["values"]);
  if (ends !== undefined) return ends[0] >= range.low && ends[1] <= range.high ? params : undefined;
  if (typeof params["min"] === "number" && typeof params["max"] === "number") {
    if (facts.multiple !== undefined) return undefined;
    const fitted = fitNumbers(params, range, names);
    return fitted === undefined || facts.excluded.length === 0 ? fitted : withoutExcluded(fitted, facts, range, names);
  }
  // Without known ends only a column without checks will do.
  return bounded || facts.multiple !== undefined ? undefined : params;
}

/** The parameters with their ends about the widest stretch that excluded values leave. */
function withoutExcluded(
  params: Readonly<Record<string, unknown>>,
  { excluded }: ColumnContext["facts"],
  range: NumberRange,
  names: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  const [low, high] = clearOf(Number(params["min"]), Number(params["max"]), range.scale, excluded);
  return low > high ? undefined : fitNumbers(params, { ...range, low, high }, names);
}

/** The smallest and the largest of listed values. */
function choiceRange(values: unknown): readonly [number, number] | undefined {
  if (!Array.isArray(values)) return undefined;
  const numbers = values.map((entry: unknown) =>
    typeof entry === "object" && entry !== null && "value" in entry ? entry.value : entry,
  );
  const known = numbers.filter((value) => typeof value === "number");
  return known.length === numbers.length && known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}

function keepsTextFacts(idea: Idea, { facts }: ColumnContext): boolean {
  if (facts.minLength !== undefined && facts.minLength > shortestOf(idea)) return false;
  if (facts.letterCase !== undefined && idea.letterCase !== facts.letterCase) return false;
  if (facts.format !== undefined && formats[facts.format]?.includes(idea.generator) !== true) return false;
  if (facts.patterns.length === 0) return true;
  const example = idea.example ?? (Object.hasOwn(examples, idea.generator) ? examples[idea.generator] : undefined);
  if (example === undefined) return false;
  return facts.patterns.every(({ syntax, pattern, escape, ignoreCase, negated }) => {
    const expression = patternToRegExp(syntax, pattern, escape, ignoreCase);
    return expression !== null && expression.test(example) !== negated;
  });
}

/** The fewest characters that an idea's texts have; sentences, and names of several words, are never shorter than this. */
function shortestOf({ generator, shortest, params }: Idea): number {
  if (shortest !== undefined) return shortest;
  if (generator === "prose") return params?.["about"] === "keywords" ? 4 : 12;
  if (generator === "slug") return 4 * Number(params?.["words"] ?? 3) - 1;
  return generator === "company.name" || generator === "commerce.productName" ? 6 : 2;
}

const formats: Readonly<Record<string, readonly string[]>> = {
  date: ["date", "birth-date"],
  datetime: ["timestamp"],
  time: ["time"],
  "date-like": ["date", "birth-date", "timestamp"],
  json: ["json"],
};
