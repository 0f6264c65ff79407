import type { TableName } from "../../../shared/schema/schema-model.ts";

/** A name as an identifier, whatever it holds. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's full name in a statement. */
export const tableName = ({ schema, name }: TableName): string => `${quoteName(schema)}.${quoteName(name)}`;

/** A text literal; the session has standard_conforming_strings on. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** "a, b, c and 4 more". */
export function someOf(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}
