import { SeedloomError } from "../../../shared/base/errors.ts";

export const tlsModes = ["disable", "prefer", "require", "verify-ca", "verify-full"] as const;
export type TlsMode = (typeof tlsModes)[number];

/** Where a database is and who asks, as an address says it. What it leaves open, PGHOST and its kin or the defaults say. */
export interface Address {
  /** A host's name or number, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly tls: TlsMode;
  /** The file of the certificates to trust. */
  readonly ca?: string;
  /** Seconds to wait for an answer to connecting. */
  readonly connectTimeout: number;
}

const scheme = /^postgres(?:ql)?:\/\//i;

const hostless = /^(postgres(?:ql)?:\/\/(?:[^/@?#]*@)?)(?=[/?]|$)/i;

/** Whether this is the address of a PostgreSQL database. */
export const isAddress = (source: string): boolean => scheme.test(source);

/**
 * Reads postgresql://user:password@host:port/database?sslmode=verify-full&sslrootcert=ca.pem, as libpq does ("Connection URIs").
 * The folder of a socket is `host` in the query, or stands percent-encoded in the host's place. Never repeats what it reads.
 */
export function parseAddress(source: string): Address {
  let url: URL;
  const parts: Record<string, string> = {};
  try {
    // libpq's addresses may leave out the host, which URLs may not.
    url = new URL(source.replace(hostless, "$1none.invalid"));
    for (const part of ["username", "password", "hostname"] as const) parts[part] = decodeURIComponent(url[part]);
    parts["database"] = decodeURIComponent(url.pathname.slice(1));
  } catch (error) {
    throw notAnAddress({ cause: error });
  }
  const given = (name: string, part: string): string | undefined =>
    url.searchParams.get(name) || parts[part] || undefined;
  const host = given("host", "hostname")?.replace(/^\[(.*)\]$/, "$1") ?? process.env["PGHOST"] ?? "localhost";
  const port = Number(url.searchParams.get("port") || url.port || process.env["PGPORT"] || 5432);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw notAnAddress();
  const tls = url.searchParams.get("sslmode") ?? process.env["PGSSLMODE"] ?? "prefer";
  const mode = tls === "allow" ? "prefer" : tlsModes.find((known) => known === tls);
  if (mode === undefined) {
    throw new SeedloomError("usage", "The address has an unknown sslmode.", `Known are ${tlsModes.join(", ")}.`);
  }
  const seconds = Number(url.searchParams.get("connect_timeout") ?? 10);
  return {
    host,
    port,
    ...optional("database", given("dbname", "database") ?? process.env["PGDATABASE"]),
    ...optional("user", given("user", "username") ?? process.env["PGUSER"]),
    ...optional("password", given("password", "password")),
    tls: mode,
    ...optional("ca", url.searchParams.get("sslrootcert") ?? process.env["PGSSLROOTCERT"]),
    connectTimeout: Number.isFinite(seconds) && seconds > 0 ? seconds : 10,
  };
}

const optional = <K extends string>(name: K, value: string | undefined): { readonly [key in K]?: string } =>
  // Sound: the key is the given name alone.
  (value === undefined || value === "" ? {} : { [name]: value }) as { readonly [key in K]?: string };

const notAnAddress = (options?: { readonly cause: unknown }): SeedloomError =>
  new SeedloomError(
    "usage",
    "This is not an address of a PostgreSQL database.",
    "Write postgresql://user@host:5432/database; special characters in names and passwords as %40 for @, %2F for /.",
    options,
  );

/** "127.0.0.1:5432", or the folder of the socket. */
export const serverOf = ({ host, port }: Address): string =>
  host.startsWith("/") ? host : `${host.includes(":") ? `[${host}]` : host}:${port}`;

/** What to call the database in the window: "shop on localhost". */
export const labelOf = (address: Address): string =>
  `${address.database ?? address.user ?? "database"} on ${address.host}${address.port === 5432 ? "" : `:${address.port}`}`;
