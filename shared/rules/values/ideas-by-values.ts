import type { ColumnContext } from "../column-context.ts";
import { countText } from "../count-text.ts";
import type { Idea } from "../patterns/name-pattern.ts";
import type { GenerateRule } from "../rule.ts";
import { codeForm } from "./code-form.ts";
import { sampledRange, withinRange } from "./number-range.ts";
import type { SampledValues } from "./sampled-values.ts";
import { valueForms } from "./value-forms.ts";

/** What sampled values speak for. */
export interface ValueIdea {
  readonly idea: Idea;
  readonly reason: string;
  /** Its parameters list values of the source. */
  readonly lists: boolean;
}

/** Fewer values say nothing. */
export const leastValues = 20;
/** The share of the values that a form has to hold of. */
const enough = 0.95;
/** Lists are of few values, each of which many rows have: one that few rows have may tell of somebody. */
const mostListed = 30;
const leastEach = 3;
const longestListed = 60;

/** What the values of a column that does not look personal speak for, the surest first; nothing that the present rule does. */
export function ideasByValues(
  values: SampledValues,
  context: ColumnContext,
  present: GenerateRule,
): readonly ValueIdea[] {
  if (values.texts.length < leastValues) return [];
  const { kind } = context.column.valueType;
  const found =
    kind === "boolean"
      ? [shareIdea(values, present)]
      : kind === "text" || kind === "unknown"
        ? [formIdea(values, present), listIdea(values, context), codeIdea(values, present)]
        : kind === "enum"
          ? [listIdea(values, context)]
          : kind === "integer" || kind === "decimal" || kind === "real"
            ? [listIdea(values, context), rangeIdea(values, present, kind === "integer")]
            : [];
  return found.filter((one) => one !== undefined);
}

/** "480 of 500 sampled values", "all 500 sampled values". */
export const shareOf = (found: number, { texts }: SampledValues): string =>
  found === texts.length
    ? `all ${countText(found)} sampled values`
    : `${countText(found)} of ${countText(texts.length)} sampled values`;

function formIdea(values: SampledValues, present: GenerateRule): ValueIdea | undefined {
  for (const { label, is, idea, madeBy } of valueForms) {
    const found = values.texts.filter(is).length;
    if (found < values.texts.length * enough) continue;
    return madeBy.test(present.generator)
      ? undefined
      : { idea, reason: `${shareOf(found, values)} are ${label}`, lists: false };
  }
  return undefined;
}

function codeIdea(values: SampledValues, present: GenerateRule): ValueIdea | undefined {
  const form = codeForm(values.texts);
  if (form === undefined || present.generator === "code" || /uuid|date|time/.test(present.generator)) return undefined;
  const { pattern, found, ...lengths } = form;
  return {
    idea: { generator: "pattern", params: { pattern }, ...lengths },
    reason: `${shareOf(found, values)} have this form`,
    lists: false,
  };
}

function listIdea(values: SampledValues, { column, facts, unique }: ColumnContext): ValueIdea | undefined {
  const { texts, counts } = values;
  const listed = counts.filter(([, count]) => count >= leastEach);
  const held = listed.reduce((sum, [, count]) => sum + count, 0);
  const few = listed.length > 1 && listed.length <= mostListed && listed.length * 8 <= texts.length;
  if (unique || !few || held < texts.length * enough || listed.some(([text]) => text.length > longestListed))
    return undefined;
  const weights = listed.map(([text, count]) => [text, Math.max(1, Math.round((count / held) * 100))] as const);
  const reason = `${shareOf(held, values)} are one of ${listed.length}, weighted as they are there`;
  const numeric = ["integer", "decimal", "real"].includes(column.valueType.kind);
  if (numeric && !listed.every(([text]) => Number.isSafeInteger(Number(text)))) return undefined;
  const record = Object.fromEntries(weights);
  // Numbers as names would lose their place in a record.
  const kept = !numeric && Object.keys(record).join("\n") === weights.map(([text]) => text).join("\n");
  const params = {
    values: kept ? record : weights.map(([text, weight]) => ({ value: numeric ? Number(text) : text, weight })),
  };
  // What the schema lists is no secret of the rows, and neither are yes and no.
  const known = new Set(
    (facts.choices ?? (column.valueType.kind === "enum" ? column.valueType.values : [])).map(String),
  );
  for (const truth of ["0", "1"]) known.add(truth);
  // The column took these values, so its checks do.
  return {
    idea: { generator: "weighted-choice", params, ...(numeric ? {} : { madeForChecks: true }) },
    reason,
    lists: !listed.every(([text]) => known.has(text)),
  };
}

function rangeIdea(values: SampledValues, present: GenerateRule, whole: boolean): ValueIdea | undefined {
  const range = sampledRange(values.texts, whole);
  const params = range === undefined ? undefined : withinRange(present, range);
  if (range === undefined || params === undefined) return undefined;
  const reason = `${shareOf(values.texts.length, values)} lie between ${range.min} and ${range.max}`;
  return { idea: { generator: present.generator, params }, reason, lists: false };
}

function shareIdea(values: SampledValues, present: GenerateRule): ValueIdea | undefined {
  const yes = values.texts.filter((text) => /^(?:true|t|1)$/i.test(text)).length;
  const share = Math.round((yes / values.texts.length) * 20) / 20;
  const now = typeof present.params["true"] === "number" ? present.params["true"] : 0.5;
  if (present.generator !== "boolean" || Math.abs(share - now) < 0.15) return undefined;
  return {
    idea: { generator: "boolean", params: { true: share }, range: [0, 1] },
    reason: `${shareOf(yes, values)} are true`,
    lists: false,
  };
}
