import type { Session } from "./session.ts";

/** What differs between servers, as far as statements depend on it. */
export interface ServerFacts {
  readonly product: "MySQL" | "MariaDB";
  /** "10.11.19" */
  readonly version: string;
  /** Whether the names of tables are compared without case (lower_case_table_names). */
  readonly caseless: boolean;
  /** Whether the version is at least this one. */
  atLeast(major: number, minor: number, patch?: number): boolean;
}

export async function fetchServerFacts(session: Session): Promise<ServerFacts> {
  const [row] = await session.rows(
    "SELECT VERSION() AS version, @@version_comment AS comment, @@lower_case_table_names AS lowerCase",
  );
  return serverFacts(String(row?.["version"]), String(row?.["comment"]), Number(row?.["lowerCase"]));
}

/** A server is told by its machine and its folder of data there: MariaDB has no identifier of its own. */
export async function fetchIdentity(session: Session): Promise<string> {
  const [row] = await session.rows("SELECT CONCAT_WS(' ', @@hostname, @@port, @@datadir, DATABASE()) AS identity");
  return String(row?.["identity"]);
}

/** `version` is VERSION(): "8.4.2", "10.11.19-MariaDB-0+deb12u1", "5.5.5-10.6.4-MariaDB". */
export function serverFacts(version: string, comment: string, lowerCase: number): ServerFacts {
  const product = /mariadb/i.test(version + comment) ? "MariaDB" : "MySQL";
  // Old replication made MariaDB 10 put 5.5.5 before its version.
  const digits = /\d+\.\d+\.\d+/.exec(version.replace(/^5\.5\.5-(?=1\d\.)/, ""))?.[0] ?? "0.0.0";
  const parts = digits.split(".").map(Number);
  return {
    product,
    version: digits,
    caseless: lowerCase !== 0,
    atLeast(...wanted) {
      for (const [k, least] of wanted.entries()) {
        const part = parts[k] ?? 0;
        if (part !== least) return part > (least ?? 0);
      }
      return true;
    },
  };
}
