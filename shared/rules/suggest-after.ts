import { lastingOf, numericPairs, pairs, sequences, startWord, type Distance, type Future } from "./after-names.ts";
import { nameText } from "../expressions/completions.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { ValueKind } from "../schema/value-type.ts";
import { isDecidedBy, type ColumnFacts, type TableFacts } from "./column-facts.ts";
import { checkReasons } from "./column-context.ts";
import { numberRange, tidy } from "./fit-numbers.ts";
import { keyColumns } from "./table-keys.ts";
import type { GenerateRule } from "./rule.ts";
import { englishWords } from "./language/english-words.ts";
import { laterDate } from "./life-cycle.ts";
import { nounOf, wordsOf } from "./words.ts";

/** A column whose values lie a little after those of another column of the row. */
export interface AfterSuggestion {
  readonly rule: GenerateRule;
  readonly base: string;
  readonly reason: string;
  /** A check asks for it. */
  readonly required: boolean;
}

const momentKinds: ReadonlySet<ValueKind> = new Set(["date", "timestamp"]);
const numberKinds: ReadonlySet<ValueKind> = new Set(["integer", "decimal", "real"]);
const isMoment = (column: ColumnModel): boolean =>
  momentKinds.has(column.valueType.kind) ||
  (column.valueType.kind === "text" && /\b(?:at|on|date|datetime|time|timestamp|ts)$/.test(nameWords(column.name)));
/** Seconds since 1970, by the name: "date_created" as bigint. */
const isEpoch = ({ name, valueType }: ColumnModel): boolean =>
  valueType.kind === "integer" &&
  valueType.bits >= 32 &&
  /(?:\w (?:at|date|datetime|timestamp|ts)|^(?:created|modified|updated|changed|edited))$/.test(nameWords(name));
/** Whether the one can follow the other in time: both are moments, or both such seconds. */
const sameClock = (later: ColumnModel, base: ColumnModel): boolean =>
  (isMoment(later) && isMoment(base)) || (isEpoch(later) && isEpoch(base));
const isNumber = (column: ColumnModel): boolean => numberKinds.has(column.valueType.kind);

/**
 * The columns of a table that follow another one: as checks ask, else as names say. No two follow each other in a ring.
 * Facts of the base columns are narrowed where a check bounds the later one, so that base and distance both fit.
 */
