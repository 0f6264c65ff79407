import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CliBench } from "../../cli/test-bench.ts";

let bench: CliBench;
beforeEach(async () => {
  bench = new CliBench();
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
});
afterEach(() => bench.remove());

function exports(...lines: readonly string[]): void {
  const file = join(bench.project, "seedloom.yaml");
  writeFileSync(
    file,
    `${readFileSync(file, "utf8")}rows: 5\nexports:\n${lines.map((line) => `  - ${line}\n`).join("")}`,
  );
}

const csv = "{ format: csv, to: seeds/csv }";

test("check names every export that cannot run, and fails", async () => {
  exports(
    csv,
    "{ name: rollback, kit: vitest-rollback, to: tests }",
    "{ name: lost, kit: kubernetes-job, to: kubernetes, target: nowhere }",
    "{ name: copy, format: sql, to: seeds/sql, statement: copy }",
    "{ name: compose, code: knex, to: code }",
  );
  const { code, out } = await bench.run("check", bench.project);
  expect(code).toBe(1);
  expect(out).toContain("error: The export rollback cannot run: The kit vitest-rollback is for postgresql");
  expect(out).toContain("error: The export lost cannot run: The project has no export named nowhere");
  expect(out).toContain("error: The export copy cannot run: COPY is PostgreSQL's");
  expect(out.match(/cannot run/g)).toHaveLength(3);
});

test("what changes one run is for the exports with rows, beside code and kits", async () => {
  exports(csv, "{ name: code, code: knex, to: code }");
  const shard = await bench.run("export", bench.project, "--shard", "1/2", "--out", bench.path("part"));
  expect(shard, shard.err).toMatchObject({ code: 0 });
  expect(bench.dataFiles("part")).toContain("customers.csv");
  const named = await bench.run("export", bench.project, "--target", "code", "--shard", "1/2");
  expect(named.code).toBe(2);
  expect(named.err).toContain("The export code writes no rows.");
});

test("a setting that an export has not is told with those that it has", async () => {
  exports("{ format: sql, to: seeds/sql, options: { statement: copy } }");
  const { code, err } = await bench.run("check", bench.project);
  expect(code).toBe(2);
  expect(err).toMatch(/Unknown setting `options` .*statement/s);
});
