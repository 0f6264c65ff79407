import type { GeneratorCatalogue, PoolFiles } from "../generators/generator.ts";
import { findColumn, findTable, referencedTable, type TableId } from "../schema/schema-model.ts";
import { checkColumn } from "./check-column.ts";
import type { Design, DesignedTable } from "./design.ts";
import { keyProblems } from "./key-problems.ts";
import { nearestName } from "./nearest-name.ts";
import type { Fix, Problem } from "./problem.ts";
import { ruleInputs } from "./rule-inputs.ts";

/**
 * What stands against a design as far as rules and schema alone can say: names that are not there, rules that do not fit
 * their column, keys without enough values, columns made of each other. `rows` gives exact row counts where they are known;
 * else those of owned tables are estimated. (The planner adds what concerns relations, row counts and composite keys.)
 */
export function checkDesign(
  design: Design,
  catalogue: GeneratorCatalogue,
  rows?: ReadonlyMap<TableId, number>,
  pools?: PoolFiles,
): readonly Problem[] {
  const problems: Problem[] = [...unknownNames(design), ...keyProblems(design)];
  const estimates = new Map<TableId, number>();
  const locales = Object.entries(design.project.locales).flatMap(([name, weight]) => (weight > 0 ? [name] : []));
  for (const table of design.tables.values()) {
    const count = rows?.get(table.table.id) ?? estimate(design, table, estimates, new Set());
    problems.push(...danglingKeys(design, table));
    for (const entry of table.columns)
      problems.push(...checkColumn(table, entry, { model: design.model, catalogue, rows: count, locales, pools }));
    problems.push(...columnCycles(table, catalogue));
  }
  return problems;
}

function estimate(design: Design, table: DesignedTable, known: Map<TableId, number>, open: Set<TableId>): number {
  const { rows } = table;
  const { id } = table.table;
  if (table.mode === "skip") return 0;
  if (typeof rows === "number") return rows;
  const done = known.get(id);
  if (done !== undefined) return done;
  const owner = design.tables.get(rows.per);
  if (owner === undefined || open.has(id)) return 0;
  open.add(id);
  const mean = (rows.average ?? (rows.from + rows.to) / 2) * (1 - rows.without);
  const count = Math.round(estimate(design, owner, known, open) * mean);
  open.delete(id);
  known.set(id, count);
  return count;
}

/** Settings of tables and columns that the schema does not have (any more). */
function unknownNames(design: Design): readonly Problem[] {
  const { model, project } = design;
  const places = [
    { tables: project.tables, where: "", fixable: true },
    ...Object.entries(project.scenarios).map(([name, { tables }]) => ({
      tables,
      where: ` in scenario ${name}`,
      fixable: false,
    })),
  ];
  return places.flatMap(({ tables, where, fixable }) =>
    Object.entries(tables).flatMap(([id, settings]): Problem[] => {
      const table = findTable(model, id);
      if (table === undefined) {
        const near = nearestName(
          id,
          model.tables.map((one) => one.id),
        );
        const fixes: readonly Fix[] = fixable
          ? [{ label: "Remove its settings", edit: { kind: "remove-table", table: id } }]
          : [];
        const message = `The project has settings for the table ${id}${where}, which the source does not have.`;
        return [{ severity: "warning", code: "unknown-table", table: id, message, ...said(near), fixes }];
      }
      return Object.entries(settings.columns).flatMap(([column, rule]): Problem[] => {
        if (findColumn(table, column) !== undefined) return [];
        const free = table.columns.map((one) => one.name).filter((name) => !Object.hasOwn(settings.columns, name));
        const near = nearestName(column, free);
        const drop = { kind: "set-rule", table: id, column, rule: null } as const;
        const fixes: Fix[] = [{ label: "Remove the rule", edit: drop }];
        if (near !== undefined) {
          const label = `Move the rule to ${near}`;
          fixes.push({
            label,
            edit: { kind: "several", label, edits: [{ kind: "set-rule", table: id, column: near, rule }, drop] },
          });
        }
        const message = `The project has a rule for ${id}.${column}${where}, which the source does not have.`;
        return [
          {
            severity: "warning",
            code: "unknown-column",
            table: id,
            column,
            message,
            ...said(near),
            fixes: fixable ? fixes : [],
          },
        ];
      });
    }),
  );
}

const said = (near: string | undefined): Pick<Problem, "explanation"> =>
  near === undefined ? {} : { explanation: `Nearest: ${near}.` };

function danglingKeys(design: Design, { table }: DesignedTable): readonly Problem[] {
  return table.foreignKeys.flatMap((key): Problem[] => {
    if (referencedTable(design.model, key) !== undefined) return [];
    const [column = ""] = key.columns;
    const message = `${table.id}.${key.columns.join(", ")} references ${key.referencedTable.name}, which the source does not have.`;
    const explanation = "Its values are made like those of any other column.";
    return [
      { severity: "warning", code: "foreign-key-dangling", table: table.id, column, message, explanation, fixes: [] },
    ];
  });
}

/** Rings of columns that are made of each other, each told once, at its first column. */
function columnCycles(table: DesignedTable, catalogue: GeneratorCatalogue): readonly Problem[] {
  const inputs = new Map(table.columns.map(({ column, rule }) => [column.name, ruleInputs(rule, catalogue)]));
  const state = new Map<string, "open" | "done">();
  const problems: Problem[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      problems.push(ringProblem(table, path.slice(path.indexOf(name))));
      return;
    }
    state.set(name, "open");
    for (const input of inputs.get(name) ?? []) if (inputs.has(input)) visit(input, [...path, name]);
    state.set(name, "done");
  };
  for (const { column } of table.columns) visit(column.name, []);
  return problems;
}

function ringProblem({ table, columns }: DesignedTable, ring: readonly string[]): Problem {
  const [column = ""] = ring;
  const edited = ring.find((name) => columns.some((entry) => entry.column.name === name && entry.edited));
  const fixes: readonly Fix[] =
    edited === undefined
      ? []
      : [
          {
            label: `Use the suggested rule for ${edited}`,
            edit: { kind: "set-rule", table: table.id, column: edited, rule: null },
          },
        ];
  const message =
    ring.length === 1
      ? `${table.id}.${column} is made of itself.`
      : `The columns ${[...ring, column].join(" → ")} of ${table.id} are made of each other.`;
  return { severity: "error", code: "column-cycle", table: table.id, column, message, fixes };
}
