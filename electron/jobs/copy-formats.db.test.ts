import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableReader } from "../../shared/batches/table-reader.ts";
import { newByteBuffer } from "../../shared/encoders/byte-buffer.ts";
import { copyBinary, hasBinaryForm } from "../../shared/encoders/copy-binary.ts";
import { copyText } from "../../shared/encoders/copy-text.ts";
import type { Format } from "../../shared/encoders/encoder.ts";
import { newProject } from "../../shared/project/new-project.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { CopyStream } from "../drivers/postgresql/copy-stream.ts";
import { postgresqlDriver } from "../drivers/postgresql/driver.ts";
import { clientOf, createDatabase, testServer, type TestDatabase } from "../drivers/postgresql/test-database.ts";
import { loadPlan } from "./load-plan.ts";

// The same rows by COPY in text and in binary: the server must understand the same of both.

const columns = `id int PRIMARY KEY, small smallint, whole integer, big bigint, price numeric(12,2), fine numeric(15,10), coarse numeric(9,0),
  free numeric, part real, ratio double precision, yes boolean, words text, short varchar(20), code char(4), raw bytea, day date, at time,
  exact time(3), moment timestamp, second timestamp(0), momentz timestamptz(3), key uuid, doc json, docb jsonb, mood mood, share percent`;
const script = `CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s "great"\\'); CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100);
  CREATE TABLE t (${columns}); CREATE TABLE text_t (LIKE t); CREATE TABLE binary_t (LIKE t);`;
const rowCount = 6000;

const edge: Rule = { kind: "generate", generator: "edge", params: {} };
const mixed = "small whole big price coarse free ratio words short raw day moment momentz doc".split(" ");

let database: TestDatabase;
let model: SchemaModel;
const server = await testServer();
beforeAll(async () => {
  if (server === undefined) return;
  database = await createDatabase(script);
  const source = await postgresqlDriver.open(database.address);
  model = await source.model();
  await source.close();
});
afterAll(async () => database?.drop());

async function copy(format: Format, into: string, rules: Readonly<Record<string, Rule>>): Promise<void> {
  const base = newProject({ source: "x", seed: 5, now: "2026-11-22", locales: { en: 1, ja: 1 } });
  const project = { ...base, tables: { t: { rows: rowCount, columns: rules } } };
  const plan = await loadPlan({ model, project, referenceDate: "2026-11-22" });
  const planned = plan.tables.get("t");
  if (planned === undefined) throw new Error("no table t");
  expect(hasBinaryForm(planned.written)).toBe(true);
  const reader = tableReader(plan, "t");
  const encoder = format.encoder({
    table: planned.table,
    columns: planned.written,
    rowCount,
    dialect: "postgresql",
    defaultSchema: "public",
  });
  const out = newByteBuffer();
  encoder.header(out);
  for (let row = 0; row < rowCount; row += reader.batchRows) {
    encoder.rows(reader.readRange(row, Math.min(reader.batchRows, rowCount - row)), out);
  }
  encoder.footer(out);
  const client = clientOf(database.address);
  await client.connect();
  await client.query(`SET TimeZone = 'UTC'; TRUNCATE ${into}`);
  const names = planned.written.map(({ name }) => `"${name}"`).join(", ");
  const stream = new CopyStream(
    client,
    `COPY ${into} (${names}) FROM STDIN${format === copyBinary ? " WITH (FORMAT binary)" : ""}`,
  );
  // In pieces that end anywhere.
  for (let at = 0; at < out.length; at += 99_991)
    await stream.write(out.bytes.subarray(at, Math.min(out.length, at + 99_991)));
  await stream.finish();
  await client.end();
}

describe.skipIf(server === undefined)("COPY in text and in binary (skipped where no server answers)", () => {
  test.each([
    ["suggested rules", {}],
    ["edge values", Object.fromEntries(mixed.map((name) => [name, { ...edge, nulls: 0.1 }]))],
    [
      "texts in columns of other types",
      {
        day: { kind: "generate", generator: "lookup", params: { of: "t.moment" } },
        key: { kind: "generate", generator: "constant", params: { value: "00000000-0000-4000-8000-0000000000AB" } },
        free: {
          kind: "generate",
          generator: "weighted-choice",
          params: { values: { "-0.00012": 1, "12345678901234567890.5": 1 } },
        },
      },
    ],
  ] as readonly (readonly [string, Readonly<Record<string, Rule>>])[])(
    "give the same rows: %s",
    async (_name, rules) => {
      await copy(copyText, "text_t", rules);
      await copy(copyBinary, "binary_t", rules);
      const differences = await database.run(
        `SELECT * FROM text_t AS a FULL JOIN binary_t AS b USING (id) WHERE a.*::text IS DISTINCT FROM b.*::text LIMIT 3`,
      );
      expect(differences).toEqual([]);
      expect(await database.run("SELECT count(*)::int AS n FROM binary_t")).toEqual([{ n: rowCount }]);
    },
  );
});
