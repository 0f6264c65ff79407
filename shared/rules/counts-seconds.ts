import type { ColumnModel, SchemaModel } from "../schema/schema-model.ts";

const known = new WeakMap<SchemaModel, boolean>();

/** Whether a whole number may be a moment: in seconds since 1970, as in a schema that has no column of a date or time of its own. */
export function countsSeconds(model: SchemaModel, { valueType }: ColumnModel): boolean {
  if (valueType.kind !== "integer" || valueType.bits < 32) return false;
  let timeless = known.get(model);
  if (timeless === undefined) {
    timeless = model.tables.every(({ columns }) =>
      columns.every((column) => column.valueType.kind !== "date" && column.valueType.kind !== "timestamp"),
    );
    known.set(model, timeless);
  }
  return timeless;
}
