import { formatIsoDate, parseIsoDate } from "../base/calendar.ts";
import type { PatternConstraint } from "../schema/check-constraint.ts";
import { literalDefault, type ColumnContext } from "./column-context.ts";
import type { ColumnFacts } from "./column-facts.ts";
import { englishWords } from "./language/english-words.ts";
import { numberRange, tidy } from "./fit-numbers.ts";
import { ideasByForm } from "./ideas-by-form.ts";
import { choice, prose, type Idea } from "./patterns/name-pattern.ts";
import { suggestOwners } from "./suggest-owner.ts";

/** What fills a column of which nothing is known but its type, keys and checks: the plainest valid values first. */
export function ideasByType(context: ColumnContext): readonly Idea[] {
  const { column, facts, unique, words } = context;
  const type = column.valueType;
  switch (type.kind) {
    case "integer":
      return integers(context);
    case "decimal":
    case "real": {
      const scale = type.kind === "decimal" ? Math.min(type.scale ?? 2, 12) : 2;
      if (scale === 0) return integers(context);
      return [{ generator: "decimal", params: within(context, scale, unique ? 1_000_000 : 1000) }];
    }
    case "boolean":
      return [{ generator: "boolean" }];
    case "date":
      return [
        { generator: "date", params: dates(facts, words), madeForChecks: true },
        // Many days that differ need many years.
        ...(unique ? [{ generator: "date", params: { from: "-60y", to: "today" } }] : []),
      ];
    case "timestamp":
      return [{ generator: "timestamp", params: dates(facts, words), madeForChecks: true }];
    case "time":
      return [{ generator: "time", params: { from: "08:00:00", to: "18:00:00" } }, { generator: "time" }];
    case "uuid":
      return [{ generator: "uuid" }];
    case "json":
      return [{ generator: "json" }];
    case "enum":
      return [{ generator: "weighted-choice" }];
    case "bytes":
      return bytes(type.maxLength, facts);
    case "text":
      return texts(context, type.maxLength ?? Infinity);
    case "range":
      return [
        { generator: "range", params: apartParams(context) },
        ...ideasByForm(type, column.baseType ?? column.type),
      ];
    case "interval":
    case "array":
    case "notation":
      return ideasByForm(type, column.baseType ?? column.type);
    case "unknown":
      return [
        ...(facts.minimum === undefined && facts.maximum === undefined
          ? texts(context, Infinity)
          : integers(context).map(trusted(facts))),
      ];
  }
}

/** Ranges that an EXCLUDE constraint keeps from overlapping lie apart: among the rows of an owner that it compares, or all. */
function apartParams({ model, table, column }: ColumnContext): Readonly<Record<string, unknown>> {
  const exclusion = table.exclusions?.find(({ elements }) =>
    elements.some((element) => element.column === column.name && element.operator === "&&"),
  );
  if (exclusion === undefined) return {};
  const equal = exclusion.elements.filter(({ operator }) => operator === "=").map((element) => element.column);
  const owner = suggestOwners(model).get(table.id)?.key;
  return { apart: owner?.columns.every((name) => equal.includes(name)) === true ? "owner" : "table" };
}

function integers(context: ColumnContext): readonly Idea[] {
  const { facts, unique, column } = context;
  const short = column.valueType.kind === "integer" && column.valueType.bits <= 16;
  // Two bytes of which nothing is known hold one of a few states more often than a count.
  const params = within(context, 0, short ? 10 : 1000);
  const { low } = numberRange(column.valueType, facts, 0);
  const sequence: Idea = { generator: "sequence", ...(low > 1 ? { params: { start: low } } : {}) };
  const { multiple } = facts;
  if (multiple !== undefined && multiple.divisor > 0) {
    const step = multiple.divisor;
    const first = Math.ceil((params.min - multiple.remainder) / step) * step + multiple.remainder;
    const last = facts.maximum === undefined ? first + step * 100 : params.max;
    return [{ generator: "integer", params: { min: first, max: last, step }, range: [first, last] }];
  }
  const integer: Idea = { generator: "integer", params };
  const widest: Idea = { generator: "integer", params: within(context, 0, 1_000_000_000) };
  if (!unique) return isFlag(context) ? [{ generator: "boolean", range: [0, 1] }, integer] : [integer];
  return facts.maximum === undefined ? [sequence, widest] : [widest, integer];
}

/**
 * MySQL has no type for truth but tinyint: one of which nothing else is known is a flag far more often than a number. Of others the
 * default says so, or a word for what has been done: "connected".
 */
