import { describe, expect, test } from "vitest";
import {
  countWords,
  keysText,
  parseKeys,
  parseShare,
  sampleText,
  wayOf,
  withChildren,
  withChoice,
} from "./sample-words.ts";

describe("a sample in words", () => {
  test("says how rows are chosen", () => {
    expect(sampleText(undefined, false)).toBe("all rows");
    expect(sampleText(undefined, true)).toBe("what other rows bring");
    expect(sampleText({ where: "country = 'SE'" }, true)).toBe("where country = 'SE'");
    expect(sampleText({ share: 0.05, where: "a = 1" }, true)).toBe("5% where a = 1");
    expect(sampleText({ rows: 1200 }, true)).toBe("1,200 rows");
    expect(sampleText({ keys: [[1], [2]] }, true)).toBe("2 picked");
    expect(wayOf({ share: 1 })).toBe("every");
    expect(wayOf({ children: { orders: "none" } })).toBe("brought");
  });

  test("says what came with the rows", () => {
    const tables = [
      { table: "customers", rows: 312, chosen: 300, of: 6000 },
      { table: "orders", rows: 1204, chosen: 0, of: 16000 },
      { table: "addresses", rows: 14, chosen: 0, of: 90 },
      { table: "visits", rows: 0, chosen: 0, of: 5 },
    ];
    expect(countWords({ tables, whole: [] }, "customers")).toBe(
      "312 customers (300 chosen) with 1,204 orders, 14 addresses",
    );
    expect(countWords({ tables, whole: [] }, "gone")).toBe("");
    const whole = [{ table: "film_text", rows: 1000 }];
    expect(countWords({ tables: tables.slice(0, 1), whole }, "customers")).toBe(
      "312 customers (300 chosen), and all 1,000 rows of film_text",
    );
  });
});

describe("what is typed", () => {
  test("is a share", () => {
    expect(parseShare("5")).toEqual({ ok: true, value: 0.05 });
    expect(parseShare("0.25 %")).toEqual({ ok: true, value: 0.0025 });
    expect(parseShare("0").ok).toBe(false);
    expect(parseShare("101").ok).toBe(false);
  });

  test("is picked rows, and reads back as it is shown", () => {
    const keys = parseKeys("17, 007, x-1\n42", ["id"]);
    expect(keys).toEqual({ ok: true, value: [[17], ["007"], ["x-1"], [42]] });
    const pairs = parseKeys("1, a\n2, b\n", ["order_id", "line"]);
    expect(pairs).toEqual({
      ok: true,
      value: [
        [1, "a"],
        [2, "b"],
      ],
    });
    if (pairs.ok) expect(parseKeys(keysText(pairs.value), ["order_id", "line"])).toEqual(pairs);
    expect(parseKeys("1", ["order_id", "line"])).toMatchObject({ cause: "A row is named by order_id, line" });
    expect(parseKeys(" ", ["id"]).ok).toBe(false);
  });
});

test("a choice keeps what rows bring, and the default is not written", () => {
  expect(withChoice({ rows: 5, children: { a: "none" } }, { share: 0.1 })).toEqual({
    share: 0.1,
    children: { a: "none" },
  });
  expect(withChoice({ rows: 5 }, {})).toBeNull();
  expect(withChildren({ rows: 5, children: { a: "none" } }, "a", "all")).toEqual({ rows: 5 });
  expect(withChildren(undefined, "a", { most: 3 })).toEqual({ children: { a: { most: 3 } } });
});
