import { describe, expect, test } from "vitest";
import { columnType } from "./column-type.ts";
import { partitionsModel } from "./partitions.ts";
import { serverFacts } from "./server-facts.ts";
import { defaultExpression, plainExpression } from "./sql-text.ts";

// What MySQL's catalogue says in other words than MariaDB's (MySQL 8.4 Reference Manual, chapter 28).

test.each([
  ["8.4.2", "MySQL Community Server - GPL", "MySQL", "8.4.2"],
  ["9.1.0-cloud", "Google", "MySQL", "9.1.0"],
  ["10.11.19-MariaDB-0+deb12u1", "Debian 12", "MariaDB", "10.11.19"],
  ["5.5.5-10.6.4-MariaDB", "", "MariaDB", "10.6.4"],
  ["8.0.36-28", "Percona Server (GPL), Release 28", "MySQL", "8.0.36"],
])("%s (%s) is %s %s", (version, comment, product, digits) => {
  expect(serverFacts(version, comment, 0)).toMatchObject({ product, version: digits, caseless: false });
});

test("versions are compared number by number", () => {
  const server = serverFacts("8.0.16", "", 1);
  expect([
    server.atLeast(8, 0, 16),
    server.atLeast(8, 0, 2),
    server.atLeast(5, 7, 99),
    server.atLeast(8, 0, 17),
    server.atLeast(8, 4),
    server.atLeast(10, 0),
  ]).toEqual([true, true, true, false, false, false]);
});

describe("expressions of MySQL's catalogue", () => {
  test.each([
    [String.raw`(${"`a`"} <> _utf8mb4\'it\'\'s\')`, "`a` <> 'it''s'"],
    [String.raw`((${"`a`"} > 1) or (${"`b`"} = _latin1\'(\'))`, "(`a` > 1) or (`b` = '(')"],
    ["((`a` > 1) and (`b` > 2))", "(`a` > 1) and (`b` > 2)"],
    ["(`a` > 1) and (`b` > 2)", "(`a` > 1) and (`b` > 2)"],
    [String.raw`json_valid(${"`j`"})`, "json_valid(`j`)"],
    [String.raw`concat(${"`_utf8mb4`"},_utf8mb4\'_utf8mb4\')`, "concat(`_utf8mb4`,'_utf8mb4')"],
  ])("%s", (expression, plain) => {
    expect(plainExpression(expression, true)).toBe(plain);
  });

  test.each([
    ["a constant", { default: "it's", extra: "", type: "varchar(9)" }, "'it''s'"],
    ["the text NULL", { default: "NULL", extra: "", type: "varchar(9)" }, "'NULL'"],
    ["nothing", { default: null, extra: "", type: "varchar(9)" }, undefined],
    ["a number", { default: "-1.50", extra: "", type: "decimal(5,2) unsigned" }, "-1.50"],
    ["bits", { default: "b'101'", extra: "", type: "bit(3)" }, "b'101'"],
    [
      "a moment",
      { default: "CURRENT_TIMESTAMP(3)", extra: "DEFAULT_GENERATED", type: "datetime(3)" },
      "CURRENT_TIMESTAMP(3)",
    ],
    ["a moment of 5.7", { default: "CURRENT_TIMESTAMP", extra: "", type: "timestamp" }, "CURRENT_TIMESTAMP"],
    ["a fixed day", { default: "2024-01-01", extra: "", type: "date" }, "'2024-01-01'"],
    [
      "an expression",
      { default: String.raw`concat(_utf8mb4\'a\',_utf8mb4\'b\')`, extra: "DEFAULT_GENERATED", type: "text" },
      "concat('a','b')",
    ],
  ])("a default of %s", (_, row, expected) => {
    expect(defaultExpression(row, false)).toBe(expected);
  });
});

test.each([
  ["tinyint(1)", { kind: "boolean" }],
  ["tinyint unsigned", { kind: "integer", bits: 8, unsigned: true }],
  ["int", { kind: "integer", bits: 32 }],
  ["year", { kind: "integer", bits: 16, unsigned: true, minimum: 1901, maximum: 2155 }],
  ["geomcollection", { kind: "notation", notation: "geometry" }],
  ["vector(3)", { kind: "notation", notation: "vector", length: 3 }],
  ["json", { kind: "json" }],
  ["something_new(3)", { kind: "unknown" }],
])("MySQL's type %s", (type, expected) => {
  expect(columnType(type, null)).toEqual(expected);
});

test.each([
  ["RANGE", "to_days(`d`)", ["738885", "739252"], "`d` < '2024-01-02'"],
  ["RANGE", "unix_timestamp(`ts`)", ["1704067200"], "`ts` < '2024-01-01 00:00:00'"],
  ["RANGE", "(`a` + `b`)", ["10"], "(`a` + `b`) < 10"],
  ["RANGE COLUMNS", "`d`", ["'2024-01-01'"], "`d` < '2024-01-01'"],
  ["RANGE COLUMNS", "`a`,`b`", ["1,2"], undefined],
  ["LIST", "`k`", ["NULL,1", "5"], "`k` IN (1, 5)"],
  ["LIST", "`k`", ["1", "DEFAULT"], undefined],
  ["KEY", "`k`", ["", ""], undefined],
])("rows find their partition: %s (%s)", (method, expression, descriptions, bounds) => {
  const rows = descriptions.map((description) => ({ table: "t", method, expression, description }));
  expect(partitionsModel(rows)?.bounds).toBe(bounds);
});
