import { isSeedloomError, type SeedloomError } from "../../shared/base/errors.ts";
import type { TableModel } from "../../shared/schema/schema-model.ts";
import type { Source } from "../drivers/driver.ts";
import { withSource } from "./privacy/session-source.ts";
import type { Session } from "./sessions/session.ts";

/** The first values of a table's columns by their names, as canonical texts; none of columns of bytes. In memory only. */
export type TableSample = ReadonlyMap<string, readonly (string | null)[]>;

/** Reads the first rows of a table, by its key. Throws a SeedloomError. */
export async function sampleTable(
  source: Source,
  table: TableModel,
  limit: number,
  signal: AbortSignal,
): Promise<TableSample> {
  const columns = table.columns.filter(({ valueType }) => valueType.kind !== "bytes").map(({ name }) => name);
  const texts = columns.map((): (string | null)[] => []);
  if (columns.length === 0) return new Map();
  for await (const rows of source.read({ table, columns, limit, signal })) {
    for (const row of rows) {
      for (const [k, cells] of texts.entries()) {
        const cell = row[k] ?? null;
        cells.push(cell === null || cell instanceof Uint8Array ? null : String(cell));
      }
    }
  }
  return new Map(columns.map((name, k) => [name, texts[k] ?? []]));
}

/**
 * Reads one table of a session's source after the other. One that this user may not read is passed over, and the first such
 * failure is the answer. Throws a SeedloomError where the source itself cannot be read.
 */
export async function eachTable<T>(
  session: Pick<Session, "source">,
  tables: readonly T[],
  read: (source: Source, table: T) => Promise<void>,
  signal: AbortSignal,
): Promise<SeedloomError | undefined> {
  let failure: SeedloomError | undefined;
  let at = 0;
  while (at < tables.length) {
    // A table that this user may not read ends the snapshot; the next ones are read under another.
    await withSource(session, async (source) => {
      for (; at < tables.length; at++) {
        const table = tables[at];
        if (table !== undefined) await read(source, table);
      }
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (!isSeedloomError(error) || error.code.startsWith("connection") || !session.source.connected) throw error;
      failure ??= error;
      at++;
    });
  }
  return failure;
}
