import type pg from "pg";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, ServerInfo, Source } from "../driver.ts";
import { labelOf, type Address } from "./address.ts";
import { backendOf, cancelBackend } from "./cancel.ts";
import { connect, ended } from "./connect.ts";
import { introspect } from "./introspect.ts";
import { postgresqlError } from "./postgresql-errors.ts";
import { countRows, readRows } from "./read-rows.ts";
import { fetchIdentity, serverInfo } from "./server-info.ts";

/** Opens a database for reading: connects at once, so that a wrong address is told at once. Throws a SeedloomError. */
export async function openSource(address: Address): Promise<Source> {
  const source = new PostgresqlSource(address);
  await source.server();
  return source;
}

class PostgresqlSource implements Source {
  readonly engine = "postgresql";
  readonly selects = true;
  readonly label: string;
  readonly #address: Address;
  #catalogue: Promise<pg.Client> | undefined;
  /** Holds the one snapshot that all rows are read under, from the first row to the end. */
  #rows: Promise<pg.Client> | undefined;

  constructor(address: Address) {
    this.#address = address;
    this.label = labelOf(address);
  }

  server(): Promise<ServerInfo> {
    return this.#asked((client) => serverInfo(client, "source"));
  }

  model(): Promise<SchemaModel> {
    return this.#asked(introspect);
  }

  identity(): Promise<string> {
    return this.#asked(fetchIdentity);
  }

  async *read(request: ReadRequest): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
    let pid = 0;
    const stop = (): void => void cancelBackend(this.#address, pid);
    try {
      this.#rows ??= this.#snapshot();
      const client = await this.#rows;
      if (request.signal !== undefined) pid = await backendOf(client);
      request.signal?.addEventListener("abort", stop, { once: true });
      yield* readRows(client, request);
    } catch (error) {
      // A transaction with an error in it reads no more: the next read gets a new one.
      const broken = this.#rows;
      this.#rows = undefined;
      void ended(broken);
      request.signal?.throwIfAborted();
      throw postgresqlError(error, this.#address, "reading");
    } finally {
      request.signal?.removeEventListener("abort", stop);
    }
  }

  async count(table: TableModel): Promise<number> {
    try {
      this.#rows ??= this.#snapshot();
      return await countRows(await this.#rows, table);
    } catch (error) {
      const broken = this.#rows;
      this.#rows = undefined;
      void ended(broken);
      throw postgresqlError(error, this.#address, "reading");
    }
  }

  async close(): Promise<void> {
    await Promise.all([ended(this.#catalogue), ended(this.#rows)]);
  }

  async #snapshot(): Promise<pg.Client> {
    const client = await connect(this.#address, "read");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // Two reads of a table without a key have its rows in one order.
    await client.query("SET LOCAL synchronize_seqscans = off");
    return client;
  }

  async #asked<T>(question: (client: pg.Client) => Promise<T>): Promise<T> {
    try {
      this.#catalogue ??= connect(this.#address, "read");
      return await question(await this.#catalogue);
    } catch (error) {
      // After a lost connection the next question opens a new one.
      const broken = this.#catalogue;
      this.#catalogue = undefined;
      void ended(broken);
      throw postgresqlError(error, this.#address, "reading");
    }
  }
}
