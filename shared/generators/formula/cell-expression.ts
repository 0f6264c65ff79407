import { bindExpression, type BoundExpression } from "../../expressions/bind-expression.ts";
import { checkExpression, referencesOf } from "../../expressions/check-expression.ts";
import { figureKey } from "../../expressions/figures.ts";
import { typeOfVector, vectorReader } from "../../expressions/read-vector.ts";
import { scopeOf, type ExpressionScope } from "../../expressions/scope.ts";
import type { FigureReference } from "../../expressions/typed.ts";
import type { ExprType } from "../../expressions/types.ts";
import { childStream, unitAt } from "../../random/stream.ts";
import type { AggregateRequest, CompileContext, Kernel, SchemaPlace } from "../generator.ts";

/** An expression compiled for a column. */
export interface CellExpression extends Pick<BoundExpression, "cell" | "failure"> {
  readonly type: ExprType;
  /** Makes a batch's figures and ordinals ready; to be called before its cells are asked for. */
  open(rows: Float64Array, count: number): void;
}

const nothing: ExpressionScope = { table: "this table", tables: {}, children: [] };

/** What an expression of a column may name; nothing where no schema is known. */
export const scopeIn = (schema: SchemaPlace | undefined): ExpressionScope =>
  schema ? scopeOf(schema.model, schema.table) : nothing;

/** The figures over owned rows that an expression asks for. */
export const figuresOf = (source: string): readonly AggregateRequest[] => referencesOf(source).figures;

/**
 * Compiles an expression; undefined where it is wrong, which is a problem told before any run. `label` keeps the draws of
 * several expressions of one column apart.
 */
export function cellExpression(source: string, context: CompileContext, label = "formula"): CellExpression | undefined {
  const figures = new Map<string, Kernel | undefined>();
  const kernelOf = (of: FigureReference): Kernel | undefined => {
    const key = figureKey(of);
    if (!figures.has(key)) figures.set(key, context.aggregate?.(of));
    return figures.get(key);
  };
  const asked = referencesOf(source);
  const kernels = new Map(asked.figures.map((of) => [figureKey(of), kernelOf(of)]));
  /** A decimal has as many places as its values, whatever the schema leaves open. */
  const refine = (path: string, type: ExprType): ExprType => {
    if (type.kind !== "decimal") return type;
    const vector = kernels.has(path) ? kernels.get(path)?.out : context.input(path);
    return (vector && typeOfVector(vector)) ?? type;
  };
  const checked = checkExpression(source, scopeIn(context.schema), refine);
  if (!checked.ok) return undefined;

  const usesOrdinal = asked.paths.includes("ordinal") && context.ordinal !== undefined;
  const ordinals = usesOrdinal ? new Float64Array(context.batchRows) : undefined;
  const draws = childStream(context.stream, label);
  const bound = bindExpression(
    checked.root,
    {
      column: (path, type) => vectorReader(context.input(path), type),
      figure(of, type) {
        const kernel = kernelOf(of);
        return kernel ? vectorReader(kernel.out, type) : () => null;
      },
      referenceDay: context.referenceDay,
      unit: (row, lane) => unitAt(draws, row, lane),
    },
    ordinals,
  );
  return {
    type: checked.type,
    cell: (at, row) => bound.cell(at, row),
    get failure() {
      return bound.failure;
    },
    open(rows, count) {
      for (const kernel of figures.values()) kernel?.fill(rows, count);
      if (ordinals) context.ordinal?.(rows, count, ordinals);
    },
  };
}
