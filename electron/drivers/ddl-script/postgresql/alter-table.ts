import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import { withoutParentheses } from "../../postgresql/check-sql.ts";
import { ScriptError } from "../script-error.ts";
import type { PgColumn, PgTable } from "./catalogue.ts";
import { addColumn } from "./columns.ts";
import { addConstraint, columnOf, type Place } from "./constraints.ts";
import { attachPartition, inherit } from "./create-table.ts";
import { typeRef } from "./nodes.ts";

/** Applies ALTER TABLE, so far as it changes what a schema model says. */
export function alterTable(place: Place, statement: AlterTableStmt): void {
  const { schemaname, relname = "" } = statement.relation ?? {};
  if (statement.objtype !== "OBJECT_TABLE" && statement.objtype !== "OBJECT_FOREIGN_TABLE") return;
  const table = place.catalogue.table(schemaname, relname);
  if (table === undefined) {
    // pg_dump sets owners of sequences and views by ALTER TABLE, too.
    const harmless = (statement.cmds ?? []).every(
      (node) => "AlterTableCmd" in node && node.AlterTableCmd.subtype === "AT_ChangeOwner",
    );
    if (statement.missing_ok === true || harmless || place.catalogue.views.some(({ name }) => name === relname)) return;
    throw new ScriptError(place.line, `there is no table ${relname} to alter`);
  }
  const only = statement.relation?.inh !== true;
  for (const node of statement.cmds ?? [])
    if ("AlterTableCmd" in node) applyDown(place, table, node.AlterTableCmd, only);
}

/** What a table's children follow in: its columns, and its checks. ONLY asks for no more than the table itself. */
function applyDown(place: Place, table: PgTable, command: AlterTableCmd, only: boolean): void {
  apply(place, table, command);
  if (only || !followed(command)) return;
  for (const child of place.catalogue.children(table)) applyDown(place, child, command, only);
}

const ofColumns: readonly (string | undefined)[] = [
  "AT_AddColumn",
  "AT_DropColumn",
  "AT_AlterColumnType",
  "AT_ColumnDefault",
  "AT_SetNotNull",
  "AT_DropNotNull",
];

function followed({ subtype, def }: AlterTableCmd): boolean {
  if (subtype !== "AT_AddConstraint") return ofColumns.includes(subtype);
  return (
    def !== undefined &&
    "Constraint" in def &&
    def.Constraint.contype === "CONSTR_CHECK" &&
    def.Constraint.is_no_inherit !== true
  );
}

function apply(place: Place, table: PgTable, command: AlterTableCmd): void {
  const { subtype, def, name = "" } = command;
  switch (subtype) {
    case "AT_AddColumn":
      if (def === undefined || !("ColumnDef" in def)) return;
      if (command.missing_ok === true && has(table, def.ColumnDef.colname ?? "")) return;
      addColumn(place, table, def.ColumnDef);
      return;
    case "AT_AddConstraint":
      if (def !== undefined && "Constraint" in def) addConstraint(place, table, def.Constraint);
      return;
    case "AT_DropColumn":
      return dropColumn(table, name);
    case "AT_DropConstraint":
      return dropConstraint(table, name);
    case "AT_AttachPartition":
    case "AT_DetachPartition":
      return partition(place, table, command);
    case "AT_AddInherit": {
      const parent =
        def !== undefined && "RangeVar" in def
          ? place.catalogue.table(def.RangeVar.schemaname, def.RangeVar.relname ?? "")
          : undefined;
      if (parent !== undefined) inherit(table, parent);
      return;
    }
    default:
      if (has(table, name)) changeColumn(place, columnOf(place, table, name), command);
  }
}

function changeColumn(place: Place, column: PgColumn, { subtype, def }: AlterTableCmd): void {
  switch (subtype) {
    case "AT_ColumnDefault":
      if (def === undefined) delete column.default;
      else column.default = withoutParentheses(place.source.defaultOf(column.name, 0));
      return;
    case "AT_SetNotNull":
      column.notNull = true;
      return;
    case "AT_DropNotNull":
      column.notNull = false;
      return;
    case "AT_AlterColumnType":
      if (def !== undefined && "ColumnDef" in def && def.ColumnDef.typeName !== undefined)
        column.type = typeRef(def.ColumnDef.typeName);
      return;
    case "AT_AddIdentity":
      if (def === undefined || !("Constraint" in def)) return;
      column.identity = def.Constraint.generated_when === "a" ? "always" : "by-default";
      column.notNull = true;
      return;
    case "AT_DropIdentity":
      delete column.identity;
      return;
    case "AT_DropExpression":
      delete column.generated;
      delete column.expression;
      return;
    default:
      return;
  }
}

const has = (table: PgTable, name: string): boolean => table.columns.some((column) => column.name === name);

function dropColumn(table: PgTable, name: string): void {
  const free = (columns: readonly string[]): boolean => !columns.includes(name);
  table.columns = table.columns.filter((column) => column.name !== name);
  if (table.primaryKey !== undefined && !free(table.primaryKey.columns)) delete table.primaryKey;
  table.uniques = table.uniques.filter(({ columns }) => free(columns));
  table.foreignKeys = table.foreignKeys.filter(({ columns }) => free(columns));
  table.checks = table.checks.filter(({ columns }) => free(columns));
}

export function dropConstraint(table: PgTable, name: string): void {
  const other = (constraint: { readonly name: string }): boolean => constraint.name !== name;
  if (table.primaryKey !== undefined && !other(table.primaryKey)) delete table.primaryKey;
  table.uniques = table.uniques.filter(other);
  table.foreignKeys = table.foreignKeys.filter(other);
  table.checks = table.checks.filter(other);
  table.exclusions = table.exclusions.filter(other);
}

function partition(place: Place, table: PgTable, { subtype, def }: AlterTableCmd): void {
  if (def === undefined || !("PartitionCmd" in def)) return;
  const { name, bound } = def.PartitionCmd;
  const part = place.catalogue.table(name?.schemaname, name?.relname ?? "");
  if (part === undefined)
    throw new ScriptError(place.line, `there is no table ${name?.relname ?? ""} to be a part of ${table.name}`);
  if (subtype === "AT_DetachPartition") delete part.partition;
  else if (bound !== undefined) attachPartition(place, part, table, bound);
}
