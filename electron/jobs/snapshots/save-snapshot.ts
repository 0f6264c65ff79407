import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import { writeError } from "../../sinks/write-error.ts";
import { writeRows } from "./rows-file.ts";
import type { SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

export interface SaveRequest {
  readonly name: string;
  /** ISO timestamp. */
  readonly takenAt: string;
  /** All that hold rows where absent. */
  readonly tables?: readonly string[];
  readonly signal: AbortSignal;
  progress(table: string, rows: number): void;
}

/** Writes the rows of a database, as they are at one moment, into a store. It is only read. */
export async function saveSnapshot(
  source: Source,
  store: SnapshotStore,
  request: SaveRequest,
): Promise<StoredSnapshot["facts"]> {
  const { name, takenAt, signal } = request;
  const schema = await source.model();
  const tables = chosenTables(schema, request.tables);
  const making = await store.begin(name);
  try {
    const written: StoredSnapshot["facts"]["tables"][number][] = [];
    for (const [k, table] of tables.entries()) {
      signal.throwIfAborted();
      const file = `${String(k + 1).padStart(3, "0")}.rows.gz`;
      const rows = source.read({ table, signal });
      const facts = await writeRows(
        join(making.folder, file),
        rows,
        (count) => request.progress(table.id, count),
        signal,
      );
      await chmod(join(making.folder, file), 0o600);
      written.push({ table: table.id, file, ...facts });
    }
    const facts: StoredSnapshot["facts"] = { snapshot: 1, name, of: source.label, takenAt, schema, tables: written };
    await making.keep(facts);
    return facts;
  } catch (error) {
    await making.drop();
    if (signal.aborted) throw new SeedloomError("cancelled", "The snapshot was cancelled. Nothing of it was kept.");
    throw isSeedloomError(error) ? error : await writeError(error, making.folder);
  }
}

/** The tables of these names; rows of tables that are kept as rows of others are read there. */
export function chosenTables(schema: SchemaModel, names: readonly string[] | undefined): readonly TableModel[] {
  if (names === undefined) return schema.tables.filter(({ inherits }) => inherits === undefined);
  return names.map((name) => {
    const table = schema.tables.find(({ id }) => id === name);
    if (table !== undefined) return table;
    const near = nearestName(
      name,
      schema.tables.map(({ id }) => id),
    );
    throw new SeedloomError(
      "unknown-table",
      `There is no table ${name}.`,
      near === undefined ? undefined : `Did you mean ${near}?`,
    );
  });
}
