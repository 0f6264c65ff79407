import { realpathSync } from "node:fs";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { ConnectionField, Driver } from "./driver.ts";

/** What a connection form holds, by the name of the field. */
export type FieldValues = Readonly<Record<string, string>>;

/** Characters of a name or a password that mean something in an address; a variable stays as it is. */
const encoded = (text: string): string =>
  text
    .split(/(\$\{[A-Za-z_][A-Za-z0-9_]*\})/)
    .map((part, k) => (k % 2 === 1 ? part : encodeURIComponent(part)))
    .join("");

/** The address that a form's values make. Throws "usage" where a required field is empty. */
export function addressOf({ id, fields }: Pick<Driver, "id" | "fields">, values: FieldValues): string {
  const valueOf = (name: ConnectionField["name"]): string => {
    const field = fields.find((candidate) => candidate.name === name);
    const given = values[name] ?? "";
    const value = (field?.kind === "secret" ? given : given.trim()) || (field?.default ?? "");
    if (value === "" && field?.required === true) throw new SeedloomError("usage", `${field.label} is empty.`);
    return value;
  };
  for (const { name } of fields) valueOf(name);
  if (fields.some(({ name }) => name === "file")) return valueOf("file");
  const user = encoded(valueOf("user"));
  const password = encoded(valueOf("password"));
  const host = valueOf("host") || "localhost";
  const port = valueOf("port");
  if (port !== "" && !/^\d{1,5}$/.test(port)) throw new SeedloomError("usage", "The port is not a number.");
  const parameters = fields.flatMap(({ name, parameter, default: usual }) => {
    const value = name === "socket" || name === "tls" || name === "ca" ? valueOf(name) : "";
    return value === "" || value === usual ? [] : [`${parameter ?? name}=${encodeURIComponent(value)}`];
  });
  return [
    `${id}://`,
    user === "" && password === "" ? "" : `${user}${password === "" ? "" : `:${password}`}@`,
    host.includes(":") ? `[${host}]` : host,
    port === "" ? "" : `:${port}`,
    `/${encoded(valueOf("database"))}`,
    parameters.length === 0 ? "" : `?${parameters.join("&")}`,
  ].join("");
}

/** The values of a form for an address: what a person pastes. Throws "usage" where it cannot be read. */
export function valuesOf({ fields }: Pick<Driver, "fields">, address: string): FieldValues {
  if (fields.some(({ name }) => name === "file")) return { file: address };
  const url = URL.parse(address);
  if (url === null) throw unreadable();
  try {
    const values: Record<string, string> = {
      host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, "$1"),
      port: url.port,
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
    for (const { name, parameter } of fields) {
      const given = url.searchParams.get(parameter ?? name);
      if (given !== null) values[name] = given;
    }
    const known = new Set<string>(fields.map(({ name }) => name));
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => known.has(name) && value !== ""));
  } catch {
    throw unreadable();
  }
}

/** Names the database that the values lead to, whoever asks for it: the same for two ways to the same one. */
export function databaseKey({ id, fields }: Pick<Driver, "id" | "fields">, values: FieldValues): string {
  if (values["file"] !== undefined) return JSON.stringify([id, realPath(values["file"])]);
  const valueOf = (name: string): string =>
    values[name] || (fields.find((field) => field.name === name)?.default ?? "");
  const host = valueOf("host").toLowerCase();
  const local = ["", "localhost", "127.0.0.1", "::1"].includes(host);
  return JSON.stringify([id, valueOf("socket") || (local ? "localhost" : host), valueOf("port"), valueOf("database")]);
}

function realPath(path: string): string {
  try {
    return realpathSync(path.replace(/^(file|sqlite3?):(\/\/)?/i, ""));
  } catch {
    return path;
  }
}

const unreadable = (): SeedloomError =>
  new SeedloomError("usage", "The address cannot be read.", "Write scheme://user:password@host:port/database.");
