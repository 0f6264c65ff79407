import { createHash } from "node:crypto";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import {
  joinDiffs,
  RowMatcher,
  TooManyWaiting,
  type SnapshotDiff,
  type TableDiff,
} from "../../../shared/snapshots/diff-rows.ts";
import type { Source } from "../../drivers/driver.ts";

export interface DiffRequest {
  readonly tables?: readonly string[];
  readonly signal: AbortSignal;
  /** The most rows to hold. */
  readonly most?: number;
  progress(table: string): void;
}

/** Rows that are held while they wait for their like: some hundred megabytes where they are wide. */
const mostWaiting = 100_000;

/** Compares two states table by table: by key, column by column, in bounded memory. */
export async function diffSources(before: Source, after: Source, request: DiffRequest): Promise<SnapshotDiff> {
  if (before.engine !== after.engine) {
    throw new SeedloomError("usage", `${before.label} and ${after.label} are of different kinds of database.`);
  }
  const [old, now] = [await before.model(), await after.model()];
  const wanted = ({ id }: TableModel): boolean => request.tables === undefined || request.tables.includes(id);
  const tables: TableDiff[] = [];
  const only = { before: [] as string[], after: [] as string[] };
  const later = new Map(now.tables.filter(wanted).map((table) => [table.id, table]));
  for (const table of old.tables.filter(wanted)) {
    const other = later.get(table.id);
    if (other === undefined) {
      only.before.push(table.id);
      continue;
    }
    request.progress(table.id);
    const names = new Set(other.columns.map(({ name }) => name));
    const known = new Set(table.columns.map(({ name }) => name));
    only.before.push(...table.columns.filter(({ name }) => !names.has(name)).map(({ name }) => `${table.id}.${name}`));
    only.after.push(...other.columns.filter(({ name }) => !known.has(name)).map(({ name }) => `${table.id}.${name}`));
    tables.push(await diffTable({ before, table }, { after, other }, request));
  }
  const compared = new Set(old.tables.map(({ id }) => id));
  only.after.push(...[...later.keys()].filter((id) => !compared.has(id)));
  return { tables, onlyBefore: only.before, onlyAfter: only.after };
}

async function diffTable(
  { before, table }: { readonly before: Source; readonly table: TableModel },
  { after, other }: { readonly after: Source; readonly other: TableModel },
  { signal, most = mostWaiting }: DiffRequest,
): Promise<TableDiff> {
  const columns = table.columns
    .map(({ name }) => name)
    .filter((name) => other.columns.some((one) => one.name === name));
  const key = table.primaryKey.every((name) => columns.includes(name)) ? table.primaryKey : [];
  const keyOf = (key.length === 0 ? columns : key).map((name) => columns.indexOf(name));

  /** Of the keys whose hash is `part` of `parts`: in two halves where they are too many to hold. */
  async function diffPart(part: number, parts: number): Promise<readonly Omit<TableDiff, "table">[]> {
    const matcher = new RowMatcher(columns, keyOf, most);
    const sides = {
      before: before.read({ table, columns, signal })[Symbol.asyncIterator](),
      after: after.read({ table: other, columns, signal })[Symbol.asyncIterator](),
    };
    const take = async (side: "before" | "after"): Promise<boolean> => {
      const next = await sides[side].next();
      if (next.done === true) return false;
      for (const cells of next.value) {
        const text = matcher.keyText(cells);
        if (parts === 1 || partOf(text, parts) === part) matcher.take(side, text, cells);
      }
      return true;
    };
    try {
      const going = { before: true, after: true };
      // In step: both come in the order of the key, so hardly a row waits.
      while (going.before || going.after) {
        signal.throwIfAborted();
        if (going.before) going.before = await take("before");
        if (going.after) going.after = await take("after");
      }
      return [matcher.result()];
    } catch (error) {
      if (!(error instanceof TooManyWaiting)) throw error;
    } finally {
      await sides.before.return?.();
      await sides.after.return?.();
    }
    return [...(await diffPart(part, parts * 2)), ...(await diffPart(part + parts, parts * 2))];
  }
  return { table: table.id, ...joinDiffs(await diffPart(0, 1)) };
}

const partOf = (text: string, parts: number): number =>
  createHash("sha256").update(text).digest().readUInt32LE(0) % parts;
