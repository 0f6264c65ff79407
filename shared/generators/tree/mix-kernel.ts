import { aliasTable, pickAlias, type AliasTable } from "../../random/alias-table.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import { gatherCells, putCell, vectorForAll } from "../../vectors/put-cell.ts";
import { vectorLike } from "../../vectors/copy-vector.ts";
import type { Vector } from "../../vectors/vector.ts";
import { cellExpression, type CellExpression } from "../formula/cell-expression.ts";
import type { CellTroubles, CompileContext, Kernel } from "../generator.ts";
import { leafKernel } from "./compile-tree.ts";
import type { LeafRule } from "./tree-node.ts";

/** The rules of one condition, or those without one. */
interface Group {
  /** Undefined where they have no condition, or one that cannot be read. */
  readonly condition: CellExpression | undefined;
  readonly always: boolean;
  readonly members: readonly number[];
  readonly weights: AliasTable;
}

/**
 * The cells of the rule that each row takes; NULL where it takes none. A rule is asked for its own rows only, so that what it cannot
 * make elsewhere (a division by zero that the condition keeps out) is no trouble.
 */
export function mixKernel(
  rules: readonly (LeafRule | undefined)[],
  weights: readonly number[],
  groups: readonly (readonly [when: string, lines: readonly number[]])[],
  context: CompileContext,
): Kernel {
  const { batchRows, stream, column } = context;
  const choice = childStream(stream, "choice");
  const compiled = groups.map(([when, members]): Group => {
    const shares = members.map((k) => weights[k] ?? 0);
    return {
      condition: when === "" ? undefined : cellExpression(when, context, `when ${when}`),
      always: when === "",
      members,
      weights: aliasTable(shares.some((share) => share > 0) ? shares : shares.map(() => 1)),
    };
  });
  const parts = rules.map((rule, k) => rule && new Part(rule, { ...context, stream: childStream(stream, `|${k}`) }));
  const out = vectorForAll(
    parts.flatMap((part) => part?.kernel.out ?? []),
    batchRows,
  );
  const picks = new Int32Array(batchRows);
  const cursors = new Int32Array(rules.length);
  const troubles: CellTroubles = { failed: 0, cut: 0 };
  /** Rows of a column that must have a value, and that no rule is for. */
  let missing = 0;
  let firstMissing: CellTroubles["first"];

  const pickOf = (i: number, row: number): number => {
    for (const { condition, always, members, weights: table } of compiled) {
      if (!always && condition?.cell(i, row) !== true) continue;
      return members[members.length === 1 ? 0 : pickAlias(table, wordAt(choice.k0, choice.k1, row, 0))] ?? -1;
    }
    return -1;
  };

  return {
    out,
    troubles,
    fill(rows, count) {
      for (const { condition } of compiled) condition?.open(rows, count);
      for (const part of parts) part?.clear();
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const pick = pickOf(i, row);
        picks[i] = pick;
        parts[pick]?.add(i, row);
        if (pick >= 0 || column.nullable) continue;
        missing++;
        firstMissing ??= { row, because: "no rule of the mix is for it" };
      }
      for (const part of parts) part?.fill();
      cursors.fill(0);
      out.hasNulls = false;
      for (let i = 0; i < count; i++) {
        const pick = picks[i] ?? -1;
        const part = parts[pick];
        const at = part ? (cursors[pick] ?? 0) : 0;
        if (part) cursors[pick] = at + 1;
        if (part) putCell(part.kernel.out, at, out, i);
        else putNull(out, i);
        if (out.nulls[i] === 1) out.hasNulls = true;
      }
      troubles.failed = parts.reduce((sum, part) => sum + (part?.kernel.troubles?.failed ?? 0), missing);
      troubles.cut = parts.reduce((sum, part) => sum + (part?.kernel.troubles?.cut ?? 0), 0);
      const first = firstMissing ?? parts.find((part) => part?.kernel.troubles?.first)?.kernel.troubles?.first;
      if (first) troubles.first ??= first;
    },
  };
}

function putNull(out: Vector, i: number): void {
  out.nulls[i] = 1;
  if (out.kind === "text" || out.kind === "bytes") out.offsets[i + 1] = out.offsets[i] ?? 0;
}

/** One rule of the mix, with the rows of a batch that take it and the cells of other columns in those rows. */
class Part {
  readonly kernel: Kernel;
  readonly #rows: Float64Array;
  readonly #places: Int32Array;
  readonly #inputs = new Map<string, { readonly from: Vector; readonly to: Vector }>();
  #count = 0;

  constructor(rule: LeafRule, context: CompileContext) {
    const { batchRows } = context;
    this.#rows = new Float64Array(batchRows);
    this.#places = new Int32Array(batchRows);
    const input = (name: string): Vector => {
      const known = this.#inputs.get(name);
      if (known) return known.to;
      const from = context.input(name);
      const to = vectorLike(from, batchRows);
      this.#inputs.set(name, { from, to });
      return to;
    };
    this.kernel = leafKernel(rule, context.type, { ...context, input });
  }

  clear(): void {
    this.#count = 0;
  }

  add(place: number, row: number): void {
    this.#rows[this.#count] = row;
    this.#places[this.#count++] = place;
  }

  fill(): void {
    const count = this.#count;
    if (count === 0) return;
    for (const { from, to } of this.#inputs.values()) gatherCells(from, this.#places, count, to);
    this.kernel.out.hasNulls = false;
    this.kernel.fill(this.#rows, count);
  }
}
