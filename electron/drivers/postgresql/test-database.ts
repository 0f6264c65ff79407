import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import type { TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { Source } from "../driver.ts";
import { parseAddress } from "./address.ts";
import { startDisposableServer } from "./disposable-server.ts";

// Real databases for tests, on the server of SEEDLOOM_TEST_PG, or, where none answers, on one of the tests' own.

let server: Promise<string | undefined> | undefined;

async function findServer(): Promise<string | undefined> {
  const given = process.env["SEEDLOOM_TEST_PG"] ?? "postgresql://postgres@127.0.0.1:5432/postgres";
  try {
    const client = clientOf(given);
    await client.connect();
    await client.end();
    return given;
  } catch {
    try {
      const own = await startDisposableServer();
      process.once("exit", () => void own.stop());
      return own.address;
    } catch (error) {
      if (process.env["CI"] === "true") throw error;
      return undefined;
    }
  }
}

/** The address of the server's own database; undefined where there is no server, which CI does not take for an answer. */
export const testServer = (): Promise<string | undefined> => (server ??= findServer());

/** A plain client, which may do all that the address's user may. */
export function clientOf(address: string): pg.Client {
  const { host, port, database, user } = parseAddress(address);
  const client = new pg.Client({ host, port, database, user });
  client.on("error", () => undefined);
  return client;
}

/** Runs statements in a database and gives the rows of the last. */
export async function run(address: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = clientOf(address);
  await client.connect();
  try {
    const answer: unknown = await client.query<Record<string, unknown>>(sql);
    const last: unknown = Array.isArray(answer) ? answer.at(-1) : answer;
    return (last as pg.QueryResult<Record<string, unknown>>).rows;
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly address: string;
  run(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** The same database as another user. */
  as(user: string): string;
  drop(): Promise<void>;
}

let made = 0;

/** A new database on the test server, with what the script makes. */
export async function createDatabase(script = ""): Promise<TestDatabase> {
  const home = await testServer();
  if (home === undefined) throw new Error("There is no PostgreSQL to test with.");
  // Another machine may test with the same server, and a number of a process comes back.
  const name = `seedloom_test_${process.pid}_${++made}_${Date.now().toString(36)}`;
  await run(home, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const at = (user?: string): string => {
    const url = new URL(home);
    url.pathname = `/${name}`;
    if (user !== undefined) url.username = user;
    return url.toString();
  };
  const database = {
    address: at(),
    run: (sql: string) => run(at(), sql),
    as: at,
    drop: async () => void (await run(home, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
  try {
    if (script !== "") await database.run(script);
    return database;
  } catch (error) {
    await database.drop();
    throw error;
  }
}

/** All rows of a table that a source reads. */
export async function rowsOf(
  source: Source,
  table: TableModel,
  signal?: AbortSignal,
): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of source.read({ table, ...(signal === undefined ? {} : { signal }) })) rows.push(...chunk);
  return rows;
}

/** Where the real databases are. */
export const realData = "../shared/data";
export const hasRealData = existsSync(realData);

/** The script of a real database, without what only psql knows, and without the database that it makes for itself. */
export const realScript = (path: string): string =>
  readFileSync(`${realData}/${path}`, "utf8")
    .replaceAll(/^\\.*$/gm, "")
    .replaceAll(/^(?:CREATE|DROP) DATABASE .*$/gm, "");
