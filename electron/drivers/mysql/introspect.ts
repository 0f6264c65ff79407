import type { ColumnModel, SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import {
  fetchChecks,
  fetchColumns,
  fetchCreateTable,
  fetchForeignKeyColumns,
  fetchForeignKeyRules,
  fetchPartitions,
  fetchTables,
  fetchUniqueColumns,
  type ColumnRow,
  type TableRow,
} from "./catalogue.ts";
import { columnType } from "./column-type.ts";
import { checkModels, foreignKeyModels, groupBy, isJsonCheck, primaryKeyOf, uniqueModels } from "./constraints.ts";
import { checksInSql, rulesInSql } from "./create-table-sql.ts";
import { partitionsModel } from "./partitions.ts";
import { fetchServerFacts, type ServerFacts } from "./server-facts.ts";
import type { Session } from "./session.ts";
import { defaultExpression, plainExpression, qualified } from "./sql-text.ts";

/**
 * The schema model of a database. Tables of other databases are part of it where a foreign key needs them: a key without its
 * parent could not be filled.
 */
export async function introspect(session: Session, database: string): Promise<SchemaModel> {
  const server = await fetchServerFacts(session);
  const own = await readDatabase(session, server, database, database);
  const tables = [...own.tables];
  const others = new Map<string, readonly TableModel[]>();
  const parents = (list: readonly TableModel[]): readonly { readonly schema: string; readonly name: string }[] =>
    list.flatMap((table) => table.foreignKeys.map((key) => key.referencedTable));
  for (let open = parents(tables); open.length > 0;) {
    const missing = open.filter(
      ({ schema, name }) => !tables.some((table) => table.schema === schema && table.name === name),
    );
    const found: TableModel[] = [];
    for (const { schema, name } of missing) {
      if (schema === database) continue;
      const there = others.get(schema) ?? (await readDatabase(session, server, schema, database)).tables;
      others.set(schema, there);
      const parent = there.find((table) => table.name === name);
      if (parent !== undefined && !found.includes(parent)) found.push(parent);
    }
    tables.push(...found);
    open = parents(found);
  }
  return {
    engine: "mysql",
    defaultSchema: database,
    tables,
    views: own.views.map((name) => ({ schema: database, name })),
  };
}

interface DatabaseModel {
  readonly tables: readonly TableModel[];
  readonly views: readonly string[];
}

async function readDatabase(
  session: Session,
  server: ServerFacts,
  database: string,
  defaultDatabase: string,
): Promise<DatabaseModel> {
  const rows = await fetchTables(session, database);
  const tables = rows.filter((row) => !row.view);
  const byTable = <T extends { readonly table: string }>(list: readonly T[]): ((table: string) => readonly T[]) => {
    const groups = groupBy(list, (row) => row.table);
    return (table) => groups.get(table) ?? [];
  };
  const columns = byTable(await fetchColumns(session, server, database));
  const indexes = byTable(await fetchUniqueColumns(session, server, database));
  const keyRows = await fetchForeignKeyColumns(session, database);
  const keys = byTable(keyRows);
  const ruleRows = [...(await fetchForeignKeyRules(session, database))];
  const checkRows = [...(await fetchChecks(session, server, database))];
  // MariaDB keeps both from users who may only read, and says so by no more than an empty answer.
  const silent = server.product === "MariaDB" && checkRows.length === 0;
  const ruled = new Set(ruleRows.map((rule) => rule.table));
  const unruled = new Set(keyRows.map((key) => key.table).filter((name) => !ruled.has(name)));
  for (const { name } of tables) {
    if (!silent && !unruled.has(name)) continue;
    const sql = await fetchCreateTable(session, qualified({ schema: database, name }));
    if (unruled.has(name)) ruleRows.push(...rulesInSql(name, sql));
    if (silent) checkRows.push(...checksInSql(name, sql));
  }
  const rules = byTable(ruleRows);
  const checks = byTable(checkRows);
  const partitions = byTable(tables.some((table) => table.partitioned) ? await fetchPartitions(session, database) : []);
  const escaped = server.product === "MySQL";

  const tableModel = ({ name, comment }: TableRow): TableModel => {
    const constraints = checkModels(checks(name), escaped);
    const parts = partitionsModel(partitions(name));
    return {
      id: database === defaultDatabase ? name : `${database}.${name}`,
      schema: database,
      name,
      ...(comment === "" ? {} : { comment }),
      columns: columns(name).map((row) => columnModel(row, server, constraints)),
      primaryKey: primaryKeyOf(indexes(name)),
      uniques: uniqueModels(indexes(name), escaped),
      foreignKeys: foreignKeyModels(keys(name), rules(name)).map((key) => ({
        ...key,
        referencedTable: asListed(key.referencedTable),
      })),
      checks: constraints,
      ...(parts === undefined ? {} : { partitions: parts }),
    };
  };
  // Where names are compared without case, a key may name its parent in another case than the parent has.
  const asListed = (parent: { readonly schema: string; readonly name: string }): typeof parent => {
    if (!server.caseless) return parent;
    const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
    if (!same(parent.schema, database)) return parent;
    return { schema: database, name: tables.find((table) => same(table.name, parent.name))?.name ?? parent.name };
  };
  return { tables: tables.map(tableModel), views: rows.filter((row) => row.view).map((row) => row.name) };
}

/** A column as the model has it, from its row of the catalogue. A script's columns are told by it, too. */
export function columnModel(
  row: ColumnRow,
  server: Pick<ServerFacts, "product">,
  checks: TableModel["checks"],
): ColumnModel {
  const mariadb = server.product === "MariaDB";
  const declared = row.srid === null ? row.type : `${row.type} srid ${row.srid}`;
  const plain = columnType(row.type, row.characterSet);
  const valueType = checks.some((check) => isJsonCheck(row.name, check)) ? ({ kind: "json" } as const) : plain;
  const generated = /\bVIRTUAL\b/i.test(row.extra)
    ? ("virtual" as const)
    : /\b(?:STORED GENERATED|PERSISTENT)\b/i.test(row.extra)
      ? ("stored" as const)
      : undefined;
  const fallback = generated === undefined ? defaultExpression(row, mariadb) : undefined;
  const caseless = /_ci(?:_|$)/.test(row.collation ?? "") && valueType.kind === "text";
  return {
    name: row.name,
    type: declared,
    valueType,
    nullable: row.nullable,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(generated === undefined ? {} : { generated, expression: plainExpression(row.expression, !mariadb) }),
    ...(/\bauto_increment\b/i.test(row.extra) ? { identity: "auto" as const } : {}),
    ...(row.comment === "" ? {} : { comment: row.comment }),
    ...(caseless ? { caseInsensitive: true } : {}),
    // Collations with accents say so in their names: utf8mb4_0900_as_ci.
    ...(caseless && !/_as_/.test(row.collation ?? "") ? { accentInsensitive: true } : {}),
  };
}
