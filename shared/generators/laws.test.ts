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
  { kind: "bytes", maxLength: 1 },
  { kind: "date" },
  { kind: "time" },
  { kind: "time", precision: 3 },
  { kind: "timestamp" },
  { kind: "timestamp", precision: 6, zone: true },
  { kind: "uuid" },
  { kind: "json" },
  { kind: "enum", values: ["female", "male", "unknown"] },
  { kind: "interval" },
  { kind: "array", of: { kind: "text" } },
  { kind: "range", of: { kind: "date" } },
  { kind: "notation", notation: "ip-address" },
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
  interval: ["text", "dictionary"],
  array: ["text", "dictionary"],
  range: ["text", "dictionary"],
  notation: ["text", "dictionary"],
  unknown: ["integer", "decimal", "real", "bigint", "text", "dictionary", "bytes", "date", "time", "timestamp"],
};

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 2, sv: 1, ja: 1 });
});

const benchOf = (type: ValueType, more: Partial<Bench> = {}): Bench => ({ type, locales, ...more });

/** What of the cells does not fit the column. */
const misfits = (cells: readonly (string | null)[], type: ValueType): readonly string[] =>
  cells.flatMap((cell) => {
    if (cell === null) return [];
    const wrong =
      type.kind === "bytes" ? cell.length / 2 > (type.maxLength ?? Infinity) && "is too long" : misfit(cell, type);
    return wrong ? [`${typeName(type)}: ${cell} ${wrong}`] : [];
  });

test("ids are unique", () => {
  expect(new Set(generators.map(({ id }) => id)).size).toBe(generators.length);
});

describe.each(generators.map((generator) => [generator.id, generator] as const))("%s", (_id, generator) => {
  const params = generator.params.parse({}) as Record<string, unknown>;
  const accepted = types.filter((type) => generator.accepts(type));

  /** The law at every type that the generator accepts; what breaks it, in words. */
  const broken = (law: (type: ValueType) => readonly string[]): readonly string[] => accepted.flatMap(law);

  test("says what it is, and has a form", () => {
    expect(generator.label).toMatch(/^\S.*\S$/);
    expect(generator.help).toMatch(/\.$/);
    expect(generator.icon).toMatch(/^[a-z0-9-]+$/);
    expect(accepted).not.toEqual([]);
    for (const field of formFields(generator)) {
      expect(field.label).not.toBe(field.name);
      expect(field.optional || field.default !== undefined).toBe(true);
    }
    for (const type of accepted) expect(generator.describe(params, type)).not.toBe("");
    const names = formFields(generator).map(({ name }) => name);
    expect([undefined, ...names]).toContain(generator.shorthand);
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
      expect(backwards).toEqual(straight);
      expect(rows.slice(-5).flatMap((row) => cellsOf(one, [row], 1))).toEqual(straight.slice(-5));
    }
  });

  test("cells fit the column", () => {
    const found = broken((type) => {
      const bound = bind(generator, params, benchOf(type, { rowCount: 100 }));
      if (bound.follows) return [];
      const { out } = bound.kernel;
      const cells = cellsOf(bound, range(100));
      const filled = cells.some((cell) => cell !== null);
      const finer = type.kind === "decimal" && out.kind === "decimal" && out.scale > (type.scale ?? Infinity);
      return [
        ...misfits(cells, type),
        ...(filled && !vectorKinds[type.kind].includes(out.kind) ? [`${typeName(type)} is given ${out.kind}`] : []),
        ...(finer ? [`${typeName(type)} is given more decimals`] : []),
      ];
    });
    expect(found).toEqual([]);
  });

  test("unique means distinct, in columns that ignore case as well", () => {
    const found = broken((type) => {
      // A generator that cannot promise it says so by a capacity of 1.
      const asked = type === accepted[0] ? 5000 : 500;
      const rowCount = Math.min(asked, generator.capacity(params, type));
      if (rowCount < 1) return [`${typeName(type)} has no capacity`];
      if (rowCount < 2 || generator.distinct === "owner") return [];
      return [false, true].flatMap((caseInsensitive) => {
        const bound = bind(generator, params, benchOf(type, { unique: true, rowCount, caseInsensitive }));
        if (bound.follows) return [];
        const cells = cellsOf(bound, range(rowCount));
        const distinct = new Set(caseInsensitive ? cells.map((cell) => cell?.toLowerCase()) : cells).size;
        const repeated = distinct < rowCount ? [`${typeName(type)}: ${distinct} of ${rowCount} differ`] : [];
        return repeated.concat(misfits(cells, type));
      });
    });
    expect(found).toEqual([]);
  });

  test("a domain has as many values as it says", () => {
    const found = broken((type) =>
      [false, true].flatMap((unique) => {
        const { domain, follows } = bind(generator, params, benchOf(type, { unique, rowCount: 100, batchRows: 4096 }));
        if (!domain || follows || domain.size > 4096) return [];
        const all = { out: domain.out, fill: (rows: Float64Array, count: number) => domain.fillAt(rows, count) };
        const distinct = new Set(cellsOf({ kernel: all }, range(domain.size), 4096)).size;
        return distinct > 0 && distinct === domain.size ? [] : [`${typeName(type)}: ${distinct} of ${domain.size}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test("another seed gives other values, where there is a choice", () => {
    const found = broken((type) => {
      if (generator.distinct !== undefined || bind(generator, params, benchOf(type)).follows) return [];
      const [a, b] = [1, 2].map((seed) => cellsOf(bind(generator, params, benchOf(type, { seed })), range(100)));
      const numbered = a?.every((cell, row) => cell === String(row + 1)) ?? false;
      const choice = new Set(a).size > 1 && !numbered;
      return choice && a?.every((cell, row) => cell === b?.[row]) ? [typeName(type)] : [];
    });
    expect(found).toEqual([]);
  });
});
