import Database from "better-sqlite3";
import { parse as parseCsv } from "csv-parse/sync";
import { load } from "js-yaml";
import { join } from "node:path";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newProject } from "../../shared/project/new-project.ts";
import { openSource } from "../drivers/open-source.ts";
import { ExportBench, filesIn, nastySpec } from "./export-bench.ts";
import { hasRealData } from "./load-engines.ts";
import type { JobSpec } from "./job-spec.ts";
import { outputPlace } from "./output-place.ts";
import { WorkerPool } from "./worker-pool.ts";

const bench = new ExportBench(new WorkerPool());
afterAll(() => bench.end());

const rows = 1250;
const spec = (format: string, more: Partial<JobSpec> = {}): JobSpec => ({
  ...nastySpec(format, { rows, edges: false }),
  ...more,
});
const written = async (asked: JobSpec, workers = 1) => {
  const files = filesIn(await bench.run(asked, { workers }));
  const paths = [...files.keys()].filter((path) => path !== "manifest.json");
  return { files, paths, text: (path: string) => String(files.get(path)) };
};
const manifestSchema = z.object({
  files: z.array(z.object({ path: z.string(), rows: z.number(), bytes: z.number() })),
});

const list = z.array(z.looseObject({ id: z.number() }));
const readers: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
  csv: (text) => z.array(z.unknown()).parse(parseCsv(text, { columns: true })),
  json: (text) => list.parse(JSON.parse(text)),
  ndjson: (text) => text.split("\n").slice(0, -1),
  yaml: (text) => list.parse(load(text)),
  sql: (text) => {
    const database = new Database(":memory:");
    const [, columns = ""] = /INSERT INTO "hard cases" \(([^)]*)\)/.exec(text) ?? [];
    if (columns !== "") database.exec(`CREATE TABLE "hard cases" (${columns})`);
    database.exec(text);
    const found = columns === "" ? [] : database.prepare('SELECT * FROM "hard cases"').all();
    database.close();
    return found;
  },
};

