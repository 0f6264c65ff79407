import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableReader } from "../../shared/batches/table-reader.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { Project } from "../../shared/project/project.ts";
import { newProject } from "../../shared/project/new-project.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../../shared/schema/schema-model.ts";
import type { ValueType } from "../../shared/schema/value-type.ts";
import { cellText } from "../../shared/vectors/cells.ts";
import { FileSet } from "../sinks/files.ts";
import type { JobSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";
import { runJob } from "./run-job.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Runs of a test: each writes to a folder of its own, all gone at the end. */
export class ExportBench {
  readonly #pool: WorkerPool;
  readonly #folders: string[] = [];

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), "export-test-"));
    this.#folders.push(folder);
    return folder;
  }

  /** The folder that an export went to. `stopAt`: it is cancelled once so many rows are written. */
  async run(spec: JobSpec, { workers = 1, stopAt = Infinity, folder = this.folder() } = {}): Promise<string> {
    const controller = new AbortController();
    await runJob(spec, {
      pool: this.#pool,
      workers,
      // What several workers write is held against what this thread writes.
      inline: workers === 1,
      signal: controller.signal,
      version: "1.0.0",
      output: (bytesNeeded) => new FileSet(folder, bytesNeeded),
      progress: (now) => {
        if (now().rows >= stopAt) controller.abort();
      },
    });
    return folder;
  }

  async end(): Promise<void> {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    await this.#pool.end();
  }
}

/** The files below a folder, by path from it. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );

/** The rows of a table as texts, by column; null is NULL. */
export function textsOf(plan: Plan, table: string): readonly Readonly<Record<string, string | null>>[] {
  const reader = tableReader(plan, table);
  const rows: Record<string, string | null>[] = [];
  const count = plan.tables.get(table)?.rowCount ?? 0;
  for (let start = 0; start < count; start += reader.batchRows) {
    const batch = reader.readRange(start, Math.min(reader.batchRows, count - start));
    for (let i = 0; i < batch.count; i++) {
      rows.push(
        Object.fromEntries(
          batch.columns.map(({ name }, k) => [name, batch.vectors[k] ? cellText(batch.vectors[k], i) : null]),
        ),
      );
    }
  }
  return rows;
}

const kinds: Readonly<Record<string, ValueType>> = {
  small: { kind: "integer", bits: 16 },
  whole: { kind: "integer", bits: 32 },
  big: { kind: "integer", bits: 64 },
  amount: { kind: "decimal", precision: 12, scale: 2 },
  ratio: { kind: "real", bits: 64 },
  flag: { kind: "boolean" },
  day: { kind: "date" },
  clock: { kind: "time" },
  moment: { kind: "timestamp" },
  zoned: { kind: "timestamp", zone: true },
  raw: { kind: "bytes" },
  code: { kind: "uuid" },
  document: { kind: "json" },
  "a \"quoted\", <name> & 'more'": { kind: "text" },
};

const noTexts: readonly string[] = [];

/** Every kind of column; `edges`: with their edge values, among them texts that nobody likes to read. Also a table without rows. */
export function nastySpec(format: string, { rows = 700, edges = true, texts = noTexts } = {}): JobSpec {
  const id: ColumnModel = { name: "id", type: "bigint", valueType: { kind: "integer", bits: 64 }, nullable: false };
  const columns = Object.entries(kinds).map(([name, valueType]): ColumnModel => ({
    name,
    type: "",
    valueType,
    nullable: true,
  }));
  const table = (name: string, own: readonly ColumnModel[]): TableModel => ({
    id: name,
    schema: "public",
    name,
    columns: [id, ...own],
    primaryKey: ["id"],
    uniques: [],
    foreignKeys: [],
    checks: [],
  });
  const model: SchemaModel = {
    engine: "postgresql",
    defaultSchema: "public",
    tables: [table("hard cases", columns), table("none", columns)],
    views: [],
  };
  const rule = (name: string): Rule | undefined => {
    const last = columns.at(-1)?.name === name;
    if (last && texts.length > 0) {
      const values = texts.map((value) => ({ value, weight: 1 }));
      return { kind: "generate", generator: "weighted-choice", params: { values }, nulls: 0.1 };
    }
    if (["flag", "code", "document"].includes(name) || !edges) return undefined;
    return {
      kind: "generate",
      generator: "edge",
      params: { packs: ["boundaries", "unicode", "naughty", "time", "numbers"] },
      nulls: 0.1,
    };
  };
  const rules = columns.flatMap(({ name }) => {
    const found = rule(name);
    return found === undefined ? [] : [[name, found] as const];
  });
  const project: Project = {
    ...newProject({ source: "x", seed: 7, now: "2026-11-22", locales: { en: 1 } }),
    tables: { "hard cases": { rows, columns: Object.fromEntries(rules) }, none: { rows: 0, columns: {} } },
  };
  return { model, project, referenceDate: "2026-11-22", format, dialect: "postgresql" };
}

export const planOf = (spec: JobSpec): Promise<Plan> => loadPlan(spec);
