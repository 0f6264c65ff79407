import type pg from "pg";
import type {
  CheckModel,
  ColumnModel,
  ExclusionModel,
  ForeignKeyModel,
  SchemaModel,
  TableModel,
  UniqueModel,
} from "../../../shared/schema/schema-model.ts";
import {
  fetchChecks,
  fetchColumns,
  fetchDomainChecks,
  fetchEnumValues,
  fetchExclusions,
  fetchForeignKeys,
  fetchPartitions,
  fetchPrimaryKeys,
  fetchTables,
  fetchTypes,
  fetchUniques,
  fetchViews,
  type ColumnRow,
  type ExclusionRow,
  type ForeignKeyRow,
  type TableRow,
  type UniqueRow,
} from "./catalogue.ts";
import { columnTypes, type ColumnType } from "./column-types.ts";
import { domainCheck, withoutParentheses } from "./check-sql.ts";
import { partitionBounds } from "./partition-bounds.ts";

const defaultSchema = "public";

/** The schema model of a PostgreSQL database: all schemas but the system's, of one moment. */
export async function introspect(client: pg.Client): Promise<SchemaModel> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    // Names are written without their schema where it is the default one, whatever the role's own path is.
    await client.query(`SET LOCAL search_path = ${defaultSchema}`);
    return await readModel(client);
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
  }
}

async function readModel(client: pg.Client): Promise<SchemaModel> {
  const tables = await fetchTables(client);
  const typeOf = columnTypes(await fetchTypes(client), await fetchEnumValues(client));
  const columns = groupBy(await fetchColumns(client), (row) => row.table);
  const domainChecks = groupBy(await fetchDomainChecks(client), (row) => row.type);
  const keys = new Map((await fetchPrimaryKeys(client)).map((row) => [row.table, row.columns]));
  const uniques = groupBy(await fetchUniques(client), (row) => row.table);
  const exclusions = groupBy(await fetchExclusions(client), (row) => row.table);
  const foreignKeys = groupBy(await fetchForeignKeys(client), (row) => row.table);
  const checks = groupBy(await fetchChecks(client), (row) => row.table);
  const partitions = tables.some((table) => table.partitionKey !== null) ? await fetchPartitions(client) : [];
  const byOid = new Map(tables.map((table) => [table.oid, table]));

  function tableModel(table: TableRow): TableModel {
    const typed = (columns.get(table.oid) ?? []).map((row) => ({ row, type: typeOf(row.type, row.modifier) }));
    const ofDomains = typed.flatMap(({ row, type }) =>
      type.domains.flatMap((domain) =>
        (domainChecks.get(domain.oid) ?? []).map((check): CheckModel => domainCheck(check, row.name)),
      ),
    );
    const own = (checks.get(table.oid) ?? []).map(({ name, expression }) => ({
      name,
      expression: withoutParentheses(expression),
    }));
    const bounds = table.partitionKey === null ? undefined : partitionBounds(table.oid, partitions);
    const excluded = (exclusions.get(table.oid) ?? []).map(exclusionModel);
    const parents = table.parents.flatMap((oid) => byOid.get(oid) ?? []);
    return {
      id: table.schema === defaultSchema ? table.name : `${table.schema}.${table.name}`,
      schema: table.schema,
      name: table.name,
      ...(table.comment === null ? {} : { comment: table.comment }),
      columns: typed.map(({ row, type }) => columnModel(row, type)),
      primaryKey: keys.get(table.oid) ?? [],
      uniques: (uniques.get(table.oid) ?? []).map(uniqueModel),
      foreignKeys: (foreignKeys.get(table.oid) ?? []).map(foreignKeyModel),
      checks: [...own, ...ofDomains],
      ...(excluded.length === 0 ? {} : { exclusions: excluded }),
      ...(table.partitionKey === null
        ? {}
        : { partitions: { key: table.partitionKey, ...(bounds === undefined ? {} : { bounds }) } }),
      ...(parents.length === 0 ? {} : { inherits: parents.map(({ schema, name }) => ({ schema, name })) }),
    };
  }

  return { engine: "postgresql", defaultSchema, tables: tables.map(tableModel), views: await fetchViews(client) };
}

const identities = { a: "always", d: "by-default" } as const;

function columnModel(row: ColumnRow, { valueType, domains, caseInsensitive }: ColumnType): ColumnModel {
  const generated = row.generated === "" ? undefined : row.generated === "s" ? "stored" : "virtual";
  const fallback = row.expression ?? domains.find((domain) => domain.default !== null)?.default ?? undefined;
  const numbered = generated === undefined && fallback?.startsWith("nextval(") === true;
  const identity = row.identity === "" ? (numbered ? "auto" : undefined) : identities[row.identity];
  const base = domains.at(-1)?.base ?? undefined;
  return {
    name: row.name,
    type: row.declared,
    ...(base === undefined ? {} : { baseType: base }),
    valueType,
    nullable: !row.required && !domains.some((domain) => domain.required),
    ...(generated !== undefined || fallback === undefined ? {} : { default: fallback }),
    ...(generated === undefined ? {} : { generated }),
    ...(generated === undefined || row.expression === null ? {} : { expression: row.expression }),
    ...(identity === undefined ? {} : { identity }),
    ...(row.comment === null ? {} : { comment: row.comment }),
    ...(caseInsensitive || row.loose === true ? { caseInsensitive: true } : {}),
  };
}

function uniqueModel(row: UniqueRow): UniqueModel {
  const expressions = row.terms.flatMap((term) => term.expression ?? []);
  return {
    name: row.name,
    columns: row.terms.flatMap((term) => term.column ?? []),
    ...(row.where === null ? {} : { where: withoutParentheses(row.where) }),
    ...(expressions.length === 0 ? {} : { expressions }),
    ...(row.nullsNotDistinct ? { nullsNotDistinct: true } : {}),
    ...(row.deferrable ? { deferrable: true } : {}),
  };
}

const exclusionModel = (row: ExclusionRow): ExclusionModel => ({
  name: row.name,
  elements: row.elements.map(({ column, expression }, k) => ({
    ...(column === null ? {} : { column }),
    ...(expression === null ? {} : { expression }),
    operator: row.operators[k] ?? "=",
  })),
  ...(row.where === null ? {} : { where: withoutParentheses(row.where) }),
  ...(row.deferrable ? { deferrable: true } : {}),
});

/** pg_constraint's letters; NO ACTION, the default, is not told. */
const actions: Readonly<Record<string, string>> = { r: "RESTRICT", c: "CASCADE", n: "SET NULL", d: "SET DEFAULT" };

const foreignKeyModel = (row: ForeignKeyRow): ForeignKeyModel => ({
  name: row.name,
  columns: row.columns,
  referencedTable: { schema: row.parentSchema, name: row.parent },
  referencedColumns: row.parentColumns,
  ...(row.deferrable ? { deferrable: true } : {}),
  ...(actions[row.onDelete] === undefined ? {} : { onDelete: actions[row.onDelete] }),
  ...(actions[row.onUpdate] === undefined ? {} : { onUpdate: actions[row.onUpdate] }),
});

function groupBy<T>(rows: readonly T[], key: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
