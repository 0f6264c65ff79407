import { describe, expect, it } from "vitest";
import type { ValueType } from "../schema/value-type.ts";
import { masks } from "./index.ts";
import { masked, testKeys } from "./test-bench.ts";

// What every mask promises, run over all that are registered.

const types: readonly ValueType[] = [
  { kind: "integer", bits: 32 },
  { kind: "decimal", precision: 10, scale: 2 },
  { kind: "real", bits: 64 },
  { kind: "text" },
  { kind: "text", maxLength: 40 },
  { kind: "date" },
  { kind: "timestamp" },
  { kind: "json" },
];

/** Values of a type that differ from each other, in rising order. */
const distinctValues = (type: ValueType, count: number): readonly (string | number)[] =>
  Array.from({ length: count }, (_, i) =>
    ["text", "json"].includes(type.kind)
      ? `value-${String(i).padStart(8, "0")}@x.test`
      : type.kind === "timestamp"
        ? i * 86_400_000
        : i,
  );

const distinctDocuments = (type: ValueType, count: number): readonly string[] =>
  distinctValues(type, count).map((value) => JSON.stringify(value));

describe.each(masks.map((mask) => [mask.id, mask] as const))("%s", (_id, mask) => {
  const params = mask.params.parse({}) as Record<string, unknown>;
  const accepted = types.filter((type) => mask.accepts(type));
  const distinct = mask.documents !== undefined ? distinctDocuments : distinctValues;
  const each = <T>(law: (type: ValueType) => T): readonly T[] => accepted.map(law);

  it("says what it is, and refuses a parameter that it does not know", () => {
    expect(mask.label).toMatch(/^\S.*\S$/u);
    expect(mask.help).toMatch(/\.$/u);
    expect(accepted).not.toEqual([]);
    expect(each((type) => mask.describe(params, type)).every((words) => words !== "")).toBe(true);
    expect(mask.params.safeParse({ surely_no_parameter: 1 }).success).toBe(false);
  });

  it("keeps NULL and makes none, where it says so", () => {
    for (const type of accepted) {
      const values = distinct(type, 20).map((value, i) => (i % 3 === 0 ? null : value));
      if (!mask.promises(params, type).keepsNull) continue;
      expect(masked(mask, params, values, { type }).map((cell) => cell === null)).toEqual(
        values.map((value) => value === null),
      );
    }
  });

  it("masks equal values alike, wherever they stand, where it says so", () => {
    for (const type of accepted) {
      if (!mask.promises(params, type).keepsEquality) continue;
      const values = distinct(type, 50);
      const straight = masked(mask, params, values, { type });
      const elsewhere = masked(mask, params, values.toReversed(), { type, start: 1_000_000 }).toReversed();
      expect(elsewhere).toEqual(straight);
    }
  });

  it("keeps distinct values distinct, where it says so", () => {
    for (const type of accepted) {
      if (!mask.promises(params, type).keepsUniqueness) continue;
      expect(new Set(masked(mask, params, distinct(type, 20_000), { type, unique: true })).size).toBe(20_000);
    }
  });

  it("keeps the order, where it says so", () => {
    for (const type of accepted) {
      if (!mask.promises(params, type).keepsOrder) continue;
      const cells = masked(mask, params, distinct(type, 500), { type });
      expect(cells.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual(cells);
    }
  });

  it("gives the same for any value, where it says so", () => {
    const forgetful = accepted.filter((type) => mask.promises(params, type).forgets);
    const answers = forgetful.map((type) => new Set(masked(mask, params, distinct(type, 50), { type })).size);
    expect(answers).toEqual(forgetful.map(() => 1));
  });

  it("depends on the key exactly where it says so", () => {
    for (const type of accepted) {
      const values = distinct(type, 200);
      const one = masked(mask, params, values, { type, keys: testKeys(1) });
      expect(masked(mask, params, values, { type, keys: testKeys(1) })).toEqual(one);
      const other = masked(mask, params, values, { type, keys: testKeys(2) });
      if (mask.keyed(params)) expect(other).not.toEqual(one);
      else expect(other).toEqual(one);
    }
  });

  it("shows no value whole, where a key hides it", () => {
    for (const type of accepted) {
      if (!mask.keyed(params) || !["text", "json"].includes(type.kind)) continue;
      const values = distinct(type, 500);
      const cells = masked(mask, params, values, { type });
      expect(cells.filter((cell, i) => cell?.includes(String(values[i])))).toEqual([]);
    }
  });
});
