import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tableReader } from "../../shared/batches/table-reader.ts";
import { newProject } from "../../shared/project/new-project.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import type { Project } from "../../shared/project/project.ts";
import { cellText } from "../../shared/vectors/cells.ts";
import { openSource } from "../drivers/open-source.ts";
import { withPools, type JobSpec } from "./job-spec.ts";
import { loadPlan } from "./load-plan.ts";
import { planProblems } from "./plan-problems.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-values-"));
  path = join(folder, "shop.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(script: string): void {
  const database = new Database(path);
  database.exec(script);
  database.close();
}

const schema = `CREATE TABLE orders (id INTEGER PRIMARY KEY, state TEXT, code TEXT, email TEXT, size INTEGER, barcode TEXT);`;
const rows = (list: readonly string[]): string => list.map((row) => `INSERT INTO orders VALUES (${row});`).join("\n");
const some = Array.from(
  { length: 100 },
  (_, k) =>
    `${k + 1}, ${k % 10 === 0 ? "NULL" : k % 4 === 0 ? "'void'" : "'paid'"}, 'p${k}@corp-${k}.example', 'a${k}@b.example', ${k % 3}, 'r${k}'`,
);

async function spec(column: string, params: Readonly<Record<string, unknown>> = {}, count = 1000): Promise<JobSpec> {
  const source = await openSource(path);
  const model = await source.model();
  await source.close();
  const base = newProject({ source: path, seed: 1, now: "2026-11-22", locales: { en: 1 } });
  const rule = { kind: "generate" as const, generator: "source-values", params };
  const columns = { [column]: rule };
  const project: Project = { ...base, tables: { orders: { rows: count, columns } } };
  return { model, project, source: path, referenceDate: "2026-11-22", format: "csv", dialect: "sqlite" };
}

function valuesOf(plan: Plan, column: string): readonly (string | null)[] {
  const reader = tableReader(plan, "orders", { batchRows: 1000 });
  const { vectors, count } = reader.readRange(0, 1000);
  const vector = vectors[reader.columns.findIndex(({ name }) => name === column)];
  if (vector === undefined) throw new Error(`No column ${column}.`);
  return Array.from({ length: count }, (_, i) => cellText(vector, i));
}

const said = (plan: Plan): readonly string[] =>
  planProblems(plan)
    .filter(({ column }) => column !== undefined)
    .map(({ message }) => message);

describe("values of the source", () => {
  test("come as often as there, whatever the order of its rows", async () => {
    write(schema + rows(some));
    const values = valuesOf(await loadPlan(await spec("state")), "state");
    const share = values.filter((value) => value === "void").length / values.length;
    expect(new Set(values)).toEqual(new Set(["paid", "void"]));
    // 20 of 90.
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.27);
    const numbers = valuesOf(await loadPlan(await spec("size")), "size");
    expect(new Set(numbers)).toEqual(new Set(["0", "1", "2"]));

    write("DELETE FROM orders;" + rows(some.toReversed().map((row, k) => row.replace(/^\d+/, String(k + 1)))));
    expect(valuesOf(await loadPlan(await spec("state")), "state")).toEqual(values);
  });

  test("of people are refused by name, and by what they look like, unless the user says otherwise", async () => {
    write(schema + rows(some));
    const byName = await loadPlan(await spec("email"));
    expect(said(byName)).toEqual([expect.stringMatching(/^orders\.email: It looks personal \(.*email.*\)\.$/)]);
    expect(valuesOf(byName, "email").every((value) => value === null)).toBe(true);
    const asked = await spec("code");
    const byValue = await loadPlan(asked);
    const problem = planProblems(byValue).find(({ column }) => column === "code");
    expect(problem?.message).toMatch(/^orders\.code: It looks personal \(.*100 of 100 values/);
    const edit = problem?.fixes[0]?.edit;
    if (edit === undefined) throw new Error("There is no fix.");
    const decided = await loadPlan({ ...asked, project: applyEdit(asked.project, edit) });
    expect(said(decided)).toEqual([]);
    expect(valuesOf(decided, "code")[0]).toMatch(/^p\d+@corp-\d+\.example$/);
  });

  test("that cannot be had are a problem at the column", async () => {
    write(schema + rows(some));
    const asked = await spec("state");
    expect(said(await loadPlan({ ...asked, source: join(folder, "gone.sqlite") }))).toEqual([
      `orders.state: Its values cannot be read from the source: There is no file ${join(folder, "gone.sqlite")}.`,
    ]);
    const { source: _source, ...without } = asked;
    expect(said(await loadPlan(without))).toEqual(["orders.state: There is no source to take its values from."]);
    write("DELETE FROM orders");
    expect(said(await loadPlan(await spec("state")))).toEqual([
      "orders.state: The source has no value of this column.",
    ]);
    write(
      "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 6000) INSERT INTO orders (id, barcode) SELECT n, 'text ' || n FROM c",
    );
    expect(said(await loadPlan(await spec("barcode")))).toEqual([
      "orders.barcode: It has more than 5000 different values in the source.",
    ]);
  });

  test("are what workers get, and not where they are from", async () => {
    write(schema + rows(some));
    const asked = await spec("state");
    const plan = await loadPlan(asked);
    const sent = structuredClone(withPools(asked, plan));
    expect(sent.source).toBeUndefined();
    rmSync(path);
    expect(valuesOf(await loadPlan(sent), "state")).toEqual(valuesOf(plan, "state"));
  });
});
