import type { GeneratorCatalogue } from "../../generators/generator.ts";
import type { TableId } from "../../schema/schema-model.ts";
import type { ColumnContext } from "../column-context.ts";
import type { Design, DesignedColumn, DesignedTable } from "../design.ts";
import { fitIdea } from "../fit-idea.ts";
import { findByValue, type NameLists } from "../personal/by-value.ts";
import { personalCategories } from "../personal/categories.ts";
import { findPersonal, type Samples } from "../personal/find-personal.ts";
import { replaceRule } from "../replace-rule.ts";
import type { GenerateRule } from "../rule.ts";
import { columnContexts } from "../suggest-table.ts";
import { ideasByValues, leastValues, shareOf, type ValueIdea } from "./ideas-by-values.ts";
import { countValues, type SampledValues } from "./sampled-values.ts";
import { personalIdeas } from "./value-forms.ts";

/** A rule that the source's values speak for, in the place of one that was suggested without a look at them. */
export interface ValueSuggestion {
  readonly table: TableId;
  readonly column: string;
  readonly rule: GenerateRule;
  /** "420 of 500 sampled values are dates"; never with a value in it. */
  readonly reason: string;
  /** The rule lists values of the source: with it, they come into the project. */
  readonly lists: boolean;
}

/**
 * Rules by sampled values, at most one a column, in the schema's order. Rules set by hand, keys, and what follows other
 * columns stay. Of a column that looks personal no value is taken: it gets invented ones of its kind, or nothing. Pure: the
 * same design and samples give the same rules.
 */
export function suggestByValues(
  design: Design,
  catalogue: GeneratorCatalogue,
  lists: NameLists,
  samples: Samples,
): readonly ValueSuggestion[] {
  const personal = placesOf(findPersonal(design.model, lists, samples));
  const named = placesOf(findPersonal(design.model, noLists));
  return [...design.tables.values()].flatMap((designed) => {
    if (designed.mode !== "generate") return [];
    const contexts = columnContexts(designed.table, design.model, catalogue);
    return designed.columns.flatMap(({ column, rule }, at): readonly ValueSuggestion[] => {
      const context = contexts[at];
      const cells = samples(designed.table, column);
      if (context === undefined || cells === undefined || !isFree(designed, at, catalogue)) return [];
      if (rule.kind !== "generate") return [];
      const values = countValues(cells);
      const place = JSON.stringify([designed.table.id, column.name]);
      const ideas = personal.has(place)
        ? named.has(place)
          ? []
          : inventedIdea(values, lists)
        : ideasByValues(values, context, rule);
      const [best] = ideas.flatMap((idea) => fitted(idea, context, rule, catalogue));
      return best === undefined ? [] : [{ table: designed.table.id, column: column.name, ...best }];
    });
  });
}

const noLists: NameLists = { given: new Set(), family: new Set(), cities: new Set() };

const placesOf = (findings: readonly { readonly table: TableId; readonly column: string }[]): ReadonlySet<string> =>
  new Set(findings.map(({ table, column }) => JSON.stringify([table, column])));

/** Whether the column has a rule of its own that nobody has chosen, and that nothing else depends on. */
function isFree({ table, columns }: DesignedTable, at: number, catalogue: GeneratorCatalogue): boolean {
  const designed: DesignedColumn | undefined = columns[at];
  if (designed === undefined || designed.edited || designed.rule.kind !== "generate") return false;
  const { column, rule } = designed;
  const generator = catalogue.get(rule.generator);
  const params = generator?.params.safeParse(rule.params);
  if (generator === undefined || params?.success !== true) return false;
  const inKey =
    table.primaryKey.includes(column.name) || table.foreignKeys.some(({ columns: key }) => key.includes(column.name));
  const follows = generator.relation === true || (generator.inputs?.(params.data) ?? []).length > 0;
  return !inKey && !follows && generator.category !== "keys";
}

/** Invented values of the kind that the form of the sampled ones shows. */
function inventedIdea(values: SampledValues, lists: NameLists): readonly ValueIdea[] {
  if (values.texts.length < leastValues) return [];
  const finding = findByValue(values.texts, lists);
  const idea = finding === undefined ? undefined : personalIdeas[finding.category];
  if (finding === undefined || idea === undefined) return [];
  const label = personalCategories[finding.category].label;
  const kind = label === "IBAN" || label.startsWith("IP") ? label : label.toLowerCase();
  return [
    {
      idea,
      reason: `${shareOf(finding.found, values)} have the form of a ${kind}`.replace(/ a (?=[aeioI])/, " an "),
      lists: false,
    },
  ];
}

/** The rule of an idea, where the column can take it and it differs from the present one. */
function fitted(
  { idea, reason, lists }: ValueIdea,
  context: ColumnContext,
  present: GenerateRule,
  catalogue: GeneratorCatalogue,
): readonly Pick<ValueSuggestion, "rule" | "reason" | "lists">[] {
  const next = fitIdea(idea, context, context.rows);
  if (next === undefined) return [];
  if (next.generator === present.generator && JSON.stringify(next.params) === JSON.stringify(present.params)) return [];
  const rule = replaceRule(next, present, catalogue.get(next.generator)?.localized === true);
  return rule.kind === "generate" ? [{ rule, reason, lists }] : [];
}
