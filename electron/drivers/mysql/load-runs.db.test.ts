import { describe, expect, test } from "vitest";
import { hasRealData, hasServer, realScript } from "./test-database.ts";
import { loadRows, requestOf, rowsOf, withTarget, type Given, type RowsOf } from "./test-rows.ts";

const plain = {};

describe.skipIf(!hasServer)("a ring (skipped where no server answers)", () => {
  const script = `
    CREATE TABLE store (id INT PRIMARY KEY, manager INT NOT NULL); CREATE TABLE staff (id INT PRIMARY KEY, store INT NOT NULL,
      CONSTRAINT staff_store FOREIGN KEY (store) REFERENCES store (id)); ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager) REFERENCES staff (id);
    CREATE TABLE visit (id INT PRIMARY KEY, store INT NOT NULL, CONSTRAINT visit_store FOREIGN KEY (store) REFERENCES store (id))`;
  const ring = (manager: number): RowsOf[] => [
    {
      table: "store",
      columns: ["id", "manager"],
      rows: [
        [1, 1],
        [2, manager],
      ],
      ring: ["store_manager"],
    },
    {
      table: "staff",
      columns: ["id", "store"],
      rows: [
        [1, 2],
        [2, 1],
      ],
      ring: ["staff_store"],
    },
  ];

  test("of keys that are all NOT NULL goes in, and its promise says how", () =>
    withTarget(script, plain, async (target, database) => {
      const tables = ring(2);
      const promise = await target.promise(requestOf(await target.model(), { tables }));
      expect(promise).toEqual({
        atomic: true,
        notes: [
          "store and staff reference each other: foreign keys are not checked while their rows come, and all of them are before the commit.",
        ],
      });
      await loadRows(target, { tables });
      expect(await rowsOf(database, "store")).toEqual([
        [1, 1],
        [2, 2],
      ]);
      const proof = await target.prove((await target.model()).tables, new AbortController().signal);
      expect(proof).toEqual({ foreignKeys: 3, uniques: 3, checks: 0, sequences: 0, rows: 4, findings: [] });
    }));

  test("with a row that references nothing is refused before the commit", () =>
    withTarget(script, plain, async (target, database) => {
      const failed = loadRows(target, { tables: ring(9) });
      await expect(failed).rejects.toThrow(
        "1 row of store references rows of staff that are not there (store_manager). | The database is as it was.",
      );
      expect(await rowsOf(database, "store")).toEqual([]);
    }));

  test("is emptied first, but not from under rows that stay", () =>
    withTarget(script, plain, async (target, database) => {
      await loadRows(target, { tables: ring(2) });
      await loadRows(target, { clear: "delete", tables: ring(1) });
      expect(await rowsOf(database, "store")).toEqual([
        [1, 1],
        [2, 1],
      ]);
      await database.admin.query("INSERT INTO visit VALUES (1, 2)");
      const fewer = ring(1).map((given) => ({ ...given, rows: [[1, 1]] }));
      await expect(loadRows(target, { clear: "delete", tables: fewer })).rejects.toThrow(
        "Rows of visit, which is not loaded, reference rows of store that would be gone. | The database is as it was.",
      );
      expect(await rowsOf(database, "store")).toEqual([
        [1, 1],
        [2, 1],
      ]);
      await expect(loadRows(target, { clear: "truncate", tables: fewer })).rejects.toMatchObject({
        code: "load-failed",
      });
      expect(await rowsOf(database, "store")).toEqual([
        [1, 1],
        [2, 1],
      ]);
    }));

  test("does not keep other tables from being checked", () =>
    withTarget(script, plain, async (target, database) => {
      const visits: RowsOf = { table: "visit", columns: ["id", "store"], rows: [[1, 7]] };
      await expect(loadRows(target, { tables: [...ring(2), visits] })).rejects.toThrow(/foreign key/);
      expect(await rowsOf(database, "store")).toEqual([]);
    }));
});

