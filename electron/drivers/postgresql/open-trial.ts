import pg from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { MakingStatement } from "../../../shared/schema/create-tables.ts";
import type { Target } from "../driver.ts";
import { parseAddress } from "./address.ts";
import { startDisposableServer } from "./disposable-server.ts";
import { openTarget } from "./target.ts";

/** Who a trial's statements run as: what a project's schema calls must not reach beyond the trial. */
const tester = "tester";

/** A PostgreSQL of its own with these tables, stopped and removed when it is closed. */
export async function openPostgresqlTrial(
  statements: readonly MakingStatement[],
  missing: readonly string[],
  signal: AbortSignal,
): Promise<Target> {
  const server = await startDisposableServer();
  try {
    signal.throwIfAborted();
    await run(server.address, [
      { sql: `CREATE ROLE ${tester} LOGIN` },
      { sql: `CREATE DATABASE trial OWNER ${tester} TEMPLATE template0 ENCODING 'UTF8'` },
    ]);
    const address = server.address.replace("//postgres@", `//${tester}@`).replace("/postgres?", "/trial?");
    const left = [...missing, ...(await run(address, statements))];
    signal.throwIfAborted();
    const target = await openTarget(parseAddress(address));
    return {
      engine: target.engine,
      label: "a trial in PostgreSQL",
      made: true,
      server: async () => ({ version: (await target.server()).version, limits: left }),
      model: () => target.model(),
      promise: (request) => target.promise(request),
      begin: (request) => target.begin(request),
      prove: (tables, stop) => target.prove(tables, stop),
      close: async () => {
        await target.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    signal.throwIfAborted();
    throw new SeedloomError(
      "load-failed",
      "PostgreSQL cannot make the project's tables for a trial.",
      "Load into a database that has the tables.",
      { cause: error },
    );
  }
}

/** Runs statements one by one; answers with what could not be made. */
async function run(address: string, statements: readonly MakingStatement[]): Promise<readonly string[]> {
  const { host, port, database, user } = parseAddress(address);
  const client = new pg.Client({ host, port, database, user });
  await client.connect();
  const left: string[] = [];
  // The extended protocol takes one statement at a time: a text that a project brings cannot slip in a second one.
  const one = (text: string): Promise<unknown> => client.query({ text, queryMode: "extended" } as pg.QueryConfig);
  try {
    for (const { sql, otherwise } of statements) {
      try {
        await one(sql);
      } catch (error) {
        if (otherwise === undefined) throw error;
        if (otherwise.sql !== undefined) await one(otherwise.sql);
        left.push(otherwise.missing);
      }
    }
    return left;
  } finally {
    await client.end();
  }
}
