import type { CommentStmt, DropStmt, IndexStmt, Node, RenameStmt, VariableSetStmt } from "libpg-query";
import { ScriptError } from "../script-error.ts";
import { termNames, type PgCatalogue, type PgTable } from "./catalogue.ts";
import { alterTable, dropConstraint } from "./alter-table.ts";
import type { Place } from "./constraints.ts";
import { createTable, createTables } from "./create-table.ts";
import { constantText, nameParts, names, qualified } from "./nodes.ts";
import { alterDomain, alterEnum, createComposite, createDomain, createEnum, createRange } from "./types.ts";

/** Applies one statement to the catalogue. What does not change a schema model is passed over. */
export function applyStatement(place: Place, node: Node): void {
  const { catalogue } = place;
  if ("CreateStmt" in node) createTable(place, node.CreateStmt);
  else if ("CreateForeignTableStmt" in node) {
    if (node.CreateForeignTableStmt.base !== undefined) createTable(place, node.CreateForeignTableStmt.base);
  } else if ("AlterTableStmt" in node) alterTable(place, node.AlterTableStmt);
  else if ("IndexStmt" in node) createIndex(place, node.IndexStmt);
  else if ("CreateEnumStmt" in node) createEnum(catalogue, node.CreateEnumStmt);
  else if ("AlterEnumStmt" in node) alterEnum(place, node.AlterEnumStmt);
  else if ("CreateDomainStmt" in node) createDomain(place, node.CreateDomainStmt);
  else if ("AlterDomainStmt" in node) alterDomain(place, node.AlterDomainStmt);
  else if ("CompositeTypeStmt" in node) createComposite(place, node.CompositeTypeStmt);
  else if ("CreateRangeStmt" in node) createRange(catalogue, node.CreateRangeStmt);
  else if ("CreateSchemaStmt" in node)
    createTables(place, node.CreateSchemaStmt.schemaElts ?? [], node.CreateSchemaStmt.schemaname ?? "public");
  else if ("CreateSeqStmt" in node) {
    const { schemaname, relname = "" } = node.CreateSeqStmt.sequence ?? {};
    catalogue.takeRelation(catalogue.target(schemaname), relname);
  } else if ("ViewStmt" in node) addView(catalogue, node.ViewStmt.view);
  else if ("CreateTableAsStmt" in node) {
    const { into, objtype } = node.CreateTableAsStmt;
    if (objtype === "OBJECT_MATVIEW") addView(catalogue, into?.rel);
    else if (into?.rel?.relpersistence !== "t") catalogue.unknown.push(into?.rel?.relname ?? "");
  } else if ("CommentStmt" in node) comment(catalogue, node.CommentStmt);
  else if ("RenameStmt" in node) rename(catalogue, node.RenameStmt);
  else if ("AlterObjectSchemaStmt" in node) {
    const { relation, newschema = "public", objectType } = node.AlterObjectSchemaStmt;
    const table = objectType === "OBJECT_TABLE" ? tableOf(catalogue, relation) : undefined;
    if (table !== undefined) catalogue.moveTable(table, newschema, table.name);
  } else if ("DropStmt" in node) drop(catalogue, node.DropStmt);
  else if ("VariableSetStmt" in node) setVariable(catalogue, node.VariableSetStmt);
  else if ("SelectStmt" in node) setConfig(catalogue, node);
}

interface Relation {
  readonly schemaname?: string;
  readonly relname?: string;
  readonly relpersistence?: string;
}

const tableOf = (catalogue: PgCatalogue, relation: Relation | undefined): PgTable | undefined =>
  catalogue.table(relation?.schemaname, relation?.relname ?? "");

function addView(catalogue: PgCatalogue, relation: Relation | undefined): void {
  if (relation?.relpersistence === "t") return;
  const view = { schema: catalogue.target(relation?.schemaname), name: relation?.relname ?? "" };
  const known = catalogue.views.some((other) => other.schema === view.schema && other.name === view.name);
  if (!known) catalogue.views.push(view);
}

function createIndex({ catalogue, source, line }: Place, statement: IndexStmt): void {
  const table = tableOf(catalogue, statement.relation);
  const { relname = "" } = statement.relation ?? {};
  if (table === undefined) {
    if (catalogue.views.some(({ name }) => name === relname) || catalogue.unknown.includes(relname)) return;
    throw new ScriptError(line, `there is no table ${relname} for an index to be on`);
  }
  const elements = (statement.indexParams ?? []).flatMap((node) => ("IndexElem" in node ? node.IndexElem : []));
  const columns = elements.flatMap((element) => element.name ?? []);
  const terms = elements.map((element) => element.name ?? expressionName(element.expr));
  const name = statement.idxname ?? catalogue.indexName(table, termNames(terms).join("_"), "idx");
  catalogue.takeRelation(table.schema, name);
  if (statement.unique !== true) return;
  const written = source.indexTerms(statement.relation?.location ?? 0);
  const expressions = elements.flatMap((element, at) => (element.name === undefined ? (written[at] ?? []) : []));
  const key = {
    name,
    columns,
    ...(expressions.length === 0 ? {} : { expressions }),
    ...(statement.whereClause === undefined ? {} : { where: source.afterWhere() }),
    ...(statement.nulls_not_distinct === true ? { nullsNotDistinct: true } : {}),
    terms,
  };
  table.uniques.push(key);
  catalogue.indexes.set(`${table.schema}\0${name}`, { table, key });
}

