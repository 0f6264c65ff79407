import { isSeedloomError, SeedloomError, type ErrorCode } from "../../../shared/base/errors.ts";
import { serverOf, type Address } from "./address.ts";

/** What the server or the network said, as far as it is known. */
interface Said {
  /** A name such as ER_DUP_ENTRY or ECONNREFUSED. */
  readonly code: string;
  /** The server's number; 0 where it was not the server that spoke. */
  readonly errno: number;
  /** The server's sentence. */
  readonly text: string;
}

/** What an error of the client library says. */
export function saidBy(error: unknown): Said {
  if (typeof error !== "object" || error === null) return { code: "", errno: 0, text: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // A host with several addresses fails with one error for each of them.
  if (error instanceof AggregateError && code === "") return saidBy(error.errors[0]);
  const errno = "errno" in error && typeof error.errno === "number" && error.errno > 0 ? error.errno : 0;
  const text = "sqlMessage" in error && typeof error.sqlMessage === "string" ? error.sqlMessage : "";
  return { code, errno, text };
}

type Sentence = readonly [code: ErrorCode, message: string, hint?: string];

/** An error of the server or of the network in the words of the window. */
export function seedloomError(error: unknown, address: Address): SeedloomError {
  if (isSeedloomError(error)) return error;
  const said = saidBy(error);
  const [code, message, hint] =
    ofNetwork(said, address) ?? ofRights(said, address) ?? ofWork(said, address) ?? unknown(error, said);
  return new SeedloomError(code, message, hint, { cause: error });
}

/** Whether the connection is gone, so that nothing more can be asked through it. */
export const isLost = ({ code, errno }: Said): boolean =>
  ["PROTOCOL_CONNECTION_LOST", "ECONNRESET", "EPIPE", "PROTOCOL_SEQUENCE_TIMEOUT"].includes(code) ||
  [1053, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 4031].includes(errno);

function ofNetwork(said: Said, address: Address): Sentence | undefined {
  const server = serverOf(address);
  const { code, errno } = said;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return ["connection-refused", `There is no host ${address.host}.`, "Check the name of the host."];
  if (
    ["ECONNREFUSED", "ENOENT", "ENOTSOCK", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "EADDRNOTAVAIL"].includes(code)
  ) {
    return [
      "connection-refused",
      `No MySQL server answers at ${server}.`,
      "Check host and port, and that the server is running.",
    ];
  }
  if (code === "EACCES")
    return ["connection-denied", `The socket ${server} may not be used.`, "Check its permissions."];
  if (code === "ETIMEDOUT") {
    return [
      "connection-refused",
      `No MySQL server answered at ${server} in time.`,
      "Check host and port, and whether a firewall or another kind of server is there.",
    ];
  }
  if (code === "PROTOCOL_SEQUENCE_TIMEOUT") {
    return [
      "connection-lost",
      `The server at ${server} took too long to answer.`,
      "Try again when the server has less to do.",
    ];
  }
  if (errno === 1040 || errno === 1203)
    return ["connection-refused", `The server at ${server} takes no more connections.`, "Try again later."];
  return isLost(said)
    ? [
        "connection-lost",
        `The connection to ${server} was lost.`,
        "Check the network, and whether the server was stopped or ended the connection.",
      ]
    : ofTls(said, server);
}

function ofTls({ code, errno }: Said, server: string): Sentence | undefined {
  if (code === "HANDSHAKE_NO_SSL_SUPPORT")
    return ["connection-denied", `The server at ${server} offers no TLS.`, "Choose the TLS mode prefer or off."];
  if (errno === 3159)
    return [
      "connection-denied",
      `The server at ${server} takes connections with TLS only.`,
      "Choose the TLS mode require.",
    ];
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return [
      "connection-denied",
      `The certificate of ${server} is made out to another host.`,
      "Use the name that is in the certificate, or the TLS mode verify-ca.",
    ];
  }
  if (/CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|^HANDSHAKE_SSL_ERROR$|^ERR_SSL|^ERR_OSSL|^EPROTO$/.test(code)) {
    return [
      "connection-denied",
      code === "CERT_HAS_EXPIRED"
        ? `The certificate of ${server} has expired.`
        : `The certificate of ${server} is not one that is trusted here.`,
      "Give the file of its authority's certificate (ca), or choose the TLS mode require.",
    ];
  }
  return undefined;
}

