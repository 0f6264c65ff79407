import { existsSync, readFileSync } from "node:fs";
import { createConnection, type Connection } from "mysql2/promise";
import { parseAddress } from "./address.ts";

// Databases for the tests of this folder, on a server that is there. Each test makes its own and drops it.

const serverAddress = process.env["SEEDLOOM_TEST_MYSQL"] ?? "mysql://root@127.0.0.1:3306/";

/** Whether a server answers. Where none does, tests are skipped; CI does not take that for an answer. */
export const hasServer = await answers();

async function answers(): Promise<boolean> {
  try {
    await (await connectAsAdmin()).end();
    return true;
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    return false;
  }
}

/** A connection of the server's administrator, who may run several statements at once. */
async function connectAsAdmin(database?: string): Promise<Connection> {
  const { host, port, user, password } = parseAddress(serverAddress);
  return createConnection({
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
    multipleStatements: true,
    charset: "utf8mb4",
  });
}

/** The address of a database on the server, for the administrator or for another user. */
export function addressOf(database: string, user?: string, password?: string): string {
  const url = new URL(serverAddress);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

export interface TestDatabase {
  readonly name: string;
  readonly address: string;
  readonly admin: Connection;
  drop(): Promise<void>;
}

/** Ends all other connections to a database, as a server does that is shut down. */
export async function cutConnections({ admin, name }: TestDatabase): Promise<void> {
  const [list] = await admin.query(
    "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()",
    [name],
  );
  for (const { ID } of list as { ID: number }[]) {
    await admin.query(`KILL CONNECTION ${ID}`).catch((error: { readonly code?: string }) => {
      // One that was cut before may still be listed, and be gone the moment after.
      if (error.code !== "ER_NO_SUCH_THREAD") throw error;
    });
  }
}

let count = 0;

/** A new database made by a script, which may change its delimiter and name a database of its own. */
export async function createDatabase(script = ""): Promise<TestDatabase> {
  const name = `seedloom_test_${process.pid}_${++count}_${Date.now() % 100_000}`;
  const first = await connectAsAdmin();
  await first.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`);
  await first.end();
  const admin = await connectAsAdmin(name);
  const drop = async (): Promise<void> => {
    await admin.query(`SET foreign_key_checks = 0; DROP DATABASE IF EXISTS \`${name}\``);
    await admin.end();
  };
  try {
    for (const part of statements(script)) await admin.query(part);
    return { name, address: addressOf(name), admin, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** A script in parts that the server takes at once. Only its clients know DELIMITER. */
function statements(script: string): readonly string[] {
  const [, named] = /^CREATE (?:DATABASE|SCHEMA) `?(\w+)`?;/im.exec(script) ?? [];
  const own = script
    .replaceAll(/^\s*(?:DROP (?:DATABASE|SCHEMA)|CREATE (?:DATABASE|SCHEMA)|USE)\b[^;]*;/gim, "")
    .replaceAll(named === undefined ? /^$/g : new RegExp(`\\b${named}\\.`, "g"), "");
  let delimiter = ";";
  return own.split(/^(?=DELIMITER )/m).flatMap((part) => {
    const [, mark] = /^DELIMITER (\S+)/.exec(part) ?? [];
    if (mark !== undefined) delimiter = mark;
    const body = part.replace(/^DELIMITER .*$/m, "");
    const parts = delimiter === ";" ? [body] : body.split(delimiter);
    return parts.filter((text) => text.replaceAll(/--.*$/gm, "").trim() !== "");
  });
}

const data = "../shared/data";

/** Whether the real databases are there; tests of them skip, with a word, where they are not. */
export const hasRealData = existsSync(data);

export const realScript = (path: string): string => readFileSync(`${data}/${path}`, "utf8");
