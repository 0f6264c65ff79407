import type { FactValue } from "./column-facts.ts";
import { checkReasons, literalDefault, type ColumnContext } from "./column-context.ts";
import type { NameMatch } from "./ideas-by-name.ts";
import type { Idea } from "./patterns/name-pattern.ts";

/** How often states come that every application has; all others count 3. */
const frequent =
  /^(?:active|delivered|completed?|paid|done|success(?:ful)?|succeeded|captured|settled|published|approved|open|enabled|yes|y|normal|standard|medium|user|available|valid|ok|card|bronze|confirmed|shipped|basic|free|member|regular|g)$/i;
const rare =
  /^(?:cancell?ed|failed|refunded|returned|rejected|deleted|suspended|expired|blocked|banned|charge ?back|error|void|archived|closed|gold|platinum|urgent|critical|super ?admin|admin|owner|none|unknown|other|disabled|locked|fraud|disputed|lost|damaged|nc-17)$/i;

/** Weights for the values of an enum or CHECK … IN. */
function weightOf(value: string, isDefault: boolean): number {
  if (rare.test(value)) return 1;
  return frequent.test(value) || isDefault ? 6 : 3;
}

/** A list of the values that type or checks allow, where they list them. */
export function choiceIdea(
  context: ColumnContext,
  byName: readonly NameMatch[],
): { readonly idea: Idea; readonly reason: string } | undefined {
  const { column, facts } = context;
  const type = column.valueType;
  const listed: readonly FactValue[] | undefined = facts.choices ?? (type.kind === "enum" ? type.values : undefined);
  if (listed === undefined) return undefined;
  const values = listed.filter((value) => !facts.excluded.includes(value) && fits(value, context));
  const reason =
    (facts.choices === undefined ? undefined : checkReasons(facts)[0]) ?? `one of ${values.length} values of the type`;
  if (values.length === 0) return undefined;
  const truths =
    values.length === 2 && values.every((value) => value === true || value === false || value === 0 || value === 1);
  if (truths && (type.kind === "boolean" || type.kind === "integer")) {
    const named = byName.flatMap((match) => match.ideas).find((idea) => idea.generator === "boolean");
    return { idea: { ...(named ?? { generator: "boolean" }), range: [0, 1] }, reason };
  }
  const usual = literalDefault(column);
  if (values.every((value) => typeof value === "string")) {
    const weights = Object.fromEntries(values.map((value) => [value, weightOf(value, value === usual)]));
    // Numbers as names would lose their place in a record.
    if (Object.keys(weights).join("\n") === values.join("\n")) return { idea: made({ values: weights }), reason };
  }
  const even = values.map((value) => (typeof value === "bigint" ? String(value) : value));
  return { idea: made({ values: even }), reason };
}

const made = (params: Idea["params"] & object): Idea => ({
  generator: "weighted-choice",
  params,
  range: [0, 0],
  madeForChecks: true,
});

/** Whether a listed value keeps the column's other facts and its length. */
function fits(value: FactValue, { column, facts }: ColumnContext): boolean {
  const type = column.valueType;
  if (value instanceof Uint8Array) return false;
  if (type.kind === "text" && String(value).length > Math.min(type.maxLength ?? Infinity, facts.maxLength ?? Infinity))
    return false;
  if (typeof value === "number") {
    const { minimum, maximum } = facts;
    if (
      minimum !== undefined &&
      (value < Number(minimum.value) || (!minimum.inclusive && value === Number(minimum.value)))
    )
      return false;
    if (
      maximum !== undefined &&
      (value > Number(maximum.value) || (!maximum.inclusive && value === Number(maximum.value)))
    )
      return false;
  }
  return true;
}
