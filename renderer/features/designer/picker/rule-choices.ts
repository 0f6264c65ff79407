import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import { generatorCategories, type GeneratorCategory } from "../../../../shared/generators/generator.ts";
import { customRule, usesOf } from "../../../../shared/project/custom-generators.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { replaceRule } from "../../../../shared/rules/replace-rule.ts";
import type { Rule, Suggestion } from "../../../../shared/rules/rule.ts";
import { startOfMix } from "../fields/mix-lines.ts";
import { askedChoices, askedParams, choiceOf, fits, sayParams } from "./asked-choices.ts";
import { readAskedValues } from "./asked-values.ts";
import type { RuleChoice } from "./rule-choice.ts";
import { searchRules } from "./search-rules.ts";

/**
 * The rules suggested for a column, best first, each generator once; then the one in force where it is none of them: that of
 * the project (`custom`) or of the catalogue.
 */
export function suggestedChoices(
  column: ColumnView,
  cards: ReadonlyMap<string, GeneratorCard>,
  custom?: RuleChoice,
): readonly RuleChoice[] {
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
  if (custom) return [custom, ...choices];
  const { rule } = column;
  const card = rule.kind === "generate" ? cards.get(rule.generator) : undefined;
  if (!card || choices.some((choice) => isInForce(choice, rule))) return choices;
  // A rule chosen by hand, or with parameters of its own, leads the list: it is what the parameters below belong to.
  return [{ key: `current:${card.id}`, card, rule, description: card.help }, ...choices];
}

/** The rules of one category that the column's type can hold, in the catalogue's order. */
export function categoryChoices(
  category: GeneratorCategory,
  cards: readonly GeneratorCard[],
  kind: string,
): readonly RuleChoice[] {
  return cards.filter((card) => card.category === category && fits(card, kind)).map(choiceOf);
}

/**
 * The rules that answer what was typed, best first: those that hold the very values it speaks of ("between 1 and 10", "gold,
 * silver"), then what the catalogue has under its words. Those that the column cannot hold are left out.
 */
export function searchChoices(query: string, cards: readonly GeneratorCard[], kind: string): readonly RuleChoice[] {
  const asked = readAskedValues(query);
  const words = asked.words.trim();
  const asking = askedChoices(asked, cards, kind);
  // What was read as values may as well be words: "yes/no", "today".
  const hits = searchRules(words === "" ? query : words, cards, kind).map(({ card, params }) => {
    const choice = choiceOf(card);
    const all = { ...params, ...askedParams(asked, card) };
    if (Object.keys(all).length === 0) return choice;
    const said = sayParams(askedParams(asked, card));
    return { ...choice, rule: { ...choice.rule, params: all }, description: said === "" ? card.help : said };
  });
  const known = new Set(asking.map(({ card }) => card.id));
  const leading = words === "" || asked.list !== undefined;
  const rest = hits.filter(({ card }) => !known.has(card.id));
  return leading ? [...asking, ...rest] : [...rest, ...asking];
}

/** The categories that have a rule for the column, in the catalogue's order, and how many each has. */
export function categoriesOf(
  cards: readonly GeneratorCard[],
  kind: string,
): readonly { readonly category: GeneratorCategory; readonly count: number }[] {
  const fitting = cards.filter((card) => fits(card, kind));
  return generatorCategories.flatMap((category) => {
    const count = fitting.filter((card) => card.category === category).length;
    return count === 0 ? [] : [{ category, count }];
  });
}

export const countFitting = (cards: readonly GeneratorCard[], kind: string): number =>
  cards.filter((card) => fits(card, kind)).length;

/** The rules used last, in that order, that the column can hold. */
export const recentChoices = (
  recent: readonly string[],
  cards: ReadonlyMap<string, GeneratorCard>,
  kind: string,
): readonly RuleChoice[] =>
  recent.flatMap((id) => {
    const card = cards.get(id);
    return card && fits(card, kind) ? [choiceOf(card)] : [];
  });

