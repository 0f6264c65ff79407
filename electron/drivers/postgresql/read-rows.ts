import type pg from "pg";
import { postgresql } from "../../../shared/dialects/postgresql.ts";
import type { ColumnModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest } from "../driver.ts";
import { rowCondition, type ConditionWords } from "../row-condition.ts";
import { quoteName, tableName } from "./names.ts";

const chunkRows = 1000;

/** Every cell as the text that the server sends. */
const asText = { getTypeParser: () => (text: string) => text } as pg.CustomTypesConfig;

const words: ConditionWords = { dialect: postgresql, name: quoteName, tuples: "" };

let cursors = 0;

/**
 * The rows of a table in chunks, by a cursor of the server. The client is in a transaction of the caller's, which makes all that
 * it reads of one moment. The next chunk is on its way while one is worked on.
 */
export async function* readRows(
  client: pg.Client,
  request: ReadRequest,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const { table, columns, start = 0, limit, signal } = request;
  signal?.throwIfAborted();
  const wanted = columns === undefined ? table.columns : columns.map((name) => columnOf(table, name));
  const toCell = wanted.map(cellOf);
  const cursor = `seedloom_${++cursors}`;
  const names = wanted.map(({ name }) => quoteName(name)).join(", ");
  const key = table.primaryKey.map(quoteName).join(", ");
  const order = key === "" ? "" : ` ORDER BY ${key}`;
  const most = limit === undefined ? "" : ` LIMIT ${Math.max(0, Math.trunc(limit))}`;
  const after = start === 0 ? "" : ` OFFSET ${Math.max(0, Math.trunc(start))}`;
  await client.query(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${names} FROM ${tableName(table)}${rowCondition(request, words)}${order}${most}${after}`,
  );
  // A stop between two statements finds nothing on the server that it could end.
  signal?.throwIfAborted();
  const fetchNext = () =>
    client.query<(string | null)[]>({ text: `FETCH ${chunkRows} FROM ${cursor}`, rowMode: "array", types: asText });
  let coming: ReturnType<typeof fetchNext> | undefined = fetchNext();
  try {
    while (coming !== undefined) {
      const { rows }: { readonly rows: readonly (readonly (string | null)[])[] } = await coming;
      coming = rows.length < chunkRows ? undefined : fetchNext();
      if (rows.length > 0) yield rows.map((row) => toCell.map((cell, k) => cell(row[k] ?? null)));
      signal?.throwIfAborted();
    }
  } finally {
    await coming?.catch(() => undefined);
    await client.query(`CLOSE ${cursor}`).catch(() => undefined);
  }
}

export async function countRows(client: pg.Client, table: TableModel): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${tableName(table)}`);
  return Number(rows[0]?.count ?? 0);
}

function columnOf(table: TableModel, name: string): ColumnModel {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new RangeError(`No column ${name} in ${table.id}.`);
  return column;
}

/** A cell from PostgreSQL's text: numbers, booleans and bytes as such, all others as their text. */
function cellOf({ valueType, type, baseType }: ColumnModel): (text: string | null) => Cell {
  const convert = converterOf(valueType.kind, baseType ?? type);
  return (text) => (text === null ? null : convert(text));
}

function converterOf(kind: ColumnModel["valueType"]["kind"], type: string): (text: string) => Cell {
  switch (kind) {
    case "integer":
      return (text) => {
        const number = Number(text);
        return Number.isSafeInteger(number) ? number : BigInt(text);
      };
    case "real":
      return Number;
    case "boolean":
      return (text) => text === "t";
    case "bytes":
      return (text) => Uint8Array.from(Buffer.from(text.slice(2), "hex"));
    case "decimal":
      // $1,234.50 and -$1,234.50 in the C locale.
      return type === "money" ? (text) => text.replaceAll(/[$,]/g, "") : (text) => text;
    default:
      return (text) => text;
  }
}
