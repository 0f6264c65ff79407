import { SeedloomError } from "../base/errors.ts";
import { dialectById } from "../dialects/index.ts";
import type { EncodeTarget } from "./encoder.ts";
import { upsertKey } from "./sql-key.ts";
import type { SqlOptions } from "./sql-options.ts";

/** Throws where the dialect has no statement for what is asked, or the table not what it needs. */
export function refuseSql({ table, columns, dialect: id, exported }: EncodeTarget, options: SqlOptions): void {
  const { label, script } = dialectById(id);
  const { statement, triggers, clear, go } = options;
  if (statement === "copy" && id !== "postgresql")
    refuse(`COPY is PostgreSQL's, and the dialect is that of ${label}.`, "Choose insert, or the dialect postgresql.");
  if (statement === "upsert" && columns.length > 0 && upsertKey(table, columns) === undefined)
    refuse(
      `${table.id} cannot be upserted: it has no key, or not all of its key is written.`,
      "Choose insert, leave the table out, or give it a primary key.",
    );
  if (triggers === "off" && script.triggers === undefined)
    refuse(`${label} has no statement that switches triggers off.`, "Choose on, or load the database directly.");
  if (go && id !== "sqlserver")
    refuse(`GO is SQL Server's, and the dialect is that of ${label}.`, "Leave the option off.");
  const why = script.truncated.refusesParents;
  const parent = exported?.flat().find((one) => isParent(one.id, exported.flat()));
  if (clear === "truncate" && why !== undefined && parent !== undefined)
    refuse(`${parent.id} cannot be truncated: ${why}.`, "Choose delete.");
}

const isParent = (id: string, tables: readonly EncodeTarget["table"][]): boolean =>
  tables.some(({ foreignKeys, id: child }) =>
    foreignKeys.some(
      ({ referencedTable: { schema, name } }) =>
        child !== id && tables.some((one) => one.id === id && one.schema === schema && one.name === name),
    ),
  );

function refuse(message: string, hint: string): never {
  throw new SeedloomError("export-blocked", message, hint);
}
