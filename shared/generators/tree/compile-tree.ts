import { belowAt, childStream, unitAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { Vector } from "../../vectors/vector.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import type { LeafRule, TreeNode } from "./tree-node.ts";

/** A compiled document: the nodes of a batch's rows, asked for cell by cell after `fill`. */
export type CompiledNode =
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "cell"; readonly vector: Vector }
  | { readonly kind: "list"; readonly of: readonly CompiledNode[]; readonly count: (row: number) => number }
  | { readonly kind: "maybe"; readonly of: CompiledNode; readonly there: (row: number) => boolean }
  | { readonly kind: "one"; readonly of: readonly CompiledNode[]; readonly which: (row: number) => number }
  | { readonly kind: "items"; readonly of: readonly CompiledNode[] }
  | { readonly kind: "fields"; readonly of: readonly (readonly [name: string, node: CompiledNode])[] };

export interface CompiledTree {
  readonly root: CompiledNode;
  /** Fills the vectors of all cells. */
  fill(rows: Float64Array, count: number): void;
}

type Fill = (rows: Float64Array, count: number) => void;

/** Compiles a tree: each rule has a stream of its own by its place in the document, so that a new field changes no other. */
export function compileTree(tree: TreeNode, context: CompileContext): CompiledTree {
  const fills: Fill[] = [];
  const root = compileNode(tree, { ...context, unique: false }, fills);
  return {
    root,
    fill(rows, count) {
      for (const fill of fills) fill(rows, count);
    },
  };
}

function compileNode(node: TreeNode, context: CompileContext, fills: Fill[]): CompiledNode {
  const { stream } = context;
  const inner = (part: TreeNode, place: string): CompiledNode =>
    compileNode(part, { ...context, stream: childStream(stream, place) }, fills);
  switch (node.kind) {
    case "value":
      return node;
    case "column":
      return { kind: "cell", vector: context.input(node.column) };
    case "rule":
      return { kind: "cell", vector: leafVector(node.rule, leafType(node.rule), context, fills) };
    case "list": {
      const lengths = childStream(stream, "length");
      const { min, max } = node;
      return {
        kind: "list",
        of: Array.from({ length: max }, (_, k) => inner(node.of, `[${k}]`)),
        count: (row) => min + belowAt(lengths, row, max - min + 1),
      };
    }
    case "maybe": {
      const share = childStream(stream, "there");
      return { kind: "maybe", of: inner(node.of, "maybe"), there: (row) => unitAt(share, row) < node.share };
    }
    case "one": {
      const choice = childStream(stream, "choice");
      return {
        kind: "one",
        of: node.of.map((part, k) => inner(part, `|${k}`)),
        which: (row) => belowAt(choice, row, node.of.length),
      };
    }
    case "items":
      return { kind: "items", of: node.of.map((part, k) => inner(part, `[${k}]`)) };
    case "fields":
      return { kind: "fields", of: node.of.map(([name, part]) => [name, inner(part, `.${name}`)]) };
  }
}

/** The type by which a rule gives its own kind of value: numbers as numbers, flags as flags. */
export function leafType({ generator }: LeafRule): ValueType {
  if (generator.accepts({ kind: "boolean" }) && !generator.accepts({ kind: "text" })) return { kind: "boolean" };
  const natural: readonly ValueType[] = [
    { kind: "unknown" },
    { kind: "text" },
    { kind: "json" },
    { kind: "timestamp" },
    { kind: "date" },
    { kind: "integer", bits: 64 },
  ];
  return natural.find((type) => generator.accepts(type)) ?? { kind: "text" };
}

/** A rule compiled for a value of its own, its vector filled with each batch. */
export function leafVector(rule: LeafRule, type: ValueType, context: CompileContext, fills: Fill[]): Vector {
  const kernel = leafKernel(rule, type, context);
  fills.push((rows, count) => kernel.fill(rows, count));
  return kernel.out;
}

/** A rule inside another, compiled for a value of its own; a list of values is drawn from by chance. */
export function leafKernel({ generator, params, locale }: LeafRule, type: ValueType, context: CompileContext): Kernel {
  const compiled = generator.compile(params, {
    ...context,
    ...(locale === undefined ? {} : { locales: context.localesFor?.(locale) ?? context.locales }),
    type,
    unique: false,
    column: { name: context.column.name, type: "", valueType: type, nullable: true },
  });
  if (!("size" in compiled)) return compiled;
  const draws = childStream(context.stream, "draw");
  const indexes = new Float64Array(context.batchRows);
  return {
    out: compiled.out,
    fill(rows, count) {
      for (let i = 0; i < count; i++) indexes[i] = belowAt(draws, rows[i] ?? 0, compiled.size);
      compiled.fillAt(indexes, count);
    },
  };
}
