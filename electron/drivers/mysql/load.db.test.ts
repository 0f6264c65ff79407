import { describe, expect, test } from "vitest";
import type { Cell } from "../../../shared/vectors/vector.ts";
import { hasServer } from "./test-database.ts";
import { loadRows, rowsOf, withTarget } from "./test-rows.ts";

/** Both ways into a table. */
const ways = [
  ["LOAD DATA", { localFiles: true }],
  ["INSERT", { localFiles: false }],
] as const;

describe.skipIf(!hasServer).each(ways)("%s (skipped where no server answers)", (_, options) => {
  test("values of every type come back as they were written", async () => {
    const columns = [
      "id",
      "t",
      "lt",
      "b",
      "bits",
      "bi",
      "vb",
      "y",
      "e",
      "s",
      "j",
      "g",
      "de",
      "f",
      "d",
      "big",
      "ub",
      "dt",
      "ti",
      "ft",
    ];
    const nasty = "tab\t line\n return\r back\\slash \\N 'quote' \"double\" nul\0 sub\u001a ☃ 💡, `;--";
    const rows: Cell[][] = [
      [
        1,
        nasty,
        nasty,
        true,
        "101",
        new Uint8Array([0, 1, 9, 10, 92, 255]),
        new Uint8Array(0),
        1901,
        "it's",
        "a,b",
        '{"a":"\\\\"}',
        "POINT(1.5 -2)",
        "12345678.12",
        1.5,
        -0.1,
        -(2n ** 63n),
        2n ** 64n - 1n,
        "2024-02-29 23:59:59.123",
        "23:59:59",
        0.5,
      ],
      [
        2,
        "",
        "",
        false,
        "000",
        new Uint8Array(6),
        new Uint8Array([39]),
        2155,
        "b",
        "",
        "[]",
        "LINESTRING(0 0,1 1)",
        "-0.01",
        0.1,
        1e300,
        0n,
        0n,
        "1000-01-01 00:00:00.000",
        "00:00:00",
        0.1,
      ],
      [
        3,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        0,
        "\\N",
        "NULL",
        true,
        "111",
        new Uint8Array([92, 78, 0, 0, 0, 0]),
        new Uint8Array([0]),
        2000,
        "b",
        "b",
        "null",
        "POINT(0 0)",
        "0.00",
        0,
        0,
        2n ** 63n - 1n,
        1n,
        "9999-12-31 23:59:59.999",
        "12:00:00",
        3,
      ],
    ];
    await withTarget(
      `CREATE TABLE v (id INT AUTO_INCREMENT PRIMARY KEY, t VARCHAR(200), lt LONGTEXT, b BOOLEAN, bits BIT(3), bi BINARY(6), vb VARBINARY(9), y YEAR,
        e ENUM('it''s', 'b'), s SET('a', 'b'), j JSON, g GEOMETRY, de DECIMAL(10,2), f FLOAT, d DOUBLE, big BIGINT,
        ub BIGINT UNSIGNED, dt DATETIME(3), ti TIME, ft DOUBLE, one BIT(1), gen INT AS (y * 2) STORED)`,
      options,
      async (target, database) => {
        // A vector of 64 bits is signed.
        const signed = rows.map((row) =>
          row.map((cell, k) => (k === 16 && cell === 2n ** 64n - 1n ? 2n ** 63n - 1n : cell)),
        );
        await loadRows(target, { tables: [{ table: "v", columns, rows: signed }] });
        const read = await rowsOf(database, "v");
        expect(read.map((row) => row.slice(0, columns.length))).toEqual(
          signed
            .toSorted((a, b) => Number(a[0]) - Number(b[0]))
            .map((row) =>
              row.map((cell, k) => {
                if (typeof cell === "bigint" && Number.isSafeInteger(Number(cell))) return Number(cell);
                // FLOAT holds the nearest number of 32 bits.
                return k === 13 && typeof cell === "number" ? Math.fround(cell) : cell;
              }),
            ),
        );
        expect(read.map((row) => row.at(-1))).toEqual([4000, 3802, 4310, null]);
      },
    );
  });

  test("one column, whether its text is empty, NULL or a line end; and rows without columns", async () => {
    await withTarget(
      "CREATE TABLE one (t VARCHAR(9)); CREATE TABLE none (id INT AUTO_INCREMENT PRIMARY KEY, d INT DEFAULT 7); CREATE TABLE bit_only (b BIT(1))",
      options,
      async (target, database) => {
        await loadRows(target, {
          tables: [
            { table: "one", columns: ["t"], rows: [[""], [null], ["\n"], ["\\"], ["x"]] },
            { table: "none", columns: [], rows: [[], [], []] },
            { table: "bit_only", columns: ["b"], rows: [[true], [false], [null]] },
          ],
        });
        expect(await rowsOf(database, "one")).toEqual([[""], [null], ["\n"], ["\\"], ["x"]]);
        expect(await rowsOf(database, "none")).toEqual([
          [1, 7],
          [2, 7],
          [3, 7],
        ]);
        expect(await rowsOf(database, "bit_only")).toEqual([[true], [false], [null]]);
      },
    );
  });

  test.each([
    ["a key that is there", "k INT PRIMARY KEY", [[1], [2], [1]], /Duplicate entry for key/],
    ["a unique text in another case", "k VARCHAR(9) UNIQUE", [["a"], ["b"], ["A"]], /Duplicate entry/],
    ["a text that is too long", "k VARCHAR(3)", [["abc"], ["abcd"]], /too long|truncated/i],
    ["blanks beyond the length", "k VARCHAR(3)", [["abc  "]], /too long|truncated/i],
    ["a number out of range", "k TINYINT", [[1], [128]], /Out of range/],
    ["a number below zero", "k INT UNSIGNED", [[-1]], /Out of range/],
    ["more decimals than are kept", "k DECIMAL(5,2)", [["1.239"]], /truncated/],
    ["words for a number", "k INT", [["many"]], /Incorrect integer/],
    ["an empty text for a number", "k INT", [[""]], /Incorrect integer/],
    ["a day that is none", "k DATE", [["2023-02-29"]], /Incorrect date|truncated|out of range/i],
    ["a value that the enum has not", "k ENUM('a', 'b')", [["c"]], /truncated|Incorrect/],
    ["a value that the set has not", "k SET('a', 'b')", [["a,c"]], /truncated|Incorrect/],
    ["a NULL for NOT NULL", "k INT NOT NULL, l INT", [[null]], /null/i],
    ["a NULL for a timestamp", "k TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP", [[null]], /null/i],
    ["a moment before 1970", "k TIMESTAMP NULL", [["1969-12-31 23:59:59"]], /Incorrect|out of range|truncated/i],
    ["a year out of range", "k YEAR", [[1900]], /Out of range/],
    ["bits beyond the width", "k BIT(2)", [["101"]], /too long|Out of range|truncated/i],
    ["bytes beyond the length", "k VARBINARY(2)", [[new Uint8Array(3)]], /too long|truncated/i],
    ["a character that the column has not", "k VARCHAR(9) CHARACTER SET latin1", [["☃"]], /Incorrect string/],
    ["text that is no JSON", "k JSON", [["{"]], /CONSTRAINT|JSON/i],
    ["a row that breaks a check", "k INT CHECK (k > 0)", [[1], [0]], /CONSTRAINT|Check/],
    ["a reference to nothing", "k INT REFERENCES parent (id)", [[1], [9]], /foreign key/],
    ["a shape that is none", "k POINT NOT NULL", [["POINT(1)"]], /null|geometr|GIS/i],
    [
      "a row without a partition",
      "k INT) PARTITION BY RANGE (k) (PARTITION p VALUES LESS THAN (10)",
      [[1], [11]],
      /partition/i,
    ],
  ] as const)("%s ends the run, and nothing of it stays", async (_, column, rows, said) => {
    await withTarget(
      `CREATE TABLE parent (id INT PRIMARY KEY); INSERT INTO parent VALUES (1); CREATE TABLE before_it (id INT PRIMARY KEY); CREATE TABLE t (${column})`,
      options,
      async (target, database) => {
        const failed = loadRows(target, {
          tables: [
            { table: "before_it", columns: ["id"], rows: [[1], [2]] },
            { table: "t", columns: ["k"], rows },
          ],
        });
        await expect(failed).rejects.toMatchObject({ code: "load-failed", unchanged: true });
        await expect(failed).rejects.toThrow(said);
        await expect(failed).rejects.toThrow(/ of t .*\| The database is as it was/);
        expect(await rowsOf(database, "before_it")).toEqual([]);
        expect(await rowsOf(database, "t")).toEqual([]);
      },
    );
  });
});
