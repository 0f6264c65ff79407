import { afterAll, afterEach, describe, expect, test } from "vitest";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openSource } from "../drivers/open-source.ts";
import { loadInto } from "./load-bench.ts";
import { hasRealData } from "./load-engines.ts";
import { openTrial } from "./trial.ts";
import { WorkerPool } from "./worker-pool.ts";

const pool = new WorkerPool();
afterAll(() => pool.end());
let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The database with its own rows, as a file of the test's. */
function copyOf(path: string): string {
  folder = mkdtempSync(join(tmpdir(), "real-test-"));
  const copy = join(folder, "copy.sqlite");
  if (path.endsWith(".sqlite")) copyFileSync(`../shared/data/${path}`, copy);
  else {
    const made = new Database(copy);
    made.exec(readFileSync(`../shared/data/${path}`, "utf8"));
    made.close();
  }
  return copy;
}

const real = [
  "chinook/chinook.sqlite",
  "northwind/northwind_sqlite.sql",
  "sakila/sakila.sqlite",
  "omop-cdm/omop_cdm_5.4_sqlite_no_fk.sql",
];

describe.skipIf(!hasRealData)("real SQLite databases (skipped where ../shared/data is absent)", () => {
  test.each(real)("%s takes 100 rows a table with all constraints on, twice", async (path) => {
    const file = copyOf(path);
    const source = await openSource(file);
    const { tables } = await source.model();
    await source.close();
    const rowOverrides = Object.fromEntries(tables.map(({ id }) => [id, 100]));
    for (const clear of ["delete", "truncate"] as const) {
      const { proof } = await loadInto(file, pool, { clear, rowOverrides, triggers: "off" });
      expect(proof).toMatchObject({
        findings: [],
        foreignKeys: tables.flatMap(({ foreignKeys }) => foreignKeys).length,
      });
      expect(proof?.rows).toBe(tables.length * 100);
    }
  });

  test.each(real)("%s can be made again from its model for a trial", async (path) => {
    const source = await openSource(copyOf(path));
    const model = await source.model();
    await source.close();
    const trial = await openTrial(model, new AbortController().signal);
    try {
      const made = await trial.model();
      const shape = ({ tables }: typeof made): unknown =>
        tables
          .map(({ id, columns, primaryKey, uniques, foreignKeys, checks }) => ({
            id,
            columns: columns.map(({ name, valueType, nullable, generated }) => [name, valueType, nullable, generated]),
            primaryKey,
            uniques: uniques
              .map(({ columns: names, where, expressions }) => JSON.stringify([names, where, expressions]))
              .toSorted(),
            keys: foreignKeys.map(({ columns: from, referencedTable, referencedColumns, onDelete }) => [
              from,
              referencedTable,
              referencedColumns,
              onDelete,
            ]),
            checks: checks.map(({ expression }) => expression),
          }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(shape(made)).toEqual(shape(model));
      expect((await trial.server()).limits).toEqual([]);
    } finally {
      await trial.close();
    }
  });
});