export function suggestAfter(table: TableModel, facts: TableFacts): ReadonlyMap<string, AfterSuggestion> {
  const found = new Map<string, AfterSuggestion>();
  const keys = keyColumns(table);
  const noun = nounOf(table.name);
  const foreign = new Set(table.foreignKeys.flatMap((key) => key.columns));
  const free = table.columns.filter(
    ({ name, generated }) => !keys.has(name) && !foreign.has(name) && generated === undefined,
  );
  const follows = (from: string, to: string): boolean => {
    for (let name: string | undefined = from; name !== undefined; name = found.get(name)?.base)
      if (name === to) return true;
    return false;
  };
  const offer = (
    later: ColumnModel,
    base: string,
    params: Readonly<Record<string, unknown>>,
    reason: string,
    required: boolean,
  ): void => {
    if (found.has(later.name) || follows(base, later.name) || isDecidedBy(base, later.name, facts.of)) return;
    if (facts.of(later.name).when?.includes(`${nameText(base)} == null`) === true) return;
    const rule: GenerateRule = { kind: "generate", generator: "after-column", params: { column: base, ...params } };
    found.set(later.name, { rule, base, reason, required });
  };

  for (const later of free) {
    const own = facts.of(later.name);
    if (own.choices !== undefined) continue;
    for (const { column, strict, equal } of own.above) {
      const base = table.columns.find(({ name, generated }) => name === column && generated === undefined);
      if (base === undefined) continue;
      const named = distanceByName(later, base, noun);
      if (isMoment(later) && isMoment(base)) {
        offer(
          later,
          column,
          equal
            ? { min: 0, max: 0 }
            : {
                ...moments(strict ? atLeast(named?.distance ?? oneMonth, 1) : (named?.distance ?? oneMonth)),
                ...futureOf(named?.future ?? "allowed", later, own),
              },
          checkReasons(own)[0] ?? "",
          true,
        );
      } else if (isNumber(later) && isNumber(base)) {
        offer(
          later,
          column,
          equal ? { min: 0, max: 0, scale: scaleOf(later) } : numbers(later, base, facts, strict),
          checkReasons(own)[0] ?? "",
          true,
        );
      }
    }
  }
  for (const later of free) {
    const own = facts.of(later.name);
    if (found.has(later.name) || own.choices !== undefined || own.minimum !== undefined || own.maximum !== undefined)
      continue;
    const twin = twinOf(later, table);
    if (twin !== undefined) {
      offer(later, twin.name, moments([0, 23, "hours"]), `a moment of ${twin.name}`, false);
      continue;
    }
    for (const base of table.columns) {
      if (base === later || base.generated !== undefined || facts.of(base.name).choices !== undefined) continue;
      const named = sameClock(later, base) ? distanceByName(later, base, noun) : undefined;
      // Where times of the two days follow, days apart keep them in order.
      const timed = later.valueType.kind === "date" && table.columns.some((one) => twinOf(one, table) === later);
      if (named !== undefined)
        offer(
          later,
          base.name,
          {
            ...within(timed ? atLeast(named.distance, 1) : named.distance, later),
            ...futureOf(named.future, later, own),
          },
          `name follows ${base.name}`,
          false,
        );
      else if (isNumber(later) && isNumber(base) && paired(later, base, numericPairs))
        offer(
          later,
          base.name,
          { min: 0, max: 50, scale: scaleOf(later) },
          `name is the upper end of ${base.name}`,
          false,
        );
    }
  }
  for (const later of free) {
    const own = facts.of(later.name);
    if (found.has(later.name) || own.checks.length > 0 || !(isMoment(later) || isEpoch(later))) continue;
    const words = nameWords(later.name);
    const distance = updateName.test(words) ? oneMonth : /\bend (?:date|datetime)$/.test(words) ? fortnight : undefined;
    const begins = distance === oneMonth ? mainDate(table) : startDate;
    const base = table.columns.find(
      (one) =>
        one !== later && one.generated === undefined && sameClock(later, one) && begins.test(nameWords(one.name)),
    );
    if (distance !== undefined && base !== undefined)
      offer(
        later,
        base.name,
        { ...within(distance, later), ...futureOf(distance === oneMonth ? "never" : "empty", later, own) },
        `name follows ${base.name}`,
        false,
      );
  }
  for (const later of free) {
    if (found.has(later.name) || facts.of(later.name).checks.length > 0) continue;
    const dates = table.columns.filter((one) => one.generated === undefined && sameClock(later, one));
    const staged = laterDate(
      later.name,
      dates.map(({ name }) => name),
    );
    if (staged !== undefined)
      offer(
        later,
        staged.base,
        { ...within([...staged.days, "days"], later), ...futureOf(staged.future, later, facts.of(later.name)) },
        `name follows ${staged.base}`,
        false,
      );
  }
  return found;
}

/** The words of a column's name, in English and in full where they can be. */
function nameWords(name: string): string {
  const words = wordsOf(name);
  return englishWords(words) ?? words;
}

const oneMonth: Distance = [0, 30, "days"];
const fortnight: Distance = [0, 14, "days"];
const updateName =
  /\b(?:last ?(?:update|updated|modified|changed|edited)|(?:updated|modified|changed)(?: ?(?:at|on|date|time|datetime|ts|timestamp))?)$/;
const startDate = /\b(?:start|begin)(?: ?(?:date|datetime))$/;

/** visit_end_date of visit_end_datetime: the same day. */
function twinOf(column: ColumnModel, table: TableModel): ColumnModel | undefined {
  const words = nameWords(column.name);
  if (column.valueType.kind !== "timestamp" || !words.endsWith(" datetime")) return undefined;
  const day = words.replace(/datetime$/, "date");
  return table.columns.find(
    ({ name, valueType, generated }) => generated === undefined && valueType.kind === "date" && nameWords(name) === day,
  );
}

/** The date that a row is about: payment_date of a payment, order_date of an order header. */
export function mainDate(table: TableModel): RegExp {
  const nouns = nounOf(table.name)
    .split(" ")
    .filter((word) => /^[a-z]{3,}$/.test(word));
  const done = pasts.flatMap(([noun, past]) => (noun === nouns.at(-1) ? [past] : []));
  return new RegExp(
    `^(?:${[...nouns, ...done, "order", "ordered", "placed", "transaction"].join("|")})(?:ed)? ?(?:at|on|date|time|datetime|ts)$`,
  );
}

/** What is done with things, where their date is called after it: a payment is paid. */
const pasts = [
  ["payment", "paid"],
  ["shipment", "shipped"],
  ["delivery", "delivered"],
  ["charge", "charged"],
  ["invoice", "issued"],
  ["message", "sent"],
] as const;

