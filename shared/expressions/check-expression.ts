import { checkNode } from "./check-node.ts";
import { parseExpression, type Syntax } from "./parse-expression.ts";
import { ExpressionProblem, type ExpressionError } from "./problem.ts";
import type { ExpressionScope } from "./scope.ts";
import type { FigureReference, Typed } from "./typed.ts";
import type { ExprType } from "./types.ts";
import { visitNames } from "./visit-names.ts";

/** A checked expression, or what is wrong with it first. */
export type Checked =
  | { readonly ok: true; readonly type: ExprType; readonly root: Typed }
  | { readonly ok: false; readonly error: ExpressionError };

/**
 * Checks an expression against what it may name. Never throws: what is wrong is told with its place.
 * `refine` may tell a column's type better than the schema does, within its kind.
 */
export function checkExpression(
  source: string,
  scope: ExpressionScope,
  refine?: (path: string, type: ExprType) => ExprType,
): Checked {
  try {
    const root = checkNode(parseExpression(source), {
      scope,
      ...(refine ? { refine } : {}),
      locals: new Map(),
      depth: 0,
      counters: { slot: 0, lane: 0 },
    });
    return { ok: true, type: root.type, root };
  } catch (error) {
    if (error instanceof ExpressionProblem) return { ok: false, error: error.error };
    throw error;
  }
}

/** What an expression reads, as far as its text alone says. */
export interface References {
  /** Columns of the row and paths to those of rows that it refers to. */
  readonly paths: readonly string[];
  readonly figures: readonly FigureReference[];
}

const nothing: References = { paths: [], figures: [] };
const remembered = new Map<string, References>();

/** The columns and figures that an expression names; none where it cannot be read. */
export function referencesOf(source: string): References {
  const known = remembered.get(source);
  if (known) return known;
  const found = readReferences(source);
  if (remembered.size >= 500) remembered.clear();
  remembered.set(source, found);
  return found;
}

function readReferences(source: string): References {
  let root: Syntax;
  try {
    root = parseExpression(source);
  } catch {
    return nothing;
  }
  const paths = new Set<string>();
  const figures: FigureReference[] = [];
  visitNames(root, {
    path: ({ text }) => void paths.add(text),
    figure: ({ of }) => void figures.push(of),
  });
  return { paths: [...paths], figures };
}