/** FigureIndexColname of PostgreSQL: a call is called like its function. */
const expressionName = (expression: Node | undefined): string =>
  expression !== undefined && "FuncCall" in expression
    ? (names(expression.FuncCall.funcname).at(-1) ?? "expr")
    : "expr";

function comment(catalogue: PgCatalogue, { objtype, object, comment: text }: CommentStmt): void {
  const parts = nameParts(object);
  if (objtype === "OBJECT_TABLE") {
    const { schema, name } = qualified(parts);
    setComment(catalogue.table(schema, name), text);
  } else if (objtype === "OBJECT_COLUMN") {
    const { schema, name } = qualified(parts.slice(0, -1));
    setComment(
      catalogue.table(schema, name)?.columns.find((column) => column.name === parts.at(-1)),
      text,
    );
  }
}

function setComment(target: { comment?: string } | undefined, text: string | undefined): void {
  if (target === undefined) return;
  if (text === undefined || text === "") delete target.comment;
  else target.comment = text;
}

function rename(catalogue: PgCatalogue, statement: RenameStmt): void {
  const { renameType, subname = "", newname = "", object } = statement;
  if (renameType === "OBJECT_TYPE" || renameType === "OBJECT_DOMAIN") {
    const { schema, name } = qualified(nameParts(object));
    const type = catalogue.type(schema, name);
    if (type !== undefined) catalogue.moveType(type, type.schema, newname);
    return;
  }
  const table = tableOf(catalogue, statement.relation);
  if (table === undefined) return;
  if (renameType === "OBJECT_TABLE") catalogue.moveTable(table, table.schema, newname);
  else if (renameType === "OBJECT_COLUMN") renameColumn(catalogue, table, subname, newname);
  else if (renameType === "OBJECT_TABCONSTRAINT") renameConstraint(table, subname, newname);
}

function renameColumn(catalogue: PgCatalogue, table: PgTable, from: string, to: string): void {
  const renamed = (columns: readonly string[]): string[] => columns.map((name) => (name === from ? to : name));
  for (const column of table.columns) if (column.name === from) column.name = to;
  for (const child of catalogue.children(table)) renameColumn(catalogue, child, from, to);
  for (const key of [table.primaryKey, ...table.uniques, ...table.foreignKeys])
    if (key !== undefined) key.columns = renamed(key.columns);
  for (const other of catalogue.tables)
    for (const key of other.foreignKeys)
      if (key.referenced === table) key.referencedColumns = renamed(key.referencedColumns);
}

function renameConstraint(table: PgTable, from: string, to: string): void {
  const renamed = <T extends { readonly name: string }>(one: T): T => (one.name === from ? { ...one, name: to } : one);
  if (table.primaryKey !== undefined) table.primaryKey = renamed(table.primaryKey);
  table.uniques = table.uniques.map(renamed);
  table.foreignKeys = table.foreignKeys.map(renamed);
  table.checks = table.checks.map(renamed);
}

function drop(catalogue: PgCatalogue, { removeType, objects = [] }: DropStmt): void {
  for (const object of objects) {
    const { schema, name } = qualified(nameParts(object));
    if (removeType === "OBJECT_TABLE" || removeType === "OBJECT_FOREIGN_TABLE") {
      const table = catalogue.table(schema, name);
      if (table !== undefined) dropTable(catalogue, table);
    } else if (removeType === "OBJECT_TYPE" || removeType === "OBJECT_DOMAIN") {
      const type = catalogue.type(schema, name);
      if (type !== undefined) catalogue.removeType(type);
    } else if (removeType === "OBJECT_VIEW" || removeType === "OBJECT_MATVIEW") {
      const at = catalogue.views.findIndex((view) => view.name === name && view.schema === catalogue.target(schema));
      if (at >= 0) catalogue.views.splice(at, 1);
    } else if (removeType === "OBJECT_INDEX") {
      const index = catalogue.indexes.get(`${catalogue.target(schema)}\0${name}`);
      if (index !== undefined) dropConstraint(index.table, name);
    } else if (removeType === "OBJECT_SCHEMA") {
      for (const table of catalogue.tables.filter((one) => one.schema === name)) catalogue.removeTable(table);
    }
  }
}

/** A table goes with its parts. */
function dropTable(catalogue: PgCatalogue, table: PgTable): void {
  for (const part of catalogue.children(table).filter((one) => one.partition !== undefined)) dropTable(catalogue, part);
  catalogue.removeTable(table);
}

function setVariable(catalogue: PgCatalogue, { name, args = [], kind }: VariableSetStmt): void {
  if (name !== "search_path") return;
  catalogue.searchPath =
    kind === "VAR_SET_VALUE" ? searchPath(args.flatMap((node) => constantText(node) ?? [])) : ["public"];
}

const searchPath = (given: readonly string[]): string[] =>
  given.filter((schema) => schema !== "" && schema !== "$user");

/** SELECT pg_catalog.set_config('search_path', 'a, b', false) */
function setConfig(catalogue: PgCatalogue, node: Node): void {
  const [target] = "SelectStmt" in node ? (node.SelectStmt.targetList ?? []) : [];
  const call = target !== undefined && "ResTarget" in target ? target.ResTarget.val : undefined;
  if (call === undefined || !("FuncCall" in call) || names(call.FuncCall.funcname).at(-1) !== "set_config") return;
  const [setting, value] = (call.FuncCall.args ?? []).map(constantText);
  if (setting?.toLowerCase() === "search_path")
    catalogue.searchPath = searchPath((value ?? "").split(",").map((one) => one.trim()));
}
