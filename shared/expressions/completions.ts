import { functionHelp } from "./functions/index.ts";
import { builtIns } from "./names.ts";
import { ownEntry, type ExpressionScope, type ScopeTable } from "./scope.ts";
import { isNumeric, typeName, typeOfColumn } from "./types.ts";

/** A name that may be typed, as the editor lists it. */
export interface Completion {
  readonly label: string;
  /** What is put in; a function ends with its bracket. */
  readonly apply: string;
  readonly kind: "column" | "parent" | "figure" | "built-in" | "function";
  /** A type, or a function's parameters. */
  readonly detail: string;
  readonly help?: string;
  readonly example?: string;
}

/** Whether a name stands for itself; another is written column("…"). */
const isPlain = (name: string): boolean =>
  /^[A-Za-z_]\w*$/.test(name) &&
  !/^(?:in|true|false|null|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while|__proto__|prototype)$/.test(
    name,
  );

/** A column by its name or path, in the words of the language. */
export const nameText = (path: string): string =>
  path.split(".").every(isPlain) ? path : `column(${JSON.stringify(path)})`;

/**
 * What may be typed where `before` stands: all names and functions, or behind a dot the columns of the row that the path
 * leads to.
 */
export function completionsAt(scope: ExpressionScope, before: string): readonly Completion[] {
  const dot = before.lastIndexOf(".");
  if (dot < 0) return [...columnsOf(scope, scope.table, ""), ...figuresOf(scope), ...builtInsOf(scope), ...functions];
  const path = before.slice(0, dot);
  let table: string | undefined = scope.table;
  for (const step of path.split(".")) {
    const { parents = {} }: Partial<ScopeTable> = ownEntry(scope.tables, table ?? "") ?? {};
    table = ownEntry(parents, step);
  }
  if (table !== undefined) return columnsOf(scope, table, `${path}.`);
  // sum(order_items.…
  return scope.children.includes(path) ? columnsOf(scope, path, `${path}.`) : [];
}

function columnsOf(scope: ExpressionScope, table: string, prefix: string): readonly Completion[] {
  const { columns = {}, parents = {} } = ownEntry(scope.tables, table) ?? {};
  const own = Object.entries(columns).map(([name, type]): Completion => ({
    label: prefix + name,
    apply: nameText(prefix + name),
    kind: prefix === "" ? "column" : "parent",
    detail: typeName(typeOfColumn(type)),
  }));
  if (prefix !== "") return [...own, ...steps(parents, prefix)];
  // The short name of a reference, where it has one, stands for it; the column itself is listed above.
  const leading = Object.entries(parents).filter(
    ([step]) => ownEntry(columns, step) === undefined || !hasShort(parents, step),
  );
  const related = leading.flatMap(([step, parent]) =>
    Object.entries(ownEntry(scope.tables, parent)?.columns ?? {}).map(([name, type]): Completion => ({
      label: `${step}.${name}`,
      apply: nameText(`${step}.${name}`),
      kind: "parent",
      detail: typeName(typeOfColumn(type)),
      help: `${name} of the row of ${parent} that this row refers to.`,
    })),
  );
  return [...own, ...related];
}

/** Whether a reference column has a short name beside it: customer for customer_id. */
const hasShort = (parents: ScopeTable["parents"], column: string): boolean =>
  Object.keys(parents).some(
    (step) =>
      step !== column && column.toLowerCase().startsWith(step.toLowerCase()) && parents[step] === parents[column],
  );

const steps = (parents: ScopeTable["parents"], prefix: string): readonly Completion[] =>
  Object.entries(parents).map(([step, parent]) => ({
    label: `${prefix}${step}.`,
    apply: `${prefix}${step}.`,
    kind: "parent",
    detail: parent,
  }));

/** The figures over tables that refer to this one. */
function figuresOf(scope: ExpressionScope): readonly Completion[] {
  return scope.children.flatMap((child) => {
    const columns = Object.entries(ownEntry(scope.tables, child)?.columns ?? {});
    const numbers = columns.filter(([name, type]) => isNumeric(typeOfColumn(type)) && isPlain(name));
    const figure = (name: string, of: string, type: string): Completion => ({
      label: `${name}(${of})`,
      apply: `${name}(${of})`,
      kind: "figure",
      detail: type,
      help: `Over the rows of ${child} that this row owns.`,
    });
    if (!child.split(".").every(isPlain)) return [];
    return [
      figure("count", child, "int"),
      ...numbers.map(([name, type]) => figure("sum", `${child}.${name}`, typeName(typeOfColumn(type)))),
    ];
  });
}

const builtInsOf = (scope: ExpressionScope): readonly Completion[] =>
  Object.entries(builtIns)
    .filter(([name]) => ownEntry(ownEntry(scope.tables, scope.table)?.columns ?? {}, name) === undefined)
    .map(([name, { type, help }]) => ({ label: name, apply: name, kind: "built-in", detail: typeName(type), help }));

const functions: readonly Completion[] = functionHelp.map(({ name, signature, help, example }) => ({
  label: name,
  apply: `${name}(`,
  kind: "function",
  detail: signature.slice(signature.indexOf("(")),
  help,
  example,
}));
