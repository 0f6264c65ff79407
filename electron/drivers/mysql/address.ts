import { SeedloomError } from "../../../shared/base/errors.ts";

/**
 * How the connection is protected: not at all; where the server offers it; always; with a certificate of a known authority;
 * with one that is made out to this host, too.
 */
export const tlsModes = ["off", "prefer", "require", "verify-ca", "verify-full"] as const;
export type TlsMode = (typeof tlsModes)[number];

/** Where a server is and who asks it. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** The path of a socket, instead of host and port. */
  readonly socket?: string;
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  readonly tls: TlsMode;
  /** The path of a file with the certificates of the authorities that are trusted. */
  readonly ca?: string;
}

const scheme = /^(?:mysql|mariadb):\/\//i;

export const isMysqlAddress = (source: string): boolean => scheme.test(source);

/** What the clients of MySQL and MariaDB call the modes. */
const tlsWords: Readonly<Record<string, TlsMode>> = {
  disabled: "off",
  disable: "off",
  false: "off",
  preferred: "prefer",
  required: "require",
  true: "require",
  verify_ca: "verify-ca",
  verify_identity: "verify-full",
  ...Object.fromEntries(tlsModes.map((mode) => [mode, mode])),
};

/**
 * Reads mysql://user:password@host:port/database?tls=require&ca=/path&socket=/path; mariadb:// is the same. Throws a
 * SeedloomError that repeats nothing of the address, which may hold a password.
 */
export function parseAddress(text: string): Address {
  const url = URL.parse(text.replace(scheme, "mysql://"));
  if (url === null || !isMysqlAddress(text)) throw unreadable();
  const option = (...names: readonly string[]): string | undefined =>
    names.map((name) => url.searchParams.get(name)).find((value) => value !== null && value !== "") ?? undefined;
  const word = option("tls", "ssl-mode", "sslmode", "ssl")?.toLowerCase() ?? "prefer";
  const tls = Object.hasOwn(tlsWords, word) ? tlsWords[word] : undefined;
  if (tls === undefined) {
    throw new SeedloomError("usage", `There is no TLS mode ${word}.`, `Choose one of ${tlsModes.join(", ")}.`);
  }
  const socket = option("socket", "socketPath");
  const database = decoded(url.pathname.slice(1)) || option("database");
  const user = decoded(url.username) || option("user");
  const password = decoded(url.password) || option("password");
  const ca = option("ca", "ssl-ca", "sslca");
  return {
    // Brackets are only how an address writes IPv6.
    host: decoded(url.hostname).replace(/^\[(.*)\]$/, "$1") || "127.0.0.1",
    port: url.port === "" ? 3306 : Number(url.port),
    ...(socket === undefined ? {} : { socket }),
    ...(database === undefined ? {} : { database }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    tls,
    ...(ca === undefined ? {} : { ca }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw unreadable();
  }
}

const unreadable = (): SeedloomError =>
  new SeedloomError(
    "usage",
    "The address cannot be read.",
    "Write mysql://user:password@host:3306/database; a %, @, /, ? or # in a name or password is written as %25, %40, %2F, %3F or %23.",
  );

/** Where the server is, in words: "127.0.0.1:3306", or the path of its socket. */
export const serverOf = ({ host, port, socket }: Address): string =>
  socket ?? `${host.includes(":") ? `[${host}]` : host}:${port}`;

/** What to call a database in the window: "sakila on 127.0.0.1:3306". */
export const labelOf = (address: Address): string =>
  address.database === undefined ? serverOf(address) : `${address.database} on ${serverOf(address)}`;
