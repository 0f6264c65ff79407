import { describe, expect, test } from "vitest";
import type { ValueType } from "../../schema/value-type.ts";
import { generators } from "../index.ts";
import { bind, cellsOf } from "../test-bench.ts";
import { availableLocales, loadLocales } from "./locales.ts";

const types: readonly ValueType[] = [
  { kind: "text" },
  { kind: "unknown" },
  { kind: "integer", bits: 64 },
  { kind: "decimal", precision: 12, scale: 2 },
  { kind: "boolean" },
  { kind: "date" },
  { kind: "timestamp" },
];
const rows = [0, 1, 2, 1_000_003, 50_000_000];
const localized = generators.filter((generator) => generator.localized === true);

describe.each(availableLocales.map(({ id }) => id))("in %s", (id) => {
  test("every rule that follows the locale gives values", async () => {
    const locales = await loadLocales({ [id]: 1 });
    const found = localized.flatMap((generator): readonly string[] => {
      const type = types.find((one) => generator.accepts(one));
      if (type === undefined) return [];
      try {
        const bound = bind(generator, {}, { type, locales, rowCount: 3, batchRows: 8 });
        const cells = bound.follows ? [] : cellsOf(bound, rows, 8);
        const broken = cells.find((cell) => cell === "" || /undefined|\[object|NaN|Invalid Date/.test(cell ?? ""));
        return broken === undefined ? [] : [`${generator.id}: ${broken}`];
      } catch (error) {
        return [`${generator.id}: ${String(error)}`];
      }
    });
    expect(found).toEqual([]);
  });
});
