import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SnapshotMeans } from "../../../shared/snapshots/snapshot.ts";
import { CannotCopy } from "../../drivers/database-copies.ts";
import { driverFor } from "../../drivers/open-source.ts";
import type { LoadOutcome, LoadRunOptions } from "../load-run.ts";
import { copiesOf } from "./engine-copies.ts";
import { refuseOtherEngine, restoreSnapshot, type RestoreRequest } from "./restore-snapshot.ts";
import { shareProgress } from "./saving-progress.ts";
import { verifySnapshot } from "./snapshot-source.ts";
import type { CopyFacts, StoredSnapshot } from "./snapshot-store.ts";

export interface PutBackRequest extends RestoreRequest {
  readonly by?: SnapshotMeans;
}

export interface PutBack extends LoadOutcome {
  /** The database's label. */
  readonly target: string;
  readonly by: SnapshotMeans;
  /** Why in this way, in a sentence. */
  readonly why: string;
}

/**
 * Puts a snapshot in the place of a database: the whole of it, by the engine, where it was kept so and nothing less is asked
 * for; else the rows. What fails leaves the database as it was, as far as its engine can, and the error says so.
 */
export async function putBack(
  snapshot: StoredSnapshot,
  database: string,
  { by, ...request }: PutBackRequest,
  run: Omit<LoadRunOptions, "target" | "feed">,
): Promise<PutBack> {
  const { driver, address } = driverFor(database);
  const rows = async (why: string): Promise<PutBack> => {
    const target = await driver.openTarget(address);
    try {
      return { ...(await restoreSnapshot(snapshot, target, request, run)), target: target.label, by: "rows", why };
    } finally {
      await target.close();
    }
  };
  const { facts } = snapshot;
  if (by === "rows") return await rows("Its rows were written, as was asked for.");
  try {
    if (facts.by === "rows") throw new CannotCopy("The snapshot holds rows.");
    if (request.tables !== undefined) throw new CannotCopy("Only some of the tables were asked for.");
    if ((request.shift?.days ?? 0) !== 0) throw new CannotCopy("Dates are moved row by row.");
    return await wholeBack({ ...snapshot, facts }, address, by === "engine", run);
  } catch (error) {
    if (!(error instanceof CannotCopy)) throw error;
    if (by === "engine")
      throw new SeedloomError("usage", error.message, "Nothing was changed. Write its rows: --by rows.");
    return await rows(`${error.message} Its rows were written.`);
  }
}

async function wholeBack(
  snapshot: { readonly folder: string; readonly facts: CopyFacts },
  address: string,
  asked: boolean,
  { signal, progress, prove, promised }: Omit<LoadRunOptions, "target" | "feed">,
): Promise<PutBack> {
  const { folder, facts } = snapshot;
  const { driver, copies } = copiesOf(facts.schema.engine, undefined);
  const target = await driver.openTarget(address);
  const { label } = target;
  refuseOtherEngine(snapshot, target);
  await target.close();
  // Another database may have tables that the snapshot has not, and nobody spoke of those.
  if (!asked && label !== facts.of) throw new CannotCopy(`It was taken of ${facts.of}, and not of ${label}.`);
  await verifySnapshot(snapshot, [], signal);
  const promise = { atomic: true, notes: ["The whole database is replaced, tables that came later too."] };
  promised?.(promise);
  const watch = { signal, progress: (share: number | undefined) => progress(shareProgress(share)) };
  try {
    await copies.restore(facts.copy, { folder, name: facts.name }, address, watch);
  } catch (error) {
    if (signal.aborted) throw new SeedloomError("cancelled", "The restore was cancelled. Nothing was changed.");
    throw error;
  }
  return {
    target: label,
    by: "engine",
    why: `The whole database was put back, by ${copies.means}.`,
    tables: facts.tables,
    rows: facts.tables.reduce((sum, { rows }) => sum + rows, 0),
    promise,
    ...(prove ? { proof: await provedOf(driver, address, facts, signal) } : {}),
  };
}

async function provedOf(
  driver: ReturnType<typeof driverFor>["driver"],
  address: string,
  { schema, tables }: CopyFacts,
  signal: AbortSignal,
): Promise<NonNullable<LoadOutcome["proof"]>> {
  const target = await driver.openTarget(address);
  try {
    const kept = new Set(tables.map(({ table }) => table));
    return await target.prove(
      schema.tables.filter(({ id }) => kept.has(id)),
      signal,
    );
  } finally {
    await target.close();
  }
}
