import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { startDisposableServer, type DisposableServer } from "./disposable-server.ts";
import { postgresqlDriver } from "./driver.ts";
import { clientOf, createDatabase, rowsOf, run, testServer } from "./test-database.ts";

const server = await testServer();

/** The error with which an address is refused. */
async function refusal(address: string): Promise<{ code: string; message: string; hint: string | undefined }> {
  try {
    const source = await postgresqlDriver.open(address);
    await source.close();
  } catch (error) {
    if (!isSeedloomError(error)) throw error;
    const { code, message, hint } = error;
    expect(`${message} ${hint}`).not.toMatch(/s3cret|postgres(?:ql)?:\/\/[^u]/);
    return { code, message, hint };
  }
  throw new Error("It was opened.");
}

describe("addresses that lead nowhere", () => {
  test.each([
    ["postgresql://u:s3cret@no-such-host.invalid/shop", "connection-refused", "There is no host no-such-host.invalid."],
    ["postgresql://u:s3cret@127.0.0.1:1/shop", "connection-refused", "No PostgreSQL answers at 127.0.0.1:1."],
    [
      "postgresql://u:s3cret@/shop?host=/no/such/folder",
      "connection-refused",
      "No PostgreSQL answers at /no/such/folder.",
    ],
    ["postgresql://u:s3cret@127.0.0.1:99999/shop", "usage", "This is not an address of a PostgreSQL database."],
    ["postgresql://u:s3%cret@127.0.0.1/shop", "usage", "This is not an address of a PostgreSQL database."],
    ["postgresql://u:s3cret@127.0.0.1/shop?sslmode=perhaps", "usage", "The address has an unknown sslmode."],
    [
      "postgresql://u:s3cret@127.0.0.1/shop?sslmode=verify-ca&sslrootcert=/no/file.pem",
      "source-not-found",
      "The certificate file /no/file.pem cannot be read.",
    ],
  ])("%s", async (address, code, message) => {
    expect(await refusal(address)).toMatchObject({ code, message });
  });

  test("a server that takes the connection and says nothing", async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const at = silent.address();
    const port = typeof at === "object" && at !== null ? at.port : 0;
    try {
      expect(await refusal(`postgresql://u@127.0.0.1:${port}/shop?connect_timeout=1&sslmode=disable`)).toMatchObject({
        code: "connection-refused",
        message: `127.0.0.1:${port} does not answer.`,
      });
    } finally {
      silent.close();
    }
  });
});

describe.skipIf(server === undefined)("a server that answers (skipped where no server answers)", () => {
  test("no such database", async () => {
    const address = new URL(server ?? "");
    address.pathname = "/no such database";
    expect(await refusal(address.toString())).toMatchObject({
      code: "database-missing",
      message: "There is no database no such database.",
    });
  });

  test("a source changes nothing, and reads one moment whatever others do", async () => {
    const database =
      await createDatabase(`CREATE TABLE t (id int PRIMARY KEY, big bigint, price numeric(20,4), yes boolean, raw bytea, at timestamptz, lasts interval,
        paid money, tags text[]);
      INSERT INTO t SELECT i, 9007199254740993, i + 0.5, i % 2 = 0, '\\x00ff', '2024-05-06 07:08:09.5+02', '1 day 2 hours', 1234.5, '{a,"b c"}'
      FROM generate_series(2500, 1, -1) AS i; INSERT INTO t (id) VALUES (2501);`);
    try {
      const source = await postgresqlDriver.open(database.address);
      const [table] = (await source.model()).tables;
      if (table === undefined) throw new Error("no table");
      const before = await rowsOf(source, table);
      expect(before).toHaveLength(2501);
      expect(before[0]).toEqual([
        1,
        9_007_199_254_740_993n,
        "1.5000",
        false,
        Uint8Array.of(0, 255),
        "2024-05-06 05:08:09.5+00",
        "P1DT2H",
        "1234.50",
        '{a,"b c"}',
      ]);
      expect(before[2500]).toEqual([2501, null, null, null, null, null, null, null, null]);
      await database.run("DELETE FROM t WHERE id > 10");
      expect(await rowsOf(source, table)).toHaveLength(2501);
      await source.close();
      const other = await postgresqlDriver.open(database.address);
      expect(await rowsOf(other, table)).toHaveLength(10);
      await other.close();
      const again = await postgresqlDriver.open(database.address);
      const stop = new AbortController();
      await database.run("ALTER TABLE t RENAME TO slow; CREATE VIEW t AS SELECT slow.* FROM slow, pg_sleep(600)");
      const reading = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
      const whileRead = async (): Promise<void> => {
        await expect.poll(() => database.run(reading)).toHaveLength(1);
        stop.abort();
      };
      const stopping = whileRead();
      await expect(rowsOf(again, table, stop.signal)).rejects.toThrow(/abort/i);
      await stopping;
      await again.close();
    } finally {
      await database.drop();
    }
    // The read that is stopped would go on until its own timeout.
  });

  test("a role that may not read the catalogue", async () => {
    const database = await createDatabase("CREATE TABLE t (id int)");
    const role = `seedloom_blind_${process.pid}`;
    try {
      await database.run(`CREATE ROLE ${role} LOGIN; REVOKE SELECT ON pg_constraint FROM PUBLIC`);
      const source = await postgresqlDriver.open(database.as(role));
      await expect(source.model()).rejects.toMatchObject({
        code: "permission-denied",
        message: "Permission denied for table pg_constraint.",
      });
      await source.close();
    } finally {
      await database.run(`DROP ROLE ${role}`);
      await database.drop();
    }
  });

  test("a connection that is cut is opened again for the next question", async () => {
    const database = await createDatabase("CREATE TABLE t (id int)");
    try {
      const source = await postgresqlDriver.open(database.address);
      const cut =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
      await database.run(cut);
      await expect(source.model()).rejects.toMatchObject({ code: "connection-lost" });
      expect((await source.model()).tables).toHaveLength(1);
      await source.close();
    } finally {
      await database.drop();
    }
  });
});

