import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TablePlan } from "../../../shared/plan/plan.ts";
import { createTables } from "../../../shared/schema/create-tables.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Load, LoadTable, TableIntake, Target } from "../../drivers/driver.ts";
import { makeDatabase } from "../../drivers/sqlite/make-database.ts";
import { openSqliteTarget } from "../../drivers/sqlite/open-target.ts";
import type { CompiledJob } from "../compile-job.ts";
import { matchTarget } from "../match-target.ts";
import type { Assembled, AssemblyRequest } from "./assembly.ts";

type BytesIntake = Extract<TableIntake, { kind: "bytes" }>;

/**
 * A SQLite database, loaded as any other and then copied to its place: SQLite goes back and forth in the file that it
 * writes, and a run that compares has no place for it.
 */
export async function databaseFile({ job, file, output, signal }: AssemblyRequest): Promise<Assembled> {
  const folder = await mkdtemp(join(tmpdir(), "seedloom-"));
  const path = join(folder, "export.sqlite");
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  let target: Target;
  let load: Load | undefined;
  let tables: readonly LoadTable[];
  try {
    makeDatabase(path, createTables(exportedModel(job, file.holds), "sqlite").statements);
    target = await openSqliteTarget(path);
  } catch (error) {
    await remove();
    throw error;
  }
  try {
    tables = matchTarget(job.plan.design.model, file.holds, await target.model(), file.path, false);
    load = await target.begin({ tables, clear: "truncate", existing: "refuse", triggers: "on", signal });
  } catch (error) {
    await target.close();
    await remove();
    throw error;
  }
  let open: { readonly part: number; readonly intake: BytesIntake } | undefined;

  async function into(part: number): Promise<BytesIntake> {
    if (open?.part === part) return open.intake;
    await open?.intake.finish();
    const table = tables[part];
    const intake = table === undefined ? undefined : await load?.into(table);
    if (intake?.kind !== "bytes") throw new RangeError(`${file.path} has no part ${part}.`);
    open = { part, intake };
    return intake;
  }

  return {
    async write({ range, bytes, length }) {
      if (range.count > 0) await (await into(range.part)).write(bytes.subarray(0, length));
    },
    async finish() {
      await open?.intake.finish();
      await load?.commit();
      load = undefined;
      await target.close();
      for await (const chunk of createReadStream(path, { highWaterMark: copyBytes })) await output.write(chunk);
    },
    async close() {
      await load?.rollback();
      await target.close();
      await remove();
    },
  };
}

const copyBytes = 1024 * 1024;

/** The schema of the exported tables. What an engine of another kind would fill in itself stays empty. */
function exportedModel({ plan }: CompiledJob, holds: readonly TablePlan[]): SchemaModel {
  const { model } = plan.design;
  const tables = holds.map(({ table, written }) => {
    if (model.engine === "sqlite") return table;
    const names = new Set(written.map(({ name }) => name));
    return {
      ...table,
      columns: table.columns.map((column) => (names.has(column.name) ? column : { ...column, nullable: true })),
    };
  });
  return { ...model, tables, views: [] };
}
