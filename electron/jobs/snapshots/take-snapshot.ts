import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import type { SnapshotMeans } from "../../../shared/snapshots/snapshot.ts";
import { CannotCopy, type DatabaseCopies } from "../../drivers/database-copies.ts";
import type { Driver, Source } from "../../drivers/driver.ts";
import { driverFor } from "../../drivers/open-source.ts";
import { writeError } from "../../sinks/write-error.ts";
import { chosenTables, saveCancelled, saveSnapshot, type SaveRequest } from "./save-snapshot.ts";
import { countRows, shareProgress } from "./saving-progress.ts";
import type { CopyFacts, SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

export interface TakeRequest extends Omit<SaveRequest, "name"> {
  readonly by?: SnapshotMeans;
  /** What to call it, by what the database is called. */
  readonly nameFor: (label: string) => string;
}

/** What was kept, and why in this way, in a sentence. */
export interface TakenSnapshot {
  readonly facts: StoredSnapshot["facts"];
  readonly why: string;
}

/**
 * Keeps a database: whole, by the engine's own means, where it has some and can; else, or where `by` says so, its rows.
 * Throws a SeedloomError, and nothing is kept then.
 */
export async function takeSnapshot(
  database: string,
  store: SnapshotStore,
  request: TakeRequest,
): Promise<TakenSnapshot> {
  const { driver, address } = driverFor(database);
  const rows = async (why: string): Promise<TakenSnapshot> =>
    await withSource(driver, address, async (source) => ({
      facts: await saveSnapshot(source, store, { ...request, name: request.nameFor(source.label) }),
      why,
    }));
  const { by, tables } = request;
  if (by === "rows") return await rows("Its rows were read, as was asked for.");
  try {
    if (tables !== undefined) throw new CannotCopy("Only a whole database is copied by its engine.");
    if (driver.copies === undefined)
      throw new CannotCopy(`${driver.label} has no means of its own to copy a database.`);
    const facts = await keepCopy(address, driver, driver.copies, store, request);
    return { facts, why: `The whole database was kept, by ${driver.copies.means}.` };
  } catch (error) {
    if (!(error instanceof CannotCopy)) throw error;
    if (by === "engine")
      throw new SeedloomError("usage", error.message, "Keep its rows, which can always be done: --by rows.");
    return await rows(`${error.message} Its rows were read, all as they were at one moment.`);
  }
}

async function keepCopy(
  address: string,
  driver: Driver,
  copies: DatabaseCopies,
  store: SnapshotStore,
  { takenAt, signal, progress, nameFor }: TakeRequest,
): Promise<CopyFacts> {
  // Closed again before the copy is made: an engine may copy only what nobody is connected to.
  const of = await withSource(driver, address, async ({ label }) => label);
  const name = nameFor(of);
  const making = await store.begin(name);
  const place = { folder: making.folder, name };
  let copy: CopyFacts["copy"] | undefined;
  try {
    copy = await copies.make(address, place, { signal, progress: (share) => progress(shareProgress(share)) });
    const { schema, tables } = await withSource(driver, copies.address(copy, place, address), async (source) => {
      const model = await source.model();
      return { schema: model, tables: await countRows(source, chosenTables(model, undefined)) };
    });
    signal.throwIfAborted();
    const facts: CopyFacts = { snapshot: 1, by: "engine", name, of, takenAt, schema, copy, tables };
    await making.keep(facts);
    return facts;
  } catch (error) {
    await making.drop();
    if (copy !== undefined) await copies.remove(copy, address).catch(() => undefined);
    if (signal.aborted) throw saveCancelled();
    throw error instanceof CannotCopy || isSeedloomError(error) ? error : await writeError(error, making.folder);
  }
}

async function withSource<T>(driver: Driver, address: string, work: (source: Source) => Promise<T>): Promise<T> {
  const source = await driver.open(address);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}
