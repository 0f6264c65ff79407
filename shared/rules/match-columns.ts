import type { TableId } from "../schema/schema-model.ts";

/** Which columns of a schema are meant; what is left empty says nothing. */
export interface ColumnSelector {
  /** Globs of column names, with commas or blanks between them: `*_at`, `created*, updated*`, `orders.*_at`. */
  readonly name: string;
  /** Globs of table names. */
  readonly table: string;
  /** A kind of value: "timestamp". */
  readonly kind: string;
  /** A category of personal data. */
  readonly personal: string;
  /** What fills the column now: a generator's id, or the kind of rule where it is none. */
  readonly rule: string;
}

/** What of a column selectors look at. */
export interface SelectableColumn {
  readonly table: TableId;
  readonly column: string;
  readonly kind: string;
  readonly personal?: string | undefined;
  readonly rule: string;
}

export const noSelector: ColumnSelector = { name: "", table: "", kind: "", personal: "", rule: "" };

const isEmptySelector = (selector: ColumnSelector): boolean =>
  Object.values(selector).every((part: string) => part.trim() === "");

/** The columns that all parts of a selector speak of, in their order; none for an empty selector. */
export function matchColumns<C extends SelectableColumn>(
  selector: ColumnSelector,
  columns: readonly C[],
): readonly C[] {
  if (isEmptySelector(selector)) return [];
  const names = globsOf(selector.name);
  const tables = globsOf(selector.table);
  const { kind, personal, rule } = selector;
  return columns.filter((one) => {
    const short = one.table.slice(one.table.lastIndexOf(".") + 1);
    const called = [one.column, `${short}.${one.column}`, `${one.table}.${one.column}`];
    return (
      (names.length === 0 || names.some((glob) => called.some((text) => glob.test(text)))) &&
      (tables.length === 0 || tables.some((glob) => glob.test(short) || glob.test(one.table))) &&
      (kind === "" || one.kind === kind) &&
      (personal === "" || one.personal === personal) &&
      (rule === "" || one.rule === rule)
    );
  });
}

/** Globs as expressions: `*` is any text, `?` one character; upper and lower case are alike. */
function globsOf(text: string): readonly RegExp[] {
  const escape = (part: string): string => part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((glob) => new RegExp(`^${escape(glob).replaceAll(/\*+/g, ".*").replaceAll("?", ".")}$`, "iu"));
}
