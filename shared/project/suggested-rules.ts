import { z } from "zod";
import { rowsSchema } from "../rules/rule.ts";
import { rowsShape } from "./file-shape.ts";

/** What was suggested for one table, as far as the project takes it as it is suggested. */
export const suggestedTableSchema = z.strictObject({
  /** Absent where the project says for which rows of which table there are how many. */
  rows: rowsSchema.optional(),
  /** Rules as the project file would have them; columns with a rule of their own are not here. */
  columns: z.record(z.string(), z.unknown()),
});

/** The suggestions that a project was designed with, by table: another release may have better ones. */
export const suggestedRulesSchema = z.record(z.string(), suggestedTableSchema);
export type SuggestedRules = Readonly<Record<string, Readonly<z.infer<typeof suggestedTableSchema>>>>;

/** The suggestions as JSON, indented to stand in the lock: by name, a line a column. */
export function suggestedText(suggested: SuggestedRules): string {
  const tables = byName(suggested).map(([table, { rows, columns }]) => {
    const lines = byName(columns).map(([column, rule]) => `        ${JSON.stringify(column)}: ${spaced(rule)}`);
    const count = rows === undefined ? "" : `      "rows": ${spaced(rowsShape(rows))},\n`;
    const listed = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n      }`;
    return `    ${JSON.stringify(table)}: {\n${count}      "columns": ${listed}\n    }`;
  });
  return tables.length === 0 ? "{}" : `{\n${tables.join(",\n")}\n  }`;
}

/** JSON on one line, with blanks: a line break is never part of a text in it. */
export const spaced = (value: unknown): string => JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ");

const byName = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
