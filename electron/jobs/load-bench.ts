import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSeedloomError } from "../../shared/base/errors.ts";
import { newProject } from "../../shared/project/new-project.ts";
import type { Project } from "../../shared/project/project.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { openSource, openTarget } from "../drivers/open-source.ts";
import { runLoad, type LoadOutcome, type LoadRunOptions } from "./load-run.ts";
import type { LoadSpec } from "./prepare-load.ts";
import { WorkerPool } from "./worker-pool.ts";

export interface Asked extends Partial<Pick<LoadSpec, "clear" | "existing" | "triggers" | "rowOverrides" | "tables">> {
  readonly rules?: Readonly<Record<string, Readonly<Record<string, Rule>>>>;
  readonly options?: Partial<LoadRunOptions>;
  /** The address that the project is designed on; the target itself where absent. */
  readonly designedOn?: string;
}

/** Loads what is suggested for a database into it. */
export async function loadInto(address: string, pool: WorkerPool, asked: Asked = {}): Promise<LoadOutcome> {
  const { rules = {}, options = {}, designedOn = address, ...spec } = asked;
  const source = await openSource(designedOn);
  const model = await source.model();
  await source.close();
  const project: Project = newProject({ source: "x.sqlite", seed: 1, now: "2026-11-22", locales: { en: 1 } });
  const tables = Object.fromEntries(Object.entries(rules).map(([table, columns]) => [table, { columns }]));
  const target = await openTarget(address);
  try {
    return await runLoad(
      {
        model,
        project: { ...project, tables },
        referenceDate: "2026-11-22",
        clear: "keep",
        existing: "refuse",
        triggers: "on",
        ...spec,
      },
      {
        target,
        pool,
        workers: 2,
        inline: true,
        prove: true,
        signal: new AbortController().signal,
        progress: () => undefined,
        ...options,
      },
    );
  } finally {
    await target.close();
  }
}

export async function failure(run: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> {
  try {
    await run;
  } catch (error) {
    if (isSeedloomError(error)) return { code: error.code, message: error.message, hint: error.hint ?? "" };
    throw error;
  }
  throw new Error("It was loaded.");
}

/** A folder of SQLite files. */
export class SqliteBench {
  readonly pool = new WorkerPool();
  readonly #folder = mkdtempSync(join(tmpdir(), "load-test-"));

  at(name: string): string {
    return join(this.#folder, name);
  }

  /** Runs on a file and closes it. */
  on<T>(name: string, run: (database: Database.Database) => T): T {
    const opened = new Database(this.at(name));
    try {
      return run(opened);
    } finally {
      opened.close();
    }
  }

  make(name: string, script: string): void {
    this.on(name, (database) => database.exec(script));
  }

  query(name: string, sql: string): unknown {
    return this.on(name, (database) => database.prepare(sql).pluck().get());
  }

  /** All that a file holds, as text: what must not have changed. */
  content(name: string): string {
    return this.on(name, (database) => {
      const tables = database
        .prepare<[], { name: string; sql: string }>(
          "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid",
        )
        .all();
      const rows = tables.map(({ name: table, sql }) =>
        sql.startsWith("CREATE TABLE") ? database.prepare(`SELECT * FROM "${table}"`).raw().all() : [],
      );
      return JSON.stringify([tables, rows]);
    });
  }

  /** What SQLite's own checks say against a file. */
  faults(name: string): readonly unknown[] {
    const integrity = this.query(name, "PRAGMA integrity_check");
    const keys = this.on(name, (database) => database.prepare("PRAGMA foreign_key_check").all());
    return [...(integrity === "ok" ? [] : [integrity]), ...keys];
  }

  load(name: string, { designedOn, ...asked }: Asked = {}): Promise<LoadOutcome> {
    const source = designedOn === undefined ? {} : { designedOn: this.at(designedOn) };
    return loadInto(this.at(name), this.pool, { ...asked, ...source });
  }

  async end(): Promise<void> {
    await this.pool.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
