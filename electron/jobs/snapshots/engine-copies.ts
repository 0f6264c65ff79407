import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import type { EngineId } from "../../../shared/schema/schema-model.ts";
import type { DatabaseCopies } from "../../drivers/database-copies.ts";
import type { Driver } from "../../drivers/driver.ts";
import { expandAddress } from "../../drivers/expand-address.ts";
import { drivers } from "../../drivers/open-source.ts";
import type { SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

/** The driver that made a copy, and an address with what variables stand for. Throws a SeedloomError. */
export function copiesOf(
  engine: EngineId,
  on: string | undefined,
): { readonly driver: Driver; readonly copies: DatabaseCopies; readonly address: string | undefined } {
  const address = on === undefined ? undefined : expandAddress(on);
  const driver = drivers.find(({ id }) => id === engine);
  if (driver?.copies !== undefined) return { driver, copies: driver.copies, address };
  throw new SeedloomError("source-unsupported", "This version of Seedloom does not read this kind of snapshot.");
}

/** The first address that leads to the server which keeps a snapshot. Undefined where none does, or no server keeps it. */
export async function addressOnServer(
  { folder, facts }: StoredSnapshot,
  near: string | undefined,
  others: readonly (() => Promise<string>)[],
): Promise<string | undefined> {
  if (facts.by === "rows" || facts.copy.kind !== "server") return undefined;
  for (const other of [async () => near, ...others]) {
    try {
      const on = await other();
      const { driver, copies, address } = copiesOf(facts.schema.engine, on);
      if (on === undefined || address === undefined || !driver.accepts(address)) continue;
      copies.address(facts.copy, { folder, name: facts.name }, address);
      return on;
    } catch (error) {
      // Of another server, or an address whose variable is not set.
      if (!isSeedloomError(error)) throw error;
    }
  }
  return undefined;
}

/** Removes a snapshot, and first what a server keeps of it: `on` finds an address there. Throws a SeedloomError. */
export async function deleteSnapshot(
  store: SnapshotStore,
  name: string,
  on: (snapshot: StoredSnapshot) => Promise<string | undefined>,
): Promise<void> {
  const snapshot = await store.open(name).catch((error: unknown) => {
    // A damaged one says nothing of a server, and is to go all the same.
    if (isSeedloomError(error) && error.code === "source-damaged") return undefined;
    throw error;
  });
  if (snapshot?.facts.by === "engine") {
    const { copies, address } = copiesOf(snapshot.facts.schema.engine, await on(snapshot));
    await copies.remove(snapshot.facts.copy, address);
  }
  await store.delete(name);
}
