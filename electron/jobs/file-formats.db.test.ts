import { DuckDBInstance } from "@duckdb/node-api";
import Database from "better-sqlite3";
import { XMLParser } from "fast-xml-parser";
import { parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { load } from "js-yaml";
import readWorkbook from "read-excel-file/node";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Rule } from "../../shared/rules/rule.ts";
import { ExportBench, filesIn, nastySpec, planOf, textsOf } from "./export-bench.ts";
import type { JobSpec } from "./job-spec.ts";
import { WorkerPool } from "./worker-pool.ts";

const bench = new ExportBench(new WorkerPool());
afterAll(() => bench.end());

type Read = Readonly<Record<string, unknown>>;
const rowsSchema = z.array(z.record(z.string(), z.unknown()));

const hard = "hard cases";
const words = "a \"quoted\", <name> & 'more'";
const spec = nastySpec("csv");
const known = new Map<JobSpec, Promise<ReturnType<typeof textsOf>>>();

/** The rows as they are to be read, made once. */
function expected(asked: JobSpec): Promise<ReturnType<typeof textsOf>> {
  const rows = known.get(asked) ?? planOf(asked).then((plan) => textsOf(plan, hard));
  known.set(asked, rows);
  return rows;
}

/** Cells that did not come back as they were: a few, for a message that can be read. */
async function lost(
  back: readonly Read[],
  text: (value: unknown, column: string) => unknown,
  asked = spec,
): Promise<readonly unknown[]> {
  const rows = await expected(asked);
  if (rows.length !== back.length) return [`${back.length} of ${rows.length} rows`];
  return rows
    .flatMap((row, at) =>
      Object.entries(row).flatMap(([name, value]) => {
        const read = text(back[at]?.[name] ?? null, name);
        const same = value === null || typeof read !== "number" ? read === value : read === Number(value);
        return same ? [] : [[at + 1, name, value, read]];
      }),
    )
    .slice(0, 5);
}

/** Bigints, truth values and texts as text. */
const plain = (value: unknown): unknown =>
  typeof value === "bigint" || typeof value === "boolean" ? value.toString() : value;
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

