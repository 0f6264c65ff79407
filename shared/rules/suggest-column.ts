import { boundedFormula } from "./bounded-formula.ts";
import { checkReasons, typeReason, type ColumnContext } from "./column-context.ts";
import { fitIdea } from "./fit-idea.ts";
import { formulaText } from "./formula-text.ts";
import { ideasByName, type NameMatch } from "./ideas-by-name.ts";
import { ideasByType } from "./ideas-by-type.ts";
import type { Idea } from "./patterns/name-pattern.ts";
import type { GenerateRule, Rule, Suggestion } from "./rule.ts";
import type { AfterSuggestion } from "./suggest-after.ts";
import { inWidestStretch, stretchedRule } from "./stretched-rule.ts";
import { choiceIdea } from "./suggest-choice.ts";
import { foreignKeySuggestion, keyIdeas } from "./suggest-key.ts";
import { personTemplates } from "./suggest-template.ts";
import { keyColumns } from "./table-keys.ts";

interface Candidate {
  readonly idea: Idea;
  readonly reasons: readonly string[];
  readonly confidence: Suggestion["confidence"];
  /** The share of NULL that goes with the meaning. */
  readonly nulls?: number;
}

/** The rule suggested for one column, why, and what else might do. Its values keep type, keys and checks by construction. */
export function suggestColumn(given: ColumnContext, after: AfterSuggestion | undefined): Suggestion {
  const stretched = given.facts.stretches === undefined ? undefined : stretchedRule(given);
  const context = given.facts.stretches === undefined || stretched ? given : inWidestStretch(given);
  const { column, facts, unique } = context;
  if (column.generated !== undefined) return plain({ kind: "default" }, "the database computes it");
  if (facts.nullness === "empty" && column.nullable) return plain({ kind: "null" }, ...checkReasons(facts));
  const foreign = foreignKeySuggestion(context);
  if (foreign !== undefined) return foreign;
  const computed = computedRule(context);
  if (computed !== undefined) return plain(asDecided(computed, context), ...checkReasons(facts));

  const byName = ideasByName(context);
  const share = nullShare(context, byName[0]?.pattern.nulls);
  if (stretched !== undefined)
    return plain(withNulls(asDecided(stretched, context), facts.nulls ?? share), ...checkReasons(facts));
  const followed = after === undefined || unique ? undefined : afterCandidate(context, after, byName[0]?.pattern.nulls);
  const fitting = candidatesOf(context, byName)
    .map((candidate) => ({ ...candidate, rule: fitWithRoom(candidate.idea, context) }))
    .filter((candidate): candidate is Candidate & { readonly rule: GenerateRule } => candidate.rule !== undefined);
  const ranked =
    followed === undefined
      ? fitting
      : after?.required === true || fitting[0]?.confidence !== "high" || !isExact(fitting[0])
        ? [followed, ...fitting]
        : fitting;
  const [best, ...others] = distinct(ranked);
  // Nothing but its type speaks for it: what the row leaves room for does better.
  const bounded = best === undefined || best.confidence === "low" ? boundedFormula(context) : undefined;
  if (bounded !== undefined)
    return { ...plain(asDecided(bounded, context), ...checkReasons(facts)), confidence: "medium" };
  if (best === undefined) return lastResort(context);
  const rule = withNulls(asDecided(best.rule, context), facts.nulls ?? best.nulls ?? share);
  return {
    rule,
    reasons: [
      ...new Set([
        ...best.reasons,
        ...keyReason(context, best.reasons),
        ...(facts.checks.length > 0 ? checkReasons(facts) : []),
      ]),
    ],
    confidence: best.confidence,
    alternatives: [
      ...others.map((other) => ({
        rule: withNulls(asDecided(other.rule, context), facts.nulls ?? share),
        reason: other.reasons[0] ?? typeReason(column),
      })),
      ...(column.default === undefined
        ? []
        : [{ rule: { kind: "default" as const }, reason: `default ${column.default}` }]),
    ].slice(0, 3),
  };
}

/** What a check says that the column equals. */
function computedRule({ column, facts, unique, model, catalogue }: ColumnContext): GenerateRule | undefined {
  const text = facts.formula && !unique ? formulaText(facts.formula, model.engine) : undefined;
  const fits = text !== undefined && facts.choices === undefined && catalogue.get("formula")?.accepts(column.valueType);
  return fits === true ? { kind: "generate", generator: "formula", params: { expression: text } } : undefined;
}

/** That the column is a key by itself, where that is not said yet. */
function keyReason({ table, column, unique }: ColumnContext, reasons: readonly string[]): readonly string[] {
  const word = table.primaryKey.includes(column.name) ? "primary key" : "unique";
  return !unique || reasons.some((reason) => reason.startsWith(word)) ? [] : [word];
}

