import type { CheckRow, KeyRuleRow } from "./catalogue.ts";

// What SHOW CREATE TABLE says, for users whom the catalogue does not tell. It writes a column or a constraint a line.

/** The line with all that is in quotes blanked, each character for one: a name or a text may read like a clause. */
const withoutQuotes = (line: string): string =>
  line.replaceAll(/`(?:[^`]|``)*`|'(?:[^'\\]|''|\\.)*'/gs, (quoted) => "\0".repeat(quoted.length));

const named = (quotedName: string): string => quotedName.slice(1, -1).replaceAll("``", "`");

/** What happens to children, by foreign key. */
export const rulesInSql = (table: string, sql: string): readonly KeyRuleRow[] =>
  sql.split("\n").flatMap((line) => {
    const [, name] = /^\s*CONSTRAINT (`(?:[^`]|``)+`) FOREIGN KEY /.exec(line) ?? [];
    if (name === undefined) return [];
    const clauses = withoutQuotes(line);
    const action = (event: string): string =>
      new RegExp(`ON ${event} (CASCADE|SET NULL|SET DEFAULT|RESTRICT|NO ACTION)`).exec(clauses)?.[1] ?? "RESTRICT";
    return [{ table, name: named(name), onDelete: action("DELETE"), onUpdate: action("UPDATE") }];
  });

/** The checks of columns, by the name of the column, and of the table. */
export const checksInSql = (table: string, sql: string): readonly CheckRow[] =>
  sql.split("\n").flatMap((line) => {
    const [, name] = /^\s*(?:CONSTRAINT )?(`(?:[^`]|``)+`) /.exec(line) ?? [];
    const from = withoutQuotes(line).indexOf(" CHECK (");
    if (name === undefined || from < 0) return [];
    return [{ table, name: named(name), clause: line.slice(from + 8, line.lastIndexOf(")")) }];
  });