describe("every kind of column, with edge values and NULLs, comes back", () => {
  test("from YAML, in both of its versions and by two readers", async () => {
    const files = filesIn(await bench.run({ ...spec, format: "yaml" }));
    const text = String(files.get(`${hard}.yaml`));
    const readings = [
      load(text),
      parse(text, { version: "1.1", intAsBigInt: true }),
      parse(text, { intAsBigInt: true }),
    ];
    for (const read of readings) expect(await lost(rowsSchema.parse(read), plain)).toEqual([]);
    expect(load(String(files.get("none.yaml")))).toEqual([]);
  });

  test("from Parquet, with its types", async () => {
    const folder = await bench.run({ ...spec, format: "parquet", options: { "rows-per-group": 1000 } });
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const query = async (sql: string): Promise<readonly Read[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const file = join(folder, `${hard}.parquet`);
    const columns = await query(`DESCRIBE SELECT * FROM '${file}'`);
    const types = columns.map((column) => column["column_type"]);
    expect(types.join(" ")).toBe(
      "BIGINT SMALLINT INTEGER BIGINT DECIMAL(12,2) DOUBLE BOOLEAN DATE TIME TIMESTAMP TIMESTAMP WITH TIME ZONE BLOB UUID JSON VARCHAR",
    );
    // In hexadecimal digits: the driver takes a byte order mark off a text.
    const text = `"${words.replaceAll('"', '""')}"`;
    const rows = await query(`SELECT * REPLACE (hex(raw) AS raw, hex(encode(${text})) AS ${text}) FROM '${file}'`);
    const cell = (value: unknown, column: string): unknown => {
      if (column === "raw" && typeof value === "string") return `\\x${value.toLowerCase()}`;
      return column === words && typeof value === "string" ? Buffer.from(value, "hex").toString() : plain(value);
    };
    expect(await lost(rows, cell)).toEqual([]);
    expect(await query(`SELECT count(*) AS n FROM '${join(folder, "none.parquet")}'`)).toEqual([{ n: "0" }]);
    connection.closeSync();
    instance.closeSync();
  });

  test.each(["snappy", "zstd", "gzip", "none"])(
    "from Parquet that is compressed by %s, several groups",
    async (compression) => {
      const options = { compression, "rows-per-group": 1000 };
      const asked = { ...nastySpec("parquet", { rows: 2200, edges: false }), options };
      const bytes = filesIn(await bench.run(asked, { workers: 2 })).get(`${hard}.parquet`) ?? Buffer.alloc(0);
      const file = new Uint8Array(bytes).buffer;
      const rows = await parquetReadObjects({ file, compressors });
      expect(rows.map((row) => [row["id"], row[words]])).toEqual(
        (await expected(asked)).map((row) => [BigInt(row["id"] ?? ""), row[words]]),
      );
    },
  );

  test("from an Excel workbook: numbers, dates and texts as what they are", async () => {
    const folder = await bench.run({ ...spec, format: "xlsx" });
    const sheets = await readWorkbook(join(folder, "data.xlsx"), { trim: false });
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      [hard, 701],
      ["none", 1],
    ]);
    const [names = [], ...data] = sheets[0]?.data ?? [];
    const rows = data.map((cells) => Object.fromEntries(names.map((name, k) => [String(name), cells[k]])));
    expect(await lost(rows, excelText)).toEqual([]);
  });

  test("from a SQLite database", async () => {
    const folder = await bench.run({ ...spec, format: "sqlite" });
    const database = new Database(join(folder, "data.sqlite"), { readonly: true });
    const rows = database.prepare(`SELECT * FROM "${hard}"`).safeIntegers().all();
    expect(database.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(database.prepare("SELECT count(*) FROM none").pluck().get()).toBe(0);
    database.close();
    const cell = (value: unknown, column: string): unknown => {
      if (value instanceof Uint8Array) return hex(value);
      if (column === "flag" && value !== null) return value === 1n ? "true" : "false";
      return column === "amount" && value !== null ? Number(value) : plain(value);
    };
    expect(await lost(rowsSchema.parse(rows), cell)).toEqual([]);
  });

  const texts = [
    "no",
    "a<b & \"c\" 'd' ]]>",
    "two\nlines\r\n\tand a tab ",
    "",
    "  x  ",
    "日本 😀 é",
    "&amp;",
    "[NULL]",
    "\u007F\u0085\u2028",
  ];
  test("from XML, where it is left out of an element", async () => {
    const asked = nastySpec("xml", { edges: false, texts });
    const files = filesIn(await bench.run({ ...asked, options: { files: "one" } }));
    const file = String(files.get("data.xml"));
    // This reader leaves line ends and tabs in attributes as they stand; others make blanks of them.
    expect(file).not.toMatch(/="[^"]*[\t\n\r]/);
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      parseAttributeValue: false,
      trimValues: false,
      htmlEntities: true,
    });
    const element = z.array(z.record(z.string(), z.string()));
    const set = z.object({ dataset: z.record(z.string(), z.union([element, z.string()])) }).parse(parser.parse(file));
    expect(set.dataset["none"]).toBe("");
    const encoded =
      "a_x0020__x0022_quoted_x0022__x002C__x0020__x003C_name_x003E__x0020__x0026__x0020__x0027_more_x0027_";
    const rows = element.parse(set.dataset["hard_x0020_cases"]).map(({ [encoded]: text = null, ...row }) => ({
      ...row,
      [words]: text,
    }));
    const cell = (value: unknown, column: string): unknown =>
      column === "raw" && typeof value === "string" ? hex(Buffer.from(value, "base64")) : value;
    expect(await lost(rows, cell, asked)).toEqual([]);
  });
});

