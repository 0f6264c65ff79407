import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import { generatorCategories, type GeneratorCategory } from "../../../../shared/generators/generator.ts";
import type { GenerateRule, Rule, Suggestion } from "../../../../shared/rules/rule.ts";

/** A line of the rule picker. */
export interface RuleChoice {
  readonly key: string;
  readonly card: GeneratorCard;
  readonly rule: GenerateRule;
  /** A reason for suggested rules, help for others. */
  readonly description: string;
  readonly confidence?: Suggestion["confidence"];
}

export type PickerCategory = "suggested" | GeneratorCategory;

/** The rules suggested for a column, best first, each generator once; then the one in force where it is none of them. */
export function suggestedChoices(column: ColumnView, cards: ReadonlyMap<string, GeneratorCard>): readonly RuleChoice[] {
  const choices: RuleChoice[] = [];
  const add = (rule: Rule, description: string, confidence?: Suggestion["confidence"]): void => {
    if (rule.kind !== "generate") return;
    const card = cards.get(rule.generator);
    if (!card || choices.some((choice) => choice.card.id === card.id)) return;
    choices.push({ key: `suggested:${card.id}`, card, rule, description, ...(confidence ? { confidence } : {}) });
  };
  const { suggestion } = column;
  add(suggestion.rule, suggestion.reasons[0] ?? "", suggestion.confidence);
  suggestion.alternatives.forEach((other, index) => add(other.rule, other.reason, index === 0 ? "medium" : "low"));
  const known = choices.length;
  if (column.rule.kind === "generate") {
    const card = cards.get(column.rule.generator);
    add(column.rule, card?.help ?? "");
  }
  // A rule chosen by hand leads the list: it is what the parameters below belong to.
  const own = choices.length > known ? choices.pop() : undefined;
  return own ? [own, ...choices] : choices;
}

/** The rules of one category that the column's type can hold, in the catalogue's order. */
export function categoryChoices(
  category: GeneratorCategory,
  cards: readonly GeneratorCard[],
  kind: string,
): readonly RuleChoice[] {
  return cards.filter((card) => card.category === category && fits(card, kind)).map(choiceOf);
}

/** The rules that match what was typed, best first. Those that the column cannot hold are left out. */
export function searchChoices(query: string, cards: readonly GeneratorCard[], kind: string): readonly RuleChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return cards
    .filter((card) => fits(card, kind))
    .map((card) => ({ card, score: score(card, words) }))
    .filter((hit) => hit.score > 0)
    .sort((left, right) => right.score - left.score || (left.card.label < right.card.label ? -1 : 1))
    .map((hit) => choiceOf(hit.card));
}

/** The categories that have a rule for the column, in the catalogue's order. */
export function categoriesOf(cards: readonly GeneratorCard[], kind: string): readonly GeneratorCategory[] {
  const present = new Set(cards.filter((card) => fits(card, kind)).map((card) => card.category));
  return generatorCategories.filter((category) => present.has(category));
}

export const countFitting = (cards: readonly GeneratorCard[], kind: string): number =>
  cards.filter((card) => fits(card, kind)).length;

/** What is applied when a choice is taken: null share, uniqueness and locale of the column stay. */
export function ruleFromChoice(choice: RuleChoice, current: Rule): GenerateRule {
  if (current.kind !== "generate") return choice.rule;
  const { nulls, unique, locale } = current;
  return {
    ...choice.rule,
    ...(nulls === undefined ? {} : { nulls }),
    ...(unique === undefined ? {} : { unique }),
    ...(locale === undefined || !choice.card.localized ? {} : { locale }),
  };
}

function choiceOf(card: GeneratorCard): RuleChoice {
  return { key: card.id, card, rule: { kind: "generate", generator: card.id, params: {} }, description: card.help };
}

const fits = (card: GeneratorCard, kind: string): boolean => kind === "unknown" || card.accepts.includes(kind);

/** Every word must be found somewhere; the label counts most, then its keywords, then the rest. */
function score(card: GeneratorCard, words: readonly string[]): number {
  const label = card.label.toLowerCase();
  let total = 0;
  for (const word of words) {
    const part =
      label === word
        ? 16
        : label.startsWith(word)
          ? 8
          : label.split(/[\s-]+/).some((piece) => piece.startsWith(word))
            ? 6
            : label.includes(word)
              ? 4
              : card.keywords.some((keyword) => keyword.toLowerCase().startsWith(word))
                ? 3
                : card.id.toLowerCase().includes(word) || card.category.startsWith(word)
                  ? 2
                  : card.help.toLowerCase().includes(word)
                    ? 1
                    : 0;
    if (part === 0) return 0;
    total += part;
  }
  return total;
}

/** What is offered where nothing matches: rules that make any text, and are told what by a pattern or a template. */
export function fallbackChoices(cards: readonly GeneratorCard[], kind: string): readonly RuleChoice[] {
  return cards
    .filter(
      (card) => fits(card, kind) && card.fields.some(({ control }) => control === "pattern" || control === "template"),
    )
    .map(choiceOf);
}
