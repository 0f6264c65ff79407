import { referencesOf, type References } from "./check-expression.ts";
import { builtIns } from "./names.ts";
import { splitPipes, splitTemplate } from "./split-template.ts";

/** What a template does to a column's text without an expression: the frequent ones, written straight to bytes. */
export const filterNames = ["lower", "upper", "ascii", "slug", "first"] as const;
export type FilterName = (typeof filterNames)[number];

export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  /** `at` is where the name stands in the template. */
  | { readonly kind: "column"; readonly name: string; readonly filters: readonly FilterName[]; readonly at: number }
  /** An expression. `at` is where it stands in the template; absent where filters were put around it. */
  | { readonly kind: "expression"; readonly source: string; readonly at?: number }
  /** The row number from 1; zeros in front up to `width`. */
  | { readonly kind: "seq"; readonly width: number }
  /** Random base-36 digits. */
  | { readonly kind: "random"; readonly width: number }
  /** The year of the reference date. */
  | { readonly kind: "year"; readonly width: 2 | 4 };

export interface ParsedTemplate {
  readonly parts: readonly TemplatePart[];
  /** Sentences about what cannot be read; the parts then leave it out. */
  readonly errors: readonly string[];
}

const isFilter = (name: string): name is FilterName => filterNames.some((known) => known === name);

/**
 * Reads a template: text with fields in double braces. A field is `seq`, `seq:8`, `random:6`, `yy`, `yyyy`, a column or a
 * path to one, or any expression; filters may follow behind bars: `first_name | lower | left(3)`.
 */
export function parseTemplate(template: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const errors: string[] = [];
  for (const piece of splitTemplate(template)) {
    if (piece.kind === "text") parts.push({ kind: "literal", text: piece.text });
    else if (piece.kind === "unclosed")
      errors.push(`The field that begins at “${piece.text.slice(0, 20)}” is not closed with }}.`);
    else if (piece.text === "") errors.push("A field is empty: {{}}.");
    else parts.push(parseField(piece.text, piece.at));
  }
  return { parts, errors };
}

const specialField = /^(seq|random)(?::(\d{1,2}))?$/;

function parseField(field: string, at: number): TemplatePart {
  const special = specialField.exec(field);
  if (special) {
    const width = Number(special[2] ?? (special[1] === "seq" ? 1 : 6));
    return { kind: special[1] === "seq" ? "seq" : "random", width: Math.max(1, width) };
  }
  if (field === "yy" || field === "yyyy") return { kind: "year", width: field === "yy" ? 2 : 4 };
  const [inner = "", ...piped] = splitPipes(field);
  const column = filteredColumn(inner, piped);
  // Functions may be called as the column is: the name is the last.
  if (column) return { kind: "column", ...column, at: at + inner.lastIndexOf(column.name) };
  if (piped.length === 0) return { kind: "expression", source: field, at };
  return { kind: "expression", source: piped.reduce(withFilter, inner) };
}

/** `name`, `lower(name)` or `name | lower`, with filters that need no expression. */
function filteredColumn(
  inner: string,
  piped: readonly string[],
): { readonly name: string; readonly filters: readonly FilterName[] } | undefined {
  const filters: string[] = [];
  let name = inner;
  for (let call = /^(\w+)\((.*)\)$/.exec(name); call && isFilter(call[1] ?? ""); call = /^(\w+)\((.*)\)$/.exec(name)) {
    filters.unshift(call[1] ?? "");
    name = (call[2] ?? "").trim();
  }
  filters.push(...piped);
  const plain = /^[\p{L}_][\p{L}\p{N}_$]*(?:[. ][\p{L}\p{N}_$]+)*$/u.test(name) && !Object.hasOwn(builtIns, name);
  const known = filters.filter(isFilter);
  return plain && known.length === filters.length ? { name, filters: known } : undefined;
}

/** `left(3)` put around an expression is `left(expression, 3)`. */
function withFilter(source: string, filter: string): string {
  const call = /^(\w+)\((.*)\)$/s.exec(filter);
  if (!call) return `${filter}(${source})`;
  const [, name = "", rest = ""] = call;
  return rest.trim() === "" ? `${name}(${source})` : `${name}(${source}, ${rest})`;
}

/** A part of a template in which columns are named, and where it stands. */
export interface NamingPart {
  /** The name of a column or a path to one as it is, or an expression. */
  readonly kind: "column" | "expression";
  readonly text: string;
  readonly at: number;
}

/** The parts of a template in which columns are named, each as it is written: filters behind bars are parts of their own. */
export const namingParts = (template: string): readonly NamingPart[] =>
  splitTemplate(template).flatMap((piece) => (piece.kind === "field" ? namingPartsOf(piece.text, piece.at) : []));

function namingPartsOf(field: string, at: number): readonly NamingPart[] {
  if (specialField.test(field) || field === "yy" || field === "yyyy") return [];
  const [inner = "", ...piped] = splitPipes(field);
  const column = filteredColumn(inner, piped);
  if (column) return [{ kind: "column", text: column.name, at: at + inner.lastIndexOf(column.name) }];
  let from = inner.length;
  const filters = piped.flatMap((text): NamingPart[] => {
    const found = field.indexOf(text, from);
    from = found + text.length;
    // A filter's name alone is no column.
    return text.includes("(") ? [{ kind: "expression", text, at: at + found }] : [];
  });
  return [{ kind: "expression", text: inner, at }, ...filters];
}

/** What a template reads. */
export function templateReferences(template: string): References {
  const { parts } = parseTemplate(template);
  const found = parts.map((part) =>
    part.kind === "expression"
      ? referencesOf(part.source)
      : { paths: part.kind === "column" ? [part.name] : [], figures: [] },
  );
  return {
    paths: [...new Set(found.flatMap(({ paths }) => paths))],
    figures: found.flatMap(({ figures }) => figures),
  };
}