const isFlag = ({ column, words }: ColumnContext): boolean =>
  /^\w*int\(1\)/i.test(column.type) ||
  (column.valueType.kind === "integer" &&
    (/^[01]$/.test(literalDefault(column) ?? (column.valueType.bits === 8 ? "0" : "")) ||
      (literalDefault(column) === undefined &&
        column.valueType.unsigned !== true &&
        done.test(englishWords(words) ?? words))));

const done =
  /(?:[a-z]{2}ed|able|(?<!respons)ible)$|\b(?:sticky|mandatory|optional|obligatory|recurring|online|offline|done|void|exempt|present|absent|urgent|executed|illiterate|deceased)$/;

/** Ends within the column's range: about `span` wide where the range is wider. */
function within(
  context: ColumnContext,
  scale: number,
  span: number,
): { readonly min: number; readonly max: number; readonly scale?: number } {
  const range = numberRange(context.column.valueType, context.facts, scale);
  const unit = 10 ** -range.scale;
  const open = { low: range.low < -span, high: range.high > span };
  const { minimum, maximum } = context.facts;
  const start = scale === 0 ? 1 : 0;
  let [min, max] = [range.low, range.high];
  if (minimum === undefined && maximum === undefined)
    [min, max] = [Math.max(range.low, start), Math.min(range.high, span)];
  else if (maximum === undefined && (open.high || max === Infinity)) max = Math.min(max, tidy(min + span, scale));
  else if (minimum === undefined) min = max > start ? Math.max(min, start) : Math.max(min, tidy(max - span, scale));
  if (max - min > span * 1000 && !context.unique) max = tidy(min + span * 1000, scale);
  if (max < min) max = min + unit;
  return scale === 0 ? { min, max } : { min, max, scale: range.scale };
}

/** A range of dates that keeps the bounds of checks. */
function dates(facts: ColumnFacts, words: string): Readonly<Record<string, unknown>> {
  const day = (value: unknown): string | undefined =>
    typeof value === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(value.trim())?.[0] : undefined;
  const [from, to] = [day(facts.minimum?.value), day(facts.maximum?.value)];
  // A day inside the bound keeps it whether or not the bound itself belongs to the range.
  if (from !== undefined && to !== undefined) return { from: shifted(from, 1), to: shifted(to, -1) };
  if (from !== undefined) return { from: shifted(from, 1), to: from < "2024" ? "today" : shifted(from, 366) };
  if (to !== undefined)
    return { from: shifted(to, /\b(?:birth|born|dob)/.test(words) ? -20_000 : -731), to: shifted(to, -1) };
  return {};
}

const shifted = (day: string, days: number): string => formatIsoDate((parseIsoDate(day) ?? 0) + days);

function bytes(maxLength: number | undefined, facts: ColumnFacts): readonly Idea[] {
  const most = Math.min(maxLength ?? 64, facts.maxLength ?? Infinity);
  // A short column of bytes is a hash or a key: as long as it can be.
  const least = Math.max(facts.minLength ?? 0, most < 64 ? most : 16);
  return [{ generator: "bytes", params: { min: Math.min(least, most), max: Math.max(most, facts.minLength ?? 0) } }];
}

function texts(context: ColumnContext, limit: number): readonly Idea[] {
  const { facts, unique, noun, words } = context;
  const formed = formedTexts(facts, limit, words).map(trusted(facts));
  if (formed.length > 0) return formed;
  const word = noun.replaceAll(/[^a-z0-9]+/g, "-").slice(0, 24);
  if (limit <= 3) return [...(unique ? [] : truths(context, limit)), letters(limit, limit)];
  const short: Idea = unique
    ? letters(Math.min(6, limit), Math.min(6, limit))
    : { generator: "slug", params: { words: 1 } };
  if (limit < 12) return [short, letters(limit, limit)];
  if (unique) return [{ generator: "template", params: { text: `${word}-{{seq}}` } }, { generator: "slug" }];
  const free = prose("keywords", 9, 2);
  // What has room for a word or two is one of a few more often than it is free.
  return limit > mostOfAWord ? [free] : [choice({ standard: 6, special: 3, other: 1 }), free];
}

const mostOfAWord = 40;

/** One letter of which nothing is known is most often Y or N; three that need not all be used are YES or NO. */
function truths({ column, words }: ColumnContext, limit: number): readonly Idea[] {
  if (/\b(?:id|code|no|nr|key|type|abbr|abbreviation)$/.test(words)) return [];
  if (limit === 1) return [choice({ Y: 1, N: 1 })];
  return limit === 3 && column.valueType.kind === "text" && column.valueType.fixed !== true
    ? [choice({ YES: 1, NO: 1 })]
    : [];
}

