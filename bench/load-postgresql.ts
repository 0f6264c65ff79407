import pg from "pg";
import { postgresqlDriver } from "../electron/drivers/postgresql/driver.ts";
import { csv } from "../shared/encoders/csv.ts";
import { loadBeside } from "./load-beside.ts";

// node scripts/run.mjs bench/load-postgresql.ts [--rows N] [--workers N] [--runs N]: generating and loading over one connection beside the
// server's own COPY of the same rows, ready as CSV in a file that it reads itself. SEEDLOOM_TEST_PG says where the server is.

await loadBeside({
  engine: "postgresql",
  driver: postgresqlDriver,
  server: process.env["SEEDLOOM_TEST_PG"] ?? "postgresql://postgres@127.0.0.1:5432/postgres",
  tables: {
    U: `CREATE TABLE users (id integer PRIMARY KEY, uuid uuid NOT NULL, first_name text NOT NULL, last_name text NOT NULL, email text NOT NULL,
      phone text NOT NULL, city text NOT NULL, created_at timestamp(3) NOT NULL); CHECKPOINT`,
    T: `CREATE TABLE transactions (id integer PRIMARY KEY, account_id integer NOT NULL, amount numeric(12,2) NOT NULL, currency text NOT NULL,
      country text NOT NULL, status text NOT NULL, merchant text NOT NULL, ts timestamp(3) NOT NULL); CHECKPOINT`,
  },
  rate: "copyOfReadyCsvRowsPerSecond",
  ratio: "ratioToCopy",
  format: csv,
  create: (database) => `CREATE DATABASE ${database}`,
  drop: (database) => `DROP DATABASE ${database} WITH (FORCE)`,
  take: (file, table) => [`COPY ${table} FROM '${file}' WITH (FORMAT csv)`],
  async query(address, ...statements) {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  },
});