function ofRights({ code, errno, text }: Said, address: Address): Sentence | undefined {
  const server = serverOf(address);
  const user = address.user === undefined ? "without a name" : address.user;
  const database = address.database ?? "";
  if (errno === 1045 || errno === 1698 || errno === 1524 || errno === 1862)
    return [
      "connection-denied",
      `The server at ${server} does not let the user ${user} in.`,
      address.password === undefined ? "Check the user, and give a password." : "Check user and password.",
    ];
  if (errno === 1130 || errno === 1129)
    return [
      "connection-denied",
      `The server at ${server} takes no connections from this machine.`,
      "Ask its administrator.",
    ];
  if (errno === 1251 || code === "AUTH_SWITCH_PLUGIN_ERROR" || errno === 2061)
    return [
      "connection-denied",
      `The server at ${server} asks the user ${user} to prove who they are in a way that is not known here.`,
    ];
  if (errno === 1049)
    return [
      "database-missing",
      `There is no database ${database} at ${server}.`,
      "Check its name, and its upper and lower case.",
    ];
  if (errno === 1044)
    return [
      "permission-denied",
      `The user ${user} may not use the database ${database}.`,
      "Ask for rights on it, or use another user.",
    ];
  if ([1290, 1792, 1836, 3098, 4123].includes(errno))
    return [
      "permission-denied",
      `The server at ${server} takes no changes: ${sentence(text)}`,
      "Use the address of the server that does.",
    ];
  if ([1142, 1143, 1227, 1370, 1095, 1410].includes(errno))
    return [
      "permission-denied",
      `The user ${user} lacks a right: ${sentence(text)}`,
      "Ask for the right, or use another user.",
    ];
  return undefined;
}

function ofWork({ errno, text }: Said, address: Address): Sentence | undefined {
  if ([1205, 1213, 3572, 1689].includes(errno))
    return [
      "target-locked",
      `Another connection holds what is needed in ${address.database ?? "the database"}, and did not let go of it in time.`,
      "Let the other program finish, then start again.",
    ];
  if ([1146, 1054, 1932, 1051].includes(errno))
    return [
      "target-changed",
      `The database is not as the project knows it: ${sentence(text)}`,
      "Compare the project with it: `seedloom check`.",
    ];
  if (errno === 1317 || errno === 3169 || errno === 1028) return ["cancelled", "The server was told to stop this."];
  if (errno === 3024 || errno === 1969)
    return [
      "connection-lost",
      `The server at ${serverOf(address)} ended what took too long.`,
      "Raise its limit for this user.",
    ];
  if ([1021, 1114, 1041, 1037, 1038].includes(errno))
    return ["disk-full", `The server has no more room: ${sentence(text)}`, "Free some, then start again."];
  return undefined;
}

function unknown(error: unknown, { errno, text }: Said): Sentence {
  if (errno > 0) return ["load-failed", `The server says: ${sentence(text)}`];
  const word = error instanceof Error && /^[\w .,:'()-]{1,120}$/.test(error.message) ? `: ${error.message}` : "";
  return ["connection-lost", `The server cannot be spoken to${word}.`, "Check that it is a MySQL or MariaDB server."];
}

/** The server's words with one full stop behind them, and without the values that it names: they may be somebody's. */
export const sentence = (text: string): string =>
  `${text
    .trim()
    .replace(/\b(entry|value):? '.*'(?= for (?:key|column|function)\b)/s, "$1")
    .replace(/\bvalue:? '.*'$/s, "value")
    .replace(/\.+$/, "")}.`;
