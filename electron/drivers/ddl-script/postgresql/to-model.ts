import type {
  ColumnModel,
  ForeignKeyModel,
  SchemaModel,
  TableModel,
  UniqueModel,
} from "../../../../shared/schema/schema-model.ts";
import type { PartitionRow } from "../../postgresql/catalogue.ts";
import { domainCheck } from "../../postgresql/check-sql.ts";
import { partitionBounds } from "../../postgresql/partition-bounds.ts";
import type { PgCatalogue, PgColumn, PgForeignKey, PgKey, PgTable, TypeRef } from "./catalogue.ts";
import { resolveType, type ResolvedType } from "./type-names.ts";
import { unqualified } from "./unqualified.ts";

const defaultSchema = "public";

/** The schema model of what a script has made: the same that a server gives that ran the script. */
export function toModel(catalogue: PgCatalogue): SchemaModel {
  const tables = catalogue.tables.filter((table) => table.partition === undefined).toSorted(byName);
  return {
    engine: "postgresql",
    defaultSchema,
    tables: tables.map((table) => tableModel(catalogue, table)),
    views: catalogue.views.map(({ schema, name }) => ({ schema, name })).toSorted(byName),
  };
}

/** The default schema first, then by code points, as PostgreSQL sorts names. */
function byName(
  a: { readonly schema: string; readonly name: string },
  b: { readonly schema: string; readonly name: string },
): number {
  const [first, second] = [a.schema === defaultSchema, b.schema === defaultSchema];
  return Number(second) - Number(first) || compare(a.schema, b.schema) || compare(a.name, b.name);
}

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const named = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);

function tableModel(catalogue: PgCatalogue, table: PgTable): TableModel {
  const { schema, name, comment, primaryKey, partitionKey, parents } = table;
  const bounds =
    partitionKey === undefined ? undefined : partitionBounds(numberOf(catalogue, table), partitionRows(catalogue));
  return {
    id: schema === defaultSchema ? name : `${schema}.${name}`,
    schema,
    name,
    ...(comment === undefined ? {} : { comment }),
    columns: table.columns.map((column) => columnModel(catalogue, column)),
    primaryKey: primaryKey?.columns ?? [],
    uniques: table.uniques.map(uniqueModel).toSorted(named),
    foreignKeys: table.foreignKeys.map(foreignKeyModel).toSorted(named),
    checks: [
      ...table.checks.map((check) => ({ name: check.name, expression: unqualified(check.expression) })).toSorted(named),
      ...domainChecks(catalogue, table),
    ],
    ...(table.exclusions.length === 0 ? {} : { exclusions: table.exclusions.toSorted(named) }),
    ...(partitionKey === undefined
      ? {}
      : {
          partitions: {
            key: `${partitionKey.strategy} (${partitionKey.terms.join(", ")})`,
            ...(bounds === undefined ? {} : { bounds }),
          },
        }),
    ...(parents.length === 0
      ? {}
      : { inherits: parents.map((parent) => ({ schema: parent.schema, name: parent.name })) }),
  };
}

function columnModel(catalogue: PgCatalogue, column: PgColumn): ColumnModel {
  const type = resolveType(catalogue, column.type);
  const own = column.default;
  const value =
    (own === undefined ? undefined : printedDefault(own, column.type, type.declared)) ?? domainDefault(catalogue, type);
  const identity = column.identity ?? (/^nextval\(/i.test(value ?? "") ? "auto" : undefined);
  const required = column.notNull || type.domains.some((domain) => domain.notNull);
  return {
    name: column.name,
    type: type.declared,
    ...(type.base === undefined ? {} : { baseType: type.base }),
    valueType: type.valueType,
    nullable: !required,
    ...(column.generated !== undefined || value === undefined ? {} : { default: unqualified(value) }),
    ...(column.generated === undefined
      ? {}
      : { generated: column.generated, expression: unqualified(column.expression ?? "") }),
    ...(identity === undefined ? {} : { identity }),
    ...(column.comment === undefined ? {} : { comment: column.comment }),
    ...(type.caseInsensitive ? { caseInsensitive: true } : {}),
  };
}

function domainDefault(catalogue: PgCatalogue, { domains }: ResolvedType): string | undefined {
  const domain = domains.find((one) => one.default !== undefined);
  if (domain?.default === undefined) return undefined;
  return printedDefault(domain.default, domain.base, resolveType(catalogue, domain.base).declared);
}

/** A default as PostgreSQL prints it: a literal is cast to the column's type. Of DEFAULT NULL there is nothing to print, mostly. */
function printedDefault(value: string, type: TypeRef, declared: string): string | undefined {
  const cast = declared.replace(/\([\d,]*\)/, "");
  if (/^null$/i.test(value)) return type.modifiers.length === 0 || type.dimensions > 0 ? undefined : `NULL::${cast}`;
  if (/^(?:true|false)$/i.test(value)) return value.toLowerCase();
  return /^'(?:[^']|'')*'$/.test(value) ? `${value}::${cast}` : value;
}

