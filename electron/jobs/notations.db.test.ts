import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { generatorCatalogue } from "../../shared/generators/index.ts";
import { bind, cellsOf, range } from "../../shared/generators/test-bench.ts";
import type { ValueType } from "../../shared/schema/value-type.ts";

// What is written in PostgreSQL's own notations is read by PostgreSQL itself.

const url = process.env["SEEDLOOM_TEST_PG"] ?? "postgresql://postgres@127.0.0.1:5432/postgres";
const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
const there = await client.connect().then(
  () => true,
  () => false,
);
const mayMiss = process.env["CI"] !== "true";

function cells(id: string, params: Record<string, unknown>, type: ValueType, rows = 500): string[] {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new RangeError(id);
  return cellsOf(bind(generator, params, { type, locales: [], engine: "postgresql" }), range(rows)).map(String);
}

const notation = (name: Extract<ValueType, { kind: "notation" }>["notation"], length?: number): ValueType => ({
  kind: "notation",
  notation: name,
  ...(length === undefined ? {} : { length }),
});

const cases: readonly (readonly [sql: string, id: string, params: Record<string, unknown>, type: ValueType])[] = [
  ["int4range", "range", { from: 5, max: 40 }, { kind: "range", of: { kind: "integer", bits: 32 } }],
  ["numrange", "range", { from: -2.5 }, { kind: "range", of: { kind: "decimal", scale: 2 } }],
  ["daterange", "range", {}, { kind: "range", of: { kind: "date" } }],
  ["tstzrange", "range", { unit: "hours" }, { kind: "range", of: { kind: "timestamp", zone: true } }],
  ["datemultirange", "range", {}, { kind: "range", of: { kind: "date" }, several: true }],
  [
    "text[]",
    "list",
    { of: { edge: ["unicode", "naughty", "injection"] }, max: 3 },
    { kind: "array", of: { kind: "text" } },
  ],
  ["numeric(6,2)[]", "list", { of: "decimal" }, { kind: "array", of: { kind: "decimal", precision: 6, scale: 2 } }],
  ["timestamp[]", "list", { of: "timestamp" }, { kind: "array", of: { kind: "timestamp" } }],
  ["bool[]", "list", { of: "boolean" }, { kind: "array", of: { kind: "boolean" } }],
  ["interval", "duration", {}, { kind: "interval" }],
  ["point", "geometry", {}, notation("point")],
  ["line", "geometry", {}, notation("line")],
  ["lseg", "geometry", {}, notation("segment")],
  ["box", "geometry", {}, notation("box")],
  ["path", "geometry", {}, notation("path")],
  ["polygon", "geometry", {}, notation("polygon")],
  ["circle", "geometry", {}, notation("circle")],
  ["bit(12)", "bits", {}, notation("bits", 12)],
  ["cidr", "ip-network", {}, notation("ip-network")],
  ["cidr", "ip-network", { range: "documentation" }, notation("ip-network")],
  ["cidr", "ip-network", { version: "6" }, notation("ip-network")],
  ["inet", "ip-address", { version: "6" }, notation("ip-address")],
  ["tsvector", "search-vector", {}, notation("text-search")],
  ["xml", "xml-document", {}, notation("xml")],
  [
    "xml",
    "xml-document",
    {
      tree: { "@hard": { $rule: { edge: ["unicode", "naughty"] } }, hard: { $rule: { edge: ["unicode", "naughty"] } } },
    },
    notation("xml"),
  ],
  [
    "jsonb",
    "json-document",
    { tree: { place: { $rule: { geometry: { form: "GeoJSON" } } }, of: { $rule: "uuid" } } },
    { kind: "json" },
  ],
  ["float8[]", "vector", {}, { kind: "array", of: { kind: "real", bits: 64 } }],
];

describe("PostgreSQL reads (skipped where no server answers)", () => {
  afterAll(async () => {
    if (there) await client.end();
  });

  test.skipIf(!there && mayMiss).each(cases)("%s of %s %j", async (sql, id, params, type) => {
    const texts = cells(id, params, type);
    const read = await client.query<{ n: string }>(`SELECT count(v::${sql})::text AS n FROM unnest($1::text[]) v`, [
      texts,
    ]);
    expect(read.rows[0]?.n).toBe(String(texts.length));
  });

  test.skipIf(!there && mayMiss)("the text of an XML document as it was, line ends and tabs too", async () => {
    const text = " a\nb\tc\r\nd & <e> ";
    const [written] = cells("xml-document", { root: "r", tree: { "@a": text, b: text } }, notation("xml"), 1);
    const read = await client.query(
      "SELECT a, b FROM xmltable('/r' PASSING CAST($1 AS xml) COLUMNS a text PATH '@a', b text PATH 'b')",
      [written],
    );
    expect(read.rows).toEqual([{ a: text, b: text }]);
  });

  test.skipIf(!there && mayMiss)("ranges that lie apart, under an EXCLUDE constraint", async () => {
    await client.query("CREATE TEMPORARY TABLE bookings (during tstzrange, EXCLUDE USING gist (during WITH &&))");
    const texts = cells(
      "range",
      { apart: "table", unit: "hours" },
      { kind: "range", of: { kind: "timestamp", zone: true } },
      2000,
    );
    await client.query("INSERT INTO bookings SELECT v::tstzrange FROM unnest($1::text[]) v", [texts]);
    const read = await client.query<{ n: string }>(
      "SELECT count(*)::text AS n FROM bookings WHERE NOT isempty(during)",
    );
    expect(read.rows[0]?.n).toBe("2000");
  });

  test.skipIf(!there && mayMiss)("a search vector of a column as to_tsvector('simple', …) has it", async () => {
    const text = "The quick brown fox, the QUICK one: it's 42!";
    const generator = generatorCatalogue.get("search-vector");
    if (!generator) throw new RangeError("search-vector");
    const bound = bind(
      generator,
      { column: "body", words: 50 },
      { type: notation("text-search"), locales: [], inputs: { body: () => text } },
    );
    const [made] = cellsOf(bound, [0]);
    const read = await client.query<{ same: boolean }>("SELECT $1::tsvector = to_tsvector('simple', $2) AS same", [
      made,
      text,
    ]);
    expect(read.rows[0]?.same).toBe(true);
  });
});
