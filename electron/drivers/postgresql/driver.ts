import type { ConnectionField, Driver } from "../driver.ts";
import { isAddress, parseAddress } from "./address.ts";
import { openSource } from "./source.ts";
import { postgresqlCopies } from "./copies.ts";
import { openPostgresqlTrial } from "./open-trial.ts";
import { openTarget } from "./target.ts";

const fields: readonly ConnectionField[] = [
  { name: "host", label: "Host", kind: "text", default: "localhost", required: true },
  { name: "port", label: "Port", kind: "number", default: "5432" },
  {
    name: "socket",
    parameter: "host",
    label: "Socket folder",
    kind: "text",
    help: "Instead of a host, such as /var/run/postgresql.",
  },
  { name: "database", label: "Database", kind: "text", required: true },
  { name: "user", label: "User", kind: "text", required: true },
  { name: "password", label: "Password", kind: "secret" },
  {
    name: "tls",
    parameter: "sslmode",
    label: "TLS",
    kind: "choice",
    default: "prefer",
    choices: [
      { value: "disable", label: "Never" },
      { value: "prefer", label: "Where the server has it" },
      { value: "require", label: "Always" },
      { value: "verify-ca", label: "Always, with a certificate of an authority that is trusted" },
      { value: "verify-full", label: "Always, with a trusted certificate of this host" },
    ],
  },
  { name: "ca", parameter: "sslrootcert", label: "CA file", kind: "file", help: "The certificates to trust, as PEM." },
];

/** PostgreSQL from version 12 on. */
export const postgresqlDriver: Driver = {
  id: "postgresql",
  label: "PostgreSQL",
  fields,
  accepts: isAddress,
  open: async (source) => openSource(parseAddress(source)),
  openTrial: openPostgresqlTrial,
  openTarget: async (address) => openTarget(parseAddress(address)),
  copies: postgresqlCopies,
};
