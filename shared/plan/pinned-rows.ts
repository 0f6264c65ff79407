import type { PinnedRow } from "../project/pinned-row.ts";
import { nearestName } from "../rules/nearest-name.ts";
import type { Problem } from "../rules/problem.ts";
import { checkText, readChecks } from "../schema/check-constraints.ts";
import { canEvaluate, evaluateCheck } from "../schema/evaluate-check.ts";
import { holdsValue } from "../schema/holds-value.ts";
import type { EngineId } from "../schema/schema-model.ts";
import type { TablePlan } from "./plan.ts";

/** What stands against the pinned rows of a table. */
export function reportPinned(table: TablePlan, engine: EngineId, problems: Problem[]): void {
  const { designed, id, rowCount } = table;
  const pinned = designed.pinned ?? [];
  if (pinned.length === 0 || designed.mode !== "generate") return;
  const found = (message: string, column?: string): void => {
    const place = { table: id, ...(column === undefined ? {} : { column }) };
    problems.push({ severity: "error", code: "pinned-row", ...place, message, fixes: [] });
  };
  if (pinned.length > rowCount) {
    const rows = `${pinned.length} pinned rows, and ${rowCount} rows in all`;
    found(`${id} has ${rows}: a table whose rows follow ${table.owner?.owner ?? "another"} needs as many.`);
  }
  for (const { name, values } of pinned) {
    for (const [column, value] of Object.entries(values)) {
      const wrong = misfit(table, column, value);
      if (wrong !== undefined) found(`The pinned row ${name} of ${id} ${wrong}.`, column);
    }
  }
  for (const column of table.distinct) reportTwice(pinned, column, id, found);
  reportBroken(table, engine, found);
  reportLoose(table, pinned, problems);
}

/** Of checks whose columns a row pins all; with others, sample rows tell (`batches/check-rows.ts`). */
function reportBroken(
  { designed, table, id }: TablePlan,
  engine: EngineId,
  found: (message: string, column: string) => void,
): void {
  const checks = readChecks(table, engine);
  for (const { name, values } of designed.pinned ?? []) {
    for (const { check, expression, columns } of checks) {
      const [first] = columns;
      if (first === undefined || expression === null || !canEvaluate(expression)) continue;
      if (!columns.every((column) => Object.hasOwn(values, column))) continue;
      if (evaluateCheck(expression, (column) => values[column] ?? null, { engine, table }) === false)
        found(`The pinned row ${name} of ${id} breaks CHECK (${checkText(check.expression)}).`, first);
    }
  }
}

/** What pinned rows take out of the engine's hands: it goes on as if they were not. */
function reportLoose(table: TablePlan, pinned: readonly PinnedRow[], problems: Problem[]): void {
  const { id, relations, tuples } = table;
  const named = (column: string): boolean => pinned.some(({ values }) => Object.hasOwn(values, column));
  const warn = (message: string, column: string): void => {
    problems.push({ severity: "warning", code: "pinned-row", table: id, column, message, fixes: [] });
  };
  const owned = relations.find(({ pick }) => pick.kind === "owner")?.carries.find(named);
  if (owned !== undefined)
    warn(
      `Pinned rows of ${id} give ${owned} a value, and sums over the rows of an owner count them where they were.`,
      owned,
    );
  for (const { columns } of tuples) {
    const column = columns.find(named);
    if (column !== undefined)
      warn(`Pinned rows of ${id} may repeat another row's (${columns.join(", ")}), which must be unique.`, column);
  }
}

/** What is wrong with a pinned value, to go on with "The pinned row ada of customers …". */
function misfit({ designed }: TablePlan, name: string, value: PinnedRow["values"][string]): string | undefined {
  const entry = designed.columns.find(({ column }) => column.name === name);
  if (entry === undefined) {
    const near = nearestName(
      name,
      designed.columns.map(({ column }) => column.name),
    );
    return `names ${name}, which is no column of it${near === undefined ? "" : `; the nearest is ${near}`}`;
  }
  const { column, rule } = entry;
  if (column.generated !== undefined) return `gives ${name} a value, which the database computes`;
  if (rule.kind === "default")
    return `gives ${name} a value, which is left to the database's default: give the column a rule`;
  if (value === null) return column.nullable ? undefined : `has NULL in ${name}, which may not be NULL`;
  if (holdsValue(column.valueType, value)) return undefined;
  return `has a value in ${name} that is no ${column.type === "" ? column.valueType.kind : column.type}`;
}

function reportTwice(
  pinned: readonly PinnedRow[],
  column: string,
  id: string,
  found: (message: string, column: string) => void,
): void {
  const rows = new Map<string, string>();
  for (const { name, values } of pinned) {
    const value = values[column] ?? null;
    if (value === null) continue;
    const other = rows.get(String(value));
    if (other === undefined) rows.set(String(value), name);
    else found(`The pinned rows ${other} and ${name} of ${id} have the same ${column}, which must be unique.`, column);
  }
}
