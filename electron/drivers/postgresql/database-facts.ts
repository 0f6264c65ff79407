import type pg from "pg";
import { SeedloomError } from "../../../shared/base/errors.ts";

/** What a copy of a database has to know of it. */
export interface DatabaseFacts {
  readonly bytes: number;
  readonly owner: string;
  readonly comment: string | null;
  /** The role may create databases. */
  readonly creates: boolean;
  /** The role may copy and rename it. */
  readonly owns: boolean;
  /** What stands beside the database, and not in it. */
  readonly grants: boolean;
  readonly settings: boolean;
  readonly limited: boolean;
  readonly subscriptions: boolean;
}

/** Throws a SeedloomError where there is no such database. */
export async function fetchDatabase(client: pg.Client, name: string): Promise<DatabaseFacts> {
  const { rows } = await client.query<Omit<DatabaseFacts, "bytes"> & { readonly bytes: string }>(
    `SELECT pg_database_size(d.oid)::text AS bytes, pg_get_userbyid(d.datdba) AS owner,
       shobj_description(d.oid, 'pg_database') AS comment, r.rolcreatedb OR r.rolsuper AS creates,
       r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS owns, d.datacl IS NOT NULL AS grants,
       EXISTS (SELECT FROM pg_db_role_setting AS s WHERE s.setdatabase = d.oid) AS settings, d.datconnlimit >= 0 AS limited,
       EXISTS (SELECT FROM pg_subscription AS s WHERE s.subdbid = d.oid)
         OR EXISTS (SELECT FROM pg_replication_slots AS s WHERE s.database = d.datname) AS subscriptions
     FROM pg_database AS d, pg_roles AS r WHERE d.datname = $1 AND r.rolname = current_user`,
    [name],
  );
  const [facts] = rows;
  if (facts !== undefined) return { ...facts, bytes: Number(facts.bytes) };
  throw new SeedloomError(
    "database-missing",
    `There is no database ${name}.`,
    "It was removed, or is called otherwise.",
  );
}
