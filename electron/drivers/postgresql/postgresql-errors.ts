import { DatabaseError } from "pg";
import { SeedloomError, isSeedloomError, type ErrorCode } from "../../../shared/base/errors.ts";
import { serverOf, type Address } from "./address.ts";

/** What was going on: it decides what a lock or a refused row means. */
export type Doing = "connecting" | "reading" | "loading";

interface Words {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** What PostgreSQL, the network or TLS says, in the words of the window. Never the password, never a statement. */
export function postgresqlError(error: unknown, address: Address, doing: Doing): SeedloomError {
  if (isSeedloomError(error)) return error;
  const words =
    error instanceof DatabaseError ? ofServer(error, address, doing) : ofNetwork(codeOf(error), textOf(error), address);
  return new SeedloomError(words.code, words.message, words.hint, { cause: error });
}

/** The SQLSTATE or the name of a system's error; "" where there is none. */
const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

const textOf = (error: unknown): string => (error instanceof Error ? error.message : "");

/** "42501" and its kin ("PostgreSQL Error Codes", appendix A of the manual). */
function ofServer(error: DatabaseError, address: Address, doing: Doing): Words {
  const state = error.code ?? "";
  const { user = "this user", database = user } = address;
  const words = (code: ErrorCode, message: string, hint: string): Words => ({ code, message, hint });
  switch (state) {
    case "28P01":
      return words("connection-denied", `The password for ${user} is wrong.`, "Check the user and the password.");
    case "28000":
      return /pg_hba\.conf.*no encryption/.test(error.message)
        ? words("connection-denied", `${serverOf(address)} takes encrypted connections only.`, "Set TLS to require.")
        : words(
            "connection-denied",
            `The server does not let ${user} in.`,
            "Check the user; the server's pg_hba.conf says who may connect from where.",
          );
    case "3D000":
      return words("database-missing", `There is no database ${database}.`, "Check the name of the database.");
    case "53300":
      return words("connection-refused", "The server has no connection free.", "Try again later.");
    case "57P03":
      return words("connection-refused", "The server is starting up or shutting down.", "Try again in a moment.");
    case "57P01":
    case "57P02":
    case "57P05":
      return lost(address);
    case "42501":
      return words("permission-denied", sentence(error.message), `Give ${user} the right, or connect as another user.`);
    case "55P03":
      return words(
        doing === "loading" ? "target-locked" : "source-locked",
        doing === "loading"
          ? "A table of the target is locked by another connection."
          : "A table is locked by another connection.",
        "Let the other connection finish, then try again.",
      );
    case "57014":
      return words(
        "connection-lost",
        `${serverOf(address)} did not answer in time.`,
        "Try again, or ask who keeps it busy.",
      );
    case "25006":
      return words("permission-denied", "The database takes no changes: it is read-only.", "Choose another target.");
    case "53100":
      return words("disk-full", "The server's disk is full.", "Free some space on the server.");
    case "40P01":
    case "40001":
      return words("target-locked", "Another connection changed the same rows.", "Try again when it has finished.");
    case "42703":
    case "42P01":
    case "3F000":
      return words("target-changed", sentence(error.message), "Read the schema again.");
    default:
      return state.startsWith("08") ? lost(address) : ofRows(error, doing);
  }
}

/** A row that was refused (class 23), a value that a column cannot take (class 22), or what a trigger raised. */
function ofRows(error: DatabaseError, doing: Doing): Words {
  const at = [error.table, error.column].filter((part) => part !== undefined).join(".");
  const line = /^COPY (.+), line (\d+)(?:, column ([^:]+))?/.exec(error.where?.split("\n").at(-1) ?? "");
  const place = line
    ? ` (${line[1]}${line[3] === undefined ? "" : `.${line[3]}`}, row ${line[2]})`
    : at
      ? ` (${at})`
      : "";
  return {
    code: doing === "loading" ? "load-failed" : "source-damaged",
    message: `${sentence(error.message).replace(/\.$/, "")}${place}.`,
    hint: hintOf(error.code ?? ""),
  };
}

/** Keys that are unique by construction collide with rows that were there before: a second load of the same. */
function hintOf(state: string): string {
  if (state === "23505") return "Clear the tables first, or let the run update the rows that are there.";
  return state.startsWith("23")
    ? "Check the rules of the columns that the constraint names."
    : "Check the rule of the column, and the triggers of the table.";
}

const lost = (address: Address): Words => ({
  code: "connection-lost",
  message: `The connection to ${serverOf(address)} was lost.`,
  hint: "Check that the server runs, then try again.",
});

/** Certificates that are not what the TLS mode asks for (Node's codes of OpenSSL's answers). */
const certificate =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)|CERT_[A-Z_]+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

function ofNetwork(code: string, text: string, address: Address): Words {
  const server = serverOf(address);
  const refused = (message: string, hint: string): Words => ({ code: "connection-refused", message, hint });
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return refused(`There is no host ${address.host}.`, "Check the name of the host.");
  if (code === "ECONNREFUSED" || code === "ENOENT" || code === "ENOTSOCK")
    return refused(`No PostgreSQL answers at ${server}.`, "Check host and port, and that the server runs.");
  if (code === "EACCES" || code === "EPERM")
    return refused(`The socket in ${server} may not be opened.`, "Check the permissions of the folder.");
  if (code === "ETIMEDOUT" || code === "EHOSTUNREACH" || code === "ENETUNREACH" || /timeout expired/.test(text))
    return refused(`${server} does not answer.`, "Check host and port, and the firewall between.");
  if (/does not support SSL/.test(text))
    return refused(`${server} has no TLS.`, "Set TLS to prefer or disable, or switch it on in the server.");
  if (certificate.test(code))
    return refused(
      code === "ERR_TLS_CERT_ALTNAME_INVALID"
        ? `The certificate of ${server} is of another host.`
        : `The certificate of ${server} is not trusted.`,
      "Choose the file of the authority that signed it, or a weaker TLS mode.",
    );
  if (/SASL|SCRAM|password/i.test(text))
    return {
      code: "connection-denied",
      message: `${server} asks ${address.user ?? "this user"} for a password.`,
      hint: "Give the password.",
    };
  return lost(address);
}

/** The server's message as a sentence. */
function sentence(message: string): string {
  const line = message.split("\n")[0]?.trim() ?? "";
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? "" : "."}`;
}
