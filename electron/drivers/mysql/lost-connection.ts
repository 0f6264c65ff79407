import { setTimeout as pause } from "node:timers/promises";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { DatabaseAddress } from "./open-mysql.ts";
import { serverOf } from "./address.ts";
import { Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { qualified, quoted } from "./sql-text.ts";

/** The highest key of a table before a load and at its end, by which it can be told whether a commit took place. */
export interface KeyWitness {
  /** Notes the key as it is at the end of the transaction. */
  look(session: Session): Promise<void>;
  /** Whether the key is now that of the end; undefined where it says nothing. */
  isAtEnd(session: Session): Promise<boolean | undefined>;
}

export async function fetchHighestKey(session: Session, table: TableModel): Promise<KeyWitness> {
  const names = table.primaryKey.map(quoted).join(", ");
  const highest = async (through: Session): Promise<string> =>
    JSON.stringify(
      await through.rows(
        `SELECT ${names} FROM ${qualified(table)} ORDER BY ${table.primaryKey.map((name) => `${quoted(name)} DESC`).join(", ")} LIMIT 1`,
      ),
    );
  if (names === "") return { look: async () => undefined, isAtEnd: async () => undefined };
  const before = await highest(session);
  let end = before;
  return {
    look: async (through) => void (end = await highest(through)),
    isAtEnd: async (through) => (end === before ? undefined : (await highest(through)) === end),
  };
}

/** How long the server may take to be there again and to take back what was written, in milliseconds. */
const patience = 15_000;

/**
 * What is true after the connection was lost. What was not committed is taken back by the server; the loss of its answer to
 * the commit leaves open which of the two it was, and then the keys tell.
 */
export async function truthAfterLoss(
  address: DatabaseAddress,
  threadId: number,
  witnesses: readonly KeyWitness[],
): Promise<{ readonly unchanged: boolean; readonly message: string }> {
  const committing = witnesses.length > 0;
  const session = await reconnect(address);
  if (session === undefined) {
    return committing
      ? {
          unchanged: false,
          message: `The connection was lost during the commit and ${serverOf(address)} cannot be reached, so it is not known whether the rows are there: all are, or none.`,
        }
      : {
          unchanged: true,
          message: `${serverOf(address)} cannot be reached: it takes back by itself what was not committed, which could not be looked at.`,
        };
  }
  try {
    const ended = await hasEnded(session, threadId);
    if (!committing) {
      return {
        unchanged: true,
        message: ended
          ? "The server has taken back what was written: the database is as it was."
          : "The server is still taking back what was written: the database will be as it was.",
      };
    }
    for (const witness of witnesses) {
      const atEnd = await witness.isAtEnd(session);
      if (atEnd === true)
        return { unchanged: false, message: "The commit had taken place: all rows are in the database." };
      if (atEnd === false && ended)
        return { unchanged: true, message: "The commit had not taken place: the database is as it was." };
    }
    return {
      unchanged: false,
      message:
        "The connection was lost during the commit, and it cannot be told whether the rows are there: all are, or none.",
    };
  } catch {
    return { unchanged: !committing, message: "What the server did then could not be looked at." };
  } finally {
    await session.close();
  }
}

async function reconnect(address: DatabaseAddress): Promise<Session | undefined> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(250)) {
    try {
      return await Session.open(address, readSettings);
    } catch {
      // The server may be starting again.
    }
  }
  return undefined;
}

/** Waits until the server has ended a connection, which is when it has taken back what that had not committed. */
async function hasEnded(session: Session, threadId: number): Promise<boolean> {
  // A server that has not noticed the loss yet is told. It may have ended the connection just now.
  await session.run(`KILL CONNECTION ${threadId}`).catch(() => undefined);
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const rows = await session.rows("SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = ?", [threadId]);
    if (rows.length === 0) return true;
  }
  return false;
}
