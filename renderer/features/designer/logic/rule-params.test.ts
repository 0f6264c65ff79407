import { describe, expect, it } from "vitest";
import type { FormField } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { paramOf, paramText, parseParam, sameValue, withParam } from "./rule-params.ts";

const number: FormField = { name: "median", label: "Median", type: "number", default: 50, minimum: 0, optional: false };
const integer: FormField = {
  name: "from",
  label: "From",
  type: "integer",
  default: 1,
  maximum: 1_000_000,
  optional: false,
};
const bound: FormField = { name: "maximum", label: "Maximum", type: "number", default: undefined, optional: true };
const list: FormField = { name: "words", label: "Words", type: "list", default: [], optional: false };
const template: FormField = {
  name: "template",
  label: "Template",
  type: "text",
  control: "template",
  default: "",
  optional: false,
};
const rule: GenerateRule = { kind: "generate", generator: "log-normal", params: { median: 54 }, nulls: 0.1 };

describe("a form field and its parameter", () => {
  it("tells what the rule says from what it inherits", () => {
    expect(paramOf(rule, number)).toEqual({ value: 54, inherited: false });
    expect(paramOf({ ...rule, params: {} }, number)).toEqual({ value: 50, inherited: true });
  });

  it("writes only what differs from the default, and leaves the rest of the rule alone", () => {
    expect(withParam(rule, number, 60)).toEqual({ ...rule, params: { median: 60 } });
    expect(withParam(rule, number, 50)).toEqual({ ...rule, params: {} });
    expect(withParam(rule, number, undefined)).toEqual({ ...rule, params: {} });
    expect(withParam(rule, list, [])).toEqual(rule);
  });

  it("reads numbers with separators, and says what is wrong with others", () => {
    expect(parseParam(number, "2,500.50")).toEqual({ ok: true, value: 2500.5 });
    expect(parseParam(integer, "10_000")).toEqual({ ok: true, value: 10_000 });
    expect(parseParam(number, "-1")).toEqual({ ok: false, cause: "At least 0" });
    expect(parseParam(integer, "1.5")).toEqual({ ok: false, cause: "A whole number" });
    expect(parseParam(integer, "2000000")).toEqual({ ok: false, cause: "At most 1,000,000" });
    expect(parseParam(number, "ten")).toEqual({ ok: false, cause: "“ten” is not a number" });
    expect(parseParam({ ...integer, maximum: 1e300 }, "9007199254740993")).toEqual({
      ok: false,
      cause: "Too large to be exact",
    });
  });

  it("takes an emptied field back to its default", () => {
    expect(parseParam(bound, " ")).toEqual({ ok: true, value: undefined });
    expect(parseParam(number, "")).toEqual({ ok: true, value: undefined });
    expect(parseParam(template, "")).toEqual({ ok: true, value: "" });
  });

  it("keeps spaces of text, and reads lists by line or comma", () => {
    expect(parseParam(template, " {{a}} ")).toEqual({ ok: true, value: " {{a}} " });
    expect(parseParam(list, "a, b")).toEqual({ ok: true, value: ["a", "b"] });
    expect(parseParam(list, "a, b\nc\n")).toEqual({ ok: true, value: ["a, b", "c"] });
  });

  it("shows what it reads", () => {
    for (const [field, value] of [
      [number, 2500.5],
      [integer, 12_345],
      [list, ["a, b", "c"]],
      [template, "{{a}}"],
    ] as const) {
      expect(parseParam(field, paramText(field, value))).toEqual({ ok: true, value });
    }
  });

  it("compares plain data whatever the order of its keys", () => {
    expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue({}, [])).toBe(false);
    expect(sameValue({ a: undefined }, {})).toBe(false);
  });
});
