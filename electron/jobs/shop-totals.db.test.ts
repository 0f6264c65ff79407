import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { readProjectFile } from "../../shared/project/read-project-file.ts";
import { openSource, openTarget } from "../drivers/open-source.ts";
import { SqliteBench } from "./load-bench.ts";
import { runLoad } from "./load-run.ts";

const shop = new URL("../../examples/shop/", import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, shop), "utf8");

let bench: SqliteBench;
beforeEach(() => {
  bench = new SqliteBench();
});
afterEach(() => bench.end());

test("each order's total is the sum of its lines, and its payment's amount, as the database computes them", async () => {
  bench.make("shop.sqlite", text("schema.sql"));
  const { project } = readProjectFile(text("seedloom.yaml"), generatorCatalogue);
  const source = await openSource(bench.at("shop.sqlite"));
  const model = await source.model();
  await source.close();
  const target = await openTarget(bench.at("shop.sqlite"));
  const { rows, proof } = await runLoad(
    {
      model,
      project,
      referenceDate: "2026-11-22",
      rowOverrides: { customers: 1500, products: 300 },
      clear: "keep",
      existing: "refuse",
      triggers: "on",
    },
    {
      target,
      pool: bench.pool,
      workers: 2,
      prove: true,
      signal: new AbortController().signal,
      progress: () => undefined,
    },
  );
  await target.close();
  expect(rows).toBeGreaterThan(15_000);
  expect(proof?.findings).toEqual([]);
  const wrong = (sql: string): unknown => bench.query("shop.sqlite", `SELECT count(*) FROM (${sql})`);
  expect(wrong("SELECT 1 FROM orders")).toBeGreaterThan(3000);
  // line_total is a column that SQLite itself generates.
  expect(
    wrong(`SELECT o.id FROM orders o LEFT JOIN order_items i ON i.order_id = o.id GROUP BY o.id
           HAVING round(o.total_amount, 2) <> round(coalesce(sum(i.line_total), 0), 2)`),
  ).toBe(0);
  expect(wrong("SELECT 1 FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.amount <> o.total_amount")).toBe(0);
});
