import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import { canonical } from "./canonical.ts";
import { constraintChanges } from "./compare-constraints.ts";
import { guessRenames } from "./guess-renames.ts";
import {
  columnNow,
  tableNow,
  type Comparison,
  type SaidRename,
  type SchemaChange,
  type SchemaDrift,
} from "./schema-change.ts";

/**
 * What has changed from `before` to `after`, table by table in the order of `before`, then what is new. `said` are the names
 * that a person has decided on.
 */
export function compareSchemas(before: SchemaModel, after: SchemaModel, said: readonly SaidRename[] = []): SchemaDrift {
  const renames = guessRenames(before, after, said);
  const now = new Map(after.tables.map((table) => [table.id, table]));
  const known = new Set(before.tables.map(({ id }) => tableNow(renames, id)));
  const changes = [
    ...before.tables.flatMap((table): readonly SchemaChange[] => {
      const found = now.get(tableNow(renames, table.id));
      if (found === undefined) {
        return [{ kind: "removed", what: "table", table: table.id, message: `Table ${table.id} was removed.` }];
      }
      return tableChanges({ before, after, renames }, table, found);
    }),
    ...after.tables
      .filter(({ id }) => !known.has(id))
      .map(({ id }): SchemaChange => ({ kind: "added", what: "table", table: id, message: `Table ${id} was added.` })),
  ];
  return { changes, renames };
}

function tableChanges(comparison: Comparison, before: TableModel, after: TableModel): readonly SchemaChange[] {
  const { renames } = comparison;
  const rename = renames.find(({ table, column }) => table === before.id && column === undefined);
  const renamed: readonly SchemaChange[] =
    rename === undefined
      ? []
      : [
          {
            kind: "renamed",
            what: "table",
            table: after.id,
            was: before.id,
            confidence: rename.confidence,
            message: `Table ${before.id} is called ${after.id} now.`,
          },
        ];
  const now = new Map(after.columns.map((column) => [column.name, column]));
  const known = new Set(before.columns.map(({ name }) => columnNow(renames, before.id, name)));
  const came = after.columns.filter(({ name }) => !known.has(name));
  return [
    ...renamed,
    ...before.columns.flatMap((column) => {
      const found = now.get(columnNow(renames, before.id, column.name));
      return columnChanges(comparison, before, after, column, found);
    }),
    ...came.map(({ name }): SchemaChange => ({
      kind: "added",
      what: "column",
      table: after.id,
      column: name,
      message: `Column ${after.id}.${name} was added.`,
    })),
    ...constraintChanges(comparison, before, after),
  ];
}

function columnChanges(
  { renames }: Comparison,
  before: TableModel,
  after: TableModel,
  column: ColumnModel,
  found: ColumnModel | undefined,
): readonly SchemaChange[] {
  if (found === undefined) {
    const message = `Column ${after.id}.${column.name} was removed.`;
    return [{ kind: "removed", what: "column", table: after.id, column: column.name, message }];
  }
  const place = { what: "column", table: after.id, column: found.name, was: column.name } as const;
  const rename = renames.find((one) => one.table === before.id && one.column === column.name);
  const differences = columnDifferences(column, found);
  return [
    ...(rename === undefined
      ? []
      : [
          {
            kind: "renamed",
            ...place,
            confidence: rename.confidence,
            message: `Column ${after.id}.${column.name} is called ${found.name} now.`,
          } as const,
        ]),
    ...(differences.length === 0
      ? []
      : [
          {
            kind: "changed",
            ...place,
            message: `Column ${after.id}.${found.name} ${differences.join(" and ")}.`,
          } as const,
        ]),
  ];
}

function columnDifferences(before: ColumnModel, after: ColumnModel): readonly string[] {
  const differences: string[] = [];
  if (before.type !== after.type)
    differences.push(`changed its type from ${before.type || "none"} to ${after.type || "none"}`);
  else if (canonical(before.valueType) !== canonical(after.valueType)) differences.push("changed what it can hold");
  if (before.nullable !== after.nullable)
    differences.push(after.nullable ? "may be NULL now" : "may no longer be NULL");
  if (before.generated !== after.generated || before.expression !== after.expression)
    differences.push(
      after.generated === undefined
        ? "is no longer generated"
        : before.generated === undefined
          ? "is generated now"
          : "is generated otherwise",
    );
  if (before.identity !== after.identity) differences.push("changed how it is numbered");
  if (before.default !== after.default) differences.push("changed its default");
  if (before.caseInsensitive !== after.caseInsensitive || before.accentInsensitive !== after.accentInsensitive)
    differences.push("compares text otherwise");
  return differences;
}
