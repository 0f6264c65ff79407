import { SeedloomError } from "../../../shared/base/errors.ts";
import { mysql } from "../../../shared/dialects/mysql.ts";
import type { ColumnModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest } from "../driver.ts";
import { rowCondition, type ConditionWords } from "../row-condition.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

const chunkRows = 1000;

const words: ConditionWords = { dialect: mysql, name: quoted, tuples: "" };

/** The rows of a table in chunks, as they come: the server holds the rest back until they are asked for. */
export async function* readRows(
  session: Session,
  request: ReadRequest,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const { table, columns, start = 0, limit, signal } = request;
  signal?.throwIfAborted();
  const wanted = columns === undefined ? table.columns : columns.map((name) => columnNamed(table.columns, name));
  const toCell = wanted.map(cellReader);
  const names = wanted.map(selected).join(", ");
  const key = table.primaryKey.map(quoted).join(", ");
  const sql =
    `SELECT ${names === "" ? "NULL" : names} FROM ${qualified(table)}${rowCondition(request, words)}` +
    (key === "" ? "" : ` ORDER BY ${key}`) +
    limited(start, limit);
  const stream = session.stream(sql);
  let ended = false;
  stream.once("end", () => (ended = true));
  const abort = (): void => void stream.destroy(stopped());
  signal?.addEventListener("abort", abort, { once: true });
  try {
    let chunk: Cell[][] = [];
    for await (const row of stream as AsyncIterable<readonly (Buffer | null)[]>) {
      chunk.push(toCell.map((cell, k) => cell(row[k] ?? null)));
      if (chunk.length < chunkRows) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } catch (error) {
    if (signal?.aborted === true) throw stopped();
    throw session.failure(error);
  } finally {
    signal?.removeEventListener("abort", abort);
    // Rows that nobody wants would otherwise still be sent, all of them, before the next question.
    if (!ended && !session.lost) await session.interrupt().catch(() => session.end());
  }
}

export async function countRows(session: Session, table: TableModel): Promise<number> {
  const [row] = await session.rows(`SELECT COUNT(*) AS number FROM ${qualified(table)}`);
  return Number(row?.["number"] ?? 0);
}

/** An OFFSET takes a LIMIT before it, so that all rows after some are as many as there can be. */
function limited(start: number, limit: number | undefined): string {
  if (start === 0 && limit === undefined) return "";
  const most = limit === undefined ? "18446744073709551615" : String(Math.max(0, Math.trunc(limit)));
  return ` LIMIT ${most} OFFSET ${Math.max(0, Math.trunc(start))}`;
}

const stopped = (): SeedloomError => new SeedloomError("cancelled", "Reading was stopped.");

function columnNamed(columns: readonly ColumnModel[], name: string): ColumnModel {
  const column = columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new RangeError(`No column ${name}.`);
  return column;
}

/** The word that a declared type begins with: "int" of "int(10) unsigned". */
const typeWord = ({ type }: ColumnModel): string => /^\w*/.exec(type.toLowerCase())?.[0] ?? "";

/** A column as it is asked for. */
function selected(column: ColumnModel): string {
  const name = quoted(column.name);
  const { valueType } = column;
  // Shown with six digits otherwise, which is not the number that is stored.
  if (typeWord(column) === "float") return `${name} + 0e0`;
  // Zeros before a number are how it is shown; the number is the value.
  if (/\bzerofill\b/i.test(column.type)) return `${name} + 0`;
  if (typeWord(column) === "bit") return valueType.kind === "boolean" ? `${name} + 0` : `BIN(${name} + 0)`;
  if (valueType.kind !== "notation") return name;
  if (valueType.notation === "geometry") {
    // The longitude first, as it is written.
    return /\bsrid [1-9]/.test(column.type) ? `ST_AsText(${name}, 'axis-order=long-lat')` : `ST_AsText(${name})`;
  }
  // Each product reads only the comment that is meant for it.
  if (valueType.notation === "vector") return `/*!90000 VECTOR_TO_STRING*//*M!110700 VEC_ToText*/(${name})`;
  return name;
}

/** Reads a cell of a column from the server's bytes: numbers as numbers or bigints, decimals and times as text. */
function cellReader({ valueType }: ColumnModel): (bytes: Buffer | null) => Cell {
  const text = (bytes: Buffer): string => bytes.toString("utf8");
  const read = ((): ((bytes: Buffer) => Cell) => {
    switch (valueType.kind) {
      case "integer":
        return (bytes) => wholeNumber(bytes.toString("latin1"));
      case "boolean":
        return (bytes) => {
          const number = wholeNumber(bytes.toString("latin1"));
          // A column of one digit may hold others than 0 and 1.
          return number === 0 ? false : number === 1 ? true : number;
        };
      case "real":
        return (bytes) => Number(bytes.toString("latin1"));
      case "bytes":
        return (bytes) => new Uint8Array(bytes);
      case "notation":
        return valueType.notation === "bits"
          ? (bytes) => bytes.toString("latin1").padStart(valueType.length ?? 1, "0")
          : text;
      default:
        return text;
    }
  })();
  return (bytes) => (bytes === null ? null : read(bytes));
}

function wholeNumber(digits: string): number | bigint {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}
