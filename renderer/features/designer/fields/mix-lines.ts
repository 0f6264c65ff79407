import type { GeneratorCard } from "../../../../shared/api/views.ts";
import type { GenerateRule, Rule } from "../../../../shared/rules/rule.ts";
import { innerRule } from "../document/inner-rules.ts";
import { writeRule } from "../document/part.ts";

/** A line of a mix as its form edits it. */
export interface MixLine {
  readonly rule: unknown;
  readonly weight: number;
  readonly when: string;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The lines that a parameter holds. */
export const readMix = (value: unknown): readonly MixLine[] =>
  (Array.isArray(value) ? value.filter(isMap) : []).map(({ rule = "", weight, when }) => ({
    rule,
    weight: typeof weight === "number" ? weight : 1,
    when: typeof when === "string" ? when : "",
  }));

/** The parameter of lines, as short as the project file has it. */
export const writeMix = (lines: readonly MixLine[]): readonly Readonly<Record<string, unknown>>[] =>
  lines.map(({ rule, weight, when }) => ({
    rule,
    ...(weight === 1 ? {} : { weight }),
    ...(when.trim() === "" ? {} : { when: when.trim() }),
  }));

/** Of the rows that a line's condition is for, the share that it gets: those of one condition share them by weight. */
export function shareOfLine(lines: readonly MixLine[], at: number): number {
  const own = lines[at];
  if (own === undefined) return 0;
  const all = lines.filter(({ when }) => when.trim() === own.when.trim());
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? own.weight / total : 0;
}

/** A mix to begin with: the rule that is in force for most rows, and another that suits the column. */
export function startOfMix(
  rule: Rule,
  others: readonly Rule[],
  cards: ReadonlyMap<string, Pick<GeneratorCard, "needsRows">>,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  const usable = (one: Rule): one is GenerateRule =>
    one.kind === "generate" && cards.has(one.generator) && cards.get(one.generator)?.needsRows !== true;
  const rules = [rule, ...others].filter(usable);
  const [first, second] = rules.filter(
    (one, k) => rules.findIndex(({ generator }) => generator === one.generator) === k,
  );
  if (first === undefined) return undefined;
  const other = second === undefined ? "" : writeRule(innerRule(second));
  return writeMix([
    { rule: writeRule(innerRule(first)), weight: 3, when: "" },
    { rule: other, weight: 1, when: "" },
  ]);
}
