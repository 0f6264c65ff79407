import { describe, expect, test } from "vitest";
import type { Generator } from "../generator.ts";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import type { ValueType } from "../../schema/value-type.ts";

const generatorOf = (id: string): Generator => {
  const found = generatorCatalogue.get(id);
  if (!found) throw new RangeError(id);
  return found;
};
const inputs = { first_name: (row: number) => `Ann "${row}" & <Bob>` };
const cells = (id: string, params: Record<string, unknown>, type: ValueType = { kind: "json" }): string[] =>
  cellsOf(bind(generatorOf(id), params, { type, locales: [], inputs }), range(400)).map(String);
const said = (id: string, params: Record<string, unknown>, type: ValueType = { kind: "json" }): string[] => {
  const generator = generatorOf(id);
  const parsed = generator.params.parse(params) as Record<string, unknown>;
  return (generator.problems?.(parsed, { type, columns: ["id", "first_name"] }) ?? []).map(({ message }) => message);
};

const tree = {
  id: { $rule: { integer: { min: 5, max: 9 } } },
  who: { $column: "first_name" },
  active: { $rule: "boolean" },
  price: { $rule: { decimal: { min: 1, max: 2, scale: 2 } } },
  at: { $rule: { timestamp: { from: "2026-01-01", to: "2026-02-01" } } },
  lines: { $list: { sku: { $rule: "pattern" }, count: { $rule: { integer: { min: 1, max: 3 } } } }, min: 1, max: 4 },
  note: { $maybe: "there", share: 0.5 },
  size: { $one: ["S", "M", null] },
};

interface Document {
  readonly id: number;
  readonly who: string;
  readonly active: boolean;
  readonly price: number;
  readonly at: string;
  readonly lines: readonly { readonly sku: string; readonly count: number }[];
  readonly note?: string;
  readonly size: string | null;
}

