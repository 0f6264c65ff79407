import { expect, test } from "vitest";
import type { SchemaModel, TableModel } from "../../schema/schema-model.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { template } from "./template.ts";

const text = { kind: "text" } as const;
const column = (name: string) => ({ name, type: "", valueType: text, nullable: true });
const customers: TableModel = {
  id: "customers",
  schema: "main",
  name: "customers",
  columns: [column("id"), column("country")],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const orders: TableModel = {
  ...customers,
  id: "orders",
  name: "orders",
  columns: [column("first"), column("last"), column("customer_id")],
  foreignKeys: [
    {
      name: "",
      columns: ["customer_id"],
      referencedTable: { schema: "main", name: "customers" },
      referencedColumns: ["id"],
    },
  ],
};
const model: SchemaModel = { engine: "sqlite", defaultSchema: "main", tables: [customers, orders], views: [] };
const schema = { model, table: orders };
const inputs = {
  first: (row: number) => ["Åsa", "José"][row % 2] ?? "",
  last: (row: number) => `Öberg ${row}`,
  "customer.country": () => "SE",
  customer_id: () => "7",
};

const cells = (words: string) =>
  cellsOf(bind(template, { text: words }, { type: text, locales: [], inputs, schema }), range(2));

test.each([
  ["{{lower(first)}}-{{customer.country}}", ["åsa-SE", "josé-SE"]],
  ["{{upper(left(first, 1)) + initials(last)}}", ["ÅÖ0", "JÖ1"]],
  ["{{first | upper | left(2)}}!", ["ÅS!", "JO!"]],
  ['{{first == "Åsa" ? "her" : "his"}} {{"}}" + row}}', ["her }}1", "his }}2"]],
  ["{{padStart(string(row * 5), 4, '0')}}/{{formatDate(today, \"yyMMdd\")}}", ["0005/261122", "0010/261122"]],
  ["{{int(customer_id) / (row - 1)}}.", [".", "7."]],
  ["no field, {single} braces", ["no field, {single} braces", "no field, {single} braces"]],
])("%s", (words, wanted) => expect(cells(words)).toEqual(wanted));

test("draws of two fields differ, and stay with their row", () => {
  const words = "{{randomInt(1, 1000000)}} {{randomInt(1, 1000000)}}";
  const [first = ""] = cells(words);
  const [a, b] = (first ?? "").split(" ");
  expect(a).not.toBe(b);
  expect(cells(words)[0]).toBe(first);
});

test.each([
  ["{{lowr(first)}}", "{{lowr(first)}}: There is no function lowr. Did you mean lower?", undefined],
  ["Hi {{upper(firs)}}", "{{firs}}: orders has no column firs. Did you mean first?", "Hi {{upper(first)}}"],
  [
    "{{customer.contry}}",
    "{{customer.contry}}: customers has no column contry. Did you mean country?",
    "{{customer.country}}",
  ],
  ["{{first|loud}}", "{{loud(first)}}: There is no function loud.", undefined],
  ["{{split(first, 'a')}}", "{{split(first, 'a')}} is a list; join(…) makes a text of it.", undefined],
  ["{{first + }}", "{{first +}}: Something is missing at the end.", undefined],
])("%s is told", (words, message, mended) => {
  const columns = orders.columns.map(({ name }) => name);
  const [problem] = template.problems?.({ text: words }, { type: text, columns, schema }) ?? [];
  expect(problem?.message).toBe(message);
  expect(problem?.fix?.params["text"]).toBe(mended);
});
