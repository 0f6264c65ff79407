import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import { nearestName } from "../../../shared/rules/nearest-name.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Source } from "../../drivers/driver.ts";
import { writeError } from "../../sinks/write-error.ts";
import type { RunProgress } from "../run-progress.ts";
import { writeRows } from "./rows-file.ts";
import { countRows, savingProgress } from "./saving-progress.ts";
import type { RowsFacts, SnapshotStore } from "./snapshot-store.ts";

export interface SaveRequest {
  readonly name: string;
  /** ISO timestamp. */
  readonly takenAt: string;
  /** All that hold rows where absent. */
  readonly tables?: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: (now: () => RunProgress) => void;
}

/** Writes the rows of a database, as they are at one moment, into a store. It is only read. */
export async function saveSnapshot(source: Source, store: SnapshotStore, request: SaveRequest): Promise<RowsFacts> {
  const { name, takenAt, signal } = request;
  const schema = await source.model();
  const tables = chosenTables(schema, request.tables);
  const counts = await countRows(source, tables);
  const making = await store.begin(name);
  try {
    const written: RowsFacts["tables"][number][] = [];
    for (const [k, table] of tables.entries()) {
      signal.throwIfAborted();
      const file = `${String(k + 1).padStart(3, "0")}.rows.gz`;
      const rows = source.read({ table, signal });
      const facts = await writeRows(
        join(making.folder, file),
        rows,
        (count) => request.progress(savingProgress(counts, k, count)),
        signal,
      );
      await chmod(join(making.folder, file), 0o600);
      written.push({ table: table.id, file, ...facts });
    }
    const facts: RowsFacts = { snapshot: 1, by: "rows", name, of: source.label, takenAt, schema, tables: written };
    await making.keep(facts);
    return facts;
  } catch (error) {
    await making.drop();
    if (signal.aborted) throw saveCancelled();
    throw isSeedloomError(error) ? error : await writeError(error, making.folder);
  }
}

export const saveCancelled = (): SeedloomError =>
  new SeedloomError("cancelled", "The snapshot was cancelled. Nothing of it was kept, and the database was only read.");

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