describe("documents of other rules", () => {
  const documents = cells("json-document", { tree }).map((text) => JSON.parse(text) as Document);

  test("have each value by its rule, typed", () => {
    documents.forEach((document, row) => {
      expect(document.id >= 5 && document.id <= 9).toBe(true);
      expect(document.who).toBe(inputs.first_name(row));
      expect(typeof document.active).toBe("boolean");
      expect(document.price >= 1 && document.price <= 2).toBe(true);
      expect(document.at).toMatch(/^2026-0[12]-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(document.lines.length >= 1 && document.lines.length <= 4).toBe(true);
    });
    expect(new Set(documents.flatMap(({ lines }) => lines.map(({ sku }) => sku))).size).toBeGreaterThan(700);
    const noted = documents.filter(({ note }) => note === "there").length;
    expect(noted > 150 && noted < 250).toBe(true);
    expect(new Set(documents.map(({ size }) => size))).toEqual(new Set(["S", "M", null]));
  });

  test("keep all values when a field is added", () => {
    const more = cells("json-document", { tree: { first: { $rule: "uuid" }, ...tree } });
    expect(more.map((text) => JSON.parse(text) as Document)).toMatchObject(documents);
  });

  test("are XML with its signs escaped: fields as elements, @fields as attributes, lists as elements again", () => {
    const shape = {
      "@id": 'a"<1>',
      "who is it": tree.who,
      line: ["<x>", { "#text": "y & z", "@n": 2 }],
      none: null,
      "1st": true,
    };
    expect(cells("xml-document", { root: "order", tree: shape }, { kind: "text" })[3]).toBe(
      '<order id="a&quot;&lt;1&gt;"><who_is_it>Ann &quot;3&quot; &amp; &lt;Bob&gt;</who_is_it>' +
        '<line>&lt;x&gt;</line><line n="2">y &amp; z</line><none/><_1st>true</_1st></order>',
    );
  });

  test("have line ends and tabs in XML as numbers where a reader would change them", () => {
    const shape = { "@note": "a\nb\tc\r\nd", "#text": "a\nb\tc\r\nd" };
    expect(cells("xml-document", { root: "r", tree: shape }, { kind: "text" })[0]).toBe(
      '<r note="a&#10;b&#9;c&#13;&#10;d">a\nb\tc&#13;\nd</r>',
    );
  });

  test("say what is wrong, and where", () => {
    expect(said("json-document", { tree: { a: [{ b: { $rule: "no.such" } }] } })).toEqual([
      "The document at a[0].b has the unknown rule `no.such`.",
    ]);
    expect(said("json-document", { tree: { a: { $rule: { integer: { minimum: 1 } } } } })).toEqual([
      "The document at a has parameters that `integer` does not take.",
    ]);
    expect(said("json-document", { tree: { a: { $list: 1, min: 3, max: 1 } } })).toEqual([
      "The document at a has at least 3 elements and at most 1.",
    ]);
    expect(said("json-document", { tree: { a: { $column: "frist_name" } } })).toEqual([
      "The document names the column frist_name, which is not there; the nearest is first_name.",
    ]);
  });
});

describe("documents of a JSON Schema", () => {
  const schema = {
    type: "object",
    required: ["sku", "price", "state", "tags", "parent"],
    properties: {
      sku: { type: "string", pattern: "^[A-Z]{3}-\\d{4}$" },
      price: { type: "number", minimum: 0.5, maximum: 20, multipleOf: 0.25 },
      count: { type: "integer", exclusiveMinimum: 0, maximum: 5 },
      state: { enum: ["new", "old"] },
      tags: { type: "array", items: { type: "string", minLength: 2, maxLength: 5 }, minItems: 1, maxItems: 3 },
      parent: { $ref: "#/$defs/part" },
      when: { type: ["string", "null"], format: "date" },
      kind: { const: 7 },
    },
    $defs: {
      part: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, inner: { $ref: "#/$defs/part" } },
      },
    },
  };

  test("fit the schema", () => {
    for (const text of cells("json-document", { schema })) {
      const document = JSON.parse(text) as Record<string, unknown>;
      expect(document["sku"]).toMatch(/^[A-Z]{3}-\d{4}$/);
      expect(Number(document["price"]) >= 0.5 && Number(document["price"]) <= 20).toBe(true);
      expect([undefined, 1, 2, 3, 4, 5]).toContain(document["count"]);
      expect(["new", "old"]).toContain(document["state"]);
      const tags = document["tags"] as string[];
      expect(tags.length >= 1 && tags.length <= 3 && tags.every((tag) => tag.length >= 2 && tag.length <= 5)).toBe(
        true,
      );
      expect(Object.keys(document["parent"] as object)).toEqual(["name"]);
      expect([undefined, 7]).toContain(document["kind"]);
    }
  });

  test("with a cycle that has no end are refused", () => {
    const part = { type: "object", required: ["inner"], properties: { inner: { $ref: "#/$defs/part" } } };
    expect(said("json-document", { schema: { $ref: "#/$defs/part", $defs: { part } } })).toEqual([
      "The document at inner refers to #/$defs/part, which it is part of: such a document has no end.",
    ]);
    expect(said("json-document", { schema: { $ref: "#/$defs/none" } })).toEqual([
      "The document refers to #/$defs/none, which is not there.",
    ]);
  });
});

describe("lists", () => {
  test("are arrays in PostgreSQL's notation, quoted where needed", () => {
    const of = { "weighted-choice": { values: { plain: 1, 'with "quotes" \\ and, commas': 1, null: 1, "": 1 } } };
    const texts = new Set(cells("list", { of, min: 1, max: 1 }, { kind: "array", of: { kind: "text" } }));
    expect(texts).toEqual(new Set(["{plain}", String.raw`{"with \"quotes\" \\ and, commas"}`, '{"null"}', '{""}']));
    const numbers = cells(
      "list",
      { of: { decimal: { max: 3 } } },
      { kind: "array", of: { kind: "decimal", scale: 1 } },
    );
    expect(numbers.every((text) => /^\{(\d\.\d(,\d\.\d){0,3})?\}$/.test(text))).toBe(true);
  });

  test("are JSON, or whole elements of a text", () => {
    const lists = cells("list", { of: { integer: { max: 9 } }, min: 2, max: 2 }).map(
      (text) => JSON.parse(text) as number[],
    );
    expect(lists.every((list) => list.length === 2 && list.every((value) => value >= 1 && value <= 9))).toBe(true);
    const texts = cells("list", { of: { constant: "abcdefgh" }, min: 9, max: 9 }, { kind: "text", maxLength: 40 });
    expect(new Set(texts)).toEqual(new Set(["abcdefgh, abcdefgh, abcdefgh, abcdefgh"]));
  });
});
