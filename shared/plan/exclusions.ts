import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { DesignedColumn, DesignedTable } from "../rules/design.ts";
import type { Fix, Problem } from "../rules/problem.ts";
import { ruleInputs } from "../rules/rule-inputs.ts";
import type { ExclusionModel } from "../schema/schema-model.ts";

/**
 * Tells of EXCLUDE constraints that the rules do not keep by construction: no two rows may compare true in all elements, so one
 * element must tell every two rows apart. `ownerColumns` are those of the foreign key by which the rows are grouped.
 */
export function reportExclusions(
  designed: DesignedTable,
  rowCount: number,
  ownerColumns: readonly string[],
  catalogue: GeneratorCatalogue,
  problems: Problem[],
): void {
  if (rowCount < 2) return;
  for (const exclusion of designed.table.exclusions ?? []) {
    if (isKept(designed, exclusion, ownerColumns, catalogue)) continue;
    problems.push(problemOf(designed, exclusion, ownerColumns, catalogue));
  }
}

/** Whether the rules let no two rows meet in all elements of the constraint. */
export function isKept(
  designed: DesignedTable,
  exclusion: ExclusionModel,
  ownerColumns: readonly string[],
  catalogue: GeneratorCatalogue,
): boolean {
  return exclusion.elements.some(({ column, operator }) => {
    const entry = designed.columns.find((one) => one.column.name === column);
    if (entry === undefined) return false;
    // NULL meets nothing.
    if (entry.rule.kind === "null") return true;
    if (operator === "=") return isDistinct(entry, catalogue);
    if (operator === "<>") return isTheSame(entry, catalogue);
    return operator === "&&" && liesApart(entry, entry.rule, exclusion, ownerColumns, catalogue);
  });
}

function isDistinct({ rule, unique }: DesignedColumn, catalogue: GeneratorCatalogue): boolean {
  if (rule.kind !== "generate") return false;
  return unique || catalogue.get(rule.generator)?.distinct === "table";
}

/** Whether every row has the one value: none differs from another. */
function isTheSame({ column, rule }: DesignedColumn, catalogue: GeneratorCatalogue): boolean {
  const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
  const params = rule.kind === "generate" ? generator?.params.safeParse(rule.params) : undefined;
  if (generator === undefined || params?.success !== true || ruleInputs(rule, catalogue).length > 0) return false;
  return generator.relation !== true && generator.capacity(params.data, column.valueType) === 1;
}

/** Whether the rule's ranges never overlap in rows that the other elements could let meet. */
function liesApart(
  { column }: DesignedColumn,
  rule: DesignedColumn["rule"],
  { elements }: ExclusionModel,
  ownerColumns: readonly string[],
  catalogue: GeneratorCatalogue,
): boolean {
  const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
  const params = rule.kind === "generate" ? generator?.params.safeParse(rule.params) : undefined;
  if (generator?.accepts(column.valueType) !== true || params?.success !== true) return false;
  const apart = generator.apart?.(params.data);
  const equal = new Set(elements.filter(({ operator }) => operator === "=").map((element) => element.column));
  // Rows of different owners are told apart by the owner.
  return (
    apart === "table" || (apart === "owner" && ownerColumns.length > 0 && ownerColumns.every((name) => equal.has(name)))
  );
}

function problemOf(
  designed: DesignedTable,
  exclusion: ExclusionModel,
  ownerColumns: readonly string[],
  catalogue: GeneratorCatalogue,
): Problem {
  const { id } = designed.table;
  const column = exclusion.elements.find((element) => element.column !== undefined)?.column;
  const mends = exclusion.elements.flatMap((element): readonly Fix[] => {
    const entry = designed.columns.find((one) => one.column.name === element.column);
    if (entry === undefined) return [];
    const { name } = entry.column;
    if (element.operator === "&&" && liesApart(entry, entry.suggestion.rule, exclusion, ownerColumns, catalogue))
      return [{ label: `Let ${name} lie apart`, edit: { kind: "set-rule", table: id, column: name, rule: null } }];
    const value = element.operator === "<>" ? oneValue(entry, catalogue) : undefined;
    if (value === undefined) return [];
    const rule = { kind: "generate", generator: "constant", params: { value } } as const;
    return [{ label: `Give every row the same ${name}`, edit: { kind: "set-rule", table: id, column: name, rule } }];
  });
  const unlike = exclusion.elements.find(({ operator }) => operator === "<>")?.column;
  const what = unlike === undefined ? "meet" : `have unlike ${unlike} where all else is equal`;
  const lacking = unlike === undefined ? "nothing keeps its rows apart" : `nothing keeps ${unlike} alike`;
  return {
    severity: mends.length > 0 ? "error" : "warning",
    code: "capacity",
    table: id,
    ...(column === undefined ? {} : { column }),
    message: `${id} may hold no two rows that ${what} (${exclusion.name}), and ${lacking}.`,
    fixes: [...mends, { label: `Lower ${id} to 1 row`, edit: { kind: "set-rows", table: id, rows: 1 } }],
  };
}

/** A value that the column takes, whatever it is. */
function oneValue(
  { column: { valueType, name }, rule }: DesignedColumn,
  catalogue: GeneratorCatalogue,
): string | number | undefined {
  if (catalogue.get(rule.kind === "generate" ? rule.generator : "")?.relation === true) return undefined;
  if (valueType.kind === "integer" || valueType.kind === "decimal" || valueType.kind === "real") return 1;
  if (valueType.kind === "enum") return valueType.values[0];
  return valueType.kind === "text" ? name.slice(0, valueType.maxLength ?? name.length) : undefined;
}
