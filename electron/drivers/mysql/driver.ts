import type { Driver } from "../driver.ts";
import { isMysqlAddress } from "./address.ts";
import { openMysql } from "./open-mysql.ts";
import { openMysqlTarget } from "./open-target.ts";

/** MySQL and MariaDB: mysql:// and mariadb:// addresses. */
export const mysqlDriver: Driver = {
  id: "mysql",
  label: "MySQL and MariaDB",
  fields: [
    { name: "host", label: "Host", kind: "text", default: "127.0.0.1" },
    { name: "port", label: "Port", kind: "number", default: "3306" },
    {
      name: "socket",
      label: "Socket",
      help: "The path of the server's socket, instead of host and port.",
      kind: "file",
    },
    { name: "database", label: "Database", kind: "text", required: true },
    { name: "user", label: "User", kind: "text", required: true },
    { name: "password", label: "Password", kind: "secret" },
    {
      name: "tls",
      label: "TLS",
      kind: "choice",
      default: "prefer",
      choices: [
        { value: "off", label: "Off" },
        { value: "prefer", label: "Where the server offers it" },
        { value: "require", label: "Always" },
        { value: "verify-ca", label: "Always, with a certificate of a known authority" },
        { value: "verify-full", label: "Always, with a certificate made out to this host" },
      ],
    },
    {
      name: "ca",
      label: "Authority's certificate",
      help: "A PEM file; the authorities that this machine knows where left empty.",
      kind: "file",
    },
  ],
  accepts: isMysqlAddress,
  open: openMysql,
  openTarget: openMysqlTarget,
};
