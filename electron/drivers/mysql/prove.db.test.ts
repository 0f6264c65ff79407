import { describe, expect, test } from "vitest";
import { hasServer } from "./test-database.ts";
import { withTarget } from "./test-rows.ts";

describe.skipIf(!hasServer)("the proof (skipped where no server answers)", () => {
  test("finds what a server let in while it did not check", () =>
    withTarget(
      `CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, p INT, q INT,
         CONSTRAINT to_p FOREIGN KEY (p) REFERENCES p (id), CONSTRAINT small CHECK (q < 10));
       INSERT INTO p VALUES (1); SET foreign_key_checks = 0; INSERT INTO t VALUES (1, 1, 1), (2, 8, 2), (3, 9, NULL);
       SET check_constraint_checks = 0; INSERT INTO t VALUES (4, NULL, 11); SET check_constraint_checks = 1; SET foreign_key_checks = 1`,
      {},
      async (target) => {
        const proof = await target.prove((await target.model()).tables, new AbortController().signal);
        expect(proof).toEqual({
          foreignKeys: 1,
          uniques: 2,
          checks: 1,
          sequences: 1,
          rows: 5,
          findings: [
            {
              table: "t",
              kind: "foreign-key",
              name: "to_p",
              rows: 2,
              message: "2 rows of t reference rows of p that are not there (to_p).",
            },
            {
              table: "t",
              kind: "check",
              name: "small",
              rows: 1,
              message: "1 row of t breaks the check small: `q` < 10.",
            },
          ],
        });
      },
    ));

  test("finds NULLs, values twice as the collation compares, and a counter that has come to its end", () =>
    withTarget(
      `CREATE TABLE t (id TINYINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) COLLATE utf8mb4_general_ci, code VARCHAR(20));
       INSERT INTO t VALUES (1, 'Jose', 'abcd1'), (2, 'JOSÉ ', 'abcd2'), (3, NULL, NULL), (127, NULL, 'x')`,
      {},
      async (target) => {
        // The table as a project may want it: what the server does not hold itself.
        const [table] = (await target.model()).tables;
        if (table === undefined) throw new Error("no table");
        const wanted = {
          ...table,
          columns: table.columns.map((column) => ({ ...column, nullable: false })),
          uniques: [
            { name: "one_name", columns: ["name"] },
            { name: "beginnings", columns: ["code"], prefixes: [4] },
            { name: "lower_code", columns: [], expressions: ["lower(code)"] },
          ],
        };
        const { findings } = await target.prove([wanted], new AbortController().signal);
        expect(findings.map(({ kind, name, rows }) => [kind, name, rows])).toEqual([
          ["not-null", "name", 2],
          ["not-null", "code", 1],
          ["unique", "one_name", 1],
          ["unique", "beginnings", 1],
          ["sequence", "id", 1],
        ]);
        expect(findings.at(-1)?.message).toBe("t has no next id: 127 is the last it holds.");
      },
    ));
});
