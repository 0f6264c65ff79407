import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { DesignedColumn, DesignedTable } from "../rules/design.ts";
import type { Fix, Problem } from "../rules/problem.ts";
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

function isKept(
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
    return operator === "&&" && liesApart(entry, entry.rule, exclusion, ownerColumns, catalogue);
  });
}

function isDistinct({ rule, unique }: DesignedColumn, catalogue: GeneratorCatalogue): boolean {
  if (rule.kind !== "generate") return false;
  return unique || catalogue.get(rule.generator)?.distinct === "table";
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
    if (entry === undefined || element.operator !== "&&") return [];
    if (!liesApart(entry, entry.suggestion.rule, exclusion, ownerColumns, catalogue)) return [];
    const edit = { kind: "set-rule", table: id, column: entry.column.name, rule: null } as const;
    return [{ label: `Let ${entry.column.name} lie apart`, edit }];
  });
  return {
    severity: mends.length > 0 ? "error" : "warning",
    code: "capacity",
    table: id,
    ...(column === undefined ? {} : { column }),
    message: `${id} may hold no two rows that meet (${exclusion.name}), and nothing keeps its rows apart.`,
    fixes: [...mends, { label: `Lower ${id} to 1 row`, edit: { kind: "set-rows", table: id, rows: 1 } }],
  };
}
