import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, test } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { openSource } from "../drivers/open-source.ts";
import { ExportBench, filesIn } from "./export-bench.ts";
import type { JobSpec } from "./job-spec.ts";
import { hasRealData } from "./load-engines.ts";
import { jobOf } from "./script-bench.ts";
import { WorkerPool } from "./worker-pool.ts";

const bench = new ExportBench(new WorkerPool());
afterAll(() => bench.end());

async function chinook(rules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {}): Promise<JobSpec> {
  const source = await openSource("../shared/data/chinook/chinook.sqlite");
  try {
    return jobOf(await source.model(), { rules });
  } finally {
    await source.close();
  }
}

async function shop(asked: Partial<JobSpec>): Promise<JobSpec> {
  const source = await openSource("examples/shop/schema.sql");
  try {
    return jobOf(await source.model(), asked);
  } finally {
    await source.close();
  }
}

const texts = async (spec: JobSpec, workers = 1): Promise<ReadonlyMap<string, string>> =>
  new Map(
    [...filesIn(await bench.run(spec, { workers }))]
      .filter(([path]) => path !== "manifest.json")
      .map(([path, bytes]) => [path, bytes.toString()]),
  );

describe.skipIf(!hasRealData)("Chinook with one rule changed (skipped where ../shared/data is absent)", () => {
  const changed = {
    Track: { Composer: { kind: "generate", generator: "constant", params: { value: "Nobody" } } },
  } as const;

  test.each([
    ["sql", {}],
    ["sql", { statement: "upsert", "rows-per-statement": 7, files: "one" }],
    ["csv", { quote: "all" }],
    ["ndjson", {}],
    ["json", { shape: "object", indent: 2 }],
  ])("%s %j differs in the lines of that column only", async (format, options) => {
    const asked = { format, options };
    const before = await texts({ ...(await chinook()), ...asked });
    const after = await texts({ ...(await chinook(changed)), ...asked });
    expect([...after.keys()]).toEqual([...before.keys()]);
    let lines = 0;
    for (const [path, text] of before) {
      const [old, fresh] = [text.split("\n"), (after.get(path) ?? "").split("\n")];
      expect(fresh.length).toBe(old.length);
      const differing = old.flatMap((line, k) => (line === fresh[k] ? [] : [[line, fresh[k] ?? ""] as const]));
      if (differing.length > 0) expect(path).toMatch(/Track\.|data\./);
      lines += differing.length;
      for (const [was, is] of differing) {
        // What the lines have in common on both sides leaves one value.
        let [from, to] = [0, 0];
        while (was[from] === is[from]) from++;
        while (to < is.length - from && was.at(-1 - to) === is.at(-1 - to)) to++;
        expect(`'Nobody' "Nobody"`).toContain(is.slice(from, is.length - to));
      }
    }
    expect(lines).toBe(250);
  });
});

interface Node {
  readonly [name: string]: unknown;
}

test("nested JSON holds each row once, within its owner, whatever the workers and shards", async () => {
  const rows = { customers: 300, products: 50 };
  const flat = await texts(await shop({ format: "json", options: { shape: "object" }, rowOverrides: rows }));
  const spec = await shop({ format: "json", options: { shape: "nested" }, rowOverrides: rows });
  const nested = await texts(spec);
  expect(await texts(spec, 2)).toEqual(nested);
  const shards = await Promise.all(
    [1, 2, 3].map(async (index) => (await texts({ ...spec, shard: { index, count: 3 } })).get("data.json") ?? ""),
  );
  expect(shards.join("")).toBe(nested.get("data.json"));

  const expected = JSON.parse(flat.get("data.json") ?? "") as Record<string, Node[]>;
  const tables = Object.keys(expected);
  const found: Record<string, Node[]> = {};
  const walk = (table: string, row: Node): void => {
    const own = Object.entries(row).filter(([name, value]) => !(tables.includes(name) && Array.isArray(value)));
    (found[table] ??= []).push(Object.fromEntries(own));
    for (const [name, value] of Object.entries(row))
      if (tables.includes(name) && Array.isArray(value)) for (const child of value) walk(name, child as Node);
  };
  const roots = JSON.parse(nested.get("data.json") ?? "") as Record<string, Node[]>;
  expect(Object.keys(roots)).not.toContain("order_items");
  for (const [table, list] of Object.entries(roots)) for (const row of list) walk(table, row);
  expect(found).toEqual(expected);
  const customer = roots["customers"]?.find(({ orders }) => Array.isArray(orders) && orders.length > 0);
  expect(customer?.["orders"]).toContainEqual(expect.objectContaining({ customer_id: customer?.["id"] }));
});

test("nested JSON goes as deep as it is told, without the keys, laid out as JSON.stringify does it", async () => {
  const rowOverrides = { customers: 30, products: 20 };
  const options = { shape: "nested", depth: 1, keys: "drop", indent: 2 };
  const text = (await texts(await shop({ format: "json", options, rowOverrides }))).get("data.json") ?? "";
  const roots = JSON.parse(text) as Record<string, Node[]>;
  // Decimals keep their zeros.
  const short = text.replaceAll(/(: -?\d+)(\.\d*?)0+(?=,?$)/gm, (_, whole: string, rest: string) =>
    rest === "." ? whole : whole + rest,
  );
  expect(short).toBe(`${JSON.stringify(roots, null, 2)}\n`);
  expect(Object.keys(roots)).toContain("order_items");
  const [order] = roots["customers"]?.flatMap(({ orders }) => orders as Node[]) ?? [];
  expect(Object.keys(order ?? {})).toContain("order_number");
  expect(Object.keys(order ?? {})).not.toContain("customer_id");
  expect(Object.keys(order ?? {})).not.toContain("order_items");
});

test("DuckDB reads CSV with the options that it is told", async () => {
  const folder = await bench.run(
    await shop({
      format: "csv",
      tables: ["customers", "reviews"],
      options: { delimiter: ";", null: "\\N", quote: "non-numeric", "line-ends": "crlf", bom: true },
    }),
  );
  const plain = await bench.run(await shop({ format: "ndjson", tables: ["customers", "reviews"] }));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const table of ["customers", "reviews"]) {
    const expected = readFileSync(`${plain}/${table}.ndjson`, "utf8").trimEnd().split("\n");
    const reader = await connection.runAndReadAll(
      `SELECT * FROM read_csv('${folder}/${table}.csv', delim = ';', nullstr = '\\N', quote = '"', escape = '"', header = true, all_varchar = true, new_line = '\\r\\n')`,
    );
    const asText = (value: unknown): unknown =>
      value === null || typeof value === "string"
        ? value
        : JSON.stringify(typeof value === "boolean" ? Number(value) : value);
    expect(reader.getRowsJson()).toEqual(expected.map((line) => Object.values(JSON.parse(line) as Node).map(asText)));
  }
  connection.closeSync();
  instance.closeSync();
});
