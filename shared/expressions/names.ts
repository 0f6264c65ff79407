import { nearest } from "../base/nearest.ts";
import type { Syntax } from "./parse-expression.ts";
import { ExpressionProblem } from "./problem.ts";
import { ownEntry, type ExpressionScope } from "./scope.ts";
import { intType, typeOfColumn, type ExprType } from "./types.ts";

/** A path as it is written: `customer_id.country`, or `column("Unit Price")`. */
export interface Path {
  readonly steps: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** As the engine takes it. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Names with a value where no column is called so. */
export const builtIns: Readonly<Record<string, { readonly type: ExprType; readonly help: string }>> = {
  row: { type: intType, help: "The number of the row, from 1." },
  ordinal: { type: intType, help: "The number of the row among those of its owner, from 1: a line number." },
  today: { type: { kind: "date" }, help: "The project's reference date." },
};

/** The path that a node is, or undefined. */
export function pathOf(node: Syntax): Path | undefined {
  if (node.op === "id")
    return {
      steps: [{ name: node.args, from: node.start, to: node.end }],
      text: node.args,
      from: node.start,
      to: node.end,
    };
  if (node.op === "call" && node.args[0] === "column") {
    const [only, ...more] = node.args[1];
    if (only?.op !== "value" || typeof only.args !== "string" || more.length > 0) return undefined;
    // A name in quotes is a step of its own, dots and all, where a column is called so: see columnType.
    return {
      steps: [{ name: only.args, from: only.start, to: only.end }],
      text: only.args,
      from: node.start,
      to: node.end,
    };
  }
  if (node.op !== ".") return undefined;
  const [inner, name] = node.args;
  const before = pathOf(inner);
  if (!before) return undefined;
  const step = { name, from: node.end - name.length, to: node.end };
  return { steps: [...before.steps, step], text: `${before.text}.${name}`, from: node.start, to: node.end };
}

/** The type of a column of the row, or of a row that it refers to. Throws where a step leads nowhere. */
export function columnType(scope: ExpressionScope, path: Path): ExprType {
  const parts = path.steps.flatMap((step) =>
    ownEntry(scope.tables[scope.table]?.columns ?? {}, step.name) === undefined && step.name.includes(".")
      ? step.name.split(".").map((name) => ({ ...step, name }))
      : [step],
  );
  let table = scope.table;
  for (const [k, { name, from, to }] of parts.entries()) {
    const { columns = {}, parents = {} } = ownEntry(scope.tables, table) ?? {};
    const last = k === parts.length - 1;
    const column = ownEntry(columns, name);
    if (last && column !== undefined) return typeOfColumn(column);
    const parent = ownEntry(parents, name);
    if (!last && parent !== undefined) {
      table = parent;
      continue;
    }
    if (last && parent !== undefined)
      refuse(
        from,
        to,
        `${name} is a row of ${parent}; name one of its columns, such as ${name}.${Object.keys(ownEntry(scope.tables, parent)?.columns ?? {})[0] ?? "id"}.`,
      );
    if (column !== undefined)
      refuse(from, to, `${name} refers to no other table, so it has no ${parts[k + 1]?.name ?? "columns"}.`);
    const near = nearest(name, [
      ...Object.keys(columns),
      ...Object.keys(parents),
      ...(k === 0 ? Object.keys(builtIns) : []),
    ]);
    refuse(from, to, `${table} has no column ${name}.`, near);
  }
  return refuse(path.from, path.to, "A column is named here.");
}

/** Throws a problem at a name, with the one that may have been meant. */
export function refuse(from: number, to: number, message: string, near?: string): never {
  if (near === undefined) throw new ExpressionProblem({ message, from, to });
  const fix = { label: `Use ${near}`, from, to, text: near };
  throw new ExpressionProblem({ message: `${message} Did you mean ${near}?`, from, to, fix });
}
