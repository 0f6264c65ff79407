import type pg from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Load, LoadPromise, LoadRequest, Proof, ServerInfo, Target } from "../driver.ts";
import { labelOf, type Address } from "./address.ts";
import { cancellable } from "./cancel.ts";
import { checkRights, matched, promiseOf, type LoadFacts } from "./check-request.ts";
import { connect, ended } from "./connect.ts";
import { introspect } from "./introspect.ts";
import { PostgresqlLoad } from "./load.ts";
import { fetchSequences, fetchTargetTables, fetchTriggers } from "./load-facts.ts";
import { ringsOf } from "./load-ways.ts";
import { postgresqlError } from "./postgresql-errors.ts";
import { prove } from "./prove.ts";
import { fetchIdentity, serverInfo } from "./server-info.ts";

/** Opens a database to load into: connects at once, so that a wrong address is told at once. Throws a SeedloomError. */
export async function openTarget(address: Address): Promise<Target> {
  const target = new PostgresqlTarget(address);
  await target.server();
  return target;
}

class PostgresqlTarget implements Target {
  readonly engine = "postgresql";
  readonly label: string;
  readonly #address: Address;

  constructor(address: Address) {
    this.#address = address;
    this.label = labelOf(address);
  }

  server(): Promise<ServerInfo> {
    return this.#reading((client) => serverInfo(client, "target"));
  }

  model(): Promise<SchemaModel> {
    return this.#reading(introspect);
  }

  promise(request: LoadRequest): Promise<LoadPromise> {
    return this.#reading(async (client) => {
      const facts = await factsOf(client, request);
      checkRights(request, facts);
      return promiseOf(request, facts);
    });
  }

  async begin(request: LoadRequest): Promise<Load> {
    const client = await connect(this.#address, "load");
    let load: PostgresqlLoad | undefined;
    try {
      await client.query("BEGIN");
      const facts = await factsOf(client, request);
      checkRights(request, facts);
      load = new PostgresqlLoad(this.#address, client, request, facts);
      await load.prepare();
      return load;
    } catch (error) {
      const truth = await load?.rollback();
      if (load === undefined) await ended(Promise.resolve(client));
      request.signal.throwIfAborted();
      const said = postgresqlError(error, this.#address, "loading");
      if (truth === undefined) throw said;
      throw new SeedloomError(said.code, `${said.message} ${truth.message}`, said.hint, { cause: error });
    }
  }

  prove(tables: readonly TableModel[], signal: AbortSignal): Promise<Proof> {
    return this.#reading((client) => cancellable(this.#address, client, signal, () => prove(client, tables)));
  }

  identity(): Promise<string> {
    return this.#reading(fetchIdentity);
  }

  async close(): Promise<void> {
    // Each question has a connection of its own, which ends with it.
  }

  async #reading<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await connect(this.#address, "read");
    try {
      return await question(client);
    } catch (error) {
      throw error instanceof DOMException ? error : postgresqlError(error, this.#address, "loading");
    } finally {
      await ended(Promise.resolve(client));
    }
  }
}

async function factsOf(client: pg.Client, request: LoadRequest): Promise<LoadFacts> {
  const tables = matched(request, await fetchTargetTables(client, request.tables));
  const oids = tables.map(({ oid }) => oid);
  const owned = new Set(request.tables.filter((_table, k) => tables[k]?.owned === true));
  return {
    tables,
    triggers: await fetchTriggers(client, oids),
    sequences: await fetchSequences(client, oids),
    rings: ringsOf(request, (table) => owned.has(table)),
  };
}
