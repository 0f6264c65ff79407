import type pg from "pg";
import type { ServerInfo } from "../driver.ts";
import { someOf } from "./names.ts";

/** What the role may not do with a user's table. */
interface RightsRow {
  readonly name: string;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly filtered: boolean;
  readonly owns: boolean;
}

const fetchRights = async (client: pg.Client): Promise<readonly RightsRow[]> =>
  (
    await client.query<RightsRow>(
      `SELECT t.oid::regclass::text AS name, s.visible AND has_table_privilege(t.oid, 'SELECT') AS reads,
         s.visible AND has_table_privilege(t.oid, 'INSERT') AND has_table_privilege(t.oid, 'SELECT') AS writes,
         row_security_active(t.oid) AS filtered, pg_has_role(t.relowner, 'USAGE') AS owns
       FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace,
         LATERAL (SELECT has_schema_privilege(n.oid, 'USAGE') AS visible) AS s
       WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       ORDER BY 1`,
    )
  ).rows;

const tables = (count: number): string => (count === 1 ? "one table" : `${count} tables`);

/** A server is told by the moment it started, which it says to everybody, as nothing else that only it has. */
export async function fetchIdentity(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ identity: string }>(
    `SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), oid) AS identity
     FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0]?.identity ?? "";
}

/** The server's version, and what the role may not do: as a source, or as a target too. */
export async function serverInfo(client: pg.Client, use: "source" | "target"): Promise<ServerInfo> {
  const { rows } = await client.query<{ version: string; temporary: boolean; standby: boolean }>(
    `SELECT current_setting('server_version') AS version, has_database_privilege(current_database(), 'TEMP') AS temporary,
       pg_is_in_recovery() AS standby`,
  );
  const [server = { version: "", temporary: true, standby: false }] = rows;
  const rights = await fetchRights(client);
  const limits: string[] = [];
  const tell = (rule: (row: RightsRow) => boolean, what: string): void => {
    const found = rights.filter(rule).map(({ name }) => name);
    if (found.length > 0) limits.push(`This user ${what} ${tables(found.length)}: ${someOf(found)}.`);
  };
  tell((row) => !row.reads, "may not read the rows of");
  tell((row) => row.filtered, "sees only some of the rows of");
  if (use === "target") {
    tell((row) => row.reads && !row.writes, "may not add rows to");
    tell((row) => row.writes && !row.owns, "does not own, and so cannot switch off triggers of,");
    if (!server.temporary) limits.push("This user may not make temporary tables, which updating rows takes.");
    if (server.standby) limits.push("The server is a standby, which takes no changes.");
  }
  return { version: `PostgreSQL ${server.version.split(" ")[0] ?? ""}`, limits };
}
