import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ReadRequest, Source } from "../driver.ts";
import { labelOf, parseAddress, serverOf, type Address } from "./address.ts";
import { introspect } from "./introspect.ts";
import { countRows, readRows } from "./read-rows.ts";
import { fetchServerInfo } from "./rights.ts";
import { fetchIdentity } from "./server-facts.ts";
import { Session } from "./session.ts";
import { readSettings } from "./settings.ts";

export type DatabaseAddress = Address & { readonly database: string };

/** An address that names a database; where it does not, the databases that are there are the hint. Throws a SeedloomError. */
export async function databaseAddress(text: string): Promise<DatabaseAddress> {
  const address = parseAddress(text);
  const { database } = address;
  if (database !== undefined) return { ...address, database };
  const names = await databasesAt(address);
  throw new SeedloomError(
    "database-missing",
    "The address names no database.",
    names.length === 0
      ? "Write it behind the server: mysql://user@host/database."
      : `Write one behind the server: ${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}.`,
  );
}

async function databasesAt(address: Address): Promise<readonly string[]> {
  const session = await Session.open(address, readSettings);
  try {
    const rows = await session.rows(
      `SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA
       WHERE SCHEMA_NAME NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys') ORDER BY SCHEMA_NAME`,
    );
    return rows.map((row) => String(row["name"]));
  } finally {
    await session.close();
  }
}

/** Opens a database as a source. Connecting says at once what is wrong with the address. */
export async function openMysql(text: string): Promise<Source> {
  const address = await databaseAddress(text);
  await (await connect(address)).close();
  const snapshots = new Snapshots(address);
  const once = async <T>(use: (session: Session) => Promise<T>): Promise<T> => {
    const session = await connect(address);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  return {
    engine: "mysql",
    selects: true,
    label: labelOf(address),
    server: () => once((session) => fetchServerInfo(session, address.database, "read")),
    model: () => once((session) => introspect(session, address.database)),
    async *read(request: ReadRequest) {
      const session = await snapshots.take();
      try {
        yield* readRows(session, request);
      } finally {
        snapshots.giveBack(session);
      }
    },
    async count(table) {
      const session = await snapshots.take();
      try {
        return await countRows(session, table);
      } finally {
        snapshots.giveBack(session);
      }
    },
    identity: () => once(fetchIdentity),
    close: () => snapshots.close(),
  };
}

const connect = (address: DatabaseAddress): Promise<Session> => Session.open(address, readSettings);

/**
 * The sessions that rows are read through. Reads one after the other see one moment, that of the first. A connection sends
 * the rows of one query at a time, and the server has no way to share a moment: a read that begins while another goes on
 * sees its own.
 */
class Snapshots {
  readonly #address: DatabaseAddress;
  readonly #all = new Set<Session>();
  readonly #idle: Session[] = [];

  constructor(address: DatabaseAddress) {
    this.#address = address;
  }

  async take(): Promise<Session> {
    const idle = this.#idle.shift();
    if (idle !== undefined) {
      if (!idle.lost) return idle;
      this.#all.delete(idle);
      throw new SeedloomError(
        "connection-lost",
        `The connection to ${serverOf(this.#address)} was lost.`,
        "Start again: rows read from now on would be of another moment.",
      );
    }
    const session = await connect(this.#address);
    this.#all.add(session);
    await session.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    return session;
  }

  giveBack(session: Session): void {
    // The first moment goes before later ones.
    const order = [...this.#all];
    this.#idle.push(session);
    this.#idle.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  }

  async close(): Promise<void> {
    const sessions = [...this.#all];
    this.#all.clear();
    this.#idle.length = 0;
    for (const session of sessions) await session.close();
  }
}
