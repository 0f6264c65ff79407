import { join } from "node:path";
import type { z } from "zod";
import type {
  DatabaseRef,
  DatabaseView,
  diffSnapshotInput,
  restoreSnapshotInput,
  saveSnapshotInput,
} from "../../shared/api/snapshot-views.ts";
import type { JobProgress } from "../../shared/api/views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { parseShift } from "../../shared/snapshots/parse-shift.ts";
import type { SnapshotView } from "../../shared/snapshots/snapshot.ts";
import type { SnapshotDiff } from "../../shared/snapshots/diff-rows.ts";
import type { Source } from "../drivers/driver.ts";
import { drivers, openSource } from "../drivers/open-source.ts";
import { JobManager } from "../jobs/job-manager.ts";
import { diffSources } from "../jobs/snapshots/diff-snapshots.ts";
import { addressOnServer, deleteSnapshot } from "../jobs/snapshots/engine-copies.ts";
import { putBack } from "../jobs/snapshots/put-back.ts";
import { openSnapshot, verifySnapshot } from "../jobs/snapshots/snapshot-source.ts";
import { SnapshotStore, type StoredSnapshot } from "../jobs/snapshots/snapshot-store.ts";
import { takeSnapshot } from "../jobs/snapshots/take-snapshot.ts";
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
  /** Beside the exports and loads of projects, which a window picks up where it finds one running. */
  readonly #jobs = new JobManager();

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
      ...meansOf(engine),
      ...(guarded ? { confirm: label } : {}),
    }));
    return session === undefined ? kept : [...(await this.#sourceOf(session)), ...kept];
  }

  async tables(database: DatabaseRef): Promise<readonly string[]> {
    return await this.#reading(database, async (source) => (await source.model()).tables.map(({ id }) => id));
  }

  async save({ of, name, tables, by }: z.output<typeof saveSnapshotInput>): Promise<string> {
    const address = await this.#address(of);
    return this.#jobs.start(async (signal, progress) => {
      const { facts, why } = await takeSnapshot(address, this.#store, {
        nameFor: () => name,
        takenAt: new Date().toISOString(),
        signal,
        progress,
        ...(tables === undefined ? {} : { tables }),
        ...(by === undefined ? {} : { by }),
      });
      return { saved: { name, by: facts.by, why } };
    }, "snapshot");
  }

  async restore(input: z.output<typeof restoreSnapshotInput>): Promise<string> {
    const { name, tables, by, shift: word, keepDates } = input;
    const address = await this.#address(input.to);
    await this.#connections.confirm(address, input.confirm);
    const snapshot = await this.#store.open(name);
    const days = word === undefined ? 0 : parseShift(word, snapshot.facts.takenAt, todayIso());
    const request = {
      ...(tables === undefined ? {} : { tables }),
      ...(by === undefined ? {} : { by }),
      ...(await this.#on(snapshot, address)),
      shift: { days, except: new Set(keepDates) },
    };
    return this.#jobs.start(async (signal, progress) => {
      const run = { pool: this.#pool, workers: defaultWorkers(), prove: false, signal, progress };
      const { target, rows, tables: written, by: means, why } = await putBack(snapshot, address, request, run);
      return { restored: { target, rows, tables: written.length, days, by: means, why } };
    }, "snapshot");
  }

  watch(job: string, signal: AbortSignal): AsyncIterable<JobProgress> {
    return this.#jobs.watch(job, signal);
  }

  cancel(job: string): void {
    this.#jobs.cancel(job);
  }

  /** Cancels what runs, and waits until it has cleaned up. */
  end(): Promise<void> {
    return this.#jobs.end();
  }

  async diff(input: z.output<typeof diffSnapshotInput>, signal: AbortSignal): Promise<SnapshotDiff> {
    const before = await this.#store.open(input.name);
    const other = input.with;
    const near = "snapshot" in other ? undefined : await this.#address(other);
    return await this.#opened(before, near, signal, async (first) => {
      const run = (after: Source): Promise<SnapshotDiff> =>
        diffSources(first, after, { signal, progress: () => undefined });
      if (!("snapshot" in other)) return await this.#reading(other, run);
      return await this.#opened(await this.#store.open(other.snapshot), undefined, signal, run);
    });
  }

  async delete(name: string): Promise<void> {
    await deleteSnapshot(this.#store, name, async (snapshot) => (await this.#on(snapshot)).on);
  }

  /** The rows of a snapshot, after a look at its files. */
  async #opened<T>(
    snapshot: StoredSnapshot,
    near: string | undefined,
    signal: AbortSignal,
    run: (source: Source) => Promise<T>,
  ): Promise<T> {
    const tables = snapshot.facts.tables.map(({ table }) => table);
    await verifySnapshot(snapshot, tables, signal);
    const source = await openSnapshot(snapshot, (await this.#on(snapshot, near)).on);
    try {
      return await run(source);
    } finally {
      await source.close();
    }
  }

  /** An address on the server that keeps a snapshot: the one at hand, or that of an open project or a kept connection. */
  async #on(snapshot: StoredSnapshot, near?: string): Promise<{ readonly on?: string }> {
    const { connections } = await this.#connections.list();
    const open = this.#sessions.sources().map((path) => async () => path);
    const kept = connections.map(
      ({ id }) =>
        () =>
          this.#connections.address(id),
    );
    const on = await addressOnServer(snapshot, near, [...open, ...kept]);
    return on === undefined ? {} : { on };
  }

  async #sourceOf(id: string): Promise<readonly DatabaseView[]> {
    const { source, model } = this.#sessions.get(id);
    // A script or data files have no rows to go back to.
    if (!source.connected || !drivers.some((driver) => driver.accepts(source.path))) return [];
    const confirm = await this.#connections.protectedName(source.path);
    const label = `The project's source, ${source.label}`;
    const { engine } = model;
    return [{ ref: { session: id }, label, engine, ...meansOf(engine), ...(confirm === undefined ? {} : { confirm }) }];
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

function meansOf(engine: DatabaseView["engine"]): Pick<DatabaseView, "means"> {
  const means = drivers.find(({ id }) => id === engine)?.copies?.means;
  return means === undefined ? {} : { means };
}
