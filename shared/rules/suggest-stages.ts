import { nameText } from "../expressions/completions.ts";
import type { TableModel } from "../schema/schema-model.ts";
import type { TableFacts } from "./column-facts.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { wordsOf } from "./words.ts";

/** The stages that orders, invoices and articles go through, in their order; what is in one has been in those before. */
const stages: readonly RegExp[] = [
  /^(?:new|pending|placed|draft|open|created|received|submitted|unpaid|queued)$/,
  /^(?:confirmed|approved|accepted)$/,
  /^paid$/,
  /^(?:processing|packed|picked|in progress|started)$/,
  /^(?:shipped|dispatched|sent|in transit|published)$/,
  /^(?:delivered)$/,
  /^(?:completed|closed|finished|done|resolved|fulfilled)$/,
  /^returned$/,
  /^refunded$/,
  /^(?:archived|expired)$/,
];
/** Where a row's way ends at once: whoever is there may have been anywhere before. */
const exits = /^(?:cancell?ed|rejected|failed|declined|voided|deleted)$/;

const rankOf = (word: string): number => stages.findIndex((stage) => stage.test(word));
const statusName = /\b(?:status|state|stage)$/;
const dateName = /^(?:date |when )?(.+?)(?: ?(?:at|on|date|time|datetime|ts|timestamp))?$/;

/** A date of a stage is there in rows that have reached it: nothing new has been shipped, and what is shipped has a date of that. */
export function withStages(
  table: TableModel,
  facts: TableFacts,
  suggestions: Map<string, Suggestion>,
): Map<string, Suggestion> {
  const status = table.columns.find(
    ({ name, nullable }) => !nullable && statusName.test(wordsOf(name)) && textsOf(suggestions.get(name)).length > 1,
  );
  if (status === undefined) return suggestions;
  const values = textsOf(suggestions.get(status.name)).map((text) => ({ text, word: wordsOf(text) }));
  for (const { name, nullable, valueType } of table.columns) {
    const suggestion = suggestions.get(name);
    const rule = suggestion?.rule;
    if (suggestion === undefined || rule?.kind !== "generate" || !nullable || rule.when !== undefined) continue;
    if (valueType.kind !== "date" && valueType.kind !== "timestamp") continue;
    const { nullness, nulls } = facts.of(name);
    if (nullness !== undefined || nulls !== undefined) continue;
    const stage = dateName.exec(wordsOf(name))?.[1] ?? "";
    const rank = rankOf(stage);
    const reached = values.filter(({ word }) =>
      exits.test(stage) ? word === stage : rank > 0 && rankOf(word) >= rank,
    );
    // A stage that the status does not know says nothing of it.
    if (reached.length === 0 || reached.length === values.length || !values.some(({ word }) => word === stage))
      continue;
    suggestions.set(name, {
      ...suggestion,
      rule: {
        ...reachedRule(rule),
        when: conditionOf(
          status.name,
          reached.map(({ text }) => text),
        ),
      },
      reasons: [...suggestion.reasons, `where ${status.name} is ${reached.map(({ text }) => text).join(", ")}`],
    });
  }
  return suggestions;
}

/** The rule without what would leave a stage that is reached without its date. */
function reachedRule({ nulls: _none, ...rule }: GenerateRule): GenerateRule {
  return rule.params["future"] === "empty" ? { ...rule, params: { ...rule.params, future: "never" } } : rule;
}

/** That a column has one of some texts, as a condition in CEL. */
export const conditionOf = (column: string, texts: readonly string[]): string =>
  texts.length === 1
    ? `${nameText(column)} == ${JSON.stringify(texts[0])}`
    : `${nameText(column)} in [${texts.map((text) => JSON.stringify(text)).join(", ")}]`;

/** The texts that a suggested choice lists. */
export function textsOf(suggestion: Suggestion | undefined): readonly string[] {
  const rule = suggestion?.rule;
  if (rule?.kind !== "generate" || rule.generator !== "weighted-choice") return [];
  const { values } = rule.params;
  return typeof values === "object" && values !== null && !Array.isArray(values) ? Object.keys(values) : [];
}
