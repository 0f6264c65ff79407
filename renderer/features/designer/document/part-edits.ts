import type { Part } from "./part.ts";

/** The way to a part: at each step the number of a child. */
export type PartPath = readonly number[];

/** A part as a line of the tree. */
export interface Line {
  readonly path: PartPath;
  readonly part: Part;
  /** Of an object's field. */
  readonly name?: string;
  /** What it is of the part that it belongs to; absent for the whole document. */
  readonly parent?: "object" | "list" | "items" | "one";
}

export function childrenOf(part: Part): readonly Part[] {
  switch (part.kind) {
    case "object":
      return part.fields.map((field) => field.part);
    case "list":
      return [part.of];
    case "items":
    case "one":
      return part.parts;
    default:
      return [];
  }
}

/** All parts, each before what it holds. */
export function linesOf(part: Part, line: Omit<Line, "part"> = { path: [] }): readonly Line[] {
  const { kind } = part;
  const parent = kind === "object" || kind === "list" || kind === "items" || kind === "one" ? { parent: kind } : {};
  return [
    { ...line, part },
    ...childrenOf(part).flatMap((child, at) =>
      linesOf(child, {
        path: [...line.path, at],
        ...parent,
        ...(kind === "object" ? { name: part.fields[at]?.name ?? "" } : {}),
      }),
    ),
  ];
}

export const samePath = (left: PartPath, right: PartPath): boolean =>
  left.length === right.length && left.every((step, at) => step === right[at]);

/** The document with the part at `path` changed. */
export function changeAt(root: Part, path: PartPath, change: (part: Part) => Part): Part {
  const [at, ...rest] = path;
  if (at === undefined) return change(root);
  const child = childrenOf(root)[at];
  return child === undefined ? root : withChild(root, at, changeAt(child, rest, change));
}

function withChild(part: Part, at: number, child: Part): Part {
  const put = <T>(list: readonly T[], one: (old: T) => T): readonly T[] =>
    list.map((old, k) => (k === at ? one(old) : old));
  switch (part.kind) {
    case "object":
      return { ...part, fields: put(part.fields, (field) => ({ ...field, part: child })) };
    case "list":
      return { ...part, of: child };
    case "items":
    case "one":
      return { ...part, parts: put(part.parts, () => child) };
    default:
      return part;
  }
}

const parentOf = (path: PartPath): PartPath => path.slice(0, -1);

/** A name that no other field has: "field", "field2". */
function freeName(taken: readonly string[], wanted: string): string {
  let name = wanted;
  for (let k = 2; taken.includes(name); k++) name = `${wanted}${k}`;
  return name;
}

/** Adds a part to the object, tuple or choice at `path`, at the place `at`; answers with where it stands. */
export function insertAt(root: Part, path: PartPath, at: number, part: Part, name: string): readonly [Part, PartPath] {
  const next = changeAt(root, path, (holder) => {
    if (holder.kind === "object") {
      const field = {
        name: freeName(
          holder.fields.map((one) => one.name),
          name,
        ),
        part,
      };
      return { ...holder, fields: holder.fields.toSpliced(at, 0, field) };
    }
    return holder.kind === "items" || holder.kind === "one"
      ? { ...holder, parts: holder.parts.toSpliced(at, 0, part) }
      : holder;
  });
  return [next, [...path, at]];
}

/** Whether more parts can stand beside those that a part holds. */
export const takesParts = (part: Part): boolean =>
  part.kind === "object" || part.kind === "items" || part.kind === "one";

/** The document without the part at `path`; the whole, and a list's only element, stay. */
export function removeAt(root: Part, path: PartPath): Part {
  const at = path.at(-1);
  if (at === undefined) return root;
  return changeAt(root, parentOf(path), (holder) => {
    if (holder.kind === "object") return { ...holder, fields: holder.fields.toSpliced(at, 1) };
    if (holder.kind === "items") return { ...holder, parts: holder.parts.toSpliced(at, 1) };
    return holder.kind === "one" && holder.parts.length > 1
      ? { ...holder, parts: holder.parts.toSpliced(at, 1) }
      : holder;
  });
}

/** The document with a part and the one beside it in each other's place; undefined where there is none. */
export function moveAt(root: Part, path: PartPath, by: 1 | -1): readonly [Part, PartPath] | undefined {
  const at = path.at(-1);
  const to = (at ?? 0) + by;
  const holder = partAt(root, parentOf(path));
  if (at === undefined || !holder || !takesParts(holder) || to < 0 || to >= childrenOf(holder).length) return undefined;
  const swap = <T>(list: readonly T[]): readonly T[] => {
    const moved = list[at];
    return moved === undefined ? list : list.toSpliced(at, 1).toSpliced(to, 0, moved);
  };
  const next = changeAt(root, parentOf(path), (one) => {
    if (one.kind === "object") return { ...one, fields: swap(one.fields) };
    return one.kind === "items" || one.kind === "one" ? { ...one, parts: swap(one.parts) } : one;
  });
  return [next, [...parentOf(path), to]];
}

export const partAt = (root: Part, path: PartPath): Part | undefined =>
  path.reduce<Part | undefined>((part, at) => part && childrenOf(part)[at], root);

/** The document with a field under another name. */
export function renameAt(root: Part, path: PartPath, name: string): Part {
  const at = path.at(-1);
  return changeAt(root, parentOf(path), (holder) =>
    holder.kind === "object"
      ? { ...holder, fields: holder.fields.map((field, k) => (k === at ? { ...field, name } : field)) }
      : holder,
  );
}

/** The kinds that a form offers. */
export const partKinds = ["rule", "column", "value", "object", "list", "one", "items"] as const;
export type PartKind = (typeof partKinds)[number];

/** A rule of the project's own is a rule to whoever chooses among kinds. */
export const kindOf = (part: Part): PartKind => (part.kind === "custom" ? "rule" : part.kind);

/** A part made another kind; what it holds goes along where it can. */
export function asKind(part: Part, kind: PartKind, fresh: Part, column: string): Part {
  if (kindOf(part) === kind) return part;
  const share = part.share === undefined ? {} : { share: part.share };
  const { share: _, ...bare } = part;
  const inner = part.kind === "list" ? part.of : undefined;
  const leaf = inner ?? bare;
  switch (kind) {
    case "rule":
      return { ...fresh, ...share };
    case "column":
      return { kind: "column", column, ...share };
    case "value":
      return { kind: "value", value: "", ...share };
    case "object":
      return inner?.kind === "object"
        ? { ...inner, ...share }
        : { kind: "object", fields: [{ name: "field", part: leaf }], ...share };
    case "list":
      return { kind: "list", of: bare, min: 1, max: 3, ...share };
    case "items":
      return { kind: "items", parts: part.kind === "one" ? part.parts : [leaf], ...share };
    case "one":
      return { kind: "one", parts: part.kind === "items" && part.parts.length > 0 ? part.parts : [leaf], ...share };
  }
}
