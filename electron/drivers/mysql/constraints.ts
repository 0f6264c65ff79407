import type { CheckModel, ForeignKeyModel, UniqueModel } from "../../../shared/schema/schema-model.ts";
import type { CheckRow, IndexColumnRow, KeyColumnRow, KeyRuleRow } from "./catalogue.ts";
import { plainExpression } from "./sql-text.ts";

/** The rows of each key, in the order in which the keys first come. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** The name that the index of every primary key has. */
const primary = "PRIMARY";

/** The columns of the primary key of a table, in the key's order. */
export const primaryKeyOf = (rows: readonly IndexColumnRow[]): readonly string[] =>
  rows.flatMap((row) => (row.index === primary && row.column !== null ? [row.column] : []));

/** The unique indexes of a table; its primary key, too, where that compares beginnings only. */
export function uniqueModels(rows: readonly IndexColumnRow[], escaped: boolean): readonly UniqueModel[] {
  return Array.from(groupBy(rows, (row) => row.index)).flatMap(([name, parts]) => {
    const named = parts.filter((part) => part.column !== null);
    const partial = named.some((part) => part.prefix !== null);
    if (name === primary && !partial) return [];
    const expressions = parts.flatMap(({ expression }) =>
      expression === null ? [] : [plainExpression(expression, escaped)],
    );
    return [
      {
        name,
        columns: named.flatMap(({ column }) => column ?? []),
        ...(expressions.length > 0 ? { expressions } : {}),
        ...(partial ? { prefixes: named.map(({ prefix }) => prefix) } : {}),
      },
    ];
  });
}

/** The foreign keys of a table. `rules` may lack some of them. */
export function foreignKeyModels(
  rows: readonly KeyColumnRow[],
  rules: readonly KeyRuleRow[],
): readonly ForeignKeyModel[] {
  return Array.from(groupBy(rows, (row) => row.name)).flatMap(([name, parts]) => {
    const [first] = parts;
    if (first === undefined) return [];
    const { onDelete, onUpdate } = rules.find((rule) => rule.name === name) ?? {};
    return [
      {
        name,
        columns: parts.map((part) => part.column),
        referencedTable: { schema: first.parentSchema, name: first.parent },
        referencedColumns: parts.map((part) => part.parentColumn),
        ...(onDelete === undefined || onDelete === noAction ? {} : { onDelete }),
        ...(onUpdate === undefined || onUpdate === noAction ? {} : { onUpdate }),
      },
    ];
  });
}

const noAction = "NO ACTION";

export const checkModels = (rows: readonly CheckRow[], escaped: boolean): readonly CheckModel[] =>
  rows.map(({ name, clause }) => ({ name, expression: plainExpression(clause, escaped) }));

/** Whether a check says no more than that the column holds JSON: all that MariaDB's JSON type is. */
export const isJsonCheck = (column: string, { expression }: CheckModel): boolean =>
  /^json_valid\(`((?:[^`]|``)+)`\)$/i.exec(expression)?.[1]?.replaceAll("``", "`") === column;
