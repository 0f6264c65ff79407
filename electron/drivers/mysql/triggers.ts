import type { TableModel } from "../../../shared/schema/schema-model.ts";
import { schemasOf } from "./engines.ts";
import type { Session } from "./session.ts";

export interface Trigger {
  readonly table: TableModel;
  readonly event: "INSERT" | "UPDATE" | "DELETE";
  /** What it does, as SQL. */
  readonly statement: string;
}

/** The triggers of tables; those that this user may not see are not among them. */
export async function fetchTriggers(session: Session, tables: readonly TableModel[]): Promise<readonly Trigger[]> {
  const found: Trigger[] = [];
  for (const schema of schemasOf(tables)) {
    const rows = await session.rows(
      `SELECT EVENT_OBJECT_TABLE AS name, EVENT_MANIPULATION AS event, ACTION_STATEMENT AS statement
       FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ? ORDER BY EVENT_OBJECT_TABLE, TRIGGER_NAME`,
      [schema],
    );
    for (const { name, event, statement } of rows) {
      const table = tables.find((candidate) => candidate.schema === schema && candidate.name === name);
      if (table !== undefined && (event === "INSERT" || event === "UPDATE" || event === "DELETE"))
        found.push({ table, event, statement: String(statement) });
    }
  }
  return found;
}

/** A table into which the triggers of others put rows of their own. */
export interface Written {
  readonly table: TableModel;
  readonly by: readonly TableModel[];
}

/**
 * The tables that get rows from triggers of other tables of the load. What a trigger says is looked at, not understood: one
 * table too many is no harm. A table that others reference is left out, since its rows cannot wait.
 */
export function writtenByTriggers(triggers: readonly Trigger[], tables: readonly TableModel[]): readonly Written[] {
  return tables.flatMap((table) => {
    const named = new RegExp(`\\b(?:INSERT|REPLACE)\\b[^;]*?(?:^|[^\\w$])${literal(table.name)}(?:[^\\w$]|$)`, "i");
    const by = tables.filter(
      (other) =>
        other !== table &&
        triggers.some(
          (trigger) => trigger.table === other && trigger.event === "INSERT" && named.test(trigger.statement),
        ),
    );
    const referenced = tables.some((other) =>
      other.foreignKeys.some(({ referencedTable: { schema, name } }) => schema === table.schema && name === table.name),
    );
    return by.length === 0 || referenced || table.primaryKey.length === 0 ? [] : [{ table, by }];
  });
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
