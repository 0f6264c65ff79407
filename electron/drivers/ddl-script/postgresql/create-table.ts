import type { CreateStmt, Node, PartitionBoundSpec, PartitionSpec, TableLikeClause } from "libpg-query";
import { ScriptError } from "../script-error.ts";
import type { PartitionKey, PgColumn, PgTable } from "./catalogue.ts";
import { addColumn } from "./columns.ts";
import { addConstraint, type Place } from "./constraints.ts";
import { names } from "./nodes.ts";

/** Applies CREATE TABLE: its columns and constraints, and those it has from parents, types and other tables. */
export function createTable(place: Place, statement: CreateStmt, within?: string): void {
  const { catalogue, line } = place;
  const { schemaname, relname = "", relpersistence } = statement.relation ?? {};
  if (relpersistence === "t") return;
  const schema = catalogue.target(schemaname ?? within);
  if (catalogue.table(schema, relname) !== undefined) {
    if (statement.if_not_exists === true) return;
    throw new ScriptError(line, `the table ${relname} is made a second time`);
  }
  const table: PgTable = {
    schema,
    name: relname,
    columns: [],
    uniques: [],
    foreignKeys: [],
    checks: [],
    exclusions: [],
    parents: [],
  };
  for (const parent of statement.inhRelations ?? []) {
    const found =
      "RangeVar" in parent ? catalogue.table(parent.RangeVar.schemaname, parent.RangeVar.relname ?? "") : undefined;
    if (found === undefined) throw new ScriptError(line, `there is no table for ${relname} to inherit from`);
    if (statement.partbound === undefined) inherit(table, found);
    else attachPartition(place, table, found, statement.partbound);
  }
  if (statement.partspec !== undefined) table.partitionKey = partitionKey(place, statement.partspec);
  const { schema: typeSchema, name: typeName } = typeOf(statement);
  const composite = typeName === undefined ? undefined : catalogue.type(typeSchema, typeName);
  if (composite?.kind === "composite") table.columns.push(...composite.columns.map((column) => ({ ...column })));
  catalogue.addTable(table);
  const elements = statement.tableElts ?? [];
  for (const element of elements) {
    if ("ColumnDef" in element) addColumn(place, table, element.ColumnDef);
    if ("TableLikeClause" in element) copyFrom(place, table, element.TableLikeClause);
  }
  for (const element of elements) if ("Constraint" in element) addConstraint(place, table, element.Constraint);
  for (const element of statement.constraints ?? [])
    if ("Constraint" in element) addConstraint(place, table, element.Constraint);
}

function typeOf({ ofTypename }: CreateStmt): { readonly schema?: string; readonly name?: string } {
  const parts = names(ofTypename?.names);
  const [name, schema] = [parts.at(-1), parts.at(-2)];
  return { ...(name === undefined ? {} : { name }), ...(schema === undefined ? {} : { schema }) };
}

/** Takes over a parent's columns and the checks that its children have. */
export function inherit(table: PgTable, parent: PgTable): void {
  table.parents.push(parent);
  for (const column of parent.columns) {
    const own = table.columns.find((one) => one.name === column.name);
    if (own === undefined) table.columns.push(inherited(column));
    else own.notNull ||= column.notNull;
  }
  for (const check of parent.checks)
    if (!check.noInherit && !table.checks.some((own) => own.name === check.name)) table.checks.push(check);
}

/** A child numbers nothing by itself. */
function inherited({ identity: _identity, comment: _comment, ...column }: PgColumn): PgColumn {
  return column;
}

export function attachPartition(place: Place, table: PgTable, parent: PgTable, bound: PartitionBoundSpec): void {
  if (table.columns.length === 0) inherit(table, parent);
  table.partition = { of: parent, bound: boundOf(place, bound) };
}

const strategies: Readonly<Record<string, PartitionKey["strategy"]>> = {
  PARTITION_STRATEGY_LIST: "LIST",
  PARTITION_STRATEGY_RANGE: "RANGE",
  PARTITION_STRATEGY_HASH: "HASH",
};

function partitionKey({ source }: Place, spec: PartitionSpec): PartitionKey {
  return { strategy: strategies[spec.strategy ?? ""] ?? "RANGE", terms: source.indexTerms(spec.location ?? 0) };
}

/** A bound as PostgreSQL prints it. */
function boundOf({ source }: Place, bound: PartitionBoundSpec): string {
  if (bound.is_default === true) return "DEFAULT";
  const [first = [], second = []] = source.bracketLists(bound.location ?? 0);
  const values = (list: readonly string[]): string => `(${list.map(limit).join(", ")})`;
  if (bound.strategy === "l") return `FOR VALUES IN ${values(first)}`;
  if (bound.strategy === "r") return `FOR VALUES FROM ${values(first)} TO ${values(second)}`;
  return `FOR VALUES WITH ${values(first)}`;
}

const limit = (value: string): string => (/^(?:minvalue|maxvalue|null)$/i.test(value) ? value.toUpperCase() : value);

// Bits of LIKE … INCLUDING, from TableLikeOption in parsenodes.h.
const including = { comments: 1, constraints: 4, defaults: 8, generated: 16, identity: 32, indexes: 64 };

function copyFrom({ catalogue, line }: Place, table: PgTable, { relation, options = 0 }: TableLikeClause): void {
  const model = catalogue.table(relation?.schemaname, relation?.relname ?? "");
  if (model === undefined)
    throw new ScriptError(line, `there is no table ${relation?.relname ?? ""} to make ${table.name} like`);
  const has = (bit: number): boolean => (options & bit) !== 0;
  for (const column of model.columns) {
    const { default: value, generated, expression, identity, comment, ...rest } = column;
    table.columns.push({
      ...rest,
      ...(value !== undefined && has(including.defaults) ? { default: value } : {}),
      ...(generated !== undefined && has(including.generated) ? { generated, expression: expression ?? "" } : {}),
      ...(identity !== undefined && has(including.identity) ? { identity } : {}),
      ...(comment !== undefined && has(including.comments) ? { comment } : {}),
    });
  }
  if (has(including.constraints)) table.checks.push(...model.checks);
  if (!has(including.indexes)) return;
  const { primaryKey } = model;
  if (primaryKey !== undefined) table.primaryKey = { ...primaryKey, name: catalogue.indexName(table, "", "pkey") };
  for (const unique of model.uniques) table.uniques.push({ ...unique, name: catalogue.nameLike(table, unique) });
  for (const exclusion of model.exclusions) {
    const terms = exclusion.elements.map(({ column }) => column ?? "expr");
    table.exclusions.push({ ...exclusion, name: catalogue.indexName(table, terms.join("_"), "excl") });
  }
}

/** The tables of CREATE SCHEMA s CREATE TABLE …, and of every list of statements. */
export const createTables = (place: Place, nodes: readonly Node[], within: string): void => {
  for (const node of nodes) if ("CreateStmt" in node) createTable(place, node.CreateStmt, within);
};
