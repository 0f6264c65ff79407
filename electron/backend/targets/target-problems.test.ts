import { execFileSync } from "node:child_process";
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

test("check names the columns with values that an export cannot write, with a fix", async () => {
  const file = join(bench.project, "seedloom.yaml");
  exports(csv, "{ name: script, format: sql, dialect: postgresql, to: seeds/sql }");
  writeFileSync(
    file,
    `${readFileSync(file, "utf8")}tables: { customers: { columns: { name: { lorem: {}, edge: { share: 5%, packs: [unicode, naughty] } } } } }\n`,
  );
  const { code, out } = await bench.run("check", bench.project);
  expect(code).toBe(1);
  expect(out).toContain(
    "error: The export script cannot run: A value of customers.name has a NUL character, which PostgreSQL cannot hold. Fix: Mix in naughty only.",
  );
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

test("a pipeline that would miss its schema is a warning, until the file is there or a command makes the tables", async () => {
  execFileSync("git", ["init", "--quiet", bench.project]);
  exports("{ name: ci, kit: github-actions, to: . }", "{ name: own, kit: gitlab-ci, to: ., schema: npm run migrate }");
  const missing = await bench.run("check", bench.project);
  expect(missing.code).toBe(0);
  expect(missing.out).toContain("warning: The export ci needs schema.sql in its folder");
  expect(missing.out).not.toContain("The export own");
  writeFileSync(join(bench.project, "schema.sql"), "");
  expect((await bench.run("check", bench.project)).out).not.toContain("schema.sql");
});
