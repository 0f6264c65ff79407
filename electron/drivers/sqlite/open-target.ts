import Database from "better-sqlite3";
import { basename } from "node:path";
import { sqliteInsert, sqliteStaged } from "../../../shared/encoders/sqlite-load.ts";
import type { MakingStatement } from "../../../shared/schema/create-tables.ts";
import type { Load, LoadRequest, TableIntake, Target } from "../driver.ts";
import { fileIdentity } from "../shared-descriptor.ts";
import { fileState } from "./file-state.ts";
import { markLoading } from "./loading-files.ts";
import { seedloomError } from "./sqlite-errors.ts";
import type { PlainRequest } from "./target-messages.ts";
import { TargetThread } from "./target-thread.ts";

/** Opens a file to write into. Throws a SeedloomError. */
export async function openSqliteTarget(given: string): Promise<Target> {
  const { path, release } = claimFile(given);
  const thread = new TargetThread({ kind: "file", given, path }, release);
  return await connectedTarget(thread, { label: basename(given), path });
}

/** A database in memory with these tables, gone when it is closed. Throws a SeedloomError. */
export async function openSqliteTrial(
  statements: readonly MakingStatement[],
  missing: readonly string[],
): Promise<Target> {
  const thread = new TargetThread({ kind: "trial", statements, missing }, () => undefined);
  return { ...(await connectedTarget(thread, { label: "a trial in SQLite" })), made: true };
}

/** What a thread has open; a trial has no path. */
interface Place {
  readonly label: string;
  readonly path?: string;
}

/** Looks at a file, and keeps all else in this process from it until it is released. Throws a SeedloomError. */
export function claimFile(given: string): { readonly path: string; readonly release: () => void } {
  try {
    const { path } = fileState(given);
    return { path, release: markLoading(path) };
  } catch (error) {
    throw seedloomError(error, given);
  }
}

/** A target whose connection is in a thread of its own. Throws a SeedloomError, with the thread ended. */
export async function connectedTarget(thread: TargetThread, place: Place): Promise<Target> {
  try {
    await thread.call("open");
  } catch (error) {
    await thread.end();
    throw error;
  }
  const { path } = place;
  return {
    engine: "sqlite",
    label: place.label,
    ownThread: true,
    server: () => thread.call("server"),
    model: () => thread.call("model"),
    promise: (request) => thread.call("promise", plain(request)),
    begin: (request) => begin(thread, place, request),
    prove: (tables, signal) => {
      thread.restart();
      return thread.until(signal, "prove", tables);
    },
    ...(path === undefined ? {} : { identity: async () => fileIdentity(path) }),
    close: () => thread.end(),
  };
}

const plain = ({ signal: _signal, ...request }: LoadRequest): PlainRequest => request;

/** A load in the thread. What takes it back never fails, and says what is true of the file. */
async function begin(thread: TargetThread, place: Place, request: LoadRequest): Promise<Load> {
  const { signal } = request;
  thread.restart();
  await thread.until(signal, "begin", plain(request));
  return {
    async into(table): Promise<TableIntake> {
      const id = await thread.until(signal, "into", table);
      return {
        kind: "bytes",
        format: id === sqliteStaged.id ? sqliteStaged : sqliteInsert,
        write: (bytes) => thread.until(signal, "write", bytes),
        finish: () => thread.until(signal, "finish"),
      };
    },
    commit: () => thread.until(signal, "commit"),
    rollback: async () => {
      if (!thread.alive) return afterCrash(place);
      const taken = thread.inTime("rollback").catch(() => afterCrash(place));
      return (await taken) ?? later(place);
    },
  };
}

type Truth = Awaited<ReturnType<Load["rollback"]>>;

const unchanged: Truth = { unchanged: true, message: "Nothing was changed." };

/** SQLite is still at a statement, or at the rollback, which it does before anything else. */
const later = ({ label, path }: Place): Truth =>
  path === undefined
    ? unchanged
    : {
        unchanged: true,
        message: `Nothing was changed; ${label} stays in use until SQLite has taken back what it wrote.`,
      };

/**
 * A thread that ends closes its connection, which takes an unfinished transaction back; where it could not even do that, the
 * next one that opens the file does it by the journal. So the file is opened, and read.
 */
function afterCrash({ label, path }: Place): Truth {
  if (path === undefined) return unchanged;
  try {
    const database = new Database(path, { fileMustExist: true });
    try {
      database.prepare("SELECT count(*) FROM sqlite_schema").get();
      return unchanged;
    } finally {
      database.close();
    }
  } catch {
    return { unchanged: false, message: `What was written so far is taken back when ${label} is next opened.` };
  }
}
