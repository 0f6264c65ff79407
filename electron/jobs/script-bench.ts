import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newProject } from "../../shared/project/new-project.ts";
import type { SqlDialectId } from "../../shared/project/project.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { FileSet } from "../sinks/files.ts";
import type { JobSpec } from "./job-spec.ts";
import { manifestName } from "./manifest-name.ts";
import { runJob } from "./run-job.ts";
import { WorkerPool } from "./worker-pool.ts";

export type Rules = Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/** A job of what is suggested for a schema. */
export function jobOf(model: SchemaModel, asked: Partial<JobSpec> & { readonly rules?: Rules } = {}): JobSpec {
  const { rules = {}, ...rest } = asked;
  const project = newProject({ source: "x", seed: 7, now: "2026-11-22", locales: { en: 1 } });
  const tables = Object.fromEntries(Object.entries(rules).map(([table, columns]) => [table, { columns }]));
  return {
    model,
    project: { ...project, rows: 40, tables },
    referenceDate: "2026-11-22",
    format: "sql",
    dialect: model.engine,
    ...rest,
  };
}

export interface Written {
  /** In the order in which they are loaded. */
  readonly paths: readonly string[];
  readonly text: string;
}

/** Writes an export, hands its files over, and takes them away. */
export async function withFiles<T>(spec: JobSpec, use: (written: Written) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "script-test-"));
  const pool = new WorkerPool();
  try {
    await runJob(spec, {
      pool,
      workers: 1,
      inline: true,
      signal: new AbortController().signal,
      version: "test",
      output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
      progress: () => undefined,
    });
    const names = readdirSync(folder).filter((name) => name !== manifestName);
    const paths = names.toSorted().map((name) => join(folder, name));
    return await use({ paths, text: paths.map((path) => readFileSync(path, "utf8")).join("") });
  } finally {
    await pool.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const hasClient = (name: string): boolean => spawnSync(name, ["--version"]).status === 0;

/** Has the engine's own client run scripts, as a tester would; what it says of an error is the error's. */
export function runClient(dialect: SqlDialectId, address: string, paths: readonly string[]): void {
  for (const path of paths) {
    const { command, input } = clients[dialect](address, path);
    const [program = "", ...args] = command;
    execFileSync(program, args, { ...(input ? { input: readFileSync(path) } : {}), stdio: ["pipe", "ignore", "pipe"] });
  }
}

interface Client {
  readonly command: readonly string[];
  /** The script comes on standard input. */
  readonly input: boolean;
}

const clients: Readonly<Record<SqlDialectId, (address: string, path: string) => Client>> = {
  postgresql: (address, path) => ({
    command: ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", address, "-f", path],
    input: false,
  }),
  mysql(address) {
    const { hostname, port, username, pathname } = new URL(address);
    const where = ["-h", hostname, "-P", port === "" ? "3306" : port, "-u", decodeURIComponent(username)];
    return { command: ["mariadb", ...where, decodeURIComponent(pathname.slice(1))], input: true };
  },
  sqlite: (address) => ({ command: ["sqlite3", "-bail", "-cmd", "PRAGMA foreign_keys = ON", address], input: true }),
  sqlserver: () => ({ command: ["sqlcmd"], input: false }),
};