describe.each(Object.keys(readers))("a %s file that is split", (format) => {
  const read = readers[format] ?? (() => []);
  const dialect = { dialect: "sqlite" as const };

  test("by rows gives files that read by themselves", async () => {
    const { paths, text } = await written(spec(format, { split: { rows: 500 }, ...dialect }));
    const counts = paths.filter((path) => path.includes("hard")).map((path) => read(text(path)).length);
    expect(counts).toEqual([500, 500, 250]);
    expect(paths.filter((path) => path.includes("none"))).toHaveLength(1);
  });

  test("by bytes gives files that read by themselves, none larger, the same with two workers", async () => {
    const asked = spec(format, { split: { bytes: 100_000 }, ...dialect });
    const { files, paths, text } = await written(asked);
    const parts = paths.filter((path) => path.includes("hard"));
    const counts = parts.map((path) => read(text(path)).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
    expect(parts.length).toBeGreaterThan(2);
    for (const path of parts) expect(files.get(path)?.length).toBeLessThanOrEqual(100_000);
    expect((await written(asked, 2)).files).toEqual(files);
    const manifest = manifestSchema.parse(JSON.parse(text("manifest.json")));
    expect(manifest.files.filter(({ path }) => parts.includes(path)).map((file) => file.rows)).toEqual(counts);
  });
});

describe("compressed files", () => {
  const ways = { gzip: [".gz", gunzipSync], zstd: [".zst", zstdDecompressSync] } as const;
  test.each(["gzip", "zstd"] as const)("are what they are without %s, the same with two workers", async (compress) => {
    const [ending, decompress] = ways[compress];
    const [plain, packed] = [await written(spec("csv")), await written(spec("csv", { compress }))];
    expect(packed.paths).toEqual(plain.paths.map((path) => path + ending));
    for (const path of plain.paths) {
      expect(decompress(packed.files.get(path + ending) ?? Buffer.alloc(0))).toEqual(plain.files.get(path));
    }
    expect((await written(spec("csv", { compress }), 2)).files).toEqual(packed.files);
  });

  test("of shards are readable when they are joined", async () => {
    const whole = await written(spec("csv"));
    const parts = await Promise.all(
      [1, 2, 3].map((index) => written(spec("csv", { compress: "gzip", shard: { index, count: 3 } }))),
    );
    const joined = Buffer.concat(parts.flatMap(({ files }) => files.get("hard cases.csv.gz") ?? []));
    expect(gunzipSync(joined)).toEqual(whole.files.get("hard cases.csv"));
  });
});

describe("paths", () => {
  test("follow a template", async () => {
    const template = "{schema}/{nnn}-{table}.{part}.csv";
    const { paths } = await written(spec("csv", { template, split: { rows: 700 }, compress: "gzip" }));
    expect(paths).toEqual([
      "public/010-hard cases.001.csv.gz",
      "public/010-hard cases.002.csv.gz",
      "public/020-none.001.csv.gz",
    ]);
  });

  test.each([
    ["../{table}.csv", "leaves the folder"],
    ["/tmp/{table}.csv", "does not begin in the folder"],
    ["C:\\{table}.csv", "does not begin in the folder"],
    ["{tables}.csv", "{tables}, which stands for nothing"],
    ["all.csv", "hard cases and none would both be written to all.csv"],
    ["{table}/aux.csv", "no name that every file system takes"],
    [`{table}${"x".repeat(250)}.csv`, "no name that every file system takes"],
  ])("%s is refused before the run", async (template, words) => {
    await expect(bench.run(spec("csv", { template }))).rejects.toThrow(words);
  });

  test("of a target are a folder, or a folder and a template", () => {
    const place = (to: string, scenario?: string) => outputPlace(to, { format: "sql", scenario });
    expect(place("seeds/{scenario}", "a/b")).toEqual({ folder: "seeds/a%2Fb" });
    expect(place("seeds/{scenario}/{nnn}_{table}.sql")).toEqual({
      folder: "seeds/default",
      template: "{nnn}_{table}.sql",
    });
    expect(place("seeds/{table}/x-{scenario}.sql")).toEqual({ folder: "seeds", template: "{table}/x-{scenario}.sql" });
    expect(place("all.sql")).toEqual({ folder: ".", template: "all.sql" });
    expect(place("/{table}.sql")).toEqual({ folder: "/", template: "{table}.sql" });
  });
});

describe("what cannot be is said before the first row", () => {
  test.each([
    ["a shard of a file that cannot be joined", spec("parquet", { shard: { index: 1, count: 2 } }), "cannot be joined"],
    [
      "a shard of a file that is cut",
      spec("csv", { split: { bytes: 4096 }, shard: { index: 1, count: 2 } }),
      "no shard knows",
    ],
    ["a database in parts", spec("sqlite", { split: { rows: 10 } }), "cannot be split"],
    ["Parquet in gzip", spec("parquet", { compress: "gzip" }), "not compressed a second time"],
    [
      "more files than anybody reads",
      spec("csv", { split: { rows: 1 }, rowOverrides: { "hard cases": 999_999_999 } }),
      "999,999,999 files",
    ],
    [
      "more than the disk holds",
      spec("csv", { rowOverrides: { "hard cases": 999_999_999_999 } }),
      /needs at least \d+ TB more, and .* are free/,
    ],
  ])("%s", async (_, asked, words) => {
    await expect(bench.run(asked)).rejects.toThrow(words);
  });
});

describe.skipIf(!hasRealData)("real databases (skipped where ../shared/data is absent)", () => {
  test.each(["chinook/chinook.sqlite", "sakila/sakila.sqlite"])(
    "%s as one SQLite file keeps its keys",
    async (path) => {
      const address = `../shared/data/${path}`;
      const source = await openSource(address);
      const model = await source.model();
      await source.close();
      const project = { ...newProject({ source: address, seed: 1, now: "2026-11-22", locales: { en: 1 } }), rows: 40 };
      const asked: JobSpec = {
        model,
        project,
        source: address,
        referenceDate: "2026-11-22",
        format: "sqlite",
        dialect: "sqlite",
      };
      const [one, two] = [await bench.run(asked), await bench.run(asked, { workers: 2 })];
      expect(filesIn(two)).toEqual(filesIn(one));
      const database = new Database(join(one, "data.sqlite"), { readonly: true });
      expect(database.pragma("foreign_key_check")).toEqual([]);
      for (const { name } of model.tables) {
        expect(database.prepare(`SELECT count(*) > 0 FROM "${name}"`).pluck().get()).toBe(1);
      }
      database.close();
    },
  );
});