const uniqueModel = ({ name, columns, where, expressions, nullsNotDistinct, deferrable }: PgKey): UniqueModel => ({
  name,
  columns,
  ...(where === undefined ? {} : { where: unqualified(where) }),
  ...(expressions === undefined ? {} : { expressions: expressions.map(unqualified) }),
  ...(nullsNotDistinct === true ? { nullsNotDistinct: true } : {}),
  ...(deferrable === true ? { deferrable: true } : {}),
});

function foreignKeyModel({ referenced, referencedColumns, ...key }: PgForeignKey): ForeignKeyModel {
  const primary = "primaryKey" in referenced ? referenced.primaryKey?.columns : undefined;
  const { name, columns, deferrable, onDelete, onUpdate } = key;
  return {
    name,
    columns,
    referencedTable: { schema: referenced.schema, name: referenced.name },
    // Where a script names none, the parent's primary key is meant.
    referencedColumns: referencedColumns.length === 0 ? (primary ?? columns) : referencedColumns,
    ...(deferrable === true ? { deferrable: true } : {}),
    ...(onDelete === undefined ? {} : { onDelete }),
    ...(onUpdate === undefined ? {} : { onUpdate }),
  };
}

/** What domains ask of their columns, as checks of the table. */
const domainChecks = (catalogue: PgCatalogue, table: PgTable): TableModel["checks"] =>
  table.columns.flatMap((column) =>
    resolveType(catalogue, column.type).domains.flatMap((domain) =>
      domain.checks
        .toSorted(named)
        .map((check) => domainCheck({ name: check.name, expression: withValue(check.expression) }, column.name)),
    ),
  );

/** VALUE as PostgreSQL prints it. */
const withValue = (expression: string): string =>
  expression.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+/g, (token) =>
    token.toUpperCase() === "VALUE" ? "VALUE" : token,
  );

/** A table's number stands for PostgreSQL's own. */
const numberOf = (catalogue: PgCatalogue, table: PgTable): number => catalogue.tables.indexOf(table);

/** The parts of all tables as PostgreSQL's catalogue has them. */
function partitionRows(catalogue: PgCatalogue): readonly PartitionRow[] {
  return catalogue.tables.flatMap((table, oid): readonly PartitionRow[] => {
    const key = table.partition?.of.partitionKey;
    if (table.partition === undefined || key === undefined) return [];
    const [term = ""] = key.terms;
    const alone = key.terms.length === 1 && table.columns.some((column) => column.name === term);
    return [
      {
        oid,
        parent: numberOf(catalogue, table.partition.of),
        bound: table.partition.bound,
        condition: conditionOf(key.terms, table.partition.bound),
        kind: table.partitionKey === undefined ? "r" : "p",
        column: alone ? term : null,
        strategy: key.strategy.charAt(0).toLowerCase(),
      },
    ];
  });
}

/** What a row of a part keeps, where the parts are by one term. */
function conditionOf(terms: readonly string[], bound: string): string | null {
  const [term = ""] = terms;
  const list = /^FOR VALUES IN \((.*)\)$/s.exec(bound)?.[1];
  if (list !== undefined) return `${term} IN (${list})`;
  const [, low = "", high = ""] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(bound) ?? [];
  if (terms.length !== 1 || low === "") return null;
  const ends = [
    ...(low === "MINVALUE" ? [] : [`${term} >= ${low}`]),
    ...(high === "MAXVALUE" ? [] : [`${term} < ${high}`]),
  ];
  return [`${term} IS NOT NULL`, ...ends].join(" AND ");
}