const letters = (least: number, most: number, set = "A-Z"): Idea => ({
  generator: "pattern",
  params: { pattern: least === most ? `[${set}]{${least}}` : `[${set}]{${least},${most}}` },
});

/** Texts that checks give a form: a pattern, a case, a length, a date. */
function formedTexts(facts: ColumnFacts, limit: number, words: string): readonly Idea[] {
  const { minLength = 0, maxLength = Infinity, letterCase, format, patterns } = facts;
  const most = Math.min(limit, maxLength);
  if (format === "json") return [{ generator: "json" }, { generator: "json", params: { shape: "empty" } }];
  if (format === "time") return [{ generator: "time" }];
  if (format === "datetime") return [{ generator: "timestamp", params: dates(facts, words) }];
  if (format !== undefined || typeof facts.minimum?.value === "string" || typeof facts.maximum?.value === "string") {
    return [{ generator: "date", params: dates(facts, words) }];
  }
  const set = charactersAllowed(patterns) ?? usualCharacters(facts, words);
  const positive = patterns.find((pattern) => !pattern.negated);
  const source = positive === undefined ? undefined : expressionOf(positive, minLength, most, set);
  if (source !== undefined) return [{ generator: "pattern", params: { pattern: source } }];
  if (minLength > 2 || letterCase !== undefined || patterns.length > 0) {
    const least = Math.max(1, minLength);
    return [letters(least, Math.max(least, Math.min(most, least + 6)), set)];
  }
  return [];
}

/** Made to keep the facts, so they are not asked again. */
const trusted =
  (facts: ColumnFacts) =>
  (idea: Idea): Idea => ({ ...idea, shortest: facts.minLength ?? 2, madeForChecks: true });

function usualCharacters({ letterCase, patterns }: ColumnFacts, words: string): string {
  if (letterCase !== undefined) return letterCase === "lower" ? "a-z" : "A-Z";
  if (
    /\b(?:phone|fax|mobile|tel|telephone|pin|zip|postal ?code|plz|number|no|nr|cvv|cvc|ssn|digits)(?: \d)?$/.test(words)
  )
    return "0-9";
  return patterns.some(({ pattern, negated }) => !negated && /[a-z@]/.test(pattern)) ? "a-z" : "A-Z";
}

/** NOT GLOB '*[^0-9]*': no character outside the class. */
function charactersAllowed(patterns: readonly PatternConstraint[]): string | undefined {
  for (const { syntax, pattern, negated } of patterns) {
    const set = syntax === "glob" && negated ? /^\*\[\^([^\]]+)\]\*$/.exec(pattern)?.[1] : undefined;
    if (set !== undefined) return set;
  }
  return undefined;
}

/** A regular expression whose texts keep a LIKE or GLOB pattern and the length. */
function expressionOf(
  constraint: PatternConstraint,
  minLength: number,
  maxLength: number,
  set: string,
): string | undefined {
  const { syntax, pattern, escape } = constraint;
  if (syntax === "regexp") return pattern.replace(/^\^/, "").replace(/\$$/, "");
  const [many, one] = syntax === "like" ? ["%", "_"] : ["*", "?"];
  const parts: string[] = [];
  let fixed = 0;
  const open: number[] = [];
  const characters = Array.from(pattern);
  for (let k = 0; k < characters.length; k++) {
    const character = characters[k] ?? "";
    if (character === escape && k + 1 < characters.length) parts.push(quoted(characters[++k] ?? ""));
    else if (character === many) {
      if (open.at(-1) !== parts.length - 1 || open.length === 0) open.push(parts.push("") - 1);
      continue;
    } else if (character === one) parts.push(`[${set}]`);
    else if (character === "[" && syntax === "glob") {
      const close = characters.indexOf("]", k + 2);
      if (close < 0) return undefined;
      parts.push(characters.slice(k, close + 1).join(""));
      k = close;
    } else parts.push(quoted(character));
    fixed++;
  }
  if (fixed > maxLength) return undefined;
  // What is free shares what the length leaves.
  const free =
    open.length === 0
      ? 0
      : Math.max(
          0,
          Math.min(
            Math.floor((maxLength - fixed) / open.length),
            Math.max(6, Math.ceil((minLength - fixed) / open.length)),
          ),
        );
  const least = open.length === 0 ? 0 : Math.min(free, Math.max(1, Math.ceil((minLength - fixed) / open.length)));
  for (const place of open) parts[place] = free === 0 ? "" : `[${set}]{${least === free ? free : `${least},${free}`}}`;
  return parts.join("");
}

const quoted = (character: string): string => (/[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character);
