import { maskKeys } from "../keyed/mask-keys.ts";
import type { Plan } from "../plan/plan.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { Masking } from "./masking.ts";
import { SourceWindow } from "./source-rows.ts";
import { tableReader } from "./table-reader.ts";

/**
 * The columns of masked tables that a run must hold in memory, since rows of other tables refer to them or a mask looks at
 * other rows: found by compiling every table that is written, and noting what is asked for. Their memory is 8 bytes a row
 * for numbers, and 4 and the text itself for texts.
 */
export function heldColumns(plan: Plan): ReadonlyMap<TableId, readonly string[]> {
  const asked = new Map<TableId, Set<string>>();
  const masking: Masking = {
    keys: maskKeys(new Uint8Array(32)),
    source(id, rows) {
      const table = plan.tables.get(id);
      if (table === undefined) throw new RangeError(`No table ${id} in the plan.`);
      const window = new SourceWindow(table, 1);
      if (rows === "read") return window;
      return {
        rows: table.rowCount,
        vector(column) {
          asked.set(id, (asked.get(id) ?? new Set()).add(column));
          return window.vector(column);
        },
        load: () => undefined,
      };
    },
  };
  for (const { id } of plan.order) tableReader(plan, id, { batchRows: 1, masking });
  return new Map([...asked].map(([id, columns]) => [id, [...columns]]));
}

/** The columns of a masked table that a run reads row by row: of those that are written, what their rules look at. */
export function readColumns(plan: Plan, id: TableId): readonly string[] {
  const asked = new Set<string>();
  const masking: Masking = {
    keys: maskKeys(new Uint8Array(32)),
    source(table, rows) {
      const planned = plan.tables.get(table);
      if (planned === undefined) throw new RangeError(`No table ${table} in the plan.`);
      const window = new SourceWindow(planned, 1);
      return {
        rows: planned.rowCount,
        vector(column) {
          if (table === id && rows === "read") asked.add(column);
          return window.vector(column);
        },
        load: () => undefined,
      };
    },
  };
  tableReader(plan, id, { batchRows: 1, masking });
  return [...asked];
}
