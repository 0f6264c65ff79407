import { beforeAll, describe, expect, test } from "vitest";
import type { ValueType } from "../schema/value-type.ts";
import { loadLocales } from "./faker/locales.ts";
import { formFields } from "./form-fields.ts";
import type { WeightedLocale } from "./generator.ts";
import { generators } from "./index.ts";
import { bind, cellsOf, range, typeName, type Bench } from "./test-bench.ts";
import { misfit } from "./structure/value-table.ts";

// What every generator promises, run over all that are registered.

const types: readonly ValueType[] = [
  { kind: "integer", bits: 8 },
  { kind: "integer", bits: 16, unsigned: true },
  { kind: "integer", bits: 32 },
  { kind: "integer", bits: 64 },
  { kind: "decimal", precision: 10, scale: 2 },
  { kind: "decimal" },
  { kind: "real", bits: 64 },
  { kind: "boolean" },
  { kind: "text" },
  { kind: "text", maxLength: 3 },
  { kind: "text", maxLength: 12 },
  { kind: "text", maxLength: 40 },
  { kind: "bytes" },
  { kind: "bytes", maxLength: 16 },
  { kind: "date" },
  { kind: "time" },
  { kind: "time", precision: 3 },
  { kind: "timestamp" },
  { kind: "timestamp", precision: 6, zone: true },
  { kind: "uuid" },
  { kind: "json" },
  { kind: "enum", values: ["female", "male", "unknown"] },
  { kind: "unknown" },
];

const vectorKinds: Readonly<Record<ValueType["kind"], readonly string[]>> = {
  integer: ["integer", "bigint"],
  decimal: ["decimal", "integer"],
  real: ["real"],
  boolean: ["boolean"],
  text: ["text", "dictionary"],
  bytes: ["bytes"],
  date: ["date"],
  time: ["time"],
  timestamp: ["timestamp"],
  uuid: ["text", "dictionary"],
  json: ["text", "dictionary"],
  enum: ["text", "dictionary"],
  unknown: ["integer", "decimal", "real", "bigint", "text", "dictionary", "bytes", "date", "time", "timestamp"],
};

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 2, sv: 1, ja: 1 });
});

const benchOf = (type: ValueType, more: Partial<Bench> = {}): Bench => ({ type, locales, ...more });

function expectFit(cells: readonly (string | null)[], type: ValueType): void {
  for (const cell of cells) {
    if (cell === null) continue;
    if (type.kind === "bytes") expect(cell.length / 2).toBeLessThanOrEqual(type.maxLength ?? Infinity);
    else expect(misfit(cell, type) === undefined ? "" : `${cell} ${misfit(cell, type)}`, typeName(type)).toBe("");
  }
}

test("ids are unique", () => {
  expect(new Set(generators.map(({ id }) => id)).size).toBe(generators.length);
});

describe.each(generators.map((generator) => [generator.id, generator] as const))("%s", (_id, generator) => {
  const params = generator.params.parse({}) as Record<string, unknown>;
  const accepted = types.filter((type) => generator.accepts(type));

  test("says what it is, and has a form", () => {
    expect(generator.label).toMatch(/^\S.*\S$/);
    expect(generator.help).toMatch(/\.$/);
    expect(generator.icon).toMatch(/^[a-z0-9-]+$/);
    expect(accepted.length).toBeGreaterThan(0);
    for (const field of formFields(generator)) {
      expect(field.label).not.toBe(field.name);
      expect(field.optional || field.default !== undefined).toBe(true);
    }
    for (const type of accepted) expect(generator.describe(params, type)).not.toBe("");
    if (generator.shorthand !== undefined) expect(Object.keys(params)).toContain(generator.shorthand);
  });

  test("refuses a parameter that it does not know", () => {
    expect(generator.params.safeParse({ surely_no_parameter: 1 }).success).toBe(false);
  });

  test("a cell depends on its row alone: not on order, batch or what comes before", () => {
    for (const type of accepted) {
      const rows = [...range(150), 70_000, 4_294_967_299, 50_000_000];
      const straight = cellsOf(bind(generator, params, benchOf(type)), rows);
      const backwards = cellsOf(bind(generator, params, benchOf(type)), rows.toReversed(), 7).toReversed();
      const one = bind(generator, params, benchOf(type, { batchRows: 1 }));
      expect(backwards, typeName(type)).toEqual(straight);
      expect(rows.slice(-5).flatMap((row) => cellsOf(one, [row], 1))).toEqual(straight.slice(-5));
    }
  });

  test("cells fit the column", () => {
    for (const type of accepted) {
      const bound = bind(generator, params, benchOf(type, { rowCount: 100 }));
      if (bound.follows) continue;
      const { out } = bound.kernel;
      const cells = cellsOf(bound, range(100));
      if (cells.some((cell) => cell !== null)) expect(vectorKinds[type.kind], typeName(type)).toContain(out.kind);
      expectFit(cells, type);
      if (out.kind === "decimal" && type.kind === "decimal" && type.scale !== undefined) {
        expect(out.scale).toBeLessThanOrEqual(type.scale);
      }
    }
  });

  test("unique means distinct, in columns that ignore case as well", () => {
    for (const type of accepted) {
      // A generator that cannot promise it says so by a capacity of 1.
      const asked = type === accepted[0] ? 5000 : 500;
      const rowCount = Math.min(asked, generator.capacity(params, type));
      expect(rowCount, typeName(type)).toBeGreaterThan(0);
      if (rowCount < 2 || generator.distinct === "owner") continue;
      for (const caseInsensitive of [false, true]) {
        const bound = bind(generator, params, benchOf(type, { unique: true, rowCount, caseInsensitive }));
        if (bound.follows) continue;
        const cells = cellsOf(bound, range(rowCount));
        const distinct = new Set(caseInsensitive ? cells.map((cell) => cell?.toLowerCase()) : cells);
        expect(distinct.size, typeName(type)).toBe(rowCount);
        expectFit(cells, type);
      }
    }
  });

  test("a domain has as many values as it says", () => {
    for (const type of accepted) {
      for (const unique of [false, true]) {
        const { domain, follows } = bind(generator, params, benchOf(type, { unique, rowCount: 100, batchRows: 4096 }));
        if (!domain || follows || domain.size > 4096) continue;
        expect(Number.isInteger(domain.size) && domain.size > 0).toBe(true);
        const all = { out: domain.out, fill: (rows: Float64Array, count: number) => domain.fillAt(rows, count) };
        const cells = cellsOf({ kernel: all }, range(domain.size), 4096);
        expect(new Set(cells).size, typeName(type)).toBe(domain.size);
      }
    }
  });

  test("another seed gives other values, where there is a choice", () => {
    const type = accepted[0];
    if (!type || generator.distinct !== undefined) return;
    if (bind(generator, params, benchOf(type)).follows) return;
    const [a, b] = [1, 2].map((seed) => cellsOf(bind(generator, params, benchOf(type, { seed })), range(100)));
    const numbered = a?.every((cell, row) => cell === String(row + 1)) ?? false;
    if (new Set(a).size > 1 && !numbered) expect(a).not.toEqual(b);
  });
});