/** A cell of a sheet as the text that it was made of. Moments are fractions of days there, true to less than a millisecond. */
function excelText(value: unknown, column: string): unknown {
  if (!(value instanceof Date)) return column === "raw" || column === "document" ? value : plain(value);
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const [day = "", time = ""] = iso.replace("Z", "").split("T");
  const seconds = time.slice(0, 8);
  const parts: Readonly<Record<string, string>> = {
    day,
    clock: seconds,
    moment: `${day} ${seconds}`,
    zoned: `${day} ${seconds}+00`,
  };
  return parts[column];
}

/** One value in some thousand has a character that few formats can write: sample rows have none. */
function rareSpec(format: string): JobSpec {
  const asked = nastySpec(format, { rows: 3000, edges: false });
  const rule: Rule = { kind: "generate", generator: "pattern", params: { pattern: "[\\0 -\\u2fff]{8}" } };
  const tables = { ...asked.project.tables, [hard]: { rows: 3000, columns: { [words]: rule } } };
  return { ...asked, project: { ...asked.project, tables } };
}

describe("what a format cannot hold is told, and nothing is written", () => {
  test("values of lists and edge values before the first row, with a fix", async () => {
    for (const [asked, why] of [
      [{ ...spec, format: "xml" }, "holds the character U+FFFF, which XML has no way to write"],
      [
        nastySpec("xml", { edges: false, texts: ["fine", "bell\u0007"] }),
        "holds the character U+0007, which XML has no way to write",
      ],
      [
        nastySpec("xlsx", { edges: false, texts: ["short", "long ".repeat(7000)] }),
        "has 35000 characters, and a cell of Excel holds 32,767",
      ],
    ] as const) {
      const folder = bench.folder();
      await expect(bench.run(asked, { folder })).rejects.toMatchObject({
        message: `A value of ${hard}.${words} ${why}.`,
        hint: expect.stringContaining("“Use the suggested rule”") as string,
      });
      expect(filesIn(folder).size).toBe(0);
    }
  });

  test("a value that only some row has, with its cell", async () => {
    for (const [format, why] of [
      ["xml", "holds the character U\\+0000"],
      ["sql", "cannot be written: PostgreSQL cannot hold text with a NUL character"],
    ] as const) {
      const folder = bench.folder();
      await expect(bench.run(rareSpec(format), { folder })).rejects.toThrow(
        new RegExp(`of row \\d+ of hard cases ${why}`),
      );
      expect(filesIn(folder).size).toBe(0);
    }
  });

  test("a text that is the marker of NULL in XML", async () => {
    const asked = nastySpec("xml", { edges: false, texts: ["plain", "[NULL]"] });
    await expect(bench.run({ ...asked, options: { nulls: "marker" } })).rejects.toThrow("would be read as NULL");
  });

  test("a table that is longer than a sheet, before the first row", async () => {
    await expect(bench.run(nastySpec("xlsx", { rows: 1_048_576 }))).rejects.toThrow(/a sheet of Excel holds 1,048,576/);
  });
});

describe("the same bytes, however many workers", () => {
  test.each(["yaml", "parquet", "xlsx", "sqlite", "xml"])("%s", async (format) => {
    const asked = nastySpec(format, { rows: 3000, edges: false });
    const [one, two] = [await bench.run(asked), await bench.run(asked, { workers: 2 })];
    expect(filesIn(two)).toEqual(filesIn(one));
  });
});

test("a run that is cancelled in the middle of a file leaves nothing", async () => {
  for (const format of ["parquet", "xlsx", "sqlite"]) {
    const folder = bench.folder();
    const asked = nastySpec(format, { rows: 20_000, edges: false });
    await expect(bench.run(asked, { folder, stopAt: 100 })).rejects.toThrow("The export was cancelled.");
    expect(filesIn(folder).size).toBe(0);
  }
});