/** The project's own generators that the column can hold, as they stand in its file. */
export function projectChoices(
  project: Project | null,
  cards: ReadonlyMap<string, GeneratorCard>,
  kind: string,
): readonly RuleChoice[] {
  return Object.entries(project?.generators ?? {}).flatMap(([name, one]): RuleChoice[] => {
    const card = cards.get(one.generator);
    if (project === null || !card || !fits(card, kind)) return [];
    const uses = usesOf(project, name).length;
    const label = one.label ?? name;
    return [
      {
        key: `custom:${name}`,
        card: { ...card, label },
        rule: customRule(name, one),
        description: `${card.label}, ${uses === 1 ? "1 column" : `${uses} columns`}`,
      },
    ];
  });
}

/** Those of the project's own generators that match what was typed. */
export function searchProject(query: string, choices: readonly RuleChoice[]): readonly RuleChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ card, rule }) => {
    const text = `${card.label} ${rule.kind === "generate" ? (rule.custom ?? "") : ""} ${card.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * A choice with what this column gives it to begin with, where the search said nothing of its parameters: those that were suggested,
 * and for a mix the rule in force beside another.
 */
export function preparedFor(
  choice: RuleChoice,
  { suggestion }: ColumnView,
  current: Rule,
  cards: ReadonlyMap<string, GeneratorCard>,
): RuleChoice {
  const { rule, card } = choice;
  if (rule.kind !== "generate" || rule.custom !== undefined || Object.keys(rule.params).length > 0) return choice;
  const suggested = [suggestion.rule, ...suggestion.alternatives.map((other) => other.rule)];
  const same = suggested.find((one) => one.kind === "generate" && one.generator === rule.generator);
  if (same?.kind === "generate") return { ...choice, rule: { ...rule, params: same.params } };
  const field = card.fields.find(({ control }) => control === "mix");
  const lines = field && startOfMix(current, suggested, cards);
  return field && lines ? { ...choice, rule: { ...rule, params: { [field.name]: lines } } } : choice;
}

/** Whether a choice is the rule in force; a suggested one, with the very parameters that it was suggested with. */
export const isInForce = (choice: RuleChoice, rule: Rule): boolean =>
  rule.kind === "generate" &&
  choice.rule.kind === "generate" &&
  choice.rule.custom === rule.custom &&
  (rule.custom !== undefined ||
    (choice.card.id === rule.generator &&
      (!choice.key.startsWith("suggested:") || sameValue(choice.rule.params, rule.params))));

/** Whether two parameters are equal, whatever the order of their names. */
const sameValue = (one: unknown, other: unknown): boolean => written(one) === written(other);
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What is applied when a choice is taken: null and edge shares, uniqueness and locale of the column stay. */
export const ruleFromChoice = (choice: RuleChoice, current: Rule): Rule =>
  replaceRule(choice.rule, current, choice.card.localized);

/**
 * What is offered where nothing matches: rules that make any text, and take over what was typed: as a pattern, a template, a
 * formula.
 */
export function fallbackChoices(query: string, cards: readonly GeneratorCard[], kind: string): readonly RuleChoice[] {
  const text = query.trim();
  const offered = cards.flatMap((card) => {
    const field = card.fields.find(({ control }) => control !== undefined && takesOver.has(control));
    if (!field || field.name === "extra" || !fits(card, kind)) return [];
    const choice = choiceOf(card);
    if (text === "") return [choice];
    const rule = { ...choice.rule, params: { [field.name]: text } };
    return [{ ...choice, key: `taken:${card.id}`, rule, description: text, control: field.control }];
  });
  const computes = /[a-z_]\w*\s*[*/+(]|\s[-<>=]=?\s|==/i.test(text) && !/[[\\]/.test(text);
  const likely = text.includes("{{") ? "template" : computes ? "expression" : "pattern";
  return offered
    .filter((choice) => !("control" in choice) || choice.control !== "template" || text.includes("{{"))
    .sort((left, right) => Number(isFor(right, likely)) - Number(isFor(left, likely)));
}

const takesOver = new Set(["pattern", "template", "expression"]);
const isFor = ({ card }: RuleChoice, control: string): boolean =>
  card.fields.some((field) => field.control === control);
