import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import { customRule } from "../../../../shared/project/custom-generators.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { ideasForWords } from "../../../../shared/rules/ideas-for-words.ts";
import type { GenerateRule, Suggestion } from "../../../../shared/rules/rule.ts";
import type { InnerRule } from "./part.ts";

/** A rule inside another as a column would have it. */
export function generateRule(rule: InnerRule, project: Project | null): GenerateRule | undefined {
  if (rule.kind === "rule") {
    const { generator, params, locale } = rule;
    return { kind: "generate", generator, params, ...(locale === undefined ? {} : { locale }) };
  }
  const definition = project?.generators?.[rule.name];
  return definition && customRule(rule.name, definition);
}

export function innerRule({ generator, params, locale, custom }: GenerateRule): InnerRule {
  if (custom !== undefined) return { kind: "custom", name: custom };
  return { kind: "rule", generator, params, ...(locale === undefined ? {} : { locale }) };
}

/** What a rule inside another is called. */
export function ruleLabel(
  rule: InnerRule,
  project: Project | null,
  cards: ReadonlyMap<string, Pick<GeneratorCard, "label">>,
): string {
  if (rule.kind === "custom") return project?.generators?.[rule.name]?.label ?? rule.name;
  return cards.get(rule.generator)?.label ?? rule.generator;
}

/** The best rule for a value of this name; words where the name tells nothing. */
export function ruleForName(name: string, kind: string, cards: ReadonlyMap<string, GeneratorCard>): InnerRule {
  const idea = ideasForWords(name, kind).find(({ generator }) => fits(cards.get(generator)));
  return { kind: "rule", generator: idea?.generator ?? "word.sample", params: idea?.params ?? {} };
}

const fits = (card: GeneratorCard | undefined): boolean => card !== undefined && card.needsRows !== true;

/** A value inside a rule as if it were a column, so that the picker suggests by its name and kind. */
export function innerColumn(
  column: ColumnView,
  name: string,
  kind: string,
  rule: GenerateRule | undefined,
  cards: ReadonlyMap<string, GeneratorCard>,
): ColumnView {
  const ideas = ideasForWords(name, kind)
    .filter(({ generator }) => fits(cards.get(generator)))
    .map(({ generator, params = {} }): GenerateRule => ({ kind: "generate", generator, params }));
  const usual: GenerateRule = { kind: "generate", generator: "word.sample", params: {} };
  const [best = usual, ...others] = ideas;
  const suggestion: Suggestion = {
    rule: best,
    reasons: [ideas.length > 0 ? `name matches ${name}` : "any text"],
    confidence: ideas.length > 0 ? "high" : "low",
    alternatives: others.map((other) => ({ rule: other, reason: `name matches ${name}` })),
  };
  return {
    ...column,
    column: { name: column.column.name, type: "", valueType: innerType(kind), nullable: false },
    suggestion,
    rule: rule ?? best,
  };
}

/** Only its kind is looked at. */
const innerType = (kind: string): ColumnView["column"]["valueType"] => ({ kind }) as ColumnView["column"]["valueType"];
