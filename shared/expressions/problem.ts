/** What is wrong with an expression, and where: character offsets into its text, `to` behind the last. */
export interface ExpressionError {
  /** One sentence. */
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** Another text for the place that would mend it. */
  readonly fix?: { readonly label: string; readonly from: number; readonly to: number; readonly text: string };
}

/** Thrown while an expression is read; caught in check-expression.ts and never seen outside this room. */
export class ExpressionProblem extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.message);
    this.error = error;
  }
}

/** Why one cell has no value: a division by zero, a text that is no number. The cell is NULL then. */
export class CellFailure extends Error {}

/** `line 2, character 7` of an offset into a text; the line is left out where there is but one. */
export function placeOf(source: string, offset: number): string {
  const before = source.slice(0, offset).split("\n");
  const character = `character ${(before.at(-1)?.length ?? 0) + 1}`;
  return source.includes("\n") ? `line ${before.length}, ${character}` : character;
}
