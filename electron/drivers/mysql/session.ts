import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { createConnection, type Connection, type ConnectionOptions, type QueryOptions, type SslOptions } from "mysql2";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { serverOf, type Address } from "./address.ts";
import { isLost, saidBy, seedloomError } from "./mysql-errors.ts";

/** How long a server may take to let us in, in milliseconds. */
const patience = 10_000;
/** How often, and after how many milliseconds, a connection is asked for again that a user's limit did not allow. */
const limitTries = 20;
const limitPause = 100;

/** What a statement did. */
export interface Outcome {
  readonly affectedRows: number;
  readonly warnings: number;
  /** "Records: 3  Deleted: 0  Skipped: 1  Warnings: 1", in the server's language. */
  readonly info: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** One connection: a class, for it lives and dies. Every error that leaves it is a SeedloomError. */
export class Session {
  readonly address: Address;
  readonly threadId: number;
  readonly #connection: Connection;
  #lost = false;
  #closed = false;
  #running = 0;
  /** Ends the wait for an answer that will not come. */
  readonly #waiting = new Set<(error: SeedloomError) => void>();

  private constructor(address: Address, connection: Connection, threadId: number) {
    this.address = address;
    this.threadId = threadId;
    this.#connection = connection;
    // Told to every waiting statement as well; without a listener it would end the process.
    connection.on("error", () => (this.#lost = true));
    connection.on("end", () => (this.#lost = true));
  }

  /** Connects, and runs `settings` first. */
  static async open(address: Address, settings: readonly string[]): Promise<Session> {
    const session = await handshake(address);
    try {
      for (const setting of settings) await session.run(setting);
      return session;
    } catch (error) {
      session.end();
      throw error;
    }
  }

  /** Makes a session of a connection that stands. */
  static of(address: Address, connection: Connection): Session {
    return new Session(address, connection, connection.threadId ?? 0);
  }

  /** Whether the connection is gone without having been closed from here. */
  get lost(): boolean {
    return this.#lost && !this.#closed;
  }

  /** The rows of a query, as objects. Numbers beyond 2^53 and decimals come as text, as do dates. */
  async rows(sql: string, values: readonly unknown[] = [], timeout = 0): Promise<readonly Row[]> {
    const result = await this.#query({ sql, values: [...values], ...(timeout > 0 ? { timeout } : {}) });
    return Array.isArray(result) ? result.filter((row): row is Row => typeof row === "object" && row !== null) : [];
  }

  /** A statement that gives no rows. */
  async run(sql: string, values: readonly unknown[] = []): Promise<Outcome> {
    return outcomeOf(await this.#query({ sql, values: [...values] }));
  }

  /** LOAD DATA LOCAL from a stream, whatever file the statement names: the server never gets another. */
  async load(sql: string, feed: Readable): Promise<Outcome> {
    return outcomeOf(await this.#query({ sql, infileStreamFactory: () => feed }));
  }

  /** The rows of a query as they come: each an array of the bytes that the server sent. */
  stream(sql: string): Readable {
    this.#running++;
    const query = this.#connection.query({ sql, rowsAsArray: true, typeCast: false });
    const stream = query.stream({ highWaterMark: 1000 });
    // A connection that breaks says so itself, and not to the query that is under way.
    const broken = (error: Error): void => void stream.destroy(error);
    this.#connection.once("error", broken);
    query.once("end", () => {
      this.#running--;
      this.#connection.off("error", broken);
    });
    // The stream tells errors until it is destroyed; one that comes later must not end the process.
    query.on("error", () => undefined);
    return stream;
  }

  /** Ends the statement that runs here, if one does, through a connection of its own. */
  async interrupt(): Promise<void> {
    if (this.#running === 0) return;
    const other = await Session.open(this.address, []);
    try {
      await other.run(`KILL QUERY ${this.threadId}`);
    } finally {
      other.end();
    }
  }

  /** What went wrong, in the words of the window; takes note of a connection that is lost. */
  failure(error: unknown): SeedloomError {
    if (isLost(saidBy(error))) this.#lost = true;
    // What is asked of a connection that is gone fails with a message of the library's own.
    if (this.#lost && saidBy(error).errno === 0 && !(error instanceof SeedloomError)) return this.#lostError(error);
    return seedloomError(error, this.address);
  }

  #lostError(cause?: unknown): SeedloomError {
    return new SeedloomError(
      "connection-lost",
      `The connection to ${serverOf(this.address)} was lost.`,
      "Check the network, and whether the server was stopped or ended the connection.",
      { cause },
    );
  }

  /** Cuts the connection: the server takes back what was not committed. */
  end(): void {
    this.#closed = true;
    this.#connection.destroy();
    // The library tells nobody of a connection that is cut from here.
    for (const reject of this.#waiting) reject(this.#lostError());
    this.#waiting.clear();
  }

  /** Says goodbye, so that the server does not count the connection as broken. */
  async close(): Promise<void> {
    if (this.#lost || this.#closed) return this.end();
    this.#closed = true;
    await new Promise<void>((resolve) => {
      this.#connection.end(() => resolve());
    });
  }

  #query(options: QueryOptions): Promise<unknown> {
    this.#running++;
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      this.#connection.query(options, (error, result) => {
        this.#running--;
        this.#waiting.delete(reject);
        if (error === null) resolve(result);
        else reject(this.failure(error));
      });
    });
  }
}

function outcomeOf(result: unknown): Outcome {
  const number = (name: string): number => {
    const value = typeof result === "object" && result !== null ? Reflect.get(result, name) : undefined;
    return typeof value === "number" ? value : Number(value ?? 0);
  };
  const info = typeof result === "object" && result !== null && "info" in result ? result.info : "";
  return {
    affectedRows: number("affectedRows"),
    warnings: number("warningStatus"),
    info: typeof info === "string" ? info : "",
  };
}

/** A connection that the server has let in; without TLS where it is only preferred and the server has none. */
async function handshake(address: Address): Promise<Session> {
  const ssl = await tlsOptions(address);
  try {
    return await patientAttempt(address, ssl);
  } catch (error) {
    if (address.tls !== "prefer" || saidBy(error).code !== "HANDSHAKE_NO_SSL_SUPPORT")
      throw seedloomError(error, address);
  }
  try {
    return await patientAttempt(address, undefined);
  } catch (error) {
    throw seedloomError(error, address);
  }
}

/** A server counts a connection for a moment after it was closed: a user who may have one gets the next a little later. */
async function patientAttempt(address: Address, ssl: SslOptions | undefined): Promise<Session> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(address, ssl);
    } catch (error) {
      if (saidBy(error).code !== "ER_USER_LIMIT_REACHED" || tries === limitTries) throw error;
      await pause(limitPause);
    }
  }
}

async function tlsOptions({ tls, ca, socket, host }: Address): Promise<SslOptions | undefined> {
  // Nobody listens between the two ends of a socket.
  if (tls === "off" || (tls === "prefer" && socket !== undefined)) return undefined;
  if (tls === "verify-full" && isIP(host) !== 0) {
    // The library compares names only, and would take any certificate of the authority for a number.
    throw new SeedloomError(
      "usage",
      "The TLS mode verify-full needs the name of the host, and the address has a number.",
      "Write the name that is in the server's certificate.",
    );
  }
  const verified = tls === "verify-ca" || tls === "verify-full";
  return {
    rejectUnauthorized: verified,
    verifyIdentity: tls === "verify-full",
    ...(ca === undefined ? {} : { ca: await certificates(ca) }),
  };
}

async function certificates(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new SeedloomError("source-unreadable", `The certificate file ${path} cannot be read.`, "Check its path.", {
      cause: error,
    });
  }
}

function attempt(address: Address, ssl: SslOptions | undefined): Promise<Session> {
  const options: ConnectionOptions = {
    host: address.host,
    port: address.port,
    charset: "utf8mb4_bin",
    connectTimeout: patience,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
    // A statement is one statement, whatever a name or a value has in it.
    multipleStatements: false,
    ...(address.socket === undefined ? {} : { socketPath: address.socket }),
    ...(address.database === undefined ? {} : { database: address.database }),
    ...(address.user === undefined ? {} : { user: address.user }),
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(ssl === undefined ? {} : { ssl }),
  };
  return new Promise((resolve, reject) => {
    const connection = createConnection(options);
    connection.once("error", reject);
    connection.once("connect", () => {
      connection.off("error", reject);
      resolve(Session.of(address, connection));
    });
  });
}