const moments = ([min, max, unit]: Distance): Readonly<Record<string, unknown>> => ({
  min,
  max,
  ...(unit === "days" ? {} : { unit }),
});
const seconds = { minutes: 60, hours: 3600, days: 86_400 } as const;
/** A distance in time as a column counts it. */
const within = (distance: Distance, later: ColumnModel): Readonly<Record<string, unknown>> => {
  const [min, max, unit] = distance;
  return isEpoch(later) ? { min: min * seconds[unit], max: max * seconds[unit] } : moments(distance);
};
/** What becomes of what would lie after today, in this column: one that has a value in every row stays before it. */
const futureOf = (future: Future, later: ColumnModel, own: ColumnFacts): Readonly<Record<string, unknown>> => {
  if (future === "allowed" || isEpoch(later)) return {};
  return { future: future === "empty" && (!later.nullable || own.checks.length > 0) ? "never" : future };
};
const atLeast = ([min, max, unit]: Distance, least: number): Distance => [
  Math.max(min, least),
  Math.max(max, least + 1),
  unit,
];

interface Named {
  readonly distance: Distance;
  readonly future: Future;
}

function distanceByName(later: ColumnModel, base: ColumnModel, noun: string): Named | undefined {
  const [end, begin] = [nameWords(later.name), nameWords(base.name)];
  const days = later.valueType.kind === "date";
  for (const [start, finish, distance] of pairs) {
    if (!isPair(begin, end, start, finish)) continue;
    if (start !== startWord) return { distance, future: "allowed" };
    return lastingOf(noun, days) ?? { distance, future: "empty" };
  }
  // "procedure end date" after "procedure date".
  if (/\b(?:end|finish|stop) \w+$/.test(end) && end.replace(/\b(?:end|finish|stop) (?=\w+$)/, "") === begin)
    return { distance: fortnight, future: "empty" };
  const [is, was] = [said(end, later), said(begin, base)];
  const sequence = sequences.find(
    (one) => one.later.test(is) && !one.later.test(was) && one.earlier.some((earlier) => earlier.test(was)),
  );
  return sequence && { distance: sequence.distance, future: sequence.future ?? "empty" };
}

/** "closed" of a timestamp is "closed at". */
const said = (words: string, column: ColumnModel): string =>
  (momentKinds.has(column.valueType.kind) || isEpoch(column)) &&
  !/ (?:at|on|by|date|datetime|time|timestamp|ts|utc|dt)$/.test(words)
    ? `${words} at`
    : words;

const paired = (later: ColumnModel, base: ColumnModel, all: typeof numericPairs): boolean =>
  all.some(([low, high]) => isPair(nameWords(base.name), nameWords(later.name), low, high));

/** Whether `end` is `begin` with one word replaced. */
function isPair(begin: string, end: string, start: RegExp, finish: string): boolean {
  const match = start.exec(begin);
  if (match === null) return false;
  const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const around = [begin.slice(0, match.index), begin.slice(match.index + match[0].length)].map(escaped);
  return new RegExp(`^${around[0] ?? ""}${finish}${around[1] ?? ""}$`).test(end);
}

const scaleOf = (column: ColumnModel): number =>
  column.valueType.kind === "integer"
    ? 0
    : column.valueType.kind === "decimal"
      ? Math.min(6, column.valueType.scale ?? 2)
      : 2;

/** The distance of two numbers; where checks bound the later one, base and distance share the room. */
function numbers(
  later: ColumnModel,
  base: ColumnModel,
  facts: TableFacts,
  strict: boolean,
): Readonly<Record<string, unknown>> {
  const scale = scaleOf(later);
  const unit = 10 ** -scale;
  const [own, under]: readonly [ColumnFacts, ColumnFacts] = [facts.of(later.name), facts.of(base.name)];
  const range = numberRange(later.valueType, own, scale);
  // Halves of a finer base are rounded to either side.
  const least = strict || scaleOf(base) > scale ? unit : 0;
  if (own.minimum !== undefined && numberRange(base.valueType, under, scale).low < range.low)
    under.minimum = { value: range.low, inclusive: true };
  if (own.maximum === undefined) return { min: least, max: 50, scale };
  const low = Math.max(numberRange(base.valueType, under, scale).low, Math.min(0, range.high - 1));
  const middle = tidy(low + (range.high - low) / 2, scale);
  const room = Math.max(least, tidy(range.high - middle, scale));
  if (numberRange(base.valueType, under, scale).high > middle) under.maximum = { value: middle, inclusive: true };
  return { min: least, max: Math.min(50, room), scale };
}
