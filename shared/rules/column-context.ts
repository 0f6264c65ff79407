import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ColumnFacts } from "./column-facts.ts";

/** All that a suggestion for one column is made from. */
export interface ColumnContext {
  readonly model: SchemaModel;
  readonly table: TableModel;
  /** As generators see it (narrowedColumn). */
  readonly column: ColumnModel;
  readonly facts: ColumnFacts;
  readonly catalogue: GeneratorCatalogue;
  /** The column alone must hold distinct values. */
  readonly unique: boolean;
  /** About how many rows are suggested. */
  readonly rows: number;
  /** The column's words and the table's noun. */
  readonly words: string;
  readonly noun: string;
}

/** "type numeric(10,2)": the declared type as a reason. */
export const typeReason = (column: ColumnModel): string =>
  column.type === "" ? "no declared type" : `type ${column.type.toLowerCase()}`;

/** The checks that name the column, as reasons: the first, shortened. */
export function checkReasons(facts: ColumnFacts): readonly string[] {
  return facts.checks.slice(0, 1).map((sql) => {
    const line = sql.replaceAll(/\s+/g, " ").trim();
    return `CHECK ${line.length > 60 ? `${line.slice(0, 59)}…` : line}`;
  });
}

/** A column's default where it is a plain text or number: 'Y', 0, TRUE. */
export function literalDefault(column: ColumnModel): string | undefined {
  const text = column.default
    ?.trim()
    .replace(/^\((.*)\)$/s, "$1")
    .replace(/::[\w ()]+$/, "");
  const quoted = text === undefined ? undefined : /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  return text !== undefined && /^(?:-?\d+(?:\.\d+)?|true|false)$/i.test(text) ? text.toLowerCase() : undefined;
}
