import type { Dialect } from "../dialects/dialect.ts";
import type { TableModel } from "../schema/schema-model.ts";
import type { EncodeTarget } from "./encoder.ts";
import { tableName } from "./sql-names.ts";
import type { SqlOptions } from "./sql-options.ts";

/** The statements around a table's rows, each without its end. */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a file says before and behind the rows of a table, which may be one of several in it. */
export function around(dialect: Dialect, target: EncodeTarget, options: SqlOptions): Around {
  const { place, ring, table, columns, exported } = target;
  const { script } = dialect;
  const name = (one: TableModel): string => tableName(dialect, target.defaultSchema, one);
  const tables = ring === undefined ? [table] : ring.tables;
  const names = tables.map(name);
  const opens = place?.first !== false;
  const closes = place?.last !== false;
  const ringOpens = ring?.first === true;
  const ringCloses = ring?.last === true;
  const own = !options.transaction && ring !== undefined && script.ring?.needsTransaction === true;
  const begins = (target.firstRow ?? 0) === 0;
  const clear =
    exported === undefined || !begins || options.clear === "keep" ? [] : cleared(dialect, exported, options, name);
  const clearsFirst = options.clear === "truncate" && script.truncated.commits === true;
  const numbers = columns.some(({ identity }) => identity !== undefined) ? script.numbers : undefined;
  const off = options.triggers === "off" ? script.triggers : undefined;
  const numberOn = options.sequences ? script.numberOn : undefined;
  const commits = numberOn?.commits === true;
  // What ends a transaction is said of all tables of the file, at its end.
  const numbered = commits ? (closes ? (place?.tables ?? tables) : []) : ring === undefined || ringCloses ? tables : [];
  const onward =
    numberOn === undefined || (numberOn.whenDeleted === true && options.clear !== "delete")
      ? []
      : numbered.flatMap((one) => numberedOn(dialect, numberOn, one, name(one)));
  return {
    before: [
      ...(opens ? script.session(options.transaction) : []),
      ...(clearsFirst ? clear : []),
      ...((opens && options.transaction) || (own && ringOpens) ? script.begin : []),
      ...(clearsFirst ? [] : clear),
      ...(ringOpens ? (script.ring?.before(names) ?? []) : []),
      ...(off !== undefined && (ring === undefined || ringOpens) ? names.flatMap(off.off) : []),
      ...(numbers?.before(name(table)) ?? []),
    ],
    after: [
      ...(numbers?.after(name(table)) ?? []),
      ...(off !== undefined && (ring === undefined || ringCloses) ? names.flatMap(off.on) : []),
      ...(ringCloses ? (script.ring?.after(names) ?? []) : []),
      ...(commits ? [] : onward),
      ...((closes && options.transaction) || (own && ringCloses) ? script.commit : []),
      ...(commits ? onward : []),
    ],
  };
}

const numberedOn = (
  dialect: Dialect,
  numberOn: NonNullable<Dialect["script"]["numberOn"]>,
  { columns }: TableModel,
  table: string,
): readonly string[] =>
  columns
    .filter(({ identity }) => identity !== undefined)
    .flatMap((column) => numberOn.statements(table, column, dialect.identifier(column.name)));

/** Empties all tables of an export: a ring of tables, or a table, at a time, children before parents. */
function cleared(
  { script }: Dialect,
  exported: readonly (readonly TableModel[])[],
  { clear }: SqlOptions,
  name: (table: TableModel) => string,
): readonly string[] {
  if (clear === "truncate") return script.truncated.statements(exported.flat().map(name));
  return script.deleted(exported.map((tables) => tables.map(name)));
}
