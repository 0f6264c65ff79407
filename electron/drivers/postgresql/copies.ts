import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { DatabaseCopy } from "../../../shared/snapshots/snapshot.ts";
import { CannotCopy, type CopyWatch, type DatabaseCopies } from "../database-copies.ts";
import { labelOf, parseAddress, serverOf, type Address } from "./address.ts";
import { cancellable } from "./cancel.ts";
import { connect, ended } from "./connect.ts";
import { fetchDatabase, type DatabaseFacts } from "./database-facts.ts";
import { quoteName, quoteText } from "./names.ts";
import { postgresqlError } from "./postgresql-errors.ts";

/** From where databases are made and removed: nobody can do that from inside the one that it is done to. */
const office = "postgres";

/**
 * CREATE DATABASE … TEMPLATE: the server copies the files of a database that nobody is connected to. A restore makes a second
 * database of the copy and then swaps the names in one transaction, so there is no moment in which there is none of the two.
 */
export const postgresqlCopies: DatabaseCopies = {
  means: "a copy that PostgreSQL makes on its server",
  async make(given, { name }, watch) {
    const address = parseAddress(given);
    const from = nameOf(address);
    return await inOffice(address, watch.signal, async (client) => {
      const facts = await fetchDatabase(client, from);
      refuseRights(facts, from);
      await drop(client, partsOf(from).last);
      const slug = from.replaceAll(/[^A-Za-z0-9_]/g, "_").slice(0, 36);
      const database = `${slug}_snapshot_${randomBytes(4).toString("hex")}`;
      watch.progress(undefined);
      await create(client, database, from);
      try {
        // Others may connect to a new database, and these are the rows of one that perhaps they may not.
        await client.query(`REVOKE CONNECT ON DATABASE ${quoteName(database)} FROM PUBLIC`);
        const comment = quoteText(`The snapshot ${name} of ${from}, taken by Seedloom.`);
        await client.query(`COMMENT ON DATABASE ${quoteName(database)} IS ${comment}`);
      } catch (error) {
        await drop(client, database);
        throw error;
      }
      return { kind: "server", server: serverOf(address), database, bytes: facts.bytes };
    });
  },
  async restore(copy, _place, given, watch) {
    const address = parseAddress(given);
    const { database } = onServer(copy, address);
    await inOffice(address, watch.signal, (client) => swapIn(client, database, nameOf(address), watch));
  },
  address(copy, _place, on) {
    const address = on === undefined ? undefined : parseAddress(on);
    if (copy.kind === "server" && (address === undefined || serverOf(address) !== copy.server)) {
      throw new SeedloomError(
        "usage",
        `The snapshot is a database on ${copy.server}, and no address of that server was given.`,
        "Say --at ADDRESS, of any database there; in the window, add a connection to it.",
      );
    }
    const url = new URL((on ?? "").replace(/^(postgres(?:ql)?:\/\/(?:[^/@?#]*@)?)(?=[/?]|$)/i, "$1localhost"));
    url.pathname = `/${encodeURIComponent(copy.kind === "server" ? copy.database : "")}`;
    url.searchParams.delete("dbname");
    return url.toString();
  },
  async remove(copy, on) {
    const address = parseAddress(postgresqlCopies.address(copy, { folder: "", name: "" }, on));
    const { database } = onServer(copy, address);
    await inOffice(address, new AbortController().signal, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${quoteName(database)}`);
    });
  },
};

const nameOf = ({ database, user }: Address): string => database ?? user ?? office;

function onServer(copy: DatabaseCopy, address: Address): Extract<DatabaseCopy, { kind: "server" }> {
  if (copy.kind === "server" && copy.server === serverOf(address)) return copy;
  throw new CannotCopy(`${labelOf(address)} is on another server than the copy.`);
}

function refuseRights({ creates, owns }: DatabaseFacts, name: string): void {
  if (!creates) throw new CannotCopy("This role may not create databases.");
  if (!owns) throw new CannotCopy(`This role does not own ${name}, and only the owner may copy a database.`);
}

/** What a database has beside what is in it, and a copy would lose. */
function refuseOwn({ grants, settings, subscriptions, limited }: DatabaseFacts, name: string): void {
  const own = [
    ...(grants ? ["grants"] : []),
    ...(settings ? ["settings"] : []),
    ...(limited ? ["a limit of connections"] : []),
    ...(subscriptions ? ["subscriptions or replication slots"] : []),
  ];
  if (own.length > 0) throw new CannotCopy(`${name} has ${own.join(" and ")} of its own, which a copy would lose.`);
}

async function swapIn(client: pg.Client, copy: string, name: string, watch: CopyWatch): Promise<void> {
  const facts = await fetchDatabase(client, name);
  refuseRights(facts, name);
  refuseOwn(facts, name);
  const { next, last } = partsOf(name);
  await drop(client, next);
  await drop(client, last);
  watch.progress(undefined);
  await create(client, next, copy, facts.owner);
  try {
    if (facts.comment !== null) {
      await client.query(`COMMENT ON DATABASE ${quoteName(next)} IS ${quoteText(facts.comment)}`);
    }
    watch.progress(1);
    watch.signal.throwIfAborted();
    await client.query("BEGIN");
    await client.query(`ALTER DATABASE ${quoteName(name)} RENAME TO ${quoteName(last)}`);
    await client.query(`ALTER DATABASE ${quoteName(next)} RENAME TO ${quoteName(name)}`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    await drop(client, next);
    throw inUse(error, name);
  }
  await drop(client, last);
}

/** What a restore has beside the database: always the same for one, so that what a killed one left is found by whoever comes next. */
function partsOf(name: string): { readonly next: string; readonly last: string } {
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return { next: `seedloom_next_${mark}`, last: `seedloom_last_${mark}` };
}

async function create(client: pg.Client, name: string, template: string, owner?: string): Promise<void> {
  const owned = owner === undefined ? "" : ` OWNER ${quoteName(owner)}`;
  try {
    await client.query(`CREATE DATABASE ${quoteName(name)} TEMPLATE ${quoteName(template)}${owned}`);
  } catch (error) {
    throw inUse(error, template);
  }
}

/** The error, or, where somebody is connected, that this is no time to copy. */
function inUse(error: unknown, name: string): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === "55006") {
    return new CannotCopy(`Others are connected to ${name}, and PostgreSQL copies only what nobody is connected to.`);
  }
  return error.code === "42501" ? new CannotCopy("This role may not make that copy.") : error;
}

/** Never fails: what cannot be removed now is removed by the next restore of the same database. */
async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${quoteName(name)}`).catch(() => undefined);
}

async function inOffice<T>(address: Address, signal: AbortSignal, work: (client: pg.Client) => Promise<T>): Promise<T> {
  if (nameOf(address) === office) throw new CannotCopy(`${office} is the database that copies are made from.`);
  const there = { ...address, database: office };
  const connection = connect(there, "load");
  try {
    const client = await connection.catch((error: unknown) => {
      // Where the role may not enter it, but its own database: rows can be read from there.
      throw error instanceof SeedloomError && ["permission-denied", "database-missing"].includes(error.code)
        ? new CannotCopy(`Copies are made from the database ${office}: ${error.message}`)
        : error;
    });
    return await cancellable(there, client, signal, () => work(client));
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CannotCopy ? error : postgresqlError(error, address, "loading");
  } finally {
    await ended(connection);
  }
}
