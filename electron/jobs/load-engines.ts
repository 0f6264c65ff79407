import Database from "better-sqlite3";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTables, type MakingStatement } from "../../shared/schema/create-tables.ts";
import type { EngineId, SchemaModel } from "../../shared/schema/schema-model.ts";
import { introspect } from "../drivers/sqlite/introspect.ts";
import { createDatabase as createMysql, hasServer } from "../drivers/mysql/test-database.ts";
import { createDatabase as createPostgresql, testServer } from "../drivers/postgresql/test-database.ts";
import { openSource } from "../drivers/open-source.ts";

/** A database of a test's own. */
export interface EngineDatabase {
  readonly address: string;
  run(sql: string): Promise<void>;
  drop(): Promise<void>;
}

/** An engine that tests load into. */
export interface Engine {
  readonly id: EngineId;
  readonly available: boolean;
  /** A new database with these tables. */
  make(model: SchemaModel): Promise<EngineDatabase>;
}

/** The model of tables that are written as SQLite has them. */
export function modelOf(script: string): SchemaModel {
  const database = new Database(":memory:");
  try {
    database.exec(script);
    return introspect(database);
  } finally {
    database.close();
  }
}

/** Everything in a database's tables, as text: what must not have changed. */
export async function contentOf(address: string): Promise<string> {
  const source = await openSource(address);
  try {
    const content: unknown[] = [];
    for (const table of (await source.model()).tables) {
      for await (const chunk of source.read({ table })) content.push(table.id, chunk);
    }
    return JSON.stringify(content, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  } finally {
    await source.close();
  }
}

/** Runs each statement, and what stands for it where the engine refuses it. */
async function makeTables(model: SchemaModel, engine: EngineId, run: (sql: string) => Promise<unknown>): Promise<void> {
  for (const statement of createTables(model, engine).statements) await makeOne(statement, run);
}

async function makeOne({ sql, otherwise }: MakingStatement, run: (sql: string) => Promise<unknown>): Promise<void> {
  try {
    await run(sql);
  } catch (error) {
    if (otherwise === undefined) throw error;
    if (otherwise.sql !== undefined) await run(otherwise.sql);
  }
}

const sqlite: Engine = {
  id: "sqlite",
  available: true,
  async make(model) {
    const folder = mkdtempSync(join(tmpdir(), "load-test-"));
    const address = join(folder, "target.sqlite");
    const run = async (sql: string): Promise<void> => {
      const database = new Database(address);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    };
    await makeTables(model, "sqlite", run);
    return { address, run, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

const postgresql: Engine = {
  id: "postgresql",
  available: (await testServer()) !== undefined,
  async make(model) {
    const database = await createPostgresql();
    const run = async (sql: string): Promise<void> => void (await database.run(sql));
    await makeTables(model, "postgresql", run);
    return { address: database.address, run, drop: () => database.drop() };
  },
};

const mysql: Engine = {
  id: "mysql",
  available: hasServer,
  async make(model) {
    const database = await createMysql();
    const run = async (sql: string): Promise<void> => void (await database.admin.query(sql));
    await makeTables(model, "mysql", run);
    return { address: database.address, run, drop: () => database.drop() };
  },
};

export const engines: readonly Engine[] = [sqlite, postgresql, mysql];

/** Whether the real databases are there. */
export const hasRealData = existsSync("../shared/data");
