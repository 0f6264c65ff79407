import { afterAll, beforeAll, expect, test } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { CliBench } from "./test-bench.ts";

const bench = new CliBench();
beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
});
afterAll(() => bench.remove());

test("check --accept-versions takes over new values, and leaves the schema of the lock and the project as they are", async () => {
  const file = bench.path("project", "schema.lock.json");
  const project = readFileSync(bench.path("project", "seedloom.yaml"), "utf8");
  const fresh = readFileSync(file, "utf8");
  const lock = JSON.parse(fresh) as { versions: { engine: number } };
  // As if an earlier Seedloom had written it, and the source had changed since.
  const earlier = { ...lock, versions: { ...lock.versions, engine: 0 } };
  writeFileSync(file, `${JSON.stringify(earlier, null, 2)}\n`.replaceAll('"quantity"', '"amount"'));
  const before = await bench.run("check", bench.project);
  expect(before.out).toMatch(/^warning: These columns give other values than when the project was saved: /m);
  expect(before.out).toMatch(/^drift: .*quantity/m);

  const accepting = await bench.run("check", bench.project, "--accept-versions");
  expect(accepting.err).toMatch(/^seedloom: accepted\. These columns give other values/m);
  expect(accepting.out).not.toContain("other values");
  expect(accepting.out).toMatch(/^drift: .*quantity/m);
  expect(readFileSync(file, "utf8")).toBe(fresh.replaceAll('"quantity"', '"amount"'));
  expect(readFileSync(bench.path("project", "seedloom.yaml"), "utf8")).toBe(project);

  writeFileSync(file, fresh);
  const again = await bench.run("check", bench.project, "--accept-versions");
  expect(again).toMatchObject({ code: 0 });
  expect(again.err).toContain("no column has other values than when the project was saved.");
  expect(readFileSync(file, "utf8")).toBe(fresh);
});

test("help says what it does", async () => {
  const { out } = await bench.run("help", "check");
  expect(out).toContain("--accept-versions");
});
