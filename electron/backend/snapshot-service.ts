import { join } from "node:path";
import type { z } from "zod";
import type {
  DatabaseRef,
  DatabaseView,
  diffSnapshotInput,
  RestoredView,
  restoreSnapshotInput,
  saveSnapshotInput,
} from "../../shared/api/snapshot-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { parseShift } from "../../shared/snapshots/parse-shift.ts";
import type { SnapshotView } from "../../shared/snapshots/snapshot.ts";
import type { SnapshotDiff } from "../../shared/snapshots/diff-rows.ts";
import type { Source } from "../drivers/driver.ts";
import { drivers, openSource, openTarget } from "../drivers/open-source.ts";
import { diffSources } from "../jobs/snapshots/diff-snapshots.ts";
import { restoreSnapshot } from "../jobs/snapshots/restore-snapshot.ts";
import { saveSnapshot } from "../jobs/snapshots/save-snapshot.ts";
import { snapshotSource, verifySnapshot } from "../jobs/snapshots/snapshot-source.ts";
import { SnapshotStore } from "../jobs/snapshots/snapshot-store.ts";
import { defaultWorkers, type WorkerPool } from "../jobs/worker-pool.ts";
import type { SnapshotService } from "./services.ts";
import type { Sessions } from "./sessions/session-service.ts";
import type { Connections } from "./storage/connections.ts";
import { todayIso } from "./today.ts";

/** Known-good states of databases, in the user's own data folder. */
export class Snapshots implements SnapshotService {
  readonly #store: SnapshotStore;
  readonly #sessions: Sessions;
  readonly #connections: Connections;
  readonly #pool: WorkerPool;

  constructor(dataFolder: string, sessions: Sessions, connections: Connections, pool: WorkerPool) {
    this.#store = new SnapshotStore(join(dataFolder, "snapshots"));
    this.#sessions = sessions;
    this.#connections = connections;
    this.#pool = pool;
  }

  list(): Promise<readonly SnapshotView[]> {
    return this.#store.list();
  }

  async databases(session: string | undefined): Promise<readonly DatabaseView[]> {
    const { connections } = await this.#connections.list();
    const kept = connections.map(({ id, label, engine, protected: guarded }): DatabaseView => ({
      ref: { connection: id },
      label,
      engine,
      ...(guarded ? { confirm: label } : {}),
    }));
    return session === undefined ? kept : [...(await this.#sourceOf(session)), ...kept];
  }

  async tables(database: DatabaseRef): Promise<readonly string[]> {
    return await this.#reading(database, async (source) => (await source.model()).tables.map(({ id }) => id));
  }

  async save({ of, name, tables }: z.output<typeof saveSnapshotInput>, signal: AbortSignal): Promise<void> {
    const takenAt = new Date().toISOString();
    const chosen = tables === undefined ? {} : { tables };
    await this.#reading(of, (source) =>
      saveSnapshot(source, this.#store, { name, takenAt, signal, ...chosen, progress: () => undefined }),
    );
  }

  async restore(input: z.output<typeof restoreSnapshotInput>, signal: AbortSignal): Promise<RestoredView> {
    const address = await this.#address(input.to);
    await this.#connections.confirm(address, input.confirm);
    const snapshot = await this.#store.open(input.name);
    const days = input.shift === undefined ? 0 : parseShift(input.shift, snapshot.facts.takenAt, todayIso());
    const target = await openTarget(address);
    try {
      const request = {
        ...(input.tables === undefined ? {} : { tables: input.tables }),
        shift: { days, except: new Set(input.keepDates) },
      };
      const { rows, tables, promise } = await restoreSnapshot(snapshot, target, request, {
        pool: this.#pool,
        workers: defaultWorkers(),
        prove: false,
        signal,
        progress: () => undefined,
      });
      return { target: target.label, rows, tables: tables.length, days, notes: promise.notes };
    } finally {
      await target.close();
    }
  }

  async diff(input: z.output<typeof diffSnapshotInput>, signal: AbortSignal): Promise<SnapshotDiff> {
    const before = await this.#store.open(input.name);
    const later = "snapshot" in input.with ? await this.#store.open(input.with.snapshot) : undefined;
    for (const one of later === undefined ? [before] : [before, later]) {
      const tables = one.facts.tables.map(({ table }) => table);
      await verifySnapshot(one, tables, signal);
    }
    const run = (after: Source): Promise<SnapshotDiff> =>
      diffSources(snapshotSource(before), after, { signal, progress: () => undefined });
    if (later !== undefined) return await run(snapshotSource(later));
    return "snapshot" in input.with ? await run(snapshotSource(before)) : await this.#reading(input.with, run);
  }

  delete(name: string): Promise<void> {
    return this.#store.delete(name);
  }

  async #sourceOf(id: string): Promise<readonly DatabaseView[]> {
    const { source, model } = this.#sessions.get(id);
    // A script or data files have no rows to go back to.
    if (!source.connected || !drivers.some((driver) => driver.accepts(source.path))) return [];
    const confirm = await this.#connections.protectedName(source.path);
    const label = `The project's source, ${source.label}`;
    return [{ ref: { session: id }, label, engine: model.engine, ...(confirm === undefined ? {} : { confirm }) }];
  }

  async #address(database: DatabaseRef): Promise<string> {
    if ("connection" in database) return await this.#connections.address(database.connection);
    const { source } = this.#sessions.get(database.session);
    if (source.connected) return source.path;
    throw new SeedloomError("source-unreadable", source.message ?? "The source cannot be read.");
  }

  async #reading<T>(database: DatabaseRef, run: (source: Source) => Promise<T>): Promise<T> {
    const source = await openSource(await this.#address(database));
    try {
      return await run(source);
    } finally {
      await source.close();
    }
  }
}