describe.skipIf(!hasServer)("what stands there already (skipped where no server answers)", () => {
  const script =
    "CREATE TABLE p (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) UNIQUE, note VARCHAR(20) DEFAULT 'own'); INSERT INTO p VALUES (1, 'a', 'x'), (2, 'b', 'y')";
  const people = (rows: RowsOf["rows"]): RowsOf[] => [{ table: "p", columns: ["id", "name"], rows }];

  test.each(["delete", "truncate"] as const)("is cleared by %s", (clear) =>
    withTarget(script, plain, async (target, database) => {
      await loadRows(target, { clear, tables: people([[1, "c"]]) });
      expect(await rowsOf(database, "p")).toEqual([[1, "c", "own"]]);
    }),
  );

  test.each([{ localFiles: true }, { localFiles: false }])(
    "is updated by key, and the others are inserted ($localFiles)",
    (options) =>
      withTarget(script, options, async (target, database) => {
        await loadRows(target, {
          existing: "update",
          tables: people([
            [2, "B"],
            [3, "c"],
            [0, "zero"],
          ]),
        });
        expect(await rowsOf(database, "p")).toEqual([
          [0, "zero", "own"],
          [1, "a", "x"],
          [2, "B", "y"],
          [3, "c", "own"],
        ]);
      }),
  );

  test("is not taken over by a row with another key and the same unique value", () =>
    withTarget(script, plain, async (target, database) => {
      const promise = await target.promise(requestOf(await target.model(), { existing: "update", tables: people([]) }));
      expect(promise.notes.join()).toMatch(/told by their primary key.*: p\./);
      await expect(loadRows(target, { existing: "update", tables: people([[7, "A"]]) })).rejects.toThrow(
        /Duplicate entry/,
      );
      await expect(
        loadRows(target, {
          existing: "update",
          tables: people([
            [7, "q"],
            [7, "r"],
          ]),
        }),
      ).rejects.toThrow(/Duplicate entry/);
      expect(await rowsOf(database, "p")).toEqual([
        [1, "a", "x"],
        [2, "b", "y"],
      ]);
    }));

  test("numbers the next row past the highest that was loaded", () =>
    withTarget(script, plain, async (target, database) => {
      await loadRows(target, {
        tables: people([
          [700, "q"],
          [500, "r"],
        ]),
      });
      await database.admin.query("INSERT INTO p (name) VALUES ('next')");
      expect((await rowsOf(database, "p")).at(-1)).toEqual([701, "next", "own"]);
      const proof = await target.prove((await target.model()).tables, new AbortController().signal);
      expect(proof).toMatchObject({ sequences: 1, rows: 5, findings: [] });
    }));
});

describe.skipIf(!hasServer || !hasRealData)("Sakila (skipped where ../shared/data is absent)", () => {
  test("tells that its triggers run", () =>
    withTarget(realScript("sakila/mysql-sakila-schema.sql"), plain, async (target) => {
      const given: Given = { triggers: "off", tables: [{ table: "film", columns: ["film_id"], rows: [] }] };
      const { notes } = await target.promise(requestOf(await target.model(), given));
      expect(notes).toEqual(["MySQL cannot switch triggers off: 1 trigger runs for the rows of film."]);
    }));

  test("has a table that a trigger of another writes to: both go in, whichever comes first", () =>
    withTarget(realScript("sakila/mysql-sakila-schema.sql"), plain, async (target, database) => {
      await database.admin.query("INSERT INTO language (language_id, name) VALUES (1, 'English')");
      const texts = (title: string): RowsOf => ({
        table: "film_text",
        columns: ["film_id", "title", "description"],
        rows: [
          [1, title, "own"],
          [3, title, "own"],
        ],
      });
      const films = (...rows: readonly number[]): RowsOf => ({
        table: "film",
        columns: ["film_id", "title", "language_id"],
        rows: rows.map((id) => [id, `film ${id}`, 1]),
      });
      const given: Given = { tables: [texts("first"), films(1, 2)] };
      const { notes } = await target.promise(requestOf(await target.model(), given));
      expect(notes).toEqual(["Triggers of film write to film_text: its own rows go in last, over those."]);
      await loadRows(target, given);
      expect(await rowsOf(database, "film_text")).toEqual([
        [1, "first", "own"],
        [2, "film 2", null],
        [3, "first", "own"],
      ]);
      await loadRows(target, { clear: "delete", tables: [films(1), texts("second")] });
      expect(await rowsOf(database, "film_text")).toEqual([
        [1, "second", "own"],
        [3, "second", "own"],
      ]);
      await expect(loadRows(target, { tables: [texts("third")] })).rejects.toThrow(/Duplicate entry/);
    }));
});
