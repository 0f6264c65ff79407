import { columnsOfFigure } from "../generators/generator.ts";
import { keyOfStep } from "../schema/parent-step.ts";
import { referencedTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";
import type { Problem } from "../rules/problem.ts";
import { ruleInputs } from "../rules/rule-inputs.ts";
import type { Plan } from "./plan.ts";

type Address = readonly [table: TableId, column: string];

/**
 * Reports rings of columns of several tables that are made of each other: an order's total from its items, whose share is
 * taken from that total. (Rings within a table are told by the check of its rules.)
 */
export function reportValueCycles(
  { tables, catalogue, design }: Pick<Plan, "tables" | "catalogue" | "design">,
  problems: Problem[],
): void {
  const state = new Map<string, "open" | "done">();
  for (const [table, { designed }] of tables)
    for (const { column } of designed.columns) visit([table, column.name], []);

  function visit(address: Address, path: readonly Address[]): void {
    const key = address.join("\n");
    const known = state.get(key);
    if (known === "done") return;
    if (known === "open") {
      report(path.slice(path.findIndex((step) => step.join("\n") === key)));
      return;
    }
    const sources = sourcesOf(address);
    state.set(key, "open");
    for (const source of sources) visit(source, [...path, address]);
    state.set(key, "done");
  }

  /** The columns that a column's rule reads. */
  function sourcesOf([table, name]: Address): readonly Address[] {
    const planned = tables.get(table);
    const rule = planned?.designed.columns.find(({ column }) => column.name === name)?.rule;
    const generator = rule?.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    const params = rule?.kind === "generate" ? generator?.params.safeParse(rule.params) : undefined;
    if (rule === undefined || !generator || !params?.success) return [];
    return [
      ...ruleInputs(rule, catalogue).flatMap((path) => endOf(design.model, table, path)),
      ...(generator.aggregates?.(params.data) ?? []).flatMap((of) =>
        columnsOfFigure(of).map((column): Address => [of.table, column]),
      ),
      ...(generator.lookups?.(params.data) ?? []).map((of): Address => [of.table, of.column]),
    ];
  }

  function report(ring: readonly Address[]): void {
    const [first] = ring;
    if (first === undefined || ring.every(([table]) => table === first[0])) return;
    const names = [...ring, first].map(([table, column]) => `${table}.${column}`);
    const edited = ring.find(([table, column]) =>
      tables.get(table)?.designed.columns.some((entry) => entry.column.name === column && entry.edited),
    );
    problems.push({
      severity: "error",
      code: "column-cycle",
      table: first[0],
      column: first[1],
      message: `${names.join(" → ")} are made of each other.`,
      fixes:
        edited === undefined
          ? []
          : [
              {
                label: `Use the suggested rule for ${edited.join(".")}`,
                edit: { kind: "set-rule", table: edited[0], column: edited[1], rule: null },
              },
            ],
    });
  }
}

/** Where a path such as customer_id.country ends. */
function endOf(model: SchemaModel, from: TableId, path: string): readonly Address[] {
  let table = model.tables.find(({ id }) => id === from);
  let rest = path;
  while (table !== undefined) {
    if (table.columns.some(({ name }) => name === rest)) return [[table.id, rest]];
    const dot = rest.indexOf(".");
    const key = dot < 0 ? undefined : keyOfStep(table, rest.slice(0, dot));
    if (!key) return [];
    table = referencedTable(model, key);
    rest = rest.slice(dot + 1);
  }
  return [];
}
