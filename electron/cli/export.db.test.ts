import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CliBench, expectCalm, shopSchema, shopTables } from "./test-bench.ts";

const bench = new CliBench();
beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
});
afterAll(() => bench.remove());

describe("export", () => {
  /** Two tables of several pieces, the others of one. */
  const rows = ["--rows", "customers=30k", "--rows", "orders=30k", "--rows", "2k"];

  test("one worker and two, and three shards joined, give the same bytes", async () => {
    expect((await bench.export("one", ...rows, "--workers", "1")).code).toBe(0);
    expect((await bench.export("two", ...rows, "--workers", "2")).code).toBe(0);
    expect(bench.hashes("two")).toEqual(bench.hashes("one"));
    for (const part of [1, 2, 3])
      expect((await bench.export(`part${part}`, ...rows, "--shard", `${part}/3`)).code).toBe(0);
    for (const name of bench.dataFiles("one")) {
      const joined = Buffer.concat([1, 2, 3].map((part) => readFileSync(bench.path(`part${part}`, name))));
      expect(joined.equals(readFileSync(bench.path("one", name))), name).toBe(true);
    }
  });

  test("a part does not replace another part in the same folder", async () => {
    const refused = await bench.export("part1", ...rows, "--shard", "2/3");
    expect(refused.code).toBe(2);
    expectCalm(refused);
  });

  test("SQL shards join too, rings of tables included", async () => {
    const words = ["export", bench.project, "--format", "sql", "--rows", "250"];
    expect((await bench.run(...words, "--out", bench.path("sql"))).code).toBe(0);
    for (const part of [1, 2, 3])
      expect((await bench.run(...words, "--out", bench.path(`sql${part}`), "--shard", `${part}/3`)).code).toBe(0);
    const names = bench.dataFiles("sql");
    expect(names).toHaveLength(5);
    for (const name of names) {
      const joined = [1, 2, 3].map((part) => bench.text(`sql${part}`, name)).join("");
      expect(joined, name).toBe(bench.text("sql", name));
    }
  });

  test("SQL reloads in number order with every row, and all keys hold", async () => {
    expect(
      (await bench.run("export", bench.project, "--format", "sql", "--rows", "250", "--out", bench.path("reload")))
        .code,
    ).toBe(0);
    const loaded = new Database(":memory:");
    loaded.exec(shopSchema);
    loaded.pragma("foreign_keys = ON");
    for (const name of bench.dataFiles("reload")) loaded.exec(bench.text("reload", name));
    expect(loaded.pragma("foreign_key_check")).toEqual([]);
    for (const table of shopTables) {
      expect(loaded.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 250 });
    }
    loaded.close();
  });

  test("the manifest has the size and hash of every file, and no time of day", async () => {
    expect((await bench.export("m", "--rows", "20")).code).toBe(0);
    const first = bench.text("m", "manifest.json");
    const { files, seed, referenceDate } = JSON.parse(first) as {
      files: { path: string; rows: number; bytes: number; sha256: string }[];
      seed: number;
      referenceDate: string;
    };
    expect(seed).toBeTypeOf("number");
    expect(referenceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    const hashes = bench.hashes("m");
    for (const { path, rows, bytes, sha256 } of files) {
      expect(hashes[path]).toBe(sha256);
      expect(readFileSync(bench.path("m", path))).toHaveLength(bytes);
      expect(rows).toBe(20);
    }
    expect((await bench.export("m", "--rows", "20")).code).toBe(0);
    expect(bench.text("m", "manifest.json")).toBe(first);
  });

  test("--check passes on what was exported and fails on what was changed since", async () => {
    expect((await bench.export("c", "--rows", "20")).code).toBe(0);
    expect((await bench.export("c", "--rows", "20", "--check")).code).toBe(0);
    writeFileSync(bench.path("c", "orders.csv"), "changed");
    rmSync(bench.path("c", "customers.csv"));
    const failed = await bench.export("c", "--rows", "20", "--check");
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("customers.csv (missing)");
    expect(failed.err).toContain("orders.csv");
    expect(bench.text("c", "orders.csv")).toBe("changed");
    expect(existsSync(bench.path("c", "customers.csv"))).toBe(false);
  });

  test("row counts of single tables, another seed, no rows at all", async () => {
    expect((await bench.export("r", "--rows", "customers=7", "--rows", "0")).code).toBe(0);
    expect((await bench.export("r", "--rows", "10", "--rows", "customers=7", "--table", "customers")).code).toBe(0);
    expect(bench.text("r", "customers.csv").trimEnd().split("\n")).toHaveLength(8);
    const before = bench.hashes("r");
    expect((await bench.export("r", "--rows", "customers=7", "--table", "customers", "--seed", "5")).code).toBe(0);
    expect(bench.hashes("r")).not.toEqual(before);
    expect((await bench.export("r", "--rows", "0", "--table", "customers")).code).toBe(0);
    expect(bench.text("r", "customers.csv").trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    [["--rows", "-1"], "--rows"],
    [["--rows", "1000000000000"], "10^12"],
    [["--rows", "NaN"], "NaN"],
    [["--rows", "nope=5"], "nope"],
    [["--table", "ordres"], "orders"],
    [["--scenario", "perf"], "perf"],
    [["--workers", "0"], "--workers"],
    [["--shard", "4/3"], "--shard"],
    [["--seed", "x"], "--seed"],
    [["--frmat", "csv"], "--format"],
    [["--format", "cvs"], "csv"],
    [["--dialect", "oracle"], "--dialect"],
    [["--target", "x"], "--target"],
  ])("%j is wrong usage, in a sentence that names it", async (words, said) => {
    const refused = await bench.export("never", ...words);
    expect(refused.code).toBe(2);
    expectCalm(refused);
    expect(refused.err).toContain(said);
    expect(existsSync(bench.path("never"))).toBe(false);
  });

  test("a folder that cannot be made is said, and the exit code is 3", async () => {
    writeFileSync(bench.path("file"), "");
    const failed = await bench.export("file/out", "--rows", "5");
    expect(failed.code).toBe(3);
    expectCalm(failed);
    expect(failed.err).toContain(bench.path("file", "out"));
  });
});
