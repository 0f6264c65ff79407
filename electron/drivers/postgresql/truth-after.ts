import { setTimeout as wait } from "node:timers/promises";
import type { Address } from "./address.ts";
import { connect, ended } from "./connect.ts";

interface Truth {
  readonly unchanged: boolean;
  readonly message: string;
}

const asBefore: Truth = { unchanged: true, message: "Nothing was changed." };
const stands: Truth = {
  unchanged: false,
  message: "The rows are loaded: the connection was lost after the server had made them stand.",
};

/**
 * What became of a transaction whose connection was lost, as the server itself says. Without a COMMIT the server takes back
 * everything; with one on its way only the server knows.
 */
export async function truthAfter(address: Address, transaction: string, committing: boolean): Promise<Truth> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const status = await statusOf(address, transaction);
    if (status === "committed") return stands;
    if (status === "aborted") return asBefore;
    await wait(500);
  }
  return committing
    ? { unchanged: false, message: "The server does not say whether the rows were loaded: look before you load again." }
    : { unchanged: true, message: "The server takes back what was loaded as soon as it notices the lost connection." };
}

/** "committed", "aborted" or "in progress"; undefined where the server does not answer. */
async function statusOf(address: Address, transaction: string): Promise<string | undefined> {
  const other = connect({ ...address, connectTimeout: Math.min(address.connectTimeout, 3) }, "read");
  try {
    const { rows } = await (
      await other
    ).query<{ status: string | null }>("SELECT txid_status($1::bigint) AS status", [transaction]);
    return rows[0]?.status ?? undefined;
  } catch {
    return undefined;
  } finally {
    await ended(other);
  }
}
