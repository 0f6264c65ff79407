import type { ColumnModel, SchemaModel, TableModel } from "../../shared/schema/schema-model.ts";

/** One difference between a schema as it was saved and as it is. */
export interface Drift {
  readonly kind: "added" | "removed" | "changed";
  readonly table: string;
  readonly column?: string;
  readonly message: string;
}

/** What has changed from `before` to `after`, table by table in the order of `before`, then what is new. */
export function schemaDrift(before: SchemaModel, after: SchemaModel): readonly Drift[] {
  const [old, now] = [byId(before), byId(after)];
  return [
    ...before.tables.flatMap((table): readonly Drift[] => {
      const found = now.get(table.id);
      if (found === undefined) return [{ kind: "removed", table: table.id, message: `Table ${table.id} was removed.` }];
      return tableDrift(table, found);
    }),
    ...after.tables
      .filter(({ id }) => !old.has(id))
      .map(({ id }): Drift => ({ kind: "added", table: id, message: `Table ${id} was added.` })),
  ];
}

const byId = (model: SchemaModel): ReadonlyMap<string, TableModel> =>
  new Map(model.tables.map((table) => [table.id, table]));

function tableDrift(before: TableModel, after: TableModel): readonly Drift[] {
  const { id } = before;
  const [old, now] = [columnsOf(before), columnsOf(after)];
  const columns = [
    ...before.columns.flatMap((column): readonly Drift[] => {
      const found = now.get(column.name);
      const place = { table: id, column: column.name };
      if (found === undefined)
        return [{ kind: "removed", ...place, message: `Column ${id}.${column.name} was removed.` }];
      const change = columnChange(column, found);
      return change === undefined
        ? []
        : [{ kind: "changed", ...place, message: `Column ${id}.${column.name} ${change}.` }];
    }),
    ...after.columns
      .filter(({ name }) => !old.has(name))
      .map(({ name }): Drift => ({
        kind: "added",
        table: id,
        column: name,
        message: `Column ${id}.${name} was added.`,
      })),
  ];
  const parts = [
    ["primary key", before.primaryKey, after.primaryKey],
    // The engine makes up names of constraints: what counts is what they say.
    ["foreign keys", nameless(before.foreignKeys), nameless(after.foreignKeys)],
    ["unique constraints", nameless(before.uniques), nameless(after.uniques)],
    ["checks", nameless(before.checks), nameless(after.checks)],
  ] as const;
  const constraints = parts
    .filter(([, a, b]) => canonical(a) !== canonical(b))
    .map(([what]): Drift => ({ kind: "changed", table: id, message: `The ${what} of ${id} changed.` }));
  return [...columns, ...constraints];
}

const columnsOf = (table: TableModel): ReadonlyMap<string, ColumnModel> =>
  new Map(table.columns.map((column) => [column.name, column]));

function columnChange(before: ColumnModel, after: ColumnModel): string | undefined {
  if (before.type !== after.type) return `changed its type from ${before.type || "none"} to ${after.type || "none"}`;
  if (canonical(before.valueType) !== canonical(after.valueType)) return "changed what it can hold";
  if (before.nullable !== after.nullable) return after.nullable ? "may be NULL now" : "may no longer be NULL";
  if (before.generated !== after.generated)
    return after.generated === undefined ? "is no longer generated" : "is generated now";
  if (before.identity !== after.identity) return "changed how it is numbered";
  if (before.default !== after.default) return "changed its default";
  return undefined;
}

/** Descriptions without names, in an order of their own. */
const nameless = (constraints: readonly { readonly name: string }[]): readonly string[] =>
  constraints.map(({ name: _name, ...rest }) => canonical(rest)).toSorted();

/** JSON with sorted keys, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
