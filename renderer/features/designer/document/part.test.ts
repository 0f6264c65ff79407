import { describe, expect, it } from "vitest";
import type { FormField } from "../../../../shared/api/views.ts";
import { asKind, changeAt, insertAt, linesOf, moveAt, partAt, removeAt, renameAt } from "./part-edits.ts";
import { parseValue, valueText } from "./fixed-value.ts";
import { readPart, writePart, type Part } from "./part.ts";
import { readSchema } from "./SchemaStart.tsx";

const field = (name: string): FormField => ({ name, label: name, type: "text", default: "", optional: false });
const cards = new Map([
  ["integer", { fields: [field("min"), field("max")] }],
  ["weighted-choice", { fields: [field("values")], shorthand: "values" }],
]);
const read = (tree: unknown): Part => {
  const part = readPart(tree, cards);
  if (!part) throw new RangeError("no part");
  return part;
};
const again = (part: Part): unknown => writePart(part);

const tree = {
  id: { $rule: "uuid" },
  who: { $column: "first_name" },
  code: { $custom: "product-code" },
  count: { $rule: { integer: { min: 1 } }, locale: "de" },
  lines: { $list: { sku: "A", tags: [1, null] }, min: 1, max: 4 },
  note: { $maybe: { $one: ["S", true] }, share: 0.25 },
};

describe("a document as a form has it", () => {
  it("is written as it was read", () => {
    expect(again(read(tree))).toEqual(tree);
  });

  it("reads a parameter that stands alone, and leaves alone what it does not know", () => {
    expect(read({ $rule: { choice: { gold: 1 } } })).toMatchObject({
      generator: "weighted-choice",
      params: { values: { gold: 1 } },
    });
    expect(readPart({ a: { $unknown: 1 } }, cards)).toBeUndefined();
  });

  it("lists its parts, each before what it holds", () => {
    expect(linesOf(read(tree)).map(({ name, path }) => `${name ?? "-"} ${path.join(".")}`)).toEqual(
      "- |id 0|who 1|code 2|count 3|lines 4|- 4.0|sku 4.0.0|tags 4.0.1|- 4.0.1.0|- 4.0.1.1|note 5|- 5.0|- 5.1".split(
        "|",
      ),
    );
  });

  it("is edited at one place, and stays as it was at all others", () => {
    const root = read(tree);
    const [added, path] = insertAt(root, [4, 0], 1, { kind: "value", value: 7 }, "sku");
    expect(path).toEqual([4, 0, 1]);
    expect(again(added)).toEqual({ ...tree, lines: { ...tree.lines, $list: { sku: "A", sku2: 7, tags: [1, null] } } });
    expect(again(removeAt(added, path))).toEqual(tree);
    const [moved, to] = moveAt(root, [5], -1) ?? [root, []];
    expect(Object.keys(again(moved) as object)).toEqual(["id", "who", "code", "count", "note", "lines"]);
    expect(partAt(moved, to)).toEqual(partAt(root, [5]));
    expect(moveAt(root, [5], 1)).toBeUndefined();
    expect(again(renameAt(root, [0], "key"))).toMatchObject({ key: { $rule: "uuid" } });
    const fresh: Part = { kind: "rule", generator: "uuid", params: {} };
    const list = changeAt(root, [5], (part) => asKind(part, "list", fresh, "id"));
    expect(again(list)).toMatchObject({
      note: { $maybe: { $list: { $one: ["S", true] }, min: 1, max: 3 }, share: 0.25 },
    });
  });
});

it.each([
  ["true", true],
  ["-1.5", -1.5],
  ["null", null],
  ["plain", "plain"],
  ['"007"', "007"],
  ["007", "007"],
])("a fixed value typed as %s is %s, and is shown so that it reads back", (text, value) => {
  expect(parseValue(text)).toEqual({ ok: true, value });
  expect(parseValue(valueText(value))).toEqual({ ok: true, value });
});

describe("a JSON Schema as a start", () => {
  it("gives a document that is there to be edited", () => {
    const text = '{"type":"object","required":["kind"],"properties":{"kind":{"enum":["a","b"]}}}';
    expect(readSchema(text)).toEqual({ tree: { kind: { $one: ["a", "b"] } } });
  });

  it("says at its place what cannot be", () => {
    const cycle = '{"type":"object","required":["inner"],"properties":{"inner":{"$ref":"#"}}}';
    expect(readSchema(cycle)).toEqual({
      fault: "The schema at inner.inner refers to #, which it is part of: such a document has no end.",
    });
    expect(readSchema("{")).toMatchObject({ fault: expect.stringMatching(/^This is not JSON: /) });
  });
});
