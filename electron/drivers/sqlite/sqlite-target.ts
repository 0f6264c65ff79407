import type Database from "better-sqlite3";
import type { LoadPromise, LoadRequest, Target } from "../driver.ts";
import { introspect } from "./introspect.ts";
import { loadError } from "./load-errors.ts";
import { sqliteVersion } from "./open-sqlite.ts";
import { prove } from "./prove.ts";
import { beginLoad, type Seal } from "./sqlite-load.ts";
import { triggersOf } from "./triggers.ts";

/** A target on an open database, in the thread that opened it. `seal` is asked before a load is made to stand. */
export function sqliteTarget(database: Database.Database, label: string, seal: Seal): Target {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw loadError(error, label);
    }
  };
  return {
    engine: "sqlite",
    label,
    server: async () => ({ version: sqliteVersion(), limits: [] }),
    model: async () => guarded(() => introspect(database)),
    promise: async (request) => guarded(() => loadPromise(database, request)),
    begin: async (request) =>
      beginLoad(
        database,
        guarded(() => introspect(database)),
        { label, request, seal },
      ),
    prove: (tables, signal) =>
      prove(database, tables, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        throw loadError(error, label);
      }),
    close: async () => void database.close(),
  };
}

function loadPromise(database: Database.Database, { tables, triggers, existing }: LoadRequest): LoadPromise {
  const names = tables.map(({ table }) => table.name);
  const found = triggersOf(database, names).length;
  const keyless = existing === "update" ? tables.filter(({ table }) => table.primaryKey.length === 0) : [];
  return {
    atomic: true,
    notes: [
      "No other program can read or write the file while it is loaded.",
      ...(triggers === "off" && found > 0
        ? [
            `${found === 1 ? "The one trigger of the tables is" : `The ${found} triggers of the tables are`} taken away for the load and made again in the same transaction.`,
          ]
        : []),
      ...keyless.map(({ table }) => `${table.name} has no primary key, so its rows are added to those that are there.`),
    ],
  };
}
