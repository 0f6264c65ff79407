import { describe, expect, test } from "vitest";
import type { ValueType } from "../../schema/value-type.ts";
import { customsIn } from "../../project/nested-customs.ts";
import { formFields } from "../form-fields.ts";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf, range } from "../test-bench.ts";

const found = generatorCatalogue.get("mix");
if (!found) throw new RangeError("mix");
const mix = found;
const text: ValueType = { kind: "text" };

const said = (rules: unknown, type: ValueType = text, needed?: number) =>
  (
    mix.problems?.(mix.params.parse({ rules }) as Record<string, unknown>, {
      type,
      columns: ["id", "first_name"],
      ...(needed === undefined ? {} : { needed }),
    }) ?? []
  ).map(({ message, fix }) => ({ message, ...(fix ? { fix: fix.params["rules"], label: fix.label } : {}) }));

describe("a mix", () => {
  test("gives as much of each rule as its weight says", () => {
    const rules = [
      { rule: { constant: "a" }, weight: 3 },
      { rule: { constant: "b" } },
      { rule: { constant: "c" }, weight: 0 },
    ];
    const cells = cellsOf(bind(mix, { rules }, { type: text, locales: [] }), range(2000));
    const share = cells.filter((cell) => cell === "a").length / cells.length;
    expect(share > 0.72 && share < 0.78).toBe(true);
    expect(new Set(cells)).toEqual(new Set(["a", "b"]));
  });

  test("keeps what one rule makes when another is added behind it or weighed otherwise", () => {
    const slugs = (...more: readonly unknown[]) =>
      cellsOf(bind(mix, { rules: [{ rule: "slug" }, ...more] }, { type: text, locales: [] }), range(300));
    const alone = cellsOf(
      bind(mix, { rules: [{ rule: "slug" }, { rule: "uuid", weight: 0 }] }, { type: text, locales: [] }),
      range(300),
    );
    const mixed = slugs({ rule: { constant: "x" } });
    mixed.forEach((cell, row) => expect(["x", alone[row]]).toContain(cell));
  });

  test("of one rule is that rule, also without repetition", () => {
    const rules = [{ rule: { integer: { min: 1, max: 50 } } }];
    const type: ValueType = { kind: "integer", bits: 32 };
    expect(mix.capacity({ rules: [{ ...rules[0], weight: 1, when: "" }] }, type)).toBe(50);
    const bound = bind(mix, { rules }, { type, locales: [], unique: true, rowCount: 50 });
    expect(new Set(cellsOf(bound, range(50))).size).toBe(50);
    expect(said(rules, type, 50)).toEqual([]);
  });

  test.each<[string, unknown, string, ValueType?]>([
    ["no rules", [], "The mix has no rules."],
    ["an unknown rule", [{ rule: "integr" }], "Rule 1 of the mix has the unknown rule `integr`."],
    [
      "unknown parameters",
      [{ rule: { integer: { least: 1 } } }],
      "Rule 1 of the mix has parameters that `integer` does not take.",
    ],
    [
      "a rule of parents",
      [{ rule: "foreign-key" }],
      "Rule 1 of the mix cannot use `foreign-key`, which needs rows of its own; take {copy: column}.",
    ],
    [
      "a type that does not fit",
      [{ rule: "slug" }, { rule: "boolean" }],
      "Rule 1 of the mix, Slug, does not fit the column.",
      { kind: "boolean" },
    ],
    [
      "a missing column",
      [{ rule: "slug" }, { rule: { copy: "firstname" } }],
      "Rule 2 of the mix, Copy of a column: There is no column firstname in this table; the nearest is first_name.",
    ],
    [
      "a custom generator that is not there",
      [{ rule: { $custom: "sku" } }],
      "Rule 1 of the mix names the custom generator `sku`, which the project does not have.",
    ],
  ])("with %s is told", (_what, rules, message, type) => expect(said(rules, type)[0]?.message).toBe(message));

  test("tells weights that add up to 0, of each condition for itself", () => {
    const rules = [
      { rule: "slug", weight: 0 },
      { rule: "uuid", when: "row > 1", weight: 0 },
      { rule: "token", when: "row > 1" },
    ];
    expect(said(rules)).toEqual([
      {
        message: "The weights of the rules without a condition add up to 0.",
        label: "Weigh them alike",
        fix: [{ rule: "slug" }, { rule: "uuid", when: "row > 1", weight: 0 }, { rule: "token", when: "row > 1" }],
      },
    ]);
    expect(said([{ rule: "uuid", when: "row > 1", weight: 0 }])[0]?.message).toBe(
      "The weights of the rules where row > 1 add up to 0.",
    );
  });

  test("mends a rule inside in its place", () => {
    expect(said([{ rule: "slug" }, { rule: { template: "{{frist_name}}" }, weight: 2 }])).toEqual([
      {
        message: "Rule 2 of the mix, Template: There is no column frist_name in this table. Did you mean first_name?",
        label: "Use first_name",
        fix: [{ rule: "slug" }, { rule: { template: { text: "{{first_name}}" } }, weight: 2 }],
      },
    ]);
    expect(said([{ rule: "slug" }, { rule: "uuid", when: "rwo > 1" }])[0]).toMatchObject({
      message: expect.stringMatching(/^The condition of rule 2 \(character 1\): /) as string,
    });
  });

  test("cannot promise values that differ", () => {
    expect(said([{ rule: "slug" }, { rule: "uuid" }], text, 10)).toEqual([
      {
        message: "The column is unique, and rules of a mix may give the same value.",
        label: "Keep slug alone",
        fix: [{ rule: "slug" }],
      },
    ]);
  });

  test.each([
    [[{ rule: "slug", weight: 3 }, { rule: "uuid" }], "slug 75%, uuid 25%"],
    [[{ rule: "slug" }, { rule: { constant: "x" }, when: "row > 1" }], "constant where row > 1, else slug"],
    [[1, 2, 3, 4].map(() => ({ rule: "slug" })), "slug 25%, slug 25%, +2"],
    [[], "no rules"],
  ])("%j is described", (rules, words) => {
    expect(mix.describe(mix.params.parse({ rules }) as Record<string, unknown>, text)).toBe(words);
  });

  test("declares what its rules and conditions read", () => {
    const params = mix.params.parse({
      rules: [{ rule: { copy: "store.city" }, when: "status == 2" }, { rule: { pool: { file: "a.csv" } } }],
    }) as Record<string, unknown>;
    expect(mix.inputs?.(params)).toEqual(["store.city", "status"]);
    expect(mix.files?.(params)).toEqual(["a.csv"]);
    expect(mix.parts?.(params)).toEqual(["copy", "pool"]);
    expect(customsIn({ rules: [{ rule: { $custom: "sku" } }] })).toEqual(["sku"]);
  });

  test("has a form of its own", () => {
    const [rules] = formFields(mix);
    expect(rules?.control).toBe("mix");
    expect(rules?.items?.map(({ name, control }) => [name, control])).toEqual([
      ["rule", "rule"],
      ["weight", undefined],
      ["when", "expression"],
    ]);
  });
});
