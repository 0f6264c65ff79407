import type pg from "pg";
import type { Address } from "./address.ts";
import { connect, ended } from "./connect.ts";

/** The server's number of a connection, by which others may ask it to stop. */
export async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}

/** Asks the server to stop what a connection is doing. Never throws: where it cannot be asked, the connection is lost anyway. */
export async function cancelBackend(address: Address, pid: number): Promise<void> {
  const other = connect(address, "read");
  try {
    await (await other).query("SELECT pg_cancel_backend($1)", [pid]);
  } catch {
    // The caller goes on to roll back, which tells what is true.
  } finally {
    await ended(other);
  }
}

/** Runs `work`, which the signal stops on the server too. */
export async function cancellable<T>(
  address: Address,
  client: pg.Client,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return work();
  const pid = await backendOf(client);
  // Whoever has stopped it by now is not heard any more.
  signal.throwIfAborted();
  const stop = (): void => void cancelBackend(address, pid);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
