import type { Node, TypeName } from "libpg-query";
import type { TypeRef } from "./catalogue.ts";

// The parser's nodes are objects of one key, their kind. What is here takes them apart.

/** The texts of a list of String nodes: the parts of a name. */
export const names = (nodes: readonly Node[] | undefined): string[] =>
  (nodes ?? []).flatMap((node) => ("String" in node ? (node.String.sval ?? "") : []));

/** The parts of a qualified name, which is a List, a TypeName or a String. */
export function nameParts(node: Node | undefined): string[] {
  if (node === undefined) return [];
  if ("List" in node) return names(node.List.items);
  if ("TypeName" in node) return names(node.TypeName.names);
  return names([node]);
}

/** The last part of a name and the schema before it. */
export function qualified(parts: readonly string[]): { readonly schema: string | undefined; readonly name: string } {
  return { schema: parts.length > 1 ? parts.at(-2) : undefined, name: parts.at(-1) ?? "" };
}

/** A constant as text; undefined where the node is none. */
export function constantText(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ("A_Const" in node) {
    const { ival, fval, sval, boolval, bsval } = node.A_Const;
    // The parser leaves out what is zero.
    if (ival !== undefined) return String(ival.ival ?? 0);
    if (boolval !== undefined) return String(boolval.boolval ?? false);
    return fval?.fval ?? sval?.sval ?? bsval?.bsval;
  }
  if ("String" in node) return node.String.sval;
  if ("Integer" in node) return String(node.Integer.ival ?? 0);
  if ("TypeCast" in node) return constantText(node.TypeCast.arg);
  return undefined;
}

/** A type as the script names it: pg_catalog.varchar (20), geo.point[]. */
export function typeRef(type: TypeName | undefined): TypeRef {
  const { schema, name } = qualified(names(type?.names));
  return {
    ...(schema === undefined || schema === "pg_catalog" ? {} : { schema }),
    name,
    modifiers: (type?.typmods ?? []).map((node) => constantText(node) ?? columnName(node) ?? ""),
    dimensions: type?.arrayBounds?.length ?? 0,
  };
}

/** geometry(Point, 4326) has a word among its modifiers. */
function columnName(node: Node): string | undefined {
  return "ColumnRef" in node ? names(node.ColumnRef.fields)[0] : undefined;
}

/** The columns that an expression names, each once, in the order of their first place. */
export function columnsIn(expression: Node | undefined): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null) {
      for (const [kind, inner] of Object.entries(value)) {
        const fields = kind === "ColumnRef" ? fieldsOf(inner) : undefined;
        const last = fields === undefined ? undefined : names(fields).at(-1);
        if (last === undefined) visit(inner);
        else found.add(last);
      }
    }
  };
  visit(expression);
  return [...found];
}

function fieldsOf(reference: unknown): Node[] | undefined {
  return typeof reference === "object" && reference !== null && "fields" in reference && Array.isArray(reference.fields)
    ? reference.fields
    : undefined;
}
