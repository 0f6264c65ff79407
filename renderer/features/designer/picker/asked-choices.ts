import type { GeneratorCard } from "../../../../shared/api/views.ts";
import type { AskedValues } from "./asked-values.ts";
import type { RuleChoice } from "./rule-choice.ts";

export const fits = (card: GeneratorCard, kind: string): boolean => kind === "unknown" || card.accepts.includes(kind);

export const choiceOf = (card: GeneratorCard): RuleChoice => ({
  key: card.id,
  card,
  rule: { kind: "generate", generator: card.id, params: {} },
  description: card.help,
});

/** The rules that hold the very values that a search speaks of. */
export function askedChoices(asked: AskedValues, cards: readonly GeneratorCard[], kind: string): readonly RuleChoice[] {
  return generatorsFor(asked, kind).flatMap((id) => {
    const card = cards.find((one) => one.id === id);
    if (!card || !fits(card, kind)) return [];
    const params = askedParams(asked, card);
    const choice = choiceOf(card);
    return [
      {
        ...choice,
        key: `asked:${id}`,
        rule: { ...choice.rule, params },
        description: sayParams(params),
        telling: true,
      },
    ];
  });
}

function generatorsFor(asked: AskedValues, kind: string): readonly string[] {
  const { range, scale, list, span, businessHours, pattern, charm } = asked;
  if (pattern !== undefined) return range ? ["pattern", "integer"] : ["pattern"];
  if (list) return list.every(({ value }) => holds(kind, value)) ? ["weighted-choice"] : [];
  if (span || businessHours) {
    if (businessHours && !span) return ["timestamp"];
    return kind === "timestamp" ? ["timestamp", "date"] : ["date", "timestamp"];
  }
  if (charm) return ["log-normal", "normal"];
  if (range) {
    if (scale !== undefined) return ["decimal", "normal"];
    return kind === "decimal" || kind === "real" ? ["decimal", "integer", "normal"] : ["integer", "decimal", "normal"];
  }
  return scale === undefined ? [] : ["decimal", "log-normal", "normal"];
}

/** Whether a column of a kind may hold a value as it was typed; the rule's own check says more. */
function holds(kind: string, value: string): boolean {
  if (kind === "boolean") return value === "true" || value === "false";
  if (kind === "integer") return /^-?\d+$/.test(value);
  if (kind === "decimal" || kind === "real") return value !== "" && Number.isFinite(Number(value));
  return (
    ["text", "enum", "unknown"].includes(kind) || (/^\d/.test(value) && ["date", "timestamp", "time"].includes(kind))
  );
}

/** Those of the asked values that a generator has parameters for, by the parameters' names. */
export function askedParams(asked: AskedValues, card: GeneratorCard): Readonly<Record<string, unknown>> {
  const params: Record<string, unknown> = {};
  const has = (name: string): boolean => card.fields.some((field) => field.name === name);
  const { range, scale, list, span } = asked;
  const isNumber = (name: string): boolean =>
    card.fields.some((field) => field.name === name && (field.type === "number" || field.type === "integer"));
  if (range && isNumber("min") && isNumber("max")) Object.assign(params, range);
  if (scale !== undefined && has("scale")) params["scale"] = scale;
  const weights = card.fields.find((field) => field.control === "weights" && field.name === "values");
  if (list && weights) {
    // An object would put texts of digits before the others.
    params[weights.name] = list.some(({ value }) => /^\d+$/.test(value))
      ? list
      : Object.fromEntries(list.map(({ value, weight }) => [value, weight]));
  }
  if (span && has("from") && has("to")) Object.assign(params, span);
  if (asked.pattern !== undefined && has("pattern")) params["pattern"] = asked.pattern;
  if (asked.charm === true && has("charm")) params["charm"] = 1;
  if (asked.businessHours === true && has("hours")) params["hours"] = "business";
  return params;
}

/** Asked parameters in words: "min 1, max 10". */
export const sayParams = (params: Readonly<Record<string, unknown>>): string =>
  Object.entries(params)
    .map(([name, value]) => {
      if (typeof value !== "object" || value === null) return `${name} ${String(value)}`;
      const entries: readonly unknown[] = Array.isArray(value) ? value : Object.entries(value).map(([one]) => one);
      return entries.map((entry) => (isWeighted(entry) ? entry.value : String(entry))).join(", ");
    })
    .join(", ");

const isWeighted = (entry: unknown): entry is { readonly value: string } =>
  typeof entry === "object" && entry !== null && "value" in entry;
