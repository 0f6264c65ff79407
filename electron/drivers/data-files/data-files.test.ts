import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSeedloomError } from "../../../shared/base/errors.ts";
import { findTable, type SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import { openSource } from "../open-source.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "data-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function modelOf(source: string): Promise<SchemaModel> {
  const opened = await openSource(source);
  try {
    return await opened.model();
  } finally {
    await opened.close();
  }
}

/** Name and type of every column of a table; a question mark where it may be NULL. */
const typesIn = (model: SchemaModel, table: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (findTable(model, table)?.columns ?? []).map(({ name, type, nullable }) => [name, nullable ? `${type}?` : type]),
  );

async function rowsOf(source: string, table: string, limit?: number): Promise<readonly (readonly Cell[])[]> {
  const opened = await openSource(source);
  const found = findTable(await opened.model(), table);
  if (found === undefined) throw new Error(`no table ${table}`);
  const rows: (readonly Cell[])[] = [];
  for await (const chunk of opened.read({ table: found, ...(limit === undefined ? {} : { limit }) }))
    rows.push(...chunk);
  await opened.close();
  return rows;
}

async function failure(source: string): Promise<string> {
  try {
    const opened = await openSource(source);
    await opened.model();
  } catch (error) {
    if (isSeedloomError(error))
      return `${error.code}: ${error.message.replace(source, "FILE").replace(folder, "FOLDER")}`;
    throw error;
  }
  throw new Error("opened");
}

describe("CSV", () => {
  test("types from the values", async () => {
    const path = write(
      "things.csv",
      `id,big,huge,price,measure,flag,day,moment,zoned,clock,uid,doc,zip,iso,note,empty
1,3000000000,12345678901234567890,1.50,1e5,true,2024-02-29,2024-01-01 10:00:00.123,2024-01-01T10:00:00Z,10:30,0b0c5b2e-54e0-4ac5-9bb4-1c0d7a1f5a11,"{""a"":[1]}",01234,SE,"a, ""b""
c",
2,4,5,12.125,2.5,false,2023-12-31,2024-01-02 11:00,2024-01-01T10:00:00+02:00,23:59:59,0b0c5b2e-54e0-4ac5-9bb4-1c0d7a1f5a12,[],99999,DE,,
`,
    );
    const model = await modelOf(path);
    expect(model.engine).toBe("postgresql");
    expect(typesIn(model, "things")).toEqual({
      id: "integer",
      big: "bigint",
      huge: "numeric(38,0)",
      price: "numeric(7,3)",
      measure: "double precision",
      flag: "boolean",
      day: "date",
      moment: "timestamp(3) without time zone",
      zoned: "timestamp with time zone",
      clock: "time without time zone",
      uid: "uuid",
      doc: "jsonb",
      zip: "character(5)",
      iso: "character(2)",
      note: "character varying(10)?",
      empty: "text?",
    });
    expect(findTable(model, "things")?.primaryKey).toEqual(["id"]);
    expect((await rowsOf(path, "things"))[0]?.slice(0, 9)).toEqual([
      1,
      3000000000,
      "12345678901234567890",
      "1.50",
      100000,
      true,
      "2024-02-29",
      "2024-01-01 10:00:00.123",
      "2024-01-01 10:00:00+00",
    ]);
  });

  test.each([
    ["semicolons", "id;name\n1;a,b\n2;c\n"],
    ["tabs", "id\tname\n1\ta\n2\tb\n"],
    ["bars", "id|name\n1|a\n2|b\n"],
    ["single quotes", "id,name\n1,'a,b'\n2,'c'\n"],
    ["CRLF and a mark", "\ufeffid,name\r\n1,a\r\n2,b\r\n"],
    ["no line end", "id,name\n1,a\n2,b"],
    ["empty lines", "id,name\n\n1,a\n\n2,b\n\n"],
  ])("written with %s", async (_, content) => {
    const model = await modelOf(write("t.csv", content));
    expect(findTable(model, "t")?.columns.map(({ name }) => name)).toEqual(["id", "name"]);
    expect(await rowsOf(join(folder, "t.csv"), "t")).toHaveLength(2);
  });

  test.each([
    ["UTF-16", Buffer.from("\ufeffid,größe\n1,5\n", "utf16le")],
    ["Latin-1", Buffer.from("id,größe\n1,5\n", "latin1")],
  ])("in %s", async (_, content) => {
    expect(typesIn(await modelOf(write("t.csv", content)), "t")).toEqual({ id: "integer", größe: "integer" });
  });

  test("Latin-1 is said, also where it begins far behind the start", async () => {
    const source = await openSource(write("t.csv", Buffer.from("id,name\n1,Größe\n", "latin1")));
    expect((await source.server()).limits).toEqual(["t: It is not UTF-8; it was read as Windows-1252."]);
    const late = write(
      "late.csv",
      Buffer.from(
        `id,name\n${Array.from({ length: 60_000 }, (_, k) => `${k},plain\n`).join("")}60000,Größe\n`,
        "latin1",
      ),
    );
    const rows = await rowsOf(late, "late");
    expect(rows).toHaveLength(60_001);
    expect(rows.at(-1)).toEqual([60000, "Größe"]);
  });

  test("without a header the columns have numbers, and it is said", async () => {
    const source = await openSource(write("t.csv", "1,2024-01-01\n2,2024-01-02\n"));
    expect(typesIn(await source.model(), "t")).toEqual({ column_1: "integer", column_2: "date" });
    expect((await source.server()).limits[0]).toMatch(/first line is a row/);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["a row too short", "a,b,c\n1,2,3\n\n4,5\n", "source-damaged: FILE, line 4: the row has 2 fields and not 3."],
    ["a row too long", "a,b\n1,2\n4,5,6\n", "source-damaged: FILE, line 3: the row has 3 fields and not 2."],
    ["an open quote", 'a,b\n1,"2\n3,4\n', "source-damaged: FILE, line 3: the file ends inside a quoted field."],
    ["an empty file", "", "source-empty: The file FILE is empty."],
    ["bytes", Buffer.from([0, 1, 2, 0, 255]), "source-not-a-database: The file FILE is not a CSV file."],
    ["compressed", Buffer.from([0x1f, 0x8b, 8, 0]), "source-not-a-database: The file FILE is compressed."],
  ])("%s is refused in one sentence", async (_, content, expected) => {
    expect(await failure(write("bad.csv", content))).toBe(expected);
  });

  test("rows are read as far as they are asked for", async () => {
    const path = write("t.csv", `id\n${Array.from({ length: 10_000 }, (_, k) => `${k}\n`).join("")}`);
    expect(await rowsOf(path, "t", 2500)).toHaveLength(2500);
  });
});

describe("JSON", () => {
  test.each([
    ["an array", "t.json", `[\n{"id": 1, "name": "a [\\"b\\"]"}, {"id": 2, "name": null, "more": {"x": [1, 2]}}\n]`],
    ["lines", "t.ndjson", `{"id": 1, "name": "a [\\"b\\"]"}\r\n\r\n{"id": 2, "name": null, "more": {"x": [1, 2]}}`],
  ])("as %s: nested values are json, what is left out is NULL", async (_, name, content) => {
    const path = write(name, content);
    expect(typesIn(await modelOf(path), "t")).toEqual({
      id: "integer",
      name: "character varying(10)?",
      more: "jsonb?",
    });
    expect(await rowsOf(path, "t")).toEqual([
      [1, `a ["b"]`, null],
      [2, null, `{"x":[1,2]}`],
    ]);
  });

  test("texts of digits stay texts, numbers keep their digits", async () => {
    const path = write("t.json", `[{"zip": "12345", "n": 12345678901234567890, "at": "2024-01-01T00:00:00Z"}]`);
    expect(typesIn(await modelOf(path), "t")).toEqual({
      zip: "character varying(10)",
      n: "numeric(38,0)",
      at: "timestamp with time zone",
    });
    expect(await rowsOf(path, "t")).toEqual([["12345", "12345678901234567890", "2024-01-01 00:00:00+00"]]);
  });

  test("read in pieces of any size", async () => {
    const path = write(
      "t.json",
      JSON.stringify(Array.from({ length: 5000 }, (_, k) => ({ id: k, text: `${"\\".repeat(k % 5)}"{[${k}` }))),
    );
    const rows = await rowsOf(path, "t");
    expect(rows).toHaveLength(5000);
    expect(rows[4321]).toEqual([4321, `${"\\".repeat(4321 % 5)}"{[4321`]);
  });

  test.each([
    ["a mistake", `{"a": 1}\n{"a": }\n`, "source-damaged: FILE, line 2: this is not JSON."],
    ["no object", `[{"a": 1},\n 5]`, "source-damaged: FILE, line 2: a row is an object, which this is not."],
    [
      "a cut file",
      `[{"a": 1},\n{"a": "x`,
      "source-damaged: FILE, line 2: the file ends inside the value that begins here.",
    ],
    ["no rows", "[]", "source-empty: The file FILE holds no rows."],
  ])("%s is refused in one sentence", async (_, content, expected) => {
    expect(await failure(write("bad.json", content))).toBe(expected);
  });
});

describe("Parquet", () => {
  const path = fileURLToPath(new URL("test-files/orders.parquet", import.meta.url));

  test("has the types that it declares", async () => {
    expect(typesIn(await modelOf(path), "orders")).toEqual({
      order_id: "integer",
      customer_id: "bigint?",
      note: "character(1)?",
      paid: "boolean",
      total: "double precision",
      placed_at: "timestamp with time zone?",
      tags: "jsonb?",
    });
    expect(await rowsOf(path, "orders")).toEqual([
      [10, 1, "a", true, 1.5, "2024-01-01 10:00:00.000", `{"a":[1,2]}`],
      [11, 1, "b", false, 2.25, "2024-01-02 11:30:00.250", `{"a":[]}`],
      [12, null, null, true, 3, null, null],
    ]);
  });

  test("what is none is refused", async () => {
    expect(await failure(write("bad.parquet", "id,name"))).toBe(
      "source-not-a-database: The file FILE is not a Parquet file.",
    );
    expect(await failure(write("cut.parquet", "PAR1"))).toBe("source-damaged: The Parquet file FILE cannot be read.");
  });
});

describe("a folder of files", () => {
  test("is a table each, with the references that names say and values bear out", async () => {
    write("customers.csv", "id,name\n1,Ana\n2,Bo\n");
    write("countries.json", `[{"code": "SE"}, {"code": "DE"}]`);
    write("orders.csv", "order_id,customer_id,country_code\n10,1,SE\n11,1,DE\n12,2,\n");
    write("returns.ndjson", `{"id": 1, "order_id": 99}`);
    write("readme.txt", "not data");
    mkdirSync(join(folder, "more"));
    const source = await openSource(folder);
    const model = await source.model();
    expect(
      model.tables.map(({ name, primaryKey, foreignKeys }) => [
        name,
        primaryKey.join(),
        ...foreignKeys.map((key) => `${key.columns.join()} ${key.referencedTable.name}`),
      ]),
    ).toEqual([
      ["countries", "code"],
      ["customers", "id"],
      ["orders", "order_id", "customer_id customers", "country_code countries"],
      ["returns", "id"],
    ]);
    expect((await source.server()).limits).toContain(
      "orders.customer_id refers to customers.id (confidence high): by its name, and all of 2 different values are there.",
    );
  });

  test("of one name in two formats, or with a broken one", async () => {
    write("t.csv", "id\n1\n");
    write("t.json", `[{"id": 1}]`);
    expect((await modelOf(folder)).tables.map(({ name }) => name)).toEqual(["t", "t_json"]);
    const broken = write("u.csv", "a,b\n1\n");
    await expect(modelOf(folder)).rejects.toThrow(`${broken}, line 2`);
  });
});

test("a large file is read by its beginning, and that is said", async () => {
  const line = `${"x".repeat(350)}\n`;
  const path = write("big.csv", `id,text\n${Array.from({ length: 200_100 }, (_, k) => `${k},${line}`).join("")}`);
  const source = await openSource(path);
  const model = await source.model();
  expect(findTable(model, "big")?.primaryKey).toEqual(["id"]);
  expect((await source.server()).limits).toEqual([
    "big is large: its types are from the first 200,000 rows, and its key was not verified beyond them.",
  ]);
});
