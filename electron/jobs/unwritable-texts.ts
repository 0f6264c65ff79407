import { sampledRows } from "../../shared/batches/sampled-rows.ts";
import { tableReader } from "../../shared/batches/table-reader.ts";
import type { TextCheck } from "../../shared/encoders/encoder.ts";
import type { Domain } from "../../shared/generators/generator.ts";
import { compileContext } from "../../shared/plan/compile-context.ts";
import { edgeChoice } from "../../shared/plan/edge-shares.ts";
import type { Plan, TablePlan } from "../../shared/plan/plan.ts";
import type { DesignedColumn } from "../../shared/rules/design.ts";
import type { Fix, Problem } from "../../shared/rules/problem.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { ColumnModel } from "../../shared/schema/schema-model.ts";
import { cellText } from "../../shared/vectors/cells.ts";
import type { Vector } from "../../shared/vectors/vector.ts";

/** Rows that are looked at where a column's values are no list. */
const sampleRows = 128;
/** A longer list is known by its sample rows. */
const mostListed = 5000;

/**
 * The columns of a generated table that have a text which cannot be written, each with the first such text's trouble: all edge
 * values and all values of lists are looked at, and some rows. (The run itself stops at what only one of its rows has.)
 */
export function unwritableTexts(
  plan: Plan,
  table: TablePlan,
  columns: readonly ColumnModel[],
  check: TextCheck,
): readonly Problem[] {
  if (table.designed.mode !== "generate" || table.rowCount === 0) return [];
  const sampled = sampleTroubles(plan, table, columns, check);
  return table.written.flatMap(({ name }, k): Problem[] => {
    const entry = table.designed.columns.find(({ column }) => column.name === name);
    const target = columns[k];
    if (entry === undefined || target === undefined) return [];
    const wrong = (text: string): string | undefined => check(text, target);
    const why =
      firstTrouble(edgeValues(plan, table, entry), wrong) ??
      firstTrouble(listedTexts(plan, table, entry), wrong) ??
      sampled.get(name);
    if (why === undefined) return [];
    return [
      {
        severity: "error",
        code: "text-unwritable",
        table: table.id,
        column: name,
        message: `A value of ${table.id}.${name} ${why}.`,
        fixes: fixesFor(plan, table, entry, wrong),
      },
    ];
  });
}

function firstTrouble(texts: Iterable<string>, wrong: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const why = wrong(text);
    if (why !== undefined) return why;
  }
  return undefined;
}

const holdsText = ({ kind }: Vector): boolean => kind === "text" || kind === "dictionary";

/** What is wrong with some rows, by column. */
function sampleTroubles(
  plan: Plan,
  table: TablePlan,
  columns: readonly ColumnModel[],
  check: TextCheck,
): ReadonlyMap<string, string> {
  const written = table.written.map(({ name }) => name);
  const rows = sampledRows(plan, table, written, sampleRows);
  const { vectors } = tableReader(plan, table.id, { batchRows: Math.max(1, rows.length) }).readRows(rows, rows.length);
  const found = new Map<string, string>();
  for (const [k, vector] of vectors.entries()) {
    const [own, target] = [table.written[k], columns[k]];
    if (own === undefined || target === undefined || !holdsText(vector)) continue;
    const texts = Array.from(rows, (_, i) => (vector.hasNulls && vector.nulls[i] === 1 ? "" : cellText(vector, i)));
    const why = firstTrouble(
      texts.flatMap((text) => text ?? []),
      (text) => check(text, target),
    );
    if (why !== undefined) found.set(own.name, why);
  }
  return found;
}

/** All values of a column whose generator has a list of them; none where it has not, or a long one. */
function listedTexts(plan: Plan, table: TablePlan, entry: DesignedColumn): readonly string[] {
  const generator = entry.rule.kind === "generate" ? plan.catalogue.get(entry.rule.generator) : undefined;
  const params = generator?.params.safeParse(entry.rule.kind === "generate" ? entry.rule.params : {});
  if (generator === undefined || params?.success !== true || generator.relation === true) return [];
  // The lists of locales are names and words.
  if (generator.localized === true || (generator.inputs?.(params.data).length ?? 0) > 0) return [];
  const compiled = generator.compile(
    params.data,
    compileContext(plan, table, entry, false, {
      batchRows: mostListed,
      input: () => {
        throw new TypeError(`${generator.id} reads a column without naming it in inputs().`);
      },
    }),
  );
  if (compiled.out.kind === "dictionary") return compiled.out.dictionary.texts;
  return "size" in compiled && holdsText(compiled.out) && compiled.size <= mostListed ? textsOf(compiled) : [];
}

function textsOf(domain: Domain): readonly string[] {
  const indexes = Float64Array.from({ length: domain.size }, (_, k) => k);
  domain.fillAt(indexes, indexes.length);
  return Array.from(indexes, (k) => cellText(domain.out, k) ?? "");
}

/** The same rule with those of its edge packs that have no such text; else the suggested rule. */
function fixesFor(
  plan: Plan,
  table: TablePlan,
  entry: DesignedColumn,
  wrong: (text: string) => string | undefined,
): readonly Fix[] {
  const { rule, column } = entry;
  const set = (label: string, next: Rule | null): Fix => ({
    label,
    edit: { kind: "set-rule", table: table.id, column: column.name, rule: next },
  });
  const reset = entry.edited ? [set("Use the suggested rule", null)] : [];
  if (rule.kind !== "generate" || rule.edge === undefined) return reset;
  const { edge, ...plain } = rule;
  const valuesOf = (packs: readonly string[]): readonly string[] =>
    edgeValues(plan, table, { ...entry, rule: { ...plain, edge: { ...edge, packs: [...packs] } } });
  const taken = new Set(edgeValues(plan, table, entry));
  const kept = (plan.catalogue.edges?.packs ?? []).flatMap(({ id }) => {
    const values = valuesOf([id]);
    return values.length > 0 && values.every((text) => taken.has(text) && wrong(text) === undefined) ? [id] : [];
  });
  const less =
    kept.length > 0
      ? set(`Mix in ${kept.join(", ")} only`, { ...plain, edge: { ...edge, packs: kept } })
      : set("Remove the edge share", plain);
  return [less, ...reset];
}

function edgeValues(plan: Plan, table: TablePlan, entry: DesignedColumn): readonly string[] {
  const choice = edgeChoice(plan, table, entry);
  return "values" in choice ? choice.values : [];
}
