import { describe, expect, test } from "vitest";
import type { SchemaModel } from "../schema/schema-model.ts";
import { readSchemaLock, writeSchemaLock } from "./schema-lock.ts";

const model: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [
    {
      id: "orders",
      schema: "main",
      name: "orders",
      comment: "All orders",
      columns: [
        { name: "id", type: "INTEGER", valueType: { kind: "integer", bits: 64 }, nullable: false, identity: "rowid" },
        {
          name: "amount",
          type: "NUMERIC(10,2)",
          valueType: { kind: "decimal", precision: 10, scale: 2 },
          nullable: true,
          default: "0",
        },
        {
          name: "total",
          type: "NUMERIC",
          valueType: { kind: "decimal" },
          nullable: true,
          generated: "stored",
          expression: "a * 2",
        },
      ],
      primaryKey: ["id"],
      uniques: [{ name: "u", columns: ["amount"], where: "amount > 0" }],
      foreignKeys: [
        {
          name: "f",
          columns: ["id"],
          referencedTable: { schema: "main", name: "x" },
          referencedColumns: ["id"],
          deferrable: true,
        },
      ],
      checks: [{ name: "c", expression: "amount >= 0" }],
    },
  ],
  views: [{ schema: "main", name: "v" }],
};
const versions = { engine: 1, generators: { uuid: 1, integer: 2 } };

describe("schema.lock.json", () => {
  test("gives the schema and the versions back", () => {
    expect(readSchemaLock(writeSchemaLock({ model, versions }))).toEqual({
      model,
      versions: { engine: 1, generators: { integer: 2, uuid: 1 } },
    });
  });

  test("gives the suggestions back, which stand in it by name, a line a column", () => {
    const suggested = {
      orders: {
        rows: { per: "x", from: 1, to: 5, average: 2.5, without: 0 },
        columns: { total: { choice: { "a b": 1 }, nulls: 0.1 }, amount: "integer" },
      },
      "a\nb": { rows: 20, columns: {} },
    };
    const text = writeSchemaLock({ model, versions, suggested });
    expect(readSchemaLock(text).suggested).toEqual(suggested);
    expect(text.slice(text.indexOf('  "suggested"'))).toBe(`  "suggested": {
    "a\\nb": {
      "rows": 20,
      "columns": {}
    },
    "orders": {
      "rows": { "per": "x", "from": 1, "to": 5, "average": 2.5 },
      "columns": {
        "amount": "integer",
        "total": { "choice": { "a b": 1 }, "nulls": 0.1 }
      }
    }
  }
}
`);
  });

  test("of format 1 is read: it has no suggestions", () => {
    const text = writeSchemaLock({ model, versions }).replace('"lock": 2', '"lock": 1');
    expect(readSchemaLock(text)).toEqual(readSchemaLock(writeSchemaLock({ model, versions })));
  });

  test("has the same text whatever order its objects were made in", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    const text = writeSchemaLock({ model, versions });
    const other = { model: reversed(model) as SchemaModel, versions: reversed(versions) as typeof versions };
    expect(writeSchemaLock(other)).toBe(text);
    expect(text.endsWith("}\n") && text.includes('\n  "versions"')).toBe(true);
  });

  test.each([
    ["nothing", "", "project-syntax"],
    ["half a file", '{"lock": 1', "project-syntax"],
    ["another file", "{}", "project-invalid"],
    ["a newer format", '{"lock": 3}', "project-version"],
    ["brackets 100,000 deep", "[".repeat(100_000), "project-syntax"],
    [
      "a prototype",
      '{"lock":1,"__proto__":{"polluted":1},"versions":{"engine":1,"generators":{}},"schema":{}}',
      "project-invalid",
    ],
  ])("refuses %s with one sentence", (_what, text, code) => {
    expect(() => readSchemaLock(text)).toThrow(expect.objectContaining({ name: "SeedloomError", code }));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
