import {
  findTable,
  type ColumnModel,
  type SchemaModel,
  type TableId,
  type TableModel,
} from "../schema/schema-model.ts";
import type { ProposedKey } from "./keys/proposed-key.ts";
import { proposeKeys } from "./propose-keys.ts";

const proposals = new WeakMap<SchemaModel, readonly ProposedKey[]>();

/** The keys that a schema's names propose; made once a model. */
export function proposedKeys(model: SchemaModel): readonly ProposedKey[] {
  const made = proposals.get(model) ?? proposeKeys(model);
  proposals.set(model, made);
  return made;
}

const known = new WeakMap<SchemaModel, ReadonlyMap<string, ProposedKey>>();
const placeOf = (table: TableId, column: string): string => JSON.stringify([table, column]);

/** The key of another table that a column names without a foreign key saying so, where both are single columns of one kind. */
export function undeclaredParent(
  model: SchemaModel,
  table: TableModel,
  column: ColumnModel,
): { readonly table: TableModel; readonly key: ColumnModel } | undefined {
  let proposed = known.get(model);
  if (proposed === undefined) {
    const single = proposedKeys(model).filter(({ columns }) => columns.length === 1);
    proposed = new Map(single.map((one) => [placeOf(one.table, one.columns[0] ?? ""), one]));
    known.set(model, proposed);
  }
  const found = proposed.get(placeOf(table.id, column.name));
  const parent = found === undefined ? undefined : findTable(model, found.referencedTable);
  const key = parent?.columns.find(({ name }) => name === found?.referencedColumns[0]);
  return parent === undefined || key === undefined || key.valueType.kind !== column.valueType.kind
    ? undefined
    : { table: parent, key };
}
