import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Target } from "../driver.ts";
import { labelOf } from "./address.ts";
import { introspect } from "./introspect.ts";
import { loadPromise } from "./load-promise.ts";
import { MysqlLoad, type LoadOptions } from "./mysql-load.ts";
import { databaseAddress } from "./open-mysql.ts";
import { prove } from "./prove.ts";
import { fetchServerInfo } from "./rights.ts";
import { fetchIdentity } from "./server-facts.ts";
import { Session } from "./session.ts";
import { readSettings, writeSettings } from "./settings.ts";

/** Opens a database to write into. Throws a SeedloomError. */
export async function openMysqlTarget(text: string, options: LoadOptions = {}): Promise<Target> {
  const address = await databaseAddress(text);
  const once = async <T>(settings: readonly string[], use: (session: Session) => Promise<T>): Promise<T> => {
    const session = await Session.open(address, settings);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  // Connecting says at once what is wrong with the address.
  await once(writeSettings, async () => undefined);
  return {
    engine: "mysql",
    label: labelOf(address),
    server: () => once(writeSettings, (session) => fetchServerInfo(session, address.database, "write")),
    model: () => once(readSettings, (session) => introspect(session, address.database)),
    promise: (request) => once(readSettings, (session) => loadPromise(session, request)),
    begin: (request) => MysqlLoad.begin(address, request, options),
    prove: (tables, signal) =>
      once(readSettings, async (session) => {
        const stop = (): void => void session.interrupt().catch(() => session.end());
        signal.addEventListener("abort", stop, { once: true });
        try {
          return await prove(session, tables, signal);
        } catch (error) {
          if (signal.aborted) throw new SeedloomError("cancelled", "The proof was stopped.");
          throw error;
        } finally {
          signal.removeEventListener("abort", stop);
        }
      }),
    identity: () => once(readSettings, fetchIdentity),
    close: async () => undefined,
  };
}
