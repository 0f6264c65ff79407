import { readFile } from "node:fs/promises";
import type { ConnectionOptions } from "node:tls";
import pg from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Address, TlsMode } from "./address.ts";
import { postgresqlError } from "./postgresql-errors.ts";

/** What every connection is set to, so that texts mean the same whatever the server, the database and the role prefer. */
const plainSession = `SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC';
  SET IntervalStyle = 'iso_8601'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET lc_monetary = 'C'; SET lc_messages = 'C';
  SET xmloption = 'content'; SET idle_in_transaction_session_timeout = 0;`;

const purposes = {
  /** Reads the catalogue and rows, and can change nothing. */
  read: `SET default_transaction_read_only = on; SET statement_timeout = '60s'; SET lock_timeout = '5s';`,
  /** Loads: a statement may take as long as it needs, but never waits long for somebody else's lock. */
  load: `SET default_transaction_read_only = off; SET statement_timeout = 0; SET lock_timeout = '5s';`,
} as const;

/** A connection, made for reading or for loading. Throws a SeedloomError. */
export async function connect(address: Address, purpose: keyof typeof purposes): Promise<pg.Client> {
  try {
    const client = await connected(address, address.tls);
    await settle(client, purpose);
    return client;
  } catch (error) {
    throw postgresqlError(error, address, "connecting");
  }
}

async function connected(address: Address, tls: TlsMode): Promise<pg.Client> {
  const ssl = await tlsOptions(tls, address);
  const client = new pg.Client({
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.user,
    password: address.password,
    ssl: address.host.startsWith("/") ? false : ssl,
    application_name: "seedloom",
    connectionTimeoutMillis: address.connectTimeout * 1000,
    keepAlive: true,
  });
  // A connection that breaks while nothing is asked of it tells so here; the next query then fails, with its own error.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    // libpq's "prefer": without TLS where the server has none.
    const none = error instanceof Error && /does not support SSL/.test(error.message);
    if (tls === "prefer" && none) return connected(address, "disable");
    throw error;
  }
}

async function settle(client: pg.Client, purpose: keyof typeof purposes): Promise<void> {
  try {
    await client.query(`${plainSession} ${purposes[purpose]}`);
  } catch (error) {
    // lc_messages is for superusers; the rest is for everybody.
    if (!(error instanceof pg.DatabaseError) || error.code !== "42501") throw error;
    await client.query(`${plainSession.replace("SET lc_messages = 'C';", "")} ${purposes[purpose]}`);
  }
}

/** As libpq's sslmode: "require" encrypts, "verify-ca" checks who signed, "verify-full" also the host's name. */
async function tlsOptions(mode: TlsMode, address: Address): Promise<false | ConnectionOptions> {
  if (mode === "disable") return false;
  const ca = address.ca === undefined ? {} : { ca: await certificates(address.ca) };
  const trusting = mode === "prefer" || (mode === "require" && address.ca === undefined);
  if (trusting) return { rejectUnauthorized: false };
  if (mode === "verify-full") return { ...ca, rejectUnauthorized: true };
  return { ...ca, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}

async function certificates(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new SeedloomError(
      "source-not-found",
      `The certificate file ${path} cannot be read.`,
      "Choose another file.",
      {
        cause: error,
      },
    );
  }
}

/** Ends a connection, whatever state it is in. */
export async function ended(connection: Promise<pg.Client> | undefined): Promise<void> {
  try {
    await (await connection)?.end();
  } catch {
    // It never began, or is lost already.
  }
}