/** A certificate for localhost, signed by itself; undefined where there is no openssl. */
function certificate(folder: string): { readonly cert: string; readonly key: string } | undefined {
  const [cert, key] = [join(folder, "server.crt"), join(folder, "server.key")];
  try {
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-out",
        cert,
        "-keyout",
        key,
      ],
      { stdio: "ignore" },
    );
    return { cert, key };
  } catch {
    return undefined;
  }
}

/** A port that nobody listens on, below those that systems give out by themselves: nobody gets it meanwhile. */
async function freePort(): Promise<number> {
  for (let port = 10_000 + (process.pid % 10_000); ; port++) {
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
}

describe("passwords and TLS", () => {
  let own: DisposableServer | undefined;
  let folder = "";
  let port = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "seedloom-tls-"));
    const made = certificate(folder);
    if (made === undefined) return;
    port = await freePort();
    own = await startDisposableServer({ listen_addresses: "127.0.0.1", port: String(port) }).catch((error: unknown) => {
      if (process.env["CI"] === "true") throw error;
      return undefined;
    });
    if (own === undefined) return;
    const client = clientOf(own.address.replace("?", `?port=${port}&`));
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    const data = rows[0]?.folder ?? "";
    // Written by the server itself, so that they are its own.
    for (const [name, text] of [
      ["server.crt", readFileSync(made.cert, "utf8")],
      ["server.key", readFileSync(made.key, "utf8")],
    ] as const) {
      await client.query(
        `COPY (SELECT unnest(string_to_array('${text.trim()}', chr(10)))) TO PROGRAM 'umask 077; cat > ${data}/${name}'`,
      );
    }
    await client.query(
      `COPY (SELECT unnest(ARRAY['local all all trust', 'hostssl all all all scram-sha-256', 'hostnossl all nobody all trust'])) TO PROGRAM 'cat > ${data}/pg_hba.conf'`,
    );
    await client.query("ALTER SYSTEM SET ssl = on");
    await client.query("CREATE ROLE guest LOGIN PASSWORD 'p@ss/w:rd'");
    await client.query("SELECT pg_reload_conf()");
    await client.end();
    // The server reads its settings in its own time.
    const without = `postgresql://guest@127.0.0.1:${port}/postgres?sslmode=disable`;
    await vi.waitFor(async () => expect(await refusal(without)).toMatchObject({ code: "connection-denied" }), 60_000);
  });
  afterAll(async () => {
    await own?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (host: string, rest: string): string =>
    `postgresql://guest:p%40ss%2Fw%3Ard@${host}:${port}/postgres${rest}`;

  test("every mode asks what it says", async (context) => {
    if (own === undefined) return context.skip("no openssl, or no disposable PostgreSQL, on this machine");
    for (const mode of [
      "prefer",
      "require",
      `verify-ca&sslrootcert=${folder}/server.crt`,
      `verify-full&sslrootcert=${folder}/server.crt`,
    ]) {
      const source = await postgresqlDriver.open(at("localhost", `?sslmode=${mode}`));
      expect((await source.server()).version).toMatch(/^PostgreSQL 1\d\.\d+$/);
      await source.close();
    }
    expect(await refusal(at("127.0.0.1", `?sslmode=verify-full&sslrootcert=${folder}/server.crt`))).toMatchObject({
      code: "connection-refused",
      message: `The certificate of 127.0.0.1:${port} is of another host.`,
    });
    expect(await refusal(at("localhost", "?sslmode=verify-full"))).toMatchObject({
      code: "connection-refused",
      message: `The certificate of localhost:${port} is not trusted.`,
    });
    expect(await refusal(at("localhost", "?sslmode=disable"))).toMatchObject({ code: "connection-denied" });
    expect(await refusal(`postgresql://guest:wrong@localhost:${port}/postgres`)).toMatchObject({
      code: "connection-denied",
      message: "The password for guest is wrong.",
    });
    expect(await refusal(`postgresql://guest@localhost:${port}/postgres`)).toMatchObject({
      code: "connection-denied",
      message: "localhost asks guest for a password.".replace("localhost", `localhost:${port}`),
    });
    writeFileSync(join(folder, "other.crt"), "no certificate");
    expect(await refusal(at("localhost", `?sslmode=verify-ca&sslrootcert=${folder}/other.crt`))).toMatchObject({
      code: "connection-refused",
    });
  });

  test("TLS is not had where the server has none", async (context) => {
    if (server === undefined) return context.skip("no PostgreSQL on this machine");
    const address = new URL(server);
    if (!/ssl.*off/.test(JSON.stringify(await run(server, "SHOW ssl")))) return context.skip("the server has TLS");
    address.searchParams.set("sslmode", "require");
    expect(await refusal(address.toString())).toMatchObject({
      code: "connection-refused",
      message: expect.stringMatching(/has no TLS\.$/),
    });
  });
});
