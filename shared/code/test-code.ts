import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { introspect } from "../../electron/drivers/sqlite/introspect.ts";
import { loadPlan } from "../../electron/jobs/load-plan.ts";
import { generatorCatalogue } from "../generators/index.ts";
import type { Plan } from "../plan/plan.ts";
import { readProjectFile } from "../project/read-project-file.ts";
import type { CodeContext, TextFile } from "./target.ts";

// Projects that the tests of code print code of, and folders to run it in.

/** A schema of names and keys that are hard to write in a programming language. */
export const nastyDdl = `CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE users (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, email TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
CREATE TABLE projects (tenant_id INTEGER NOT NULL REFERENCES tenants, id INTEGER NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, slug));
CREATE TABLE members (tenant_id INTEGER NOT NULL REFERENCES tenants, user_id INTEGER NOT NULL, project_id INTEGER NOT NULL, PRIMARY KEY (tenant_id, user_id, project_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id), FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id));
CREATE TABLE posts (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES posts, root_id INTEGER NOT NULL REFERENCES posts, body TEXT NOT NULL);
CREATE TABLE staff (id INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES stores DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE stores (id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE teams (id INTEGER PRIMARY KEY, lead_id INTEGER REFERENCES players);
CREATE TABLE players (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES teams);
CREATE TABLE "select" (id INTEGER PRIMARY KEY, "lifetime_plan?" TEXT, "say ""hi""" TEXT NOT NULL, "(x)::y" TEXT, "naïve 列" TEXT, "class" TEXT, "1st" REAL,
  data BLOB, doc JSON, price DECIMAL(30,10), big BIGINT, at TIMESTAMP, day DATE);
CREATE TABLE "order by" ("the id" INTEGER PRIMARY KEY, "from" INTEGER NOT NULL REFERENCES "select" (id));
CREATE TABLE "User" (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES "User", token UUID NOT NULL, flag BOOLEAN NOT NULL);`;

const nastyProject =
  "seedloom: 1\nsource: x.sqlite\nseed: 7\nnow: 2026-11-22\nlocales: { en: 1 }\nrows: 8\ntables:\n  staff: { columns: { store_id: { foreign-key: {} } } }\n";

/** The sample with a scenario that changes rules, and a pinned row. */
export const shopDdl = readFileSync("examples/shop/schema.sql", "utf8");
const shopProject = readFileSync("examples/shop/seedloom.yaml", "utf8").replace(
  "scenarios:",
  `scenarios:
  vip:
    tables:
      customers:
        columns: { loyalty_tier: { constant: gold }, last_name: { weighted-choice: { Rich: 1, Wealthy: 2 } } }
      products: { columns: { name: { template: "{{seq}} of it" } } }`,
);

async function contextOf(ddl: string, text: string, scenario?: string): Promise<CodeContext> {
  const database = new Database(":memory:");
  database.exec(ddl);
  const model = introspect(database);
  database.close();
  const { project } = readProjectFile(text, generatorCatalogue);
  const base = { model, project, referenceDate: "2026-11-22" };
  const scenarios = new Map<string, Plan>();
  for (const name of Object.keys(project.scenarios)) {
    if (name !== scenario) scenarios.set(name, await loadPlan({ ...base, scenario: name }));
  }
  return { plan: await loadPlan({ ...base, ...(scenario === undefined ? {} : { scenario }) }), scenarios };
}

export const shopContext = (): Promise<CodeContext> => contextOf(shopDdl, shopProject, "smoke");
export const nastyContext = (): Promise<CodeContext> => contextOf(nastyDdl, nastyProject);

/** A folder that finds the repository's packages. */
export function codeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-code-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

/** Writes files into a folder below. */
export function writeFiles(folder: string, files: readonly TextFile[]): void {
  for (const { path, text } of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}
