import Database from "better-sqlite3";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dialectById, dialects } from "./index.ts";

const database = new Database(":memory:");
const nasty = fc.string({
  unit: fc.constantFrom("a", "'", "\\", "\0", "\r", "\n", '"', "`", ";", "é", "☃", "💡", ".", "-", "\u001a"),
});

describe("SQLite", () => {
  const sqlite = dialectById("sqlite");

  test("any text comes back from its literal as it was", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(
          database
            .prepare(`SELECT ${sqlite.textLiteral(text)}`)
            .pluck()
            .get(),
        ).toBe(text);
      }),
    );
  });

  test("any name without NUL names a column", () => {
    fc.assert(
      fc.property(
        nasty.filter((name) => name !== "" && !name.includes("\0")),
        (name) => {
          expect(database.prepare(`SELECT 1 AS ${sqlite.identifier(name)}`).columns()[0]?.name).toBe(name);
        },
      ),
    );
  });
});

test.each(dialects.filter(({ id }) => id !== "sqlserver"))(
  "$label: plain names stand bare, others do not",
  (dialect) => {
    expect(dialect.identifier("order_items")).toBe("order_items");
    for (const name of ["order", "select", "Orders", "a b", "a.b", "1a", "", "é", "a-b", "group", "key", "user"]) {
      expect(dialect.identifier(name)).toMatch(/^(".*"|`.*`)$/);
    }
  },
);

test("no line end of the kind CR LF, which shells change, stands in a literal for SQLite or MySQL", () => {
  for (const id of ["sqlite", "mysql"] as const) expect(dialectById(id).textLiteral("a\r\nb")).not.toContain("\r\n");
  expect(dialectById("mysql").textLiteral("a\r\n\\'\0")).toBe("'a\\r\n\\\\''\\0'");
});

test("PostgreSQL says that it cannot hold a NUL, and takes backslashes as they are", () => {
  expect(() => dialectById("postgresql").textLiteral("a\0")).toThrow(/NUL/);
  expect(dialectById("postgresql").textLiteral("\\.\n'")).toBe("'\\.\n'''");
});
