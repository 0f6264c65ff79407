import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { runCli } from "./main.ts";
import type { Terminal } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "seedloom-worker-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function seedloom(...words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const terminal: Terminal = {
    out: (text) => Promise.resolve(void said.push(text)),
    note: (line) => void said.push(line),
    watched: false,
    width: undefined,
  };
  return { code: await runCli([...words], { serve: () => Promise.resolve(0) }, terminal), said: said.join("\n") };
}

test("load --worker fills one database from several runs, and exports say whose part they are", async () => {
  const project = join(folder, "project");
  cpSync("examples/shop", project, { recursive: true });
  const target = join(folder, "target.sqlite");
  for (const path of [join(project, "shop.sqlite"), target]) {
    const database = new Database(path);
    database.exec(readFileSync("examples/shop/schema.sql", "utf8"));
    database.close();
  }
  const load = ["load", project, "--scenario", "smoke", "--to", target, "--workers", "1"];
  for (const worker of ["1/2", "2/2"]) {
    const { code, said } = await seedloom(...load, "--worker", worker, "--proof");
    expect({ code, said }).toMatchObject({ code: 0 });
  }
  const database = new Database(target);
  expect(database.prepare("SELECT count(*), max(id) FROM customers").raw().get()).toEqual([24, 24]);
  database.close();

  const out = join(folder, "out");
  const exported = await seedloom(
    "export",
    project,
    "--scenario",
    "smoke",
    "--format",
    "csv",
    "--out",
    out,
    "--worker",
    "2/2",
  );
  expect(exported).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"))).toMatchObject({
    worker: { index: 2, count: 2 },
  });

  expect(await seedloom(...load, "--worker", "2/2", "--clear")).toMatchObject({
    code: 2,
    said: expect.stringContaining("--clear would delete the rows of the other workers.") as unknown,
  });
  expect(await seedloom(...load, "--worker", "3/2")).toMatchObject({
    code: 2,
    said: expect.stringContaining("--worker takes a part such as 1/3") as unknown,
  });
});
