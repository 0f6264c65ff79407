import type { Problem } from "../rules/problem.ts";
import type { TableId } from "../schema/schema-model.ts";

/**
 * One of `count` runs that fill one database side by side, as parallel tests do. Each makes all rows that are asked, at
 * addresses of its own, so that keys and unique values of two of them never meet.
 */
export interface WorkerShare {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** Where a worker's rows of one table lie among those of all workers: the address of its row r is `first` + r, below `rows`. */
export interface RowShare {
  readonly first: number;
  readonly rows: number;
}

/** The share of a table with `rowCount` rows a worker; undefined where there is one worker, and addresses are row numbers. */
export function rowShare(worker: WorkerShare | undefined, rowCount: number): RowShare | undefined {
  if (worker === undefined || worker.count === 1) return undefined;
  return { first: (worker.index - 1) * rowCount, rows: worker.count * rowCount };
}

/** A key of rows that exist already, or that come from a source, is the same for every worker: nothing keeps them apart. */
export const sharedKey = (
  table: TableId,
  key: readonly string[],
  parent: TableId,
  { count }: WorkerShare,
  most: number,
): Problem => ({
  severity: "error",
  code: "capacity",
  table,
  column: key[0] ?? "",
  message: `${table} (${key.join(", ")}) is unique and refers to rows of ${parent} that all ${count} workers share.`,
  explanation: "Workers keep to rows that they made themselves; these are there before any of them.",
  fixes: [{ label: `Lower ${table} to ${most} rows`, edit: { kind: "set-rows", table, rows: most } }],
});

/** A unique column whose values do not go round. */
export const tooFewValues = (
  table: TableId,
  column: string,
  capacity: number,
  rowCount: number,
  { count }: WorkerShare,
): Problem => {
  const most = Math.floor(capacity / count);
  return {
    severity: "error",
    code: "capacity",
    table,
    column,
    message: `${table}.${column} is unique and has ${capacity} values; ${count} workers with ${rowCount} rows each need ${rowCount * count}.`,
    fixes: [{ label: `Lower ${table} to ${most} rows`, edit: { kind: "set-rows", table, rows: most } }],
  };
};

/** Rows of a source are the same whoever reads them. */
export const sourceRows = (table: TableId): Problem => ({
  severity: "error",
  code: "capacity",
  table,
  message: `${table} takes its rows from the source, which gives every worker the same.`,
  explanation: "Workers share out rows that are made. Masked tables are loaded once, before them.",
  fixes: [{ label: `Use the rows of ${table} that are there`, edit: { kind: "set-mode", table, mode: "existing" } }],
});