const plain = (rule: Rule, ...reasons: readonly string[]): Suggestion => ({
  rule,
  reasons,
  confidence: "high",
  alternatives: [],
});

/** A list that type or checks dictate, which names cannot outdo. */
const isExact = (candidate: Candidate): boolean =>
  candidate.idea.generator === "weighted-choice" && candidate.idea.madeForChecks === true;

/** In order: what lists and keys dictate, what the name says, what is left by the type. */
function candidatesOf(context: ColumnContext, byName: readonly NameMatch[]): readonly Candidate[] {
  const { column } = context;
  const choice = choiceIdea(context, byName);
  if (choice !== undefined) return [{ idea: choice.idea, reasons: [choice.reason], confidence: "high" }];
  const key = keyIdeas(context);
  const named = byName.flatMap(({ pattern, ideas, reason, partial }): Candidate[] =>
    [...personTemplates(context, ideas), ...ideas].map((idea) => ({
      idea,
      reasons: [reason, typeReason(column)],
      confidence: partial === true ? "low" : pattern.vague === true || reason.startsWith("comment") ? "medium" : "high",
      ...(pattern.nulls === undefined ? {} : { nulls: nullShare(context, pattern.nulls) }),
    })),
  );
  const typed = ideasByType(context).map((idea): Candidate => ({
    idea,
    reasons: [typeReason(column)],
    confidence: "low",
  }));
  return [
    ...(key?.ideas ?? []).map((idea): Candidate => ({
      idea,
      reasons: key?.reasons ?? [],
      confidence: key?.confidence ?? "low",
      nulls: 0,
    })),
    ...named,
    ...typed,
  ];
}

/** A unique column should hold ten times its rows, or at least its rows, before its idea is dropped. */
function fitWithRoom(idea: Idea, context: ColumnContext): GenerateRule | undefined {
  if (idea.whole === true) return fitIdea(idea, context, context.rows);
  return fitIdea(idea, context, Math.max(context.rows, Math.min(context.rows * 10, 10_000))) ?? undefined;
}

function afterCandidate(
  context: ColumnContext,
  after: AfterSuggestion,
  named: number | undefined,
): (Candidate & { readonly rule: GenerateRule }) | undefined {
  const generator = context.catalogue.get(after.rule.generator);
  if (generator?.accepts(context.column.valueType) !== true || !generator.params.safeParse(after.rule.params).success)
    return undefined;
  return {
    idea: { generator: after.rule.generator },
    rule: after.rule,
    reasons: [after.reason, typeReason(context.column)],
    confidence: "high",
    nulls: named === undefined ? 0 : nullShare(context, named),
  };
}

function distinct<T extends Candidate & { readonly rule: GenerateRule }>(candidates: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return candidates.filter(({ rule }) => {
    const key =
      rule.generator === "weighted-choice" || rule.generator === "pattern"
        ? JSON.stringify(rule.params)
        : rule.generator;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** Where nothing fits with room to spare: what fits at all, else the database's own value. */
function lastResort(context: ColumnContext): Suggestion {
  const { column, facts, unique } = context;
  const ideas = [...candidatesOf(context, ideasByName(context)).map(({ idea }) => idea), { generator: "constant" }];
  for (const room of unique ? [context.rows, 1] : [1]) {
    for (const idea of ideas) {
      const rule = fitIdea(idea, context, room);
      if (rule !== undefined)
        return {
          rule,
          reasons: [typeReason(column), ...keyReason(context, []), ...checkReasons(facts)],
          confidence: "low",
          alternatives: [],
        };
    }
  }
  const rule: Rule = column.nullable && column.default === undefined ? { kind: "null" } : { kind: "default" };
  return { rule, reasons: [`no generator fits ${typeReason(column)}`], confidence: "low", alternatives: [] };
}

/** With the condition under which checks let it have a value. */
const asDecided = (rule: GenerateRule, { column, facts }: ColumnContext): GenerateRule =>
  facts.when === undefined || !column.nullable ? rule : { ...rule, when: facts.when };

const withNulls = (rule: GenerateRule, nulls: number): GenerateRule => (nulls > 0 ? { ...rule, nulls } : rule);

/** The share of NULL: none in keys and where a check refuses it, else what the meaning says, or one in ten. */
function nullShare({ table, column, facts, words }: ColumnContext, named: number | undefined): number {
  // SQLite before 3.45 has json_valid(NULL) false.
  if (
    !column.nullable ||
    facts.nullness === "required" ||
    facts.format === "json" ||
    keyColumns(table).has(column.name)
  )
    return 0;
  // What a row is called, it is always called.
  return named ?? (/^(?:name|title|code|label)$/.test(words) ? 0 : 0.1);
}
