/** What a template does to a column's text. */
export const filterNames = ["lower", "upper", "ascii", "slug", "first"] as const;
export type FilterName = (typeof filterNames)[number];

export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "column"; readonly name: string; readonly filters: readonly FilterName[] }
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
 * Reads a template: text with fields in double braces. A field is `column`, `column|filter|filter`, `filter(column)`,
 * `seq`, `seq:8`, `random:6`, `yy` or `yyyy`.
 */
export function parseTemplate(template: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const errors: string[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf("{{", at);
    if (open < 0) break;
    const close = template.indexOf("}}", open);
    if (close < 0) {
      errors.push(`The field that begins at “${template.slice(open, open + 20)}” is not closed with }}.`);
      break;
    }
    if (open > at) parts.push({ kind: "literal", text: template.slice(at, open) });
    const part = parseField(template.slice(open + 2, close).trim(), errors);
    if (part) parts.push(part);
    at = close + 2;
  }
  if (at < template.length) parts.push({ kind: "literal", text: template.slice(at) });
  return { parts, errors };
}

function parseField(field: string, errors: string[]): TemplatePart | undefined {
  if (field === "") {
    errors.push("A field is empty: {{}}.");
    return undefined;
  }
  const special = /^(seq|random)(?::(\d{1,2}))?$/.exec(field);
  if (special) {
    const width = Number(special[2] ?? (special[1] === "seq" ? 1 : 6));
    return { kind: special[1] === "seq" ? "seq" : "random", width: Math.max(1, width) };
  }
  if (field === "yy" || field === "yyyy") return { kind: "year", width: field === "yy" ? 2 : 4 };
  const [inner = "", ...piped] = field.split("|").map((word) => word.trim());
  const filters: string[] = [];
  let name = inner;
  for (let call = /^(\w+)\((.*)\)$/.exec(name); call; call = /^(\w+)\((.*)\)$/.exec(name)) {
    filters.unshift(call[1] ?? "");
    name = (call[2] ?? "").trim();
  }
  filters.push(...piped);
  for (const filter of filters.filter((word) => !isFilter(word))) {
    errors.push(`There is no filter “${filter}”; there are ${filterNames.join(", ")}.`);
  }
  return { kind: "column", name, filters: filters.filter(isFilter) };
}

/** The columns that a template reads. */
export const templateColumns = (template: string): readonly string[] => [
  ...new Set(parseTemplate(template).parts.flatMap((part) => (part.kind === "column" ? [part.name] : []))),
];
