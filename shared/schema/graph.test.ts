import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadOrder } from "./graph.ts";
import type { SchemaModel } from "./schema-model.ts";

/** A model whose table i references the tables listed at i. */
function modelOf(references: readonly (readonly number[])[]): SchemaModel {
  const name = (index: number): string => `t${index}`;
  return {
    engine: "sqlite",
    defaultSchema: "main",
    views: [],
    tables: references.map((targets, index) => ({
      id: name(index),
      schema: "main",
      name: name(index),
      columns: [],
      primaryKey: [],
      uniques: [],
      checks: [],
      foreignKeys: targets.map((target, k) => ({
        name: `fk${k}`,
        columns: ["x"],
        referencedTable: { schema: "main", name: name(target) },
        referencedColumns: ["id"],
      })),
    })),
  };
}
const names = (model: SchemaModel): string[][] => loadOrder(model).map((group) => group.map((table) => table.name));

describe("load order", () => {
  test("parents come before children, ties in table order", () => {
    expect(names(modelOf([[2], [], [], [0, 1]]))).toEqual([["t1"], ["t2"], ["t0"], ["t3"]]);
  });
  test("a self reference is no cycle, and a dangling reference is no edge", () => {
    expect(names(modelOf([[0], [99]]))).toEqual([["t0"], ["t1"]]);
  });
  test("tables that reference each other stand together", () => {
    expect(names(modelOf([[1], [2], [0], [2], []]))).toEqual([["t0", "t1", "t2"], ["t3"], ["t4"]]);
  });
  test("a chain and a ring of 5,000 tables do not overflow the stack", () => {
    const size = 5000;
    const chain = Array.from({ length: size }, (_, i) => (i + 1 < size ? [i + 1] : []));
    expect(names(modelOf(chain))[0]).toEqual([`t${size - 1}`]);
    const ring = Array.from({ length: size }, (_, i) => [(i + 1) % size]);
    expect(loadOrder(modelOf(ring))).toHaveLength(1);
  });
  test("every table once; references point into the same or an earlier group; groups are exactly mutual reach", () => {
    const graph = fc
      .integer({ min: 1, max: 9 })
      .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(graph, (references) => {
        const order = names(modelOf(references));
        const groupOf = new Map(order.flatMap((group, index) => group.map((table) => [table, index] as const)));
        expect(groupOf.size).toBe(references.length);
        const reach = references.map((_, from) => {
          const seen = new Set([from]);
          for (const node of seen) for (const target of references[node] ?? []) seen.add(target);
          return seen;
        });
        references.forEach((targets, from) => {
          for (const target of targets)
            expect(groupOf.get(`t${target}`)).toBeLessThanOrEqual(groupOf.get(`t${from}`) ?? -1);
          references.forEach((_, to) => {
            const mutual = (reach[from]?.has(to) ?? false) && (reach[to]?.has(from) ?? false);
            expect(groupOf.get(`t${from}`) === groupOf.get(`t${to}`)).toBe(mutual);
          });
        });
      }),
    );
  });
});
