import Database from "better-sqlite3";
import { generatorCatalogue } from "../shared/generators/index.ts";
import { readProjectFile } from "../shared/project/read-project-file.ts";
import type { JobSpec } from "../electron/jobs/job-spec.ts";
import { introspect } from "../electron/drivers/sqlite/introspect.ts";

/** The workloads of the house's performance plan: U, users; T, transactions. As a user would design them: a schema and a project. */
export type WorkloadId = "U" | "T";

interface Workload {
  readonly table: string;
  readonly schema: string;
  readonly project: string;
}

const workloads: Readonly<Record<WorkloadId, Workload>> = {
  U: {
    table: "users",
    schema: `CREATE TABLE users (
      id INTEGER PRIMARY KEY, uuid UUID NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL,
      phone TEXT NOT NULL, city TEXT NOT NULL, created_at TIMESTAMP(3) NOT NULL)`,
    project: `
      columns:
        id: sequence
        uuid: uuid
        first_name: person.firstName
        last_name: person.lastName
        email: internet.email
        phone: phone.number
        city: location.city
        created_at: { timestamp: { from: "-2y", to: today } }`,
  },
  T: {
    table: "transactions",
    schema: `CREATE TABLE accounts (id INTEGER PRIMARY KEY);
      CREATE TABLE transactions (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id), amount DECIMAL(12,2) NOT NULL, currency TEXT NOT NULL,
      country TEXT NOT NULL, status TEXT NOT NULL, merchant TEXT NOT NULL, ts TIMESTAMP(3) NOT NULL)`,
    project: `
      columns:
        id: sequence
        account_id: { foreign-key: uniform }
        amount: { log-normal: { median: 33, spread: 1.1, min: 0, max: 100000 } }
        currency: { weighted-choice: { USD: 55, EUR: 25, GBP: 10, JPY: 6, CHF: 4 } }
        country: { location.countryCode: { among: world } }
        status: { weighted-choice: { settled: 85, pending: 8, declined: 5, reversed: 2 } }
        merchant: company.name
        ts: { timestamp: { from: "-1y", to: today } }`,
  },
};

/** The tables of a workload, as SQLite's DDL. */
export const workloadSchema = (id: WorkloadId): string => workloads[id].schema;

/** The job that exports a workload's table as CSV. */
export function workloadJob(id: WorkloadId, rows: number): JobSpec {
  const { table, schema, project } = workloads[id];
  const database = new Database(":memory:");
  database.exec(schema);
  const model = introspect(database);
  database.close();
  const accounts = id === "T" ? "  accounts: { rows: 1000000 }\n" : "";
  const text = `seedloom: 1\nsource: bench.sqlite\nseed: 42\nnow: 2026-11-22\nlocales: { en: 1 }\ntables:\n${accounts}  ${table}:\n      rows: ${rows}${project}\n`;
  return {
    model,
    project: readProjectFile(text, generatorCatalogue).project,
    referenceDate: "2026-11-22",
    format: "csv",
    dialect: "postgresql",
    tables: [table],
  };
}
