import { connect, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { parseAddress } from "./address.ts";
import { mysqlDriver } from "./driver.ts";
import { MysqlLoad } from "./mysql-load.ts";
import { addressOf, createDatabase, hasServer } from "./test-database.ts";
import { requestOf, rowsOf, writeRows, type RowsOf } from "./test-rows.ts";

describe("an address", () => {
  test("is read with all its parts", () => {
    expect(parseAddress("mariadb://a%40b:p%3A%2F%3F@db.example:3307/my%20shop?tls=verify-ca&ca=/etc/ca.pem")).toEqual({
      host: "db.example",
      port: 3307,
      database: "my shop",
      user: "a@b",
      password: "p:/?",
      tls: "verify-ca",
      ca: "/etc/ca.pem",
    });
    expect(parseAddress("mysql://[::1]/?socket=/run/mysqld.sock&ssl-mode=VERIFY_IDENTITY")).toEqual({
      host: "::1",
      port: 3306,
      socket: "/run/mysqld.sock",
      tls: "verify-full",
    });
  });

  test.each([
    "mysql://u:secret@host:99999/x",
    "mysql://u:sec%ret@host/x",
    "mysql://u:secret@host/x?tls=secret2",
    "mysql:u:secret",
  ])("%s is refused, and nothing of it is repeated", (address) => {
    let said: unknown;
    try {
      parseAddress(address);
    } catch (error) {
      said = error;
    }
    if (!isSeedloomError(said)) throw new Error("it was read");
    expect(said.code).toBe("usage");
    expect(`${said.message} ${said.hint}`.replace("secret2", "")).not.toContain("sec");
  });

  test("is taken by its scheme", () => {
    expect(
      ["mysql://x", "MariaDB://x", "postgresql://x", "x.sqlite"].map((source) => mysqlDriver.accepts(source)),
    ).toEqual([true, true, false, false]);
  });
});

describe.skipIf(!hasServer)("a server (skipped where none answers)", () => {
  const { host, port, user = "root" } = parseAddress(addressOf("x"));
  const at = (rest: string, name = user, where = `${host}:${port}`): string =>
    `mysql://${name}:hunter2@${where}/${rest}`;

  test.each([
    ["a password that is wrong", at("x", "nobody"), "connection-denied", "The server at"],
    [
      "a port where nothing is",
      at("x", "u", "127.0.0.1:1"),
      "connection-refused",
      "No MySQL server answers at 127.0.0.1:1.",
    ],
    ["a host that is none", at("x", "u", "no-host.invalid"), "connection-refused", "There is no host no-host.invalid."],
    [
      "a socket that is not there",
      "mysql://u:hunter2@x/x?socket=/nowhere.sock",
      "connection-refused",
      "No MySQL server answers at /nowhere.sock.",
    ],
    [
      "a database that is not there",
      addressOf("seedloom_not_there"),
      "database-missing",
      "There is no database seedloom_not_there",
    ],
    ["no database", addressOf(""), "database-missing", "The address names no database."],
    [
      "an authority's file that is not there",
      `${at("x")}?tls=verify-ca&ca=/nowhere.pem`,
      "source-unreadable",
      "The certificate file /nowhere.pem",
    ],
    [
      "a number for a name",
      `${at("x", "u", "127.0.0.1")}?tls=verify-full`,
      "usage",
      "The TLS mode verify-full needs the name",
    ],
  ] as const)("%s", async (_, address, code, message) => {
    for (const way of ["open", "openTarget"] as const) {
      const failed = mysqlDriver[way](address);
      await expect(failed).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
      await expect(failed).rejects.not.toThrow("hunter2");
    }
  });

  test("that is no MySQL server", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    const other = typeof bound === "object" && bound !== null ? bound.port : 0;
    await expect(mysqlDriver.open(at("x", "u", `127.0.0.1:${other}`))).rejects.toMatchObject({
      code: expect.stringMatching(/^connection-/),
    });
    server.close();
  });
});

/** A way to the server that can be cut at what is sent through it. */
async function cuttable(cutAt: (sent: string) => "never" | "before" | "after") {
  const { host, port } = parseAddress(addressOf("x"));
  const proxy = createServer((near) => {
    const far = connect(port, host);
    near.on("error", () => undefined).on("close", () => far.destroy());
    far.on("error", () => undefined).on("close", () => near.destroy());
    let cut = false;
    far.on("data", (bytes) => {
      if (!cut) near.write(bytes);
      else near.destroy();
    });
    near.on("data", (bytes) => {
      const when = cutAt(bytes.toString("latin1"));
      if (when === "before") return void near.destroy();
      cut ||= when === "after";
      far.write(bytes);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const bound = proxy.address();
  return { port: typeof bound === "object" && bound !== null ? bound.port : 0, end: () => proxy.close() };
}

describe.skipIf(!hasServer)("a connection that is cut at the commit (skipped where no server answers)", () => {
  test.each([
    ["before", true, "The commit had not taken place: the database is as it was.", 0],
    ["after", false, "The commit had taken place: all rows are in the database.", 5],
  ] as const)("%s it reached the server", async (when, unchanged, message, rows) => {
    const database = await createDatabase("CREATE TABLE t (id INT PRIMARY KEY)");
    const way = await cuttable((sent) => (sent.includes("COMMIT") ? when : "never"));
    try {
      const { user, password } = parseAddress(database.address);
      const address = {
        host: "127.0.0.1",
        port: way.port,
        database: database.name,
        tls: "off" as const,
        ...(user === undefined ? {} : { user }),
        ...(password === undefined ? {} : { password }),
      };
      const target = await mysqlDriver.openTarget(database.address);
      const tables: RowsOf[] = [{ table: "t", columns: ["id"], rows: [[1], [2], [3], [4], [5]] }];
      const request = requestOf(await target.model(), { tables });
      const load = await MysqlLoad.begin(address, request);
      await writeRows(load, request, tables);
      await expect(load.commit()).rejects.toMatchObject({ code: "connection-lost" });
      expect(await load.rollback()).toEqual({ unchanged, message });
      expect(await rowsOf(database, "t")).toHaveLength(rows);
    } finally {
      way.end();
      await database.drop();
    }
  });
});
